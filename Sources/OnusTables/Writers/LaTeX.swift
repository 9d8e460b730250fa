extension Writer {
  /// A complete LaTeX document with a long table, for pdfLaTeX, XeLaTeX or LuaLaTeX.
  ///
  /// The page is landscape; the table breaks across pages and repeats its head. Footnotes follow the table.
  public static let latex = Writer(
    name: "latex", title: "LaTeX (booktabs, longtable)", fileExtension: "tex",
    mediaType: "application/x-tex"
  ) { table in
    let lettering = table.lettering
    var lines = [preamble(paper: paper(for: table))]
    let start = lines.count
    lines += ["\\begin{document}", size(for: table)]
    lines.append("\\begin{longtable}{\(columnSpecification(of: table))}")
    let width = "\\multicolumn{\(table.columns.count)}{@{}p{\\linewidth}@{}}"
    lines.append("\(width){\\raggedright\\normalsize\\textbf{\(table.title.latex)}}\\\\[4pt]")
    for line in table.introduction {
      lines.append("\(width){\\raggedright \(line.spans.map(\.latex).joined())}\\\\")
    }
    let head = head(of: table, lettering)
    lines += ["\\toprule"] + head + ["\\midrule", "\\endfirsthead"]
    lines += ["\\toprule"] + head + ["\\midrule", "\\endhead", "\\bottomrule", "\\endfoot"]
    for (index, section) in table.sections.enumerated() {
      if let heading = section.heading {
        if index > 0 { lines.append("\\addlinespace") }
        lines.append("\(width){\\raggedright\\textbf{\(heading.latex)}}\\\\*")
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
    // Fonts are looked for only where a table needs them, because that takes a while.
    if lines.contains(where: { $0.contains("\\glyph{") }) { lines.insert(otherScripts, at: start) }
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
    \\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}
    \\usepackage{textcomp,amssymb,array,booktabs,longtable}
    \\usepackage[hidelinks]{hyperref}
    \\setlength{\\LTleft}{0pt}
    \\setlength{\\LTright}{0pt}
    \\setlength{\\parindent}{0pt}
    \\setlength{\\tabcolsep}{4pt}
    \\setlength{\\emergencystretch}{2em}
    """
  }

  /// Commands for characters that the font lacks: they come from a font that has them, where the program can use
  /// the fonts of the system, or are printed as their code points instead of being dropped.
  private static let otherScripts = """
    \\ifPDFTeX
      \\newcommand{\\glyph}[1]{[U+#1]}
      \\newcommand{\\rtl}[1]{#1}
    \\else
      \\usepackage{fontspec}
      \\newcommand{\\findfont}[2]{\\let#1\\relax
        \\renewcommand*{\\do}[1]{\\ifx#1\\relax\\IfFontExistsTF{##1}{\\newfontfamily#1{##1}}{}\\fi}%
        \\docsvlist{#2}}
      \\usepackage{etoolbox}
      \\findfont\\widefont{Noto Serif CJK SC,Noto Sans CJK SC,Hiragino Sans,Yu Gothic,Microsoft YaHei}
      \\findfont\\otherfont{DejaVu Sans,FreeSerif,Arial Unicode MS,Arial}
      \\newcommand{\\glyph}[1]{\\begingroup
        \\iffontchar\\font"#1 \\else\\otherfont\\iffontchar\\font"#1 \\else\\widefont\\fi\\fi
        \\iffontchar\\font"#1 \\char"#1 \\else\\normalfont[U+#1]\\fi\\endgroup}
      \\ifLuaTeX
        \\newcommand{\\rtl}[1]{\\bgroup\\textdir TRT #1\\egroup}
      \\else
        \\TeXXeTstate=1
        \\newcommand{\\rtl}[1]{\\beginR #1\\endR}
      \\fi
    \\fi
    """

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
      return ([heading] + column.details.map(\.latex)).joined(separator: "\\par ")
    }
    return lines + [cells.joined(separator: " & ") + " \\\\"]
  }

  private static func content(
    of cell: EvidenceTable.Cell, _ lettering: EvidenceTable.Lettering
  ) -> String {
    let lines = cell.value.lines.map { line in line.spans.map(\.latex).joined() }
    // Braces keep a first "[" from being read as the optional argument of the line break before it.
    let text = "{}" + lines.joined(separator: "\\par ")
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
