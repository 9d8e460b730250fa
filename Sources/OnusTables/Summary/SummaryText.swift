extension SummaryWriter {
  /// Plain text for a terminal of 80 columns.
  public static let text = SummaryWriter.text(width: 80)

  /// Plain text with references in square brackets and the evidence list at the end.
  ///
  /// - Parameter width: The number of terminal columns to fill; at least 20 are used.
  public static func text(width: Int) -> SummaryWriter {
    SummaryWriter(name: "text", title: "Plain text", fileExtension: "txt", mediaType: "text/plain") {
      summary in
      let lines = lines(of: summary, width: max(width, 20))
      return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
  }

  private static func lines(of summary: EvidenceSummary, width: Int) -> [String] {
    let numbering = EvidenceSummary.Numbering(summary)
    func words(of sentences: [EvidenceSummary.Sentence]) -> String {
      sentences.map { sentence in
        let marks = numbering.ranges(of: sentence).map(\.referenceText).joined(separator: ",")
        return "\(sentence.text.withoutControls) [\(marks)]"
      }.joined(separator: " ")
    }
    var lines = summary.title.withoutControls.wrapped(to: width) + [""]
    for section in summary.sections {
      lines += section.heading.withoutControls.wrapped(to: width)
      lines.append(String(repeating: "-", count: min(section.heading.displayWidth, width)))
      for block in section.blocks {
        switch block {
        case .paragraph(let sentences): lines += words(of: sentences).wrapped(to: width) + [""]
        case .bullets(let points):
          for point in points { lines += hanging("- ", words(of: point), width: width) }
          lines.append("")
        }
      }
    }
    lines += ["Evidence", "--------"]
    let digits = String(numbering.traces.count).count
    for (index, trace) in numbering.traces.enumerated() {
      let number = String(index + 1)
      let lead = String(repeating: " ", count: digits - number.count) + number + "  "
      lines += hanging(lead, trace.description.withoutControls, width: width)
    }
    return lines + [""] + summary.notice.wrapped(to: width)
  }

  private static func hanging(_ lead: String, _ text: String, width: Int) -> [String] {
    let indentation = String(repeating: " ", count: lead.count)
    return text.wrapped(to: width - lead.count).enumerated().map { index, line in
      (index == 0 ? lead : indentation) + line
    }
  }
}
