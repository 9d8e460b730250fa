internal import OnusModel

extension FindingWriter {
  /// For people: each finding with its source line and a caret, its notes and what would settle it.
  public static let text = FindingWriter(name: "text", title: "Text with source lines, for people") {
    report in
    var blocks: [String] = []
    for group in report.groups {
      if !group.heading.isEmpty {
        blocks.append(group.heading + "\n" + String(repeating: "-", count: min(group.heading.count, 80)))
      }
      blocks += group.findings.map { finding in
        let diagnostic = finding.diagnostic
        return diagnostic.rendered(sourceLine: diagnostic.location.flatMap(report.sourceLine))
      }
    }
    return blocks.isEmpty ? "" : blocks.joined(separator: "\n") + "\n"
  }
}
