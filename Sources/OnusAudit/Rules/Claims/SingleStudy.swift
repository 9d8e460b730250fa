internal import OnusModel

extension Check {
  /// A strong claim that one study alone supports.
  public static let singleStudy = Check(
    ofEachClaim: "single-study",
    documentation: Documentation(
      title: "A strong claim rests on one study alone",
      explanation: """
        One study can be wrong by chance, by its people or by a mistake; first findings are often larger than \
        those that follow. A strong or universal claim is reported when a single primary study supports it as \
        it stands.
        """,
      sources: [
        "Ioannidis JPA. Contradicted and initially stronger effects in highly cited clinical research. "
          + "JAMA 2005;294:218-28"
      ],
      needs: "The wording of the claim and the stance of its studies.",
      falsePositives: "One very large trial."),
    examples: Examples(
      firing: """
        claims:
          tea-greatly-helps:
            statement: Willow tea greatly relieves back pain.
            kind: efficacy
            wording: strong
            evidence: { study: tea-2019, stance: supports, because: Pain halved. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, sample: { randomized: 60 } }
        """,
      quiet: """
        claims:
          tea-greatly-helps:
            statement: Willow tea greatly relieves back pain.
            kind: efficacy
            wording: strong
            evidence:
              - { study: tea-2019, stance: supports, because: Pain halved. }
              - { study: tea-2021, stance: supports, because: Pain halved again. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, sample: { randomized: 60 } }
          tea-2021: { name: Tea 2021, design: rct, sample: { randomized: 80 } }
        """)
  ) { entry, _ in
    guard entry.claim.wording.value >= .strong, ![.regulatory, .other].contains(entry.claim.kind) else {
      return []
    }
    let full = entry.carrying.filter { $0.link.stance == .supports }
    guard full.isOneStudy, let only = full.first, only.study.study.design.value.family != .synthesis,
      ![.regulatory, .guideline].contains(only.link.directness)
    else { return [] }
    let size = only.study.study.sample?.headline.map { " with \($0.count) people" } ?? ""
    return [
      Remark(
        """
        this \(entry.claim.wording.value.rawValue) claim rests on one study alone, \(only.study.study.name)\(size)
        """, at: entry.wordingPlace, notes: [only.note],
        remedy: "a second study that finds the same, a review of all studies, or weaker words")
    ]
  }
}
