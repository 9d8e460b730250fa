internal import OnusModel

extension Check {
  /// A claim whose links and searches leave it without support.
  public static let claimNotSupported = Check(
    ofEachClaim: "claim-not-supported",
    documentation: Documentation(
      title: "Nothing that is linked carries the claim",
      explanation: """
        Links were made or searches recorded, and none of what speaks for the claim can carry it: the report \
        was retracted; the study is a plan, or was not done in people; a claim of efficacy rests on a \
        stand-in for its outcome, on reasoning, on single cases, or on a result that shows no benefit; a claim \
        of no effect rests on a result that leaves room for one. A strong claim with partial support only, \
        which a study of the same people and treatment contradicts, is not supported either.
        """,
      sources: [
        "Lazarus C et al. Classification and prevalence of spin. BMC Med Res Methodol 2015;15:85",
        "Yavchitz A et al. A new classification of spin in systematic reviews. J Clin Epidemiol 2016;75:56-65",
      ],
      needs: "Links with stance and directness, or searches; designs and results of the studies.",
      falsePositives: "A study that would carry the claim and that nobody has linked yet."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            direction: benefit
            evidence: { study: mice-2017, stance: supports, directness: animal, because: Mice ran longer. }
        studies:
          mice-2017: { name: Mice 2017, design: animal study }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            direction: benefit
            evidence:
              - { study: mice-2017, stance: supports, directness: animal, because: Mice ran longer. }
              - { study: tea-2019, stance: supports, because: Pain fell more than with placebo. }
        studies:
          mice-2017: { name: Mice 2017, design: animal study }
          tea-2019: { name: Tea 2019, design: rct }
        """)
  ) { entry, _ in
    guard entry.isExamined else { return [] }
    let bearing = Bearing(of: entry)
    guard bearing.support < .full else { return [] }
    let contrary = entry.contrary.filter { $0.contrariness(to: entry.claim) == .direct }
    let place = entry.statementPlace
    let remedy = "link a study that carries the claim, or say that none was found"
    // A claim that is contradicted and for which nothing speaks is reported as that alone.
    let isRefutedOnly =
      bearing.contrary >= .close && entry.supporting.isEmpty && entry.claim.searches.isEmpty
    if bearing.support == .none, !isRefutedOnly {
      let weak = entry.supporting.map { evidence in
        let reason = evidence.weakness(for: entry.claim)?.rawValue ?? ""
        return Diagnostic.Note(
          "\(evidence.study.study.name) does not carry it: \(reason)", at: evidence.place)
      }
      let searched = entry.claim.searches.filter(\.isEmpty).map {
        Diagnostic.Note("a search for \($0.question) found nothing", at: $0.location)
      }
      return [
        Remark(
          weak.isEmpty
            ? "no linked study supports this claim"
            : "no linked study can carry this claim, though \(entry.supporting.names) "
              + "\(entry.supporting.isOneStudy ? "speaks" : "speak") for it",
          at: place, notes: weak + searched, remedy: remedy)
      ]
    }
    guard bearing.support == .partial, entry.claim.wording.value == .strong, !contrary.isEmpty else {
      return []
    }
    return [
      Remark(
        """
        what speaks for this strong claim does so only in part, and \(contrary.names) \
        \(contrary.isOneStudy ? "contradicts" : "contradict") it
        """, at: place, notes: contrary.map(\.note), remedy: remedy)
    ]
  }
}
