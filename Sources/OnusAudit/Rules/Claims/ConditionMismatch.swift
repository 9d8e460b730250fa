internal import OnusModel

extension Check {
  /// A claim about one condition whose supporting studies are of others or of narrower ones.
  public static let conditionMismatch = Check(
    ofEachClaim: "condition-mismatch",
    documentation: Documentation(
      title: "The studies behind a claim are of another condition, or of a part of it",
      explanation: """
        What was seen in one disease need not hold in another, nor in the whole class that it belongs to. A \
        claim is reported when a study that is said to support it directly is of a condition unrelated to the \
        claim's, and when a claim about a class rests on one narrower condition only. Relations follow \
        the MeSH trees and what the corpus says is broader.
        """,
      sources: [
        "Yavchitz A et al. J Clin Epidemiol 2016;75:56-65 (type 15, another population)",
        "Lazarus C et al. BMC Med Res Methodol 2015;15:85 (extrapolation)",
      ],
      needs: "Conditions of the claim and of its studies, known to a vocabulary or the corpus.",
      falsePositives: "Two names of one condition that no vocabulary ties together."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves headache.
            kind: efficacy
            conditions: [Headache]
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, conditions: [Back Pain] }
        conditions:
          headache: { name: Headache }
          back-pain: { name: Back Pain }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            conditions: [Back Pain]
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, conditions: [Low Back Pain] }
        conditions:
          back-pain: { name: Back Pain }
          low-back-pain: { name: Low Back Pain, broader: [Back Pain] }
        """)
  ) { entry, input in
    guard !entry.conditions.isEmpty, [.efficacy, .safety, .interaction].contains(entry.claim.kind) else {
      return []
    }
    let carrying = entry.carrying.filter { $0.link.directness == .direct && !$0.study.conditions.isEmpty }
    let asked = entry.conditions.map(\.name).joined(separator: ", ")
    var remarks: [Remark] = carrying.compactMap { evidence in
      let isRelated = entry.conditions.contains { condition in
        evidence.study.conditions.contains { input.conditions.areRelated($0.id, condition.id) }
      }
      guard !isRelated else { return nil }
      let studied = evidence.study.conditions.map(\.name).joined(separator: ", ")
      return Remark(
        """
        the claim is about \(asked), but \(evidence.study.study.name), linked as direct, studied \(studied), which no vocabulary puts under it
        """, at: evidence.link.study.location ?? evidence.place,
        notes: [Diagnostic.Note("the study is here", at: evidence.study.study.location)],
        remedy: "mark the link as directness: other population, or correct the conditions")
    }
    let narrow = Set(carrying.flatMap { $0.study.conditions.map(\.id) })
    let areAllNarrower = narrow.allSatisfy { id in
      entry.conditions.contains { $0.id != id && input.conditions.includes(id, in: $0.id) }
    }
    if remarks.isEmpty, narrow.count == 1, areAllNarrower, entry.claim.wording.value == .universal,
      let only = carrying.first
    {
      remarks.append(
        Remark(
          """
          the claim is about all of \(asked), but what supports it directly is of \
          \(only.study.conditions.first?.name ?? "") alone
          """, at: entry.statementPlace, notes: carrying.map(\.note),
          remedy: "name the condition that was studied, or link studies of the others"))
    }
    return remarks
  }
}
