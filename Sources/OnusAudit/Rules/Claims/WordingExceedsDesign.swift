internal import OnusModel

extension Check {
  /// A claim whose wording is stronger than the studies behind it.
  ///
  /// Strong and universal claims of efficacy, safety and interaction need a randomized trial or a synthesis;
  /// a universal claim of any kind fails when a linked study contradicts it. A plain statement about a small
  /// study is no fault.
  public static let wordingExceedsDesign = Check(
    ofEachClaim: "wording-exceeds-design",
    documentation: Documentation(
      title: "The wording is stronger than the designs behind it carry",
      explanation: """
        Without a comparison made by chance nobody can tell an effect from the course of the illness, and one \
        contrary study refutes "always". Strong and universal claims of efficacy, safety and interaction need \
        a randomized trial or a synthesis that supports them directly; OCEBM 2011 puts these first for \
        questions of benefit. Claims that outrun the design are the commonest spin in reports of \
        non-randomized studies.
        """,
      sources: [
        "OCEBM Levels of Evidence Working Group. The Oxford 2011 Levels of Evidence",
        "Lazarus C et al. Classification and prevalence of spin. BMC Med Res Methodol 2015;15:85",
      ],
      needs: "The wording and kind of the claim, and the stance, directness and design of its studies.",
      falsePositives: "An effect so large and immediate that no trial is needed to see it."),
    examples: Examples(
      firing: """
        claims:
          tea-always-helps:
            statement: Willow tea always relieves back pain.
            kind: efficacy
            wording: universal
            evidence: { study: tea-2017, stance: supports, because: Pain fell. }
        studies:
          tea-2017: { name: Tea 2017, design: single-arm trial }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea greatly relieves back pain.
            kind: efficacy
            wording: strong
            evidence: { study: tea-2019, stance: supports, because: Pain fell more than with placebo. }
        studies:
          tea-2019: { name: Tea 2019, design: rct }
        """)
  ) { entry, _ in
    guard entry.claim.wording.value >= .strong,
      !(entry.claim.evidence.isEmpty && entry.claim.searches.isEmpty)
    else { return [] }
    let wording = entry.claim.wording
    let place = wording.location ?? entry.claim.statement.location ?? entry.claim.location
    var remarks: [Remark] = []
    let supporting = entry.evidence.filter { [.supports, .partlySupports].contains($0.link.stance) }
    let isAboutEffect = [.efficacy, .safety, .interaction].contains(entry.claim.kind)
    if isAboutEffect, !supporting.contains(where: \.carriesEffect) {
      let notes = supporting.map {
        Diagnostic.Note($0.summary, at: $0.link.location ?? $0.study.study.location)
      }
      remarks.append(
        Remark(
          """
          the wording is \(wording.value.rawValue), but no randomized trial in people and no synthesis of \
          studies supports the claim directly
          """, at: place,
          notes: notes.isEmpty ? [Diagnostic.Note("no linked study supports the claim")] : notes,
          remedy: "a randomized trial of the same people, treatment and outcome, or weaker words"))
    }
    let contrary = entry.evidence.filter { $0.link.stance == .contradicts && !$0.study.isRetracted }
    if wording.value == .universal, !contrary.isEmpty {
      let isOne = Set(contrary.map(\.study.study.id)).count == 1
      let names = listed(contrary.map(\.study.study.name))
      remarks.append(
        Remark(
          "the wording is universal, but \(names) \(isOne ? "contradicts" : "contradict") the claim",
          at: place,
          notes: contrary.map {
            Diagnostic.Note($0.summary, at: $0.link.location ?? $0.study.study.location)
          },
          remedy: "words that leave room for the exceptions"))
    }
    return remarks
  }

  /// Words in a row, the last one behind "and", each once.
  private static func listed(_ words: [String]) -> String {
    var seen = Set<String>()
    let words = words.filter { seen.insert($0).inserted }
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension CataloguedEvidence {
  /// Whether the evidence can carry a strongly worded claim of effect: a randomized trial of the same people,
  /// intervention and outcome, or a synthesis of such studies, that has not been retracted.
  fileprivate var carriesEffect: Bool {
    guard !study.isRetracted else { return false }
    let design = study.study.design.value
    return switch design.family {
    case .randomized: link.directness == .direct
    case .synthesis: design.ocebmLevel != nil && [.direct, .review].contains(link.directness)
    default: false
    }
  }

  /// The study, its design and its size, and how it bears on the claim, in one line.
  fileprivate var summary: String {
    let size = study.study.sample?.headline.map { ", n = \($0.count)" } ?? ""
    let control = study.study.hasControl == false ? ", no control group" : ""
    let standing = study.isRetracted ? ", retracted" : ""
    return """
      \(study.study.name): \(study.study.design.value.label)\(size)\(control)\(standing); \(link.stance.rawValue), \
      \(link.directness.rawValue)
      """
  }
}
