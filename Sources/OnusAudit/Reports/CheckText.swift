internal import OnusModel

extension Check {
  /// Everything that is said of the check, for a terminal.
  ///
  /// - Parameter width: The longest line that prose is broken to; examples are not broken.
  public func text(width: Int = 80) -> String {
    func paragraph(_ text: String, indent: Int = 0) -> String {
      var lines: [String] = []
      var line = ""
      for word in text.split(whereSeparator: \.isWhitespace) {
        if !line.isEmpty, indent + line.count + 1 + word.count > width {
          lines.append(String(repeating: " ", count: indent) + line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      if !line.isEmpty { lines.append(String(repeating: " ", count: indent) + line) }
      return lines.joined(separator: "\n")
    }
    func block(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    }
    var parts = [
      "\(code.rawValue) (\(severity.rawValue))", paragraph(documentation.title + "."),
      paragraph(documentation.explanation),
      paragraph("What it needs: " + documentation.needs),
      paragraph("Where it may be wrong: " + documentation.falsePositives),
    ]
    if !documentation.sources.isEmpty {
      parts.append(
        "Sources:\n" + documentation.sources.map { paragraph($0, indent: 2) }.joined(separator: "\n"))
    }
    for (title, example) in [("It fires here:", examples.firing), ("It is quiet here:", examples.quiet)] {
      parts.append(title + "\n\n" + block(example.corpus))
      if !example.references.isEmpty { parts.append("with these records:\n\n" + block(example.references)) }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The page of the documentation that tells of every check, in Markdown, made from their values.
  public static var documentationPage: String {
    var text = """
      # The checks

      What `onus check` looks for, made from the checks themselves. `onus explain CODE` prints one of them with \
      its examples; both examples of each are run as tests.

      ## Overview

      A corpus can change the severity of a check or switch it off, with a reason that is kept: under `checks:` \
      of a file for the whole corpus or for some files, under `checks:` of a claim or a study for that alone.


      """
    for group in groups {
      text += "### \(group.title)\n\n"
      for check in group.checks {
        let documentation = check.documentation
        text += "#### \(check.code.rawValue)\n\n\(documentation.title). *\(check.severity.rawValue)*\n\n"
        text += documentation.explanation + "\n\n"
        text += "- **Needs**: \(documentation.needs)\n"
        text += "- **May be wrong**: \(documentation.falsePositives)\n"
        for source in documentation.sources { text += "- **Source**: \(source)\n" }
        text += "\n"
      }
    }
    return text
  }
}

extension DecisionTable {
  /// The table for a terminal: each row with its conditions, the standing and the reason.
  public static var text: String {
    var text = "The standing of a claim: the first row counts whose conditions all hold.\n\n"
    for (index, row) in rows.enumerated() {
      let conditions = row.conditions.isEmpty ? ["nothing of the above"] : row.conditions.map(\.description)
      let number = String(index + 1)
      text += String(repeating: " ", count: 2 - number.count) + number + "  \(row.standing.rawValue)\n"
      for (position, condition) in conditions.enumerated() {
        text += "      \(position == 0 ? "if " : "and") \(condition)\n"
      }
      text += "      because \(row.reason)\n"
    }
    return text
  }

  /// The page of the documentation that shows the table, in Markdown.
  public static var documentationPage: String {
    var text = """
      # Where a claim stands

      The published table by which the standing of a claim follows from its links and findings.

      ## Overview

      The rows are tried from the first; the first whose conditions all hold gives the standing. `onus standings` \
      prints the same table. An editor may write a verdict beside it, with a reason; that both differ is a finding \
      (`verdict-disagrees`).

      A link *carries* a claim when it supports it, wholly or in part, and none of these holds: \
      \(Weakness.allCases.map(\.rawValue).joined(separator: "; ")).

      | row | standing | if all of these hold | because |
      |---|---|---|---|

      """
    for (index, row) in rows.enumerated() {
      let conditions =
        row.conditions.isEmpty
        ? "nothing of the above" : row.conditions.map(\.description).joined(separator: "; and ")
      text += "| \(index + 1) | \(row.standing.rawValue) | \(conditions) | \(row.reason) |\n"
    }
    return text
  }
}
