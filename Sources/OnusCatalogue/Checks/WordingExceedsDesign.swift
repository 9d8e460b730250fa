internal import OnusModel

extension Check {
  /// A claim whose wording is stronger than the studies behind it.
  ///
  /// Strong and universal claims of efficacy, safety and interaction need a randomized trial or a synthesis;
  /// a universal claim of any kind fails when a linked study contradicts it. A plain statement about a small
  /// study is no fault.
  public static let wordingExceedsDesign = Check(
    ofEachClaim: "wording-exceeds-design", title: "Wording stronger than the evidence",
    explanation: """
      Without a comparison made by chance nobody can tell an effect from the course of the illness, and one \
      contrary study refutes "always". OCEBM 2011 puts randomized trials and their systematic reviews first \
      for questions of benefit; causal wording without a design that allows it is the commonest form of spin \
      in reports of non-randomized studies (Lazarus et al. 2015, BMC Med Res Methodol 15:85).
      """
  ) { entry in
    guard entry.claim.wording.value >= .strong,
      !(entry.claim.evidence.isEmpty && entry.claim.searches.isEmpty)
    else { return [] }
    let wording = entry.claim.wording
    let place = wording.location ?? entry.claim.statement.location ?? entry.claim.location
    var diagnostics: [Diagnostic] = []
    let supporting = entry.evidence.filter { [.supports, .partlySupports].contains($0.link.stance) }
    let isAboutEffect = [.efficacy, .safety, .interaction].contains(entry.claim.kind)
    if isAboutEffect, !supporting.contains(where: \.carriesEffect) {
      let notes = supporting.map {
        Diagnostic.Note($0.summary, at: $0.link.location ?? $0.study.study.location)
      }
      diagnostics.append(
        Diagnostic(
          .warning, "wording-exceeds-design",
          """
          the wording is \(wording.value.rawValue), but no randomized trial in people and no synthesis of \
          studies supports the claim directly
          """, at: place,
          notes: notes.isEmpty ? [Diagnostic.Note("no linked study supports the claim")] : notes))
    }
    let contrary = entry.evidence.filter { $0.link.stance == .contradicts && !$0.study.isRetracted }
    if wording.value == .universal, !contrary.isEmpty {
      let isOne = Set(contrary.map(\.study.study.id)).count == 1
      let names = listed(contrary.map(\.study.study.name))
      diagnostics.append(
        Diagnostic(
          .warning, "wording-exceeds-design",
          "the wording is universal, but \(names) \(isOne ? "contradicts" : "contradict") the claim",
          at: place,
          notes: contrary.map { Diagnostic.Note($0.summary, at: $0.link.location ?? $0.study.study.location) }
        ))
    }
    return diagnostics
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
