extension Writer {
  /// A complete LaTeX document with a long table, for pdfLaTeX, XeLaTeX or LuaLaTeX.
  ///
  /// The page is landscape; the table breaks across pages and repeats its head. Footnotes follow the table.
  public static let latex = Writer(
    name: "latex", title: "LaTeX (booktabs, longtable)", fileExtension: "tex",
    mediaType: "application/x-tex"
  ) { table in
    let lettering = table.lettering
    var lines = [preamble(paper: paper(for: table)), "\\begin{document}", size(for: table)]
    for line in table.introduction {
      lines.append("\\noindent \(line.spans.map(\.latex).joined())\\par")
    }
    lines.append("\\begin{longtable}{\(columnSpecification(of: table))}")
    lines.append("\\caption*{\(table.title.latex)}\\\\")
    let head = head(of: table, lettering)
    lines += ["\\toprule"] + head + ["\\midrule", "\\endfirsthead"]
    lines += ["\\toprule"] + head + ["\\midrule", "\\endhead", "\\bottomrule", "\\endfoot"]
    for (index, section) in table.sections.enumerated() {
      if let heading = section.heading {
        if index > 0 { lines.append("\\addlinespace") }
        let span = "\\multicolumn{\(table.columns.count)}{@{}p{\\linewidth}@{}}"
        lines.append("\(span){\\raggedright\\textbf{\(heading.latex)}}\\\\*")
      }
      for (position, row) in section.rows.enumerated() {
        let cells = row.cells.enumerated().map { column, cell in
          table.isRepeat(row: position, column: column, in: section.rows) ? "" : content(of: cell, lettering)
        }
        lines.append(cells.joined(separator: "\n  & ") + " \\\\")
        lines.append("\\addlinespace[2pt]")
      }
    }
    lines.append("\\end{longtable}")
    let footnotes = lettering.marked.map { "\\noindent\\textsuperscript{\($0.mark)} \($0.text.latex)\\par" }
    let notes = table.notesForPeople.map { "\\noindent \($0.latex)\\par" }
    if let heading = table.footnotesHeading, !footnotes.isEmpty {
      lines += notes + ["\\noindent\\textbf{\(heading.latex)}\\par"] + footnotes
    } else {
      lines += footnotes + notes
    }
    lines.append("\\end{document}")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// A4, or a sheet as wide as the columns need: a table of fifty columns is for a screen or a plotter.
  private static func paper(for table: EvidenceTable) -> String {
    let characters = ColumnWidths(table).needs.reduce(0) { $0 + $1.wanted + 3 }
    let millimetres = min(characters * 3 / 2 + 30, 5000)
    guard millimetres > 330 else { return "a4paper,landscape" }
    return "paperwidth=\(millimetres)mm,paperheight=297mm"
  }

  private static func size(for table: EvidenceTable) -> String {
    switch table.columns.count {
    case ...5: "\\small"
    case 6...9: "\\footnotesize"
    default: "\\scriptsize"
    }
  }

  private static func preamble(paper: String) -> String {
    """
    \\documentclass[10pt]{article}
    \\usepackage[\(paper),margin=15mm]{geometry}
    \\usepackage{iftex}
    \\ifPDFTeX
      \\usepackage[utf8]{inputenc}
      \\usepackage[T1]{fontenc}
    \\fi
    \\usepackage{textcomp,amssymb,array,booktabs,longtable,caption}
    \\usepackage[hidelinks]{hyperref}
    % A character that the font lacks is printed as its code point instead of being dropped.
    \\ifPDFTeX
      \\newcommand{\\glyph}[1]{[U+#1]}
    \\else
      \\newcommand{\\glyph}[1]{\\iffontchar\\font"#1 \\char"#1 \\else[U+#1]\\fi}
    \\fi
    \\captionsetup{justification=raggedright,singlelinecheck=false,font=bf}
    \\setlength{\\LTleft}{0pt}
    \\setlength{\\LTright}{0pt}
    \\setlength{\\parindent}{0pt}
    \\setlength{\\tabcolsep}{4pt}
    \\setlength{\\emergencystretch}{2em}
    """
  }

  private static func columnSpecification(of table: EvidenceTable) -> String {
    let columns = zip(table.columns, ColumnWidths(table).shares).map { column, share in
      let alignment = column.kind == .integer ? "\\raggedleft" : "\\raggedright"
      let width = "\\dimexpr \(decimal(share))\\linewidth-2\\tabcolsep\\relax"
      return ">{\(alignment)\\arraybackslash}p{\(width)}"
    }
    return columns.joined()
  }

  /// Rounded down to four decimals, so that the widths never add up to more than the line.
  private static func decimal(_ share: Double) -> String {
    let digits = String(Int(share * 10_000))
    return "0." + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }

  private static func head(
    of table: EvidenceTable, _ lettering: EvidenceTable.Lettering
  ) -> [String] {
    var lines: [String] = []
    let groups = ColumnGroup.runs(of: table.columns)
    if groups.contains(where: { $0.heading != nil }) {
      let cells = groups.map { group in
        "\\multicolumn{\(group.range.count)}{l}{\(group.heading?.latex ?? "")}"
      }
      lines.append(cells.joined(separator: " & ") + " \\\\")
      for group in groups where group.heading != nil {
        lines.append("\\cmidrule(r){\(group.range.lowerBound + 1)-\(group.range.upperBound)}")
      }
    }
    let cells = table.columns.map { column in
      let heading = "\\textbf{\(column.heading.latex)}" + mark(of: column.footnotes, lettering)
      return ([heading] + column.details.map(\.latex)).joined(separator: " \\newline ")
    }
    return lines + [cells.joined(separator: " & ") + " \\\\"]
  }

  private static func content(
    of cell: EvidenceTable.Cell, _ lettering: EvidenceTable.Lettering
  ) -> String {
    let lines = cell.value.lines.map { line in line.spans.map(\.latex).joined() }
    // Braces keep a first "[" from being read as the optional argument of the line break before it.
    let text = "{}" + lines.joined(separator: " \\newline ")
    return text + mark(of: cell.footnotes, lettering)
  }

  private static func mark(
    of footnotes: [EvidenceTable.Footnote], _ lettering: EvidenceTable.Lettering
  ) -> String {
    let marks = lettering.marks(of: footnotes)
    return marks.isEmpty ? "" : "\\textsuperscript{\(marks.joined(separator: ","))}"
  }
}

extension EvidenceTable.Span {
  fileprivate var latex: String {
    let words = isStrong ? "\\textbf{\(text.latex)}" : text.latex
    guard let address = link?.safeAddress else { return words }
    return "\\href{\(address.latexAddress)}{\(words)}"
  }
}
