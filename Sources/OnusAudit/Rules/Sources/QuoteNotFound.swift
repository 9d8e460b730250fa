internal import OnusModel

extension Check {
  /// A quotation that is not in the text it is said to come from.
  public static let quoteNotFound = Check(
    ofEachClaim: "quote-not-found",
    documentation: Documentation(
      title: "A quotation is not in the text that it is said to come from",
      explanation: """
        The words under quote: are looked for in title and abstract of the study's reports: as they stand, \
        then without regard to case, white space, and the form of quotation marks and dashes. If they are in \
        neither, the nearest place is given with the number of characters that differ, counted as insertions, \
        deletions and replacements. Places count Unicode scalars from 0.
        """,
      sources: ["W3C. Web Annotation Data Model, 2017, section 4.2.4 (Text Quote Selector)"],
      needs: "quote: at a link, and reports with an abstract.",
      falsePositives: "A quotation from the body of the article, which the bibliographies do not hold."),
    examples: Examples(
      firing: Example(
        corpus: """
          claims:
            tea-helps:
              statement: Willow tea relieves back pain.
              kind: efficacy
              evidence:
                study: tea-2017
                stance: supports
                because: Pain fell.
                quote: Pain fell greatly during the trial
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain
          AB  - Pain fell slightly during the trial. Nobody was harmed.
          """),
      quiet: Example(
        corpus: """
          claims:
            tea-helps:
              statement: Willow tea relieves back pain.
              kind: efficacy
              evidence:
                study: tea-2017
                stance: supports
                because: Pain fell.
                quote: pain fell  slightly during the trial
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain
          AB  - Pain fell slightly during the trial. Nobody was harmed.
          """))
  ) { entry, _ in
    guard entry.claim.evidence.contains(where: { $0.quote != nil }) else { return [] }
    return entry.evidence.compactMap { evidence in
      guard let quote = evidence.link.quote else { return nil }
      let texts = evidence.study.reports.filter { !$0.abstract.isEmpty }.map { report in
        ([report.title ?? ""] + report.abstract.map(\.text)).joined(separator: "\n")
      }
      guard !texts.isEmpty else { return nil }
      let matches = texts.map { Quotation(quote.value).match(in: $0) }
      guard let best = matches.min(by: { $0.distance < $1.distance }), best.distance > 0 else { return nil }
      let isNear = best.distance * 3 <= quote.value.unicodeScalars.count
      return Remark(
        isNear
          ? "the quotation differs from the text by \(best.distance) character\(best.distance == 1 ? "" : "s")"
          : "the quotation is not in the title or abstract of \(evidence.study.study.name)",
        at: quote.location ?? evidence.place,
        notes: isNear
          ? [Diagnostic.Note("at character \(best.offset) the text has \"\(best.text)\"")]
          : [Diagnostic.Note("the reports are here", at: evidence.study.reports.first?.location)],
        remedy: "copy the words as they stand, or remove the quotation")
    }
  }
}
