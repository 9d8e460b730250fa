internal import OnusModel

/// Why a link that supports a claim does not carry it.
enum Weakness: String, CaseIterable {
  /// The study's report was retracted.
  case retracted = "its report was retracted"
  /// It is a plan and has no results.
  case plan = "it is a plan without results"
  /// It was not done in people.
  case animal = "it was not done in people"
  /// It reasons from how something works, and the claim says that it works.
  case reasoning = "it reasons from a mechanism and measured no effect in people"
  /// It measured something else than the claim of efficacy speaks of.
  case otherOutcome = "it measured a stand-in for what the claim speaks of"
  /// It tells of single people whose course nothing is compared with.
  case cases = "it tells of single people, without anything to compare them with"
  /// Its result does not point to the benefit claimed.
  case notInFavour = "its result does not show the benefit claimed"
  /// Its result leaves room for the effect that the claim denies.
  case notExcluded = "its result does not exclude the effect that the claim denies"
}

extension CataloguedEvidence {
  /// Whether the link speaks for the claim, wholly or in part.
  var isSupporting: Bool { link.stance == .supports || link.stance == .partlySupports }

  /// Whether the study was done in animals or in vitro.
  var isPreclinical: Bool {
    study.study.design.value.family == .preclinical || link.directness == .animal
  }

  /// Whether there was nothing to compare with.
  var isUncontrolled: Bool {
    study.study.hasControl == false || study.study.design.value.family == .uncontrolled
  }

  /// Whether the study compares groups, or puts studies together that do.
  var isComparison: Bool {
    let family = study.study.design.value.family
    return [.randomized, .synthesis].contains(family)
      || (family == .controlled && study.study.hasControl != false)
  }

  /// Where the link is written, else where the study is.
  var place: SourceLocation? { link.location ?? study.study.location }

  /// The study, its design and its size, and how it bears on the claim, as a note.
  var note: Diagnostic.Note { Diagnostic.Note(summary, at: place) }

  /// The study, its design and its size, and how it bears on the claim, in one line.
  var summary: String {
    let size = study.study.sample?.headline.map { ", n = \($0.count)" } ?? ""
    let control = study.study.hasControl == false ? ", no control group" : ""
    let standing = study.isRetracted ? ", retracted" : ""
    return """
      \(study.study.name): \(study.study.design.value.label)\(size)\(control)\(standing); \(link.stance.rawValue), \
      \(link.directness.rawValue)
      """
  }

  /// Why the link does not carry the claim that it supports; `nil` when it may.
  func weakness(for claim: Claim) -> Weakness? {
    let design = study.study.design.value
    if study.isRetracted { return .retracted }
    if isPreclinical { return .animal }
    guard [.efficacy, .safety, .interaction].contains(claim.kind) else { return nil }
    if design.id == StudyDesign.studyProtocol.id { return .plan }
    if link.directness == .mechanistic { return .reasoning }
    guard claim.kind == .efficacy || claim.direction == .noEffect else { return nil }
    if claim.direction == .noEffect {
      return result?.leavesRoom(harmOnly: claim.kind == .safety) == true ? .notExcluded : nil
    }
    if link.directness == .indirect { return .otherOutcome }
    guard claim.direction == .benefit else { return nil }
    if [StudyDesign.caseReport.id, StudyDesign.caseSeries.id].contains(design.id) { return .cases }
    return result.map(\.isNotInFavour) == true ? .notInFavour : nil
  }
}

extension CataloguedClaim {
  /// Whether the claim says that something is done to people, or is not: it helps, harms, raises, lowers.
  var saysEffect: Bool {
    let directions: Set<Claim.Direction> = [.benefit, .harm, .increase, .decrease, .noEffect]
    return [.efficacy, .mechanism, .safety, .interaction].contains(claim.kind)
      && claim.direction.map(directions.contains) ?? false
  }

  /// The links that speak for the claim.
  var supporting: [CataloguedEvidence] { evidence.filter(\.isSupporting) }

  /// The links that speak for the claim and may carry it.
  var carrying: [CataloguedEvidence] { supporting.filter { $0.weakness(for: claim) == nil } }

  /// The links that speak against the claim, without retracted studies.
  var contrary: [CataloguedEvidence] {
    evidence.filter { $0.link.stance == .contradicts && !$0.study.isRetracted }
  }

  /// Where the wording is written, else the statement, else the claim.
  var wordingPlace: SourceLocation? {
    claim.wording.location ?? claim.statement.location ?? claim.location
  }

  /// Where the statement is written, else the claim.
  var statementPlace: SourceLocation? { claim.statement.location ?? claim.location }

  /// Whether somebody has looked for evidence.
  var isExamined: Bool { !evidence.isEmpty || !claim.searches.isEmpty }
}

extension [CataloguedEvidence] {
  /// The names of the studies in a row, each once, the last one behind "and".
  var names: String {
    var seen = Set<String>()
    let words = map(\.study.study.name).filter { seen.insert($0).inserted }
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Whether it is one study, whatever the number of links.
  var isOneStudy: Bool { Set(map(\.study.study.id)).count == 1 }
}
