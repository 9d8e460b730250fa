internal import OnusModel

extension CataloguedClaim {
  /// The claim as a sentence with where it is made.
  var sentence: String {
    let places = appearances.map(\.appearance.place).filter { !$0.isEmpty }
    guard !places.isEmpty else { return claim.statement.value.asSentence }
    return "\(claim.statement.value.asSentence.dropLast()) (\(places.joined(separator: "; ")))."
  }

  /// The claim within quotation marks.
  var quotation: String { "“\(claim.statement.value.asSentence)”" }

  /// How many studies point which way, as one sentence.
  var tally: String {
    let parts = EvidenceLink.Stance.allCases.compactMap { stance -> String? in
      let linked = evidence.filter { $0.link.stance == stance }
      let studies = Set(linked.map(\.study.study.id))
      let documents = Set(linked.filter(\.isDocument).map(\.study.study.id))
      guard !studies.isEmpty else { return nil }
      return stance.plainCount(studies: studies.subtracting(documents).count, documents: documents.count)
    }
    guard let last = parts.last else { return "" }
    let text = parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + ", and " + last
    return text + "."
  }

  /// The claim as an entry of the evidence list.
  var trace: EvidenceSummary.Trace {
    let source = appearances.first.map { appearing in
      let place = appearing.appearance.place
      return " (\(appearing.source.title)\(place.isEmpty ? "" : ", \(place)"))"
    }
    return .init(
      id: "claim:\(claim.id)", description: "Claim: \(claim.statement.value.asSentence)\(source ?? "")",
      link: appearances.first?.source.address)
  }

  /// A finding on the claim as an entry of the evidence list.
  func trace(of finding: Diagnostic) -> EvidenceSummary.Trace {
    .init(
      id: "check:\(finding.code.rawValue):\(claim.id):\(finding.message)",
      description: "Check “\(finding.code.rawValue)” of the claim \(claim.id)"
        + (finding.location.map { " (\($0))" } ?? "") + ".")
  }
}

extension CataloguedStudy {
  /// The study with its kind, size and length: "Gironi 2008, a study without a group to compare with (40 people,
  /// 6 months)".
  var plainName: String {
    var facts: [String] = []
    if let (count, _) = study.sample?.headline {
      let isHuman = study.design.value.family != .preclinical
      facts.append(isHuman ? Counted.text(count, "person", "people") : "\(count) in all")
    }
    if let duration = study.durations.headline?.stated { facts.append(duration.printed) }
    let details = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
    let kind = StudyGroup(study.design.value.family).plainKind
    return "\(study.name)\(kind.map { ", \($0)" } ?? "")\(details)"
  }

  /// The study as an entry of the evidence list.
  var trace: EvidenceSummary.Trace {
    let status = isRetracted ? " Its report has been retracted." : ""
    return .init(
      id: "study:\(study.id)", description: "Study: \(plainName).\(status)", link: primaryAddress)
  }
}

extension String {
  /// The text as a sentence of its own: a capital at the start, a full stop at the end.
  var capitalizedSentence: String { prefix(1).uppercased() + dropFirst().asSentence }
}

extension CataloguedEvidence {
  /// Whether the evidence is a guideline, a label or an opinion rather than a study.
  fileprivate var isDocument: Bool { StudyGroup(study.study.design.value.family) == .other }
}

extension EvidenceLink.Stance {
  /// How many studies and documents point this way, as a clause: "2 studies and 1 document support it".
  func plainCount(studies: Int, documents: Int) -> String {
    let isOne = studies + documents == 1
    let other = studies > 0 ? "other " : ""
    let subject = [
      studies > 0 ? Counted.text(studies, "study", "studies") : nil,
      documents > 0 ? Counted.text(documents, other + "document", other + "documents") : nil,
    ].compactMap { $0 }.joined(separator: " and ")
    return switch self {
    case .supports: "\(subject) \(isOne ? "supports" : "support") it"
    case .partlySupports: "\(subject) \(isOne ? "supports" : "support") a part of it"
    case .contradicts: "\(subject) \(isOne ? "speaks" : "speak") against it"
    case .inconclusive: "\(subject) \(isOne ? "does" : "do") not settle it"
    }
  }

  /// The words before a study that points this way.
  var plainLead: String {
    switch self {
    case .supports: "For"
    case .partlySupports: "Partly for"
    case .contradicts: "Against"
    case .inconclusive: "Not settled"
    }
  }
}

extension StudyGroup {
  /// The number of studies in words that need no training.
  func plainCount(_ count: Int) -> String {
    switch self {
    case .reviews: Counted.text(count, "review of earlier studies", "reviews of earlier studies")
    case .randomized: Counted.text(count, "randomized trial", "randomized trials")
    case .controlled:
      Counted.text(
        count, "study of groups not made by chance", "studies of groups not made by chance")
    case .uncontrolled:
      Counted.text(count, "study without a group to compare with", "studies without a group to compare with")
    case .preclinical: Counted.text(count, "study in animals or cells", "studies in animals or cells")
    case .other:
      Counted.text(count, "guideline, label or other document", "guidelines, labels or other documents")
    }
  }

  /// The kind with its article; `nil` for what is no study.
  var plainKind: String? {
    switch self {
    case .reviews: "a review"
    case .randomized: "a randomized trial"
    case .controlled: "a study of groups not made by chance"
    case .uncontrolled: "a study without a group to compare with"
    case .preclinical: "a study in animals or cells"
    case .other: nil
    }
  }

  /// The name of the kind, at the start of a line.
  var plainName: String {
    switch self {
    case .reviews: "Reviews"
    case .randomized: "Randomized trials"
    case .controlled: "Studies of groups not made by chance"
    case .uncontrolled: "Studies without a group to compare with"
    case .preclinical: "Studies in animals or cells"
    case .other: "Guidelines, labels and other documents"
    }
  }

  /// What the kind of study can and cannot tell, in one sentence.
  var explanation: String? {
    switch self {
    case .reviews: "They put earlier studies together, and are as good as these are."
    case .randomized: "Chance decided who got which treatment, which makes the comparison fair."
    case .controlled: "Other differences between the groups may explain what was found."
    case .uncontrolled: "Such studies cannot tell whether the treatment caused a change."
    case .preclinical: "What happens in animals or cells may not happen in people."
    case .other: "They report no new data."
    }
  }
}
