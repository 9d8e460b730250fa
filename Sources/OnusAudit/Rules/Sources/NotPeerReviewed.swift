internal import OnusModel

extension Check {
  /// Support for an effect that no journal has published.
  public static let notPeerReviewed = Check(
    ofEachClaim: "not-peer-reviewed", severity: .note,
    documentation: Documentation(
      title: "A claim of an effect is supported by work that no journal has published",
      explanation: """
        Nobody but the authors has looked at the methods of a web page, a preprint or a conference abstract, \
        and figures often change until an article appears.
        """,
      sources: [
        "Scherer RW et al. Full publication of results initially presented in abstracts. "
          + "Cochrane Database Syst Rev 2018;11:MR000005",
        "COPE. Preprints, 2018",
      ],
      needs: "The types of the study's reports in the bibliographies.",
      falsePositives: "Regulators' reviews, which are checked more closely than articles."),
    examples: Examples(
      firing: Example(
        corpus: """
          claims:
            tea-helps:
              statement: Willow tea relieves back pain.
              kind: efficacy
              evidence: { study: tea-2017, stance: supports, because: Pain fell. }
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain: a trial
          PT  - Preprint
          """),
      quiet: Example(
        corpus: """
          claims:
            tea-helps:
              statement: Willow tea relieves back pain.
              kind: efficacy
              evidence: { study: tea-2017, stance: supports, because: Pain fell. }
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain: a trial
          PT  - Journal Article
          """))
  ) { entry, _ in
    guard [.efficacy, .safety, .interaction, .mechanism].contains(entry.claim.kind) else { return [] }
    let measured: Set<EvidenceLink.Directness> = [.direct, .indirect, .otherDose, .otherPopulation, .animal]
    return entry.supporting.filter { measured.contains($0.link.directness) }.compactMap { evidence in
      guard !evidence.study.reports.isEmpty,
        let form = evidence.study.reports.first?.unreviewedForm,
        evidence.study.reports.allSatisfy({ $0.unreviewedForm != nil })
      else { return nil }
      return Remark(
        "\(evidence.study.study.name) is known from \(form) only, which no journal has reviewed",
        at: evidence.link.study.location ?? evidence.place,
        notes: [Diagnostic.Note("the record is here", at: evidence.study.reports.first?.location)],
        remedy: "look for an article of the same study, or say in the claim that it is unpublished")
    }
  }
}

extension Reference {
  /// What the document is when no journal has published it: "a web page"; `nil` for everything else.
  fileprivate var unreviewedForm: String? {
    let types = Set(publicationTypes.map { $0.name.lowercased() } + [type])
    if !types.isDisjoint(with: ["preprint", "d000076942"]) { return "a preprint" }
    if !types.isDisjoint(with: ["meeting abstract", "conference abstract", "paper-conference"]) {
      return "a conference abstract"
    }
    return types.isDisjoint(with: ["web page", "webpage", "post", "post-weblog"]) ? nil : "a web page"
  }
}
