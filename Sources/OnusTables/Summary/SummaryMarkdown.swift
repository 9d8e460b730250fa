extension SummaryWriter {
  /// Markdown with superscript references and the evidence list at the end.
  public static let markdown = SummaryWriter(
    name: "markdown", title: "Markdown (GitHub)", fileExtension: "md", mediaType: "text/markdown"
  ) { summary in
    let numbering = EvidenceSummary.Numbering(summary)
    func words(of sentences: [EvidenceSummary.Sentence]) -> String {
      sentences.map { sentence in
        let marks = numbering.ranges(of: sentence).map(\.referenceText).joined(separator: ",")
        return "\(sentence.text.markdown)<sup>\(marks)</sup>"
      }.joined(separator: " ")
    }
    var lines = ["# \(summary.title.markdown)"]
    for section in summary.sections {
      lines += ["", "## \(section.heading.markdown)"]
      for block in section.blocks {
        lines.append("")
        switch block {
        case .paragraph(let sentences): lines.append(words(of: sentences))
        case .bullets(let points): lines += points.map { "- \(words(of: $0))" }
        }
      }
    }
    lines += ["", "## Evidence", ""]
    for (index, trace) in numbering.traces.enumerated() {
      let words = trace.description.markdown
      let address = trace.link?.safeAddress.map(\.markdownAddress)
      lines.append("\(index + 1). " + (address.map { "[\(words)](\($0))" } ?? words))
    }
    lines += ["", "**\(summary.notice.markdown)**"]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
