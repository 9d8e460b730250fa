internal import OnusModel

extension Check {
  /// A study that the source cites for its claim and that is not linked as evidence.
  public static let citedButNotLinked = Check(
    ofEachClaim: "cited-but-not-linked",
    documentation: Documentation(
      title: "A study that the source cites was not held against the claim",
      explanation: """
        What a source cites for a claim is the first thing to hold against it; citations often do not say \
        what they are cited for: about one in four was in error, half of these gravely.
        """,
      sources: ["Jergas H, Baethge C. Quotation accuracy in medical journal articles. PeerJ 2015;3:e1364"],
      needs: "The studies that the source cites for the claim.",
      falsePositives: "A citation for another part of the sentence than the claim."),
    examples: Examples(
      firing: """
        claims:
          tea-helps: { statement: Willow tea relieves back pain., kind: efficacy, cites: [tea-2017] }
        studies:
          tea-2017: { name: Tea 2017, design: single-arm trial }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            cites: [tea-2017]
            evidence: { study: tea-2017, stance: partly supports, because: Pain fell without a control. }
        studies:
          tea-2017: { name: Tea 2017, design: single-arm trial }
        """)
  ) { entry, _ in
    let linked = Set(entry.claim.evidence.map(\.study.value))
    return entry.claim.cites.filter { !linked.contains($0.value) }.map { cited in
      let study = entry.cited.first { $0.study.id == cited.value }?.study
      return Remark(
        """
        the source cites \(study?.name ?? cited.value.rawValue) for this claim, but whether that study \
        supports it is not recorded
        """,
        at: cited.location,
        notes: study.map { [Diagnostic.Note("the study is here", at: $0.location)] } ?? [],
        remedy: "read the study and link it under evidence: with its stance")
    }
  }
}
