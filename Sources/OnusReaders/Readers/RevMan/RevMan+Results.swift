internal import OnusModel

extension RevMan {
  /// Reads the outcomes of a comparison: what each study found, and what all of them found together.
  mutating func gatherResults(_ comparison: XMLElement) {
    let number = comparison.attribute("NO") ?? "0"
    _ = comparison.attribute("ID")
    let name = comparison.text(at: "NAME")
    for element in comparison.elements where element.name.hasSuffix("_OUTCOME") {
      gather(Outcome(element, comparison: name, number: number))
    }
  }

  private mutating func gather(_ outcome: Outcome) {
    add(outcome.pooled(outcome.element, id: outcome.id, shown: ["YES"]))
    for element in outcome.element.elements {
      if element.name.hasSuffix("_SUBGROUP") {
        let id = "\(outcome.id)-\(element.attribute("NO") ?? "0")"
        let part = element.text(at: "NAME")
        var result = outcome.pooled(element, id: id, shown: ["YES", "SUB"])
        result?.part = part
        result?.role = .subgroup
        add(result)
        for data in element.elements where data.name.hasSuffix("_DATA") {
          add(data, of: outcome, id: id, part: part)
        }
      } else if element.name.hasSuffix("_DATA") {
        add(element, of: outcome, id: outcome.id, part: nil)
      }
    }
  }

  private mutating func add(_ result: StudyResult?) {
    if let result { pooled.append(result) }
  }

  private mutating func add(_ data: XMLElement, of outcome: Outcome, id: String, part: String?) {
    guard let study = data.attribute("STUDY_ID") else { return }
    var result = outcome.result(data, id: id)
    result.part = part
    let count = (results[study] ?? []).count { $0.id == id || $0.id.hasPrefix("\(id)-") && $0.part == part }
    if count > 0 { result.id += "-\(count + 1)" }
    results[study, default: []].append(result)
    let labels = outcome.labels
    var known = self.labels[study] ?? ([], [])
    if let label = labels.0, !known.treatments.contains(label) { known.treatments.append(label) }
    if let label = labels.1, !known.controls.contains(label) { known.controls.append(label) }
    self.labels[study] = known
  }

  /// An outcome of a comparison, with what holds for all its figures.
  struct Outcome {
    let element: XMLElement
    let id: String
    let labels: (String?, String?)
    private let name: String
    private let comparison: String?
    private let measure: String
    private let method: String?
    private let totals: String
    private let levels: (study: Double, total: Double)
    private let isSwapped: Bool
    private let isComputed: Bool
    private let unit: String?
    private let graph: [String]

    init(_ element: XMLElement, comparison: String?, number: String) {
      self.element = element
      self.comparison = comparison
      id = "analysis-\(number)-\(element.attribute("NO") ?? "0")"
      name = element.text(at: "NAME") ?? ""
      labels = (element.text(at: "GROUP_LABEL_1"), element.text(at: "GROUP_LABEL_2"))
      graph = [element.text(at: "GRAPH_LABEL_1"), element.text(at: "GRAPH_LABEL_2")].compactMap { $0 }
      let code = element.attribute("EFFECT_MEASURE") ?? ""
      measure = element.text(at: "EFFECT_MEASURE") ?? Self.measures[code] ?? code
      unit = element.attribute("UNITS").flatMap { $0.isEmpty ? nil : $0 }
      totals = element.attribute("TOTALS") ?? "YES"
      isSwapped = element.attribute("SWAP_EVENTS") == "YES"
      isComputed = element.parent?.parent?.attribute("CALCULATED_DATA") != "NO"
      func level(_ name: StaticString) -> Double { element.attribute(name).flatMap(parseNumber) ?? 95 }
      levels = (level("CI_STUDY"), level("CI_TOTAL"))
      let methods = [
        "MH": "Mantel-Haenszel", "IV": "inverse variance", "PETO": "Peto", "EXP_O_E_VAR": "exp((O-E)/V)",
      ]
      let random = element.attribute("RANDOM").map { $0 == "YES" ? "random effects" : "fixed effect" }
      let words = [element.attribute("METHOD").map { methods[$0] ?? $0 }, random].compactMap { $0 }
      method = words.isEmpty ? nil : words.joined(separator: ", ")
    }

    private static let measures = [
      "PETO_OR": "Peto OR", "HAZARD_RATIO": "HR", "RATE_RATIO": "rate ratio",
      "RATE_DIFFERENCE": "rate difference",
      "SMD": "SMD", "MD": "MD", "OR": "OR", "RR": "RR", "RD": "RD",
    ]

    /// The result of one study.
    func result(_ data: XMLElement, id: String) -> StudyResult {
      var result = figures(data, id: id)
      result.level = levels.study
      result.weight = number(data, "WEIGHT").flatMap { RevManText.rounded($0, decimals: 1) }
      if let note = data.child("FOOTNOTE").flatMap(RevManText.lines) {
        result.remarks = (result.remarks ?? []) + [note]
      }
      if data.isNamed("OTHER_DATA"), let text = RevManText.lines(data) { result.finding = text }
      if data.isNamed("IV_DATA"), let estimate = number(data, "ESTIMATE"), let error = number(data, "SE") {
        let scale = element.attribute("LOG_DATA") == "YES" ? "log " : ""
        result.remarks = (result.remarks ?? []) + ["\(scale)\(measure) \(estimate), standard error \(error)"]
      }
      if data.isNamed("IPD_DATA"), let difference = number(data, "O_E"), let variance = number(data, "VAR") {
        result.remarks = (result.remarks ?? []) + ["O-E \(difference), variance \(variance)"]
      }
      // What the program computes from these, and the order of its lines.
      for name in ["LOG_EFFECT_SIZE", "LOG_CI_START", "LOG_CI_END", "O_E", "VAR", "SE", "ORDER"]
        as [StaticString]
      {
        _ = data.attribute(name)
      }
      return result
    }

    /// The pooled result of an outcome or a subgroup; `nil` when the review shows no total for it.
    func pooled(_ total: XMLElement, id: String, shown: Set<String>) -> StudyResult? {
      for name in ["LOG_EFFECT_SIZE", "LOG_CI_START", "LOG_CI_END", "Z", "Q", "P_Q", "I2_Q"] as [StaticString]
      {
        _ = total.attribute(name)
      }
      let studies = number(total, "STUDIES").flatMap { Int($0) }
      guard shown.contains(totals), !total.isNamed("OTHER_OUTCOME") else { return nil }
      var result = figures(total, id: id)
      result.level = levels.total
      result.studies = studies
      result.method = method
      if !graph.isEmpty {
        result.remarks = (result.remarks ?? []) + ["graph: \(graph.joined(separator: " | "))"]
      }
      result.weight = number(total, "WEIGHT").flatMap { RevManText.rounded($0, decimals: 1) }
      guard result.effect != nil else { return result }
      result.p = number(total, "P_Z").flatMap(RevManText.pValue).map { Located($0, at: total.location) }
      var heterogeneity = StudyResult.Heterogeneity()
      heterogeneity.iSquared = number(total, "I2").flatMap { RevManText.rounded($0, decimals: 0) }
      heterogeneity.tauSquared = number(total, "TAU2").flatMap { RevManText.rounded($0, decimals: 2) }
      heterogeneity.chiSquared = number(total, "CHI2").flatMap { RevManText.rounded($0, decimals: 2) }
      heterogeneity.degreesOfFreedom = number(total, "DF")
      heterogeneity.p = number(total, "P_CHI2").flatMap(RevManText.pValue)
      if (studies ?? 2) > 1 { result.heterogeneity = heterogeneity }
      return result
    }

    /// The groups and the effect.
    ///
    /// An effect that cannot be estimated has numbers all the same, mostly zero, and they mean nothing.
    private func figures(_ data: XMLElement, id: String) -> StudyResult {
      var result = StudyResult(id: id, outcome: Located(name, at: element.location), location: data.location)
      result.unit = unit
      result.comparison = .betweenGroups
      result.remarks = comparison.map { ["comparison: \($0)"] }
      if isSwapped {
        result.remarks = (result.remarks ?? []) + ["the effect is that of not having the event"]
      }
      result.arms = [arm(data, labels.0, "_1"), arm(data, labels.1, "_2")].compactMap { $0 }
      if data.attribute("ESTIMABLE") == "NO" {
        result.finding = "not estimable"
        for name in ["EFFECT_SIZE", "CI_START", "CI_END"] as [StaticString] { _ = data.attribute(name) }
        return result
      }
      guard isComputed, let size = number(data, "EFFECT_SIZE"), let value = parseNumber(size),
        value > 0 || !Self.ratios.contains(measure)
      else { return result }
      let effect = StudyResult.Effect(
        measure: measure, number: size, printed: RevManText.rounded(size, decimals: 2))
      result.effect = effect.map { Located($0, at: data.location) }
      if let lower = number(data, "CI_START"), let upper = number(data, "CI_END") {
        result.interval = StudyResult.Interval(
          lower: lower, upper: upper, printedLower: RevManText.rounded(lower, decimals: 2),
          printedUpper: RevManText.rounded(upper, decimals: 2)
        ).map { Located($0, at: data.location) }
      }
      return result
    }

    private static let ratios: Set = ["OR", "RR", "HR", "Peto OR", "rate ratio"]

    private func arm(_ data: XMLElement, _ label: String?, _ side: String) -> StudyResult.Arm? {
      let isFirst = side == "_1"
      func value(_ first: StaticString, _ second: StaticString) -> String? {
        number(data, isFirst ? first : second)
      }
      let arm = StudyResult.Arm(
        name: label ?? (isFirst ? "Experimental" : "Control"),
        events: value("EVENTS_1", "EVENTS_2").flatMap { Int($0) },
        count: value("TOTAL_1", "TOTAL_2").flatMap { Int($0) }, mean: value("MEAN_1", "MEAN_2"),
        standardDeviation: value("SD_1", "SD_2"))
      let isEmpty = arm.events == nil && arm.count == nil && arm.mean == nil
      return isEmpty ? nil : arm
    }

    /// The text of an attribute that holds a number; a blank one holds none.
    private func number(_ element: XMLElement, _ name: StaticString) -> String? {
      element.attribute(name).flatMap { parseNumber($0) == nil ? nil : $0.trimmed }
    }
  }
}
