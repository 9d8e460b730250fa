extension SummaryWriter {
  /// A self-contained HTML page whose sentences link to the evidence list, and back.
  public static let html = SummaryWriter(
    name: "html", title: "HTML page", fileExtension: "html", mediaType: "text/html"
  ) { summary in
    var markup = SummaryMarkup(summary)
    return HTMLPage(title: summary.title, style: style, body: markup.body(of: summary)).bytes
  }

  private static let style = """
    main { max-width: 46rem; margin: 0 auto; font-size: 1.05rem; line-height: 1.6; }
    h2 { font-size: 1.15rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
    p { margin: 0 0 0.8rem; }
    ul { margin: 0 0 0.8rem; padding-left: 1.2rem; }
    ul li { margin-bottom: 0.5rem; }
    sup a { text-decoration: none; padding: 0.35em 0.1em; }
    .evidence { font-size: 0.9rem; color: var(--quiet); line-height: 1.45; padding-left: 2.2rem; }
    .evidence li { margin-bottom: 0.3rem; overflow-wrap: anywhere; }
    .notice {
      margin: 2rem 0 0; padding: 0.8rem 1rem; background: var(--band); font-weight: 600;
      border-left: 4px solid var(--rule);
    }
    @media print {
      main { max-width: none; font-size: 10.5pt; }
      h2 { break-after: avoid; }
      li { break-inside: avoid; }
    }
    """
}

/// The markup of a summary; back links lead to the first sentence that uses an entry.
private struct SummaryMarkup {
  private let numbering: EvidenceSummary.Numbering
  private var used: Set<Int> = []

  init(_ summary: EvidenceSummary) { numbering = EvidenceSummary.Numbering(summary) }

  mutating func body(of summary: EvidenceSummary) -> [String] {
    var lines: [String] = []
    for section in summary.sections {
      lines += [
        "<section>", "<h2 id=\"\(section.heading.lowercased().htmlID)\">\(section.heading.html)</h2>",
      ]
      for block in section.blocks {
        switch block {
        case .paragraph(let sentences): lines.append("<p>\(words(of: sentences))</p>")
        case .bullets(let points):
          lines.append("<ul>")
          for point in points { lines.append("<li>\(words(of: point))</li>") }
          lines.append("</ul>")
        }
      }
      lines.append("</section>")
    }
    lines += ["<section>", "<h2 id=\"evidence\">Evidence</h2>", "<ol class=\"evidence\">"]
    for (index, trace) in numbering.traces.enumerated() {
      let words = EvidenceTable.Span(trace.description, link: trace.link).html
      let label = "aria-label=\"Back to the first sentence that rests on entry \(index + 1)\""
      lines.append(
        "<li id=\"entry-\(index + 1)\">\(words) <a href=\"#use-\(index + 1)\" \(label)>↑</a></li>")
    }
    return lines + ["</ol>", "</section>", "<p class=\"notice\">\(summary.notice.html)</p>"]
  }

  private mutating func words(of sentences: [EvidenceSummary.Sentence]) -> String {
    sentences.map { sentence in
      let links = numbering.ranges(of: sentence).map { range in
        let anchors = range.filter { used.insert($0).inserted }.map { "<span id=\"use-\($0)\"></span>" }
        let link = "<a href=\"#entry-\(range.lowerBound)\"><span class=\"unseen\">evidence </span>"
        return anchors.joined() + link + "\(range.referenceText)</a>"
      }
      return "\(sentence.text.html)<sup>\(links.joined(separator: ","))</sup>"
    }.joined(separator: " ")
  }
}
