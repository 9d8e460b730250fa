internal import OnusModel

extension Check {
  /// A claim about one treatment or dose whose studies gave another.
  public static let interventionMismatch = Check(
    ofEachClaim: "intervention-mismatch",
    documentation: Documentation(
      title: "The studies behind a claim gave another treatment or dose",
      explanation: """
        A dose ten times as high is another treatment. A claim is reported when all that is linked to it in \
        people was done at another dose, and when a study that is said to support it directly gave neither \
        the claim's intervention nor one that it includes.
        """,
      sources: ["Yavchitz A et al. J Clin Epidemiol 2016;75:56-65 (type 7, another intervention)"],
      needs: "Interventions of the claim and of its studies, and the directness of the links.",
      falsePositives: "A brand name that the corpus lists as an intervention of its own."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            interventions: [willow-tea]
            evidence:
              study: salicin-2019
              stance: supports
              directness: other dose
              because: Pain fell on 240 mg of salicin.
        interventions:
          willow-tea: { name: willow tea }
        studies:
          salicin-2019: { name: Salicin 2019, design: rct }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            interventions: [willow-tea]
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
        interventions:
          willow-tea: { name: willow tea }
        studies:
          tea-2019: { name: Tea 2019, design: rct, interventions: [willow-tea] }
        """)
  ) { entry, input in
    var remarks: [Remark] = []
    let inPeople = entry.evidence.filter { !$0.isPreclinical }
    if !inPeople.isEmpty, inPeople.allSatisfy({ $0.link.directness == .otherDose }) {
      let asked = entry.interventions.map(\.name).joined(separator: ", ")
      remarks.append(
        Remark(
          """
          everything linked to this claim in people was done at another dose\
          \(asked.isEmpty ? "" : " than \(asked)"), so the claim itself is untested
          """, at: entry.statementPlace,
          notes: inPeople.map { evidence in
            let dose = evidence.study.study.dose?.value.stated.map { ": \($0)" } ?? ""
            return Diagnostic.Note(evidence.study.study.name + dose, at: evidence.place)
          }, remedy: "a study at the dose that the claim is about, or words that name the dose studied"))
    }
    guard !entry.interventions.isEmpty, [.efficacy, .safety, .interaction].contains(entry.claim.kind) else {
      return remarks
    }
    for evidence in entry.carrying
    where evidence.link.directness == .direct && !evidence.study.interventions.isEmpty {
      let isRelated = entry.interventions.contains { asked in
        evidence.study.interventions.contains { input.interventions.includes($0.id, in: asked.id) }
      }
      if isRelated { continue }
      let studied = evidence.study.interventions.map(\.name).joined(separator: ", ")
      remarks.append(
        Remark(
          """
          the claim is about \(entry.interventions.map(\.name).joined(separator: ", ")), but \
          \(evidence.study.study.name), linked as direct, studied \(studied)
          """, at: evidence.link.study.location ?? evidence.place,
          notes: [Diagnostic.Note("the study is here", at: evidence.study.study.location)],
          remedy: "mark the link as directness: other dose or indirect, or correct the interventions"))
    }
    return remarks
  }
}
