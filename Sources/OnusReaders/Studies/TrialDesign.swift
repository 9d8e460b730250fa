internal import OnusModel

/// The design of a study as registers describe it, and the `StudyDesign` that this makes.
///
/// The rules, by what the register says:
/// - An interventional study whose allocation is random is a cluster trial when clusters are named, a
///   crossover trial when its model is crossover, not told when everyone is in a single group, else a
///   randomized trial.
/// - One that is called quasi-random is a quasi-randomized trial.
/// - One that is not random, or does not say, is a single-arm trial when it has a single group, a
///   non-randomized controlled trial when it is said not to be random and has several groups or a control.
/// - An observational study is one with a patient register, a case-control study, a cohort by its
///   perspective, an ecological or a cross-sectional study, in this order.
/// - Everything else is not told: expanded access, a type without a design, words that contradict each other.
struct TrialDesign: Hashable {
  /// Interventional or observational, as written.
  var type: String?
  /// How people are put into groups, as written.
  var allocation: String?
  /// How groups get their treatments, or what an observational study compares, as written.
  var model: String?
  /// When an observational study looks at its people, as written.
  var perspective: String?
  /// Who is blinded, as written.
  var masking: String?
  /// Anything else that is said of the design.
  var words: String?
  /// How many arms or groups there are.
  var groups: Int?

  /// All that is said of the design, in one line.
  var text: String? {
    let parts = [allocation, model, perspective, masking, words].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The design by the rules above.
  var studyDesign: StudyDesign {
    let kind = [type, words].compactMap { $0 }.joined(separator: " ").lowercased()
    if kind.contains("expanded access") { return .other }
    if (type ?? kind).lowercased().contains("observational") { return observational }
    return interventional
  }

  private var interventional: StudyDesign {
    let all = [said(model), said(allocation), said(words)].joined(separator: " ")
    if all.contains("quasi-random") || all.contains("quasi random") { return .quasiRandomizedTrial }
    let isSingle = groups == 1 || said(model) == "single" || Self.saysSingleGroup(all)
    switch isRandom {
    case true?:
      if all.contains("n-of-1") || all.contains("n of 1") { return .nOf1Trial }
      if all.contains("cluster") { return .clusterRandomizedTrial }
      if Self.saysCrossover(all) { return .randomizedCrossover }
      return isSingle ? .other : .randomizedTrial
    case false?:
      if isSingle { return .singleArmTrial }
      let isControlled = said(allocation).contains("control") || (groups ?? 0) > 1
      return isControlled || Self.saysGroups(all) ? .nonRandomizedControlledTrial : .other
    case nil:
      return isSingle ? .singleArmTrial : .other
    }
  }

  private var observational: StudyDesign {
    let words = [type, model, perspective, self.words].map(said).joined(separator: " ")
    if words.contains("patient registry") { return .registryStudy }
    if words.contains("case-control") || words.contains("case control") { return .caseControl }
    if words.contains("cohort") || words.contains("longitudinal") {
      switch (words.contains("prospective"), words.contains("retrospective")) {
      case (true, false): return .prospectiveCohort
      case (false, true): return .retrospectiveCohort
      default: return .other
      }
    }
    if words.contains("ecologic") { return .ecological }
    let isCrossSectional = words.contains("cross-sectional") || words.contains("cross sectional")
    if isCrossSectional, !words.contains("cohort") { return .crossSectional }
    if words.contains("case series") { return .caseSeries }
    return .other
  }

  /// Whether groups are made by chance; `nil` when it is not said, or said both ways.
  private var isRandom: Bool? {
    for text in [said(allocation), said(words)] {
      if let answer = Self.isRandom(text) { return answer }
    }
    return nil
  }

  static func isRandom(_ text: String) -> Bool? {
    var rest = text.lowercased().replacing("randomis", with: "randomiz")
    var isDenied = false
    for word in ["non-random", "non random", "nonrandom", "not random", "no random"] {
      isDenied = isDenied || rest.contains(word)
      rest = rest.replacing(word, with: "")
    }
    if rest.contains("randomized: no") { return false }
    let isAffirmed = rest.contains("random") || rest.split { !$0.isLetter }.contains("rct")
    return isDenied == isAffirmed ? nil : isAffirmed
  }

  private static func saysCrossover(_ text: String) -> Bool {
    says(text, "crossover", "cross-over", "cross over")
  }

  private static func saysSingleGroup(_ text: String) -> Bool {
    says(text, "single group", "single-group", "single arm", "single-arm", "one arm", "one-arm")
  }

  private static func saysGroups(_ text: String) -> Bool {
    saysCrossover(text) || says(text, "parallel", "factorial", "sequential", "control group")
  }

  /// Whether a text has one of some words, and does not say of it that it is not so, as in
  /// "Parallel group: no", which is how the EU's register writes.
  static func says(_ text: String, _ words: String...) -> Bool {
    words.contains { word in
      guard let range = text.firstRange(of: word) else { return false }
      let rest = text[range.upperBound...].drop { $0.isLetter }
      return !(rest.hasPrefix(": no") || rest.hasPrefix(" group: no"))
    }
  }

  /// What is said, in lower case; "N/A" says nothing.
  private func said(_ text: String?) -> String {
    let text = (text ?? "").lowercased()
    return ["n/a", "na", "not applicable"].contains(text) ? "" : text
  }
}
