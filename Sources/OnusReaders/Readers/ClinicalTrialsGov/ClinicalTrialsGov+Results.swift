internal import OnusModel

extension ClinicalTrialsGov {
  /// Reads what the study found: who took part and left, outcomes with their analyses, harms.
  static func readResults(_ results: XMLElement, into study: inout Study) {
    for element in results.elements {
      if element.isNamed("participant_flow") {
        readFlow(element, into: &study)
      } else if element.isNamed("baseline") {
        readBaseline(element, into: &study)
      } else if element.isNamed("outcome_list") {
        for (index, outcome) in element.children("outcome").enumerated() {
          study.results += self.results(of: outcome, id: "outcome-\(index + 1)", study: &study)
        }
      } else if element.isNamed("reported_events") {
        readHarms(element, into: &study)
      } else if element.isNamed("limitations_and_caveats") {
        study.limitations += [element.nonEmptyText.map { Located($0, at: element.location) }].compactMap {
          $0
        }
      }
    }
    study.setBasis(of: "results", section: "clinical_results")
    study.setBasis(of: "harms", section: "reported_events")
    study.setBasis(of: "sample.arms", section: "participant_flow")
  }

  /// The names of groups by their number; what describes them is kept once.
  static func groups(_ parent: XMLElement, study: inout Study) -> Groups {
    var groups = Groups()
    for element in parent.items(of: "group_list", "group") {
      guard let id = element.attribute("group_id") else { continue }
      let group = RegisterEntry.Arm(
        name: element.text(at: "title") ?? id, description: element.text(at: "description"))
      groups.add(id, group.name)
      let isKnown = study.registerEntry?.groups.contains(group) ?? true
      if !isKnown { study.registerEntry?.groups.append(group) }
    }
    return groups
  }

  private static func results(of outcome: XMLElement, id: String, study: inout Study) -> [StudyResult] {
    let groups = groups(outcome, study: &study)
    guard let title = outcome.text(at: "title") else { return [] }
    var template = StudyResult(
      id: id, outcome: Located(title, at: outcome.location), location: outcome.location)
    template.role = role(outcome.text(at: "type"))
    template.timePoint = outcome.text(at: "time_frame")
    let remarks = [outcome.text(at: "description"), outcome.text(at: "population")].compactMap { $0 }
    template.remarks = remarks.isEmpty ? nil : remarks
    var results = measures(outcome, template, groups)
    let analyses = outcome.items(of: "analysis_list", "analysis")
    for (index, analysis) in analyses.enumerated() {
      let members = analysis.child("group_id_list")?.children("group_id").compactMap(\.nonEmptyText) ?? []
      // One analysis of all figures of an outcome belongs to them; else it stands for itself.
      if analyses.count == 1, results.count == 1, Set(members) == Set(groups.ids) {
        read(analysis, groups: members.count, into: &results[0])
      } else {
        var result = template
        result.id = "\(id)-analysis-\(index + 1)"
        result.location = analysis.location
        result.arms = members.map { StudyResult.Arm(name: groups[$0]) }
        read(analysis, groups: members.count, into: &result)
        results.append(result)
      }
    }
    if results.isEmpty { results = [template] }
    return results
  }

  private static func role(_ type: String?) -> StudyResult.Role? {
    switch type {
    case "Primary": .primary
    case "Secondary": .secondary
    case "Other Pre-specified": .exploratory
    case "Post-Hoc", "Post Hoc": .notPrespecified
    default: nil
    }
  }

  private static func read(_ analysis: XMLElement, groups: Int, into result: inout StudyResult) {
    result.comparison = groups > 1 ? .betweenGroups : nil
    let method = [analysis.text(at: "method"), analysis.text(at: "method_desc")].compactMap { $0 }
    result.method = method.isEmpty ? nil : method.joined(separator: "; ")
    if let measure = analysis.text(at: "param_type"), let element = analysis.child("param_value") {
      let effect = StudyResult.Effect(measure: measure, number: element.text)
      result.effect = effect.map { Located($0, at: element.location) }
    }
    readInterval(analysis, into: &result)
    if let percent = analysis.text(at: "ci_percent").flatMap(parseNumber) { result.level = percent }
    _ = analysis.text(at: "ci_n_sides")
    if let element = analysis.child("p_value") {
      let text = element.text
      let p = StudyResult.PValue(parsing: text)
      result.p = p.map { Located($0, at: element.location) }
      if p == nil, !text.isEmpty { result.remarks = (result.remarks ?? []) + ["p value: \(text)"] }
    }
    let names: [StaticString] = [
      "groups_desc", "non_inferiority", "non_inferiority_type", "non_inferiority_desc", "p_value_desc",
      "estimate_desc",
      "other_analysis_desc", "ci_upper_limit_na_comment", "ci_lower_limit_na_comment",
    ]
    let remarks = names.compactMap { analysis.text(at: $0) }
    if !remarks.isEmpty { result.remarks = (result.remarks ?? []) + remarks }
    if let kind = analysis.text(at: "dispersion_type"), let value = analysis.text(at: "dispersion_value") {
      result.remarks = (result.remarks ?? []) + ["\(kind): \(value)"]
    }
  }

  /// Reads the interval; one with a single end, as of a one-sided test, is told in words.
  private static func readInterval(_ analysis: XMLElement, into result: inout StudyResult) {
    let lower = analysis.text(at: "ci_lower_limit")
    let upper = analysis.text(at: "ci_upper_limit")
    guard lower != nil || upper != nil else { return }
    let place = analysis.child("ci_lower_limit")?.location
    let interval = StudyResult.Interval(lower: lower ?? "", upper: upper ?? "")
    result.interval = interval.map { Located($0, at: place) }
    guard interval == nil else { return }
    let sides = analysis.text(at: "ci_n_sides").map { "\($0) " } ?? ""
    let text = "\(sides)confidence interval: \(lower ?? "no lower limit") to \(upper ?? "no upper limit")"
    result.remarks = (result.remarks ?? []) + [text]
  }

  /// The groups of a part of the results, in the order of the file.
  struct Groups {
    private(set) var ids: [String] = []
    private var names: [String: String] = [:]

    mutating func add(_ id: String, _ name: String) {
      ids.append(id)
      names[id] = name
    }

    /// The name of a group, or its number when the list does not have it.
    subscript(id: String) -> String { names[id] ?? id }
  }
}
