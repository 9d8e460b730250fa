internal import OnusModel

extension ClinicalTrialsGov {
  /// Reads what the people were like at the start.
  static func readBaseline(_ baseline: XMLElement, into study: inout Study) {
    let groups = groups(baseline, study: &study)
    let counts = counts(baseline, groups)
    for (index, measure) in baseline.items(of: "measure_list", "measure")
      .enumerated()
    {
      guard let title = measure.text(at: "title") else { continue }
      var template = StudyResult(
        id: "baseline-\(index + 1)", outcome: Located(title, at: measure.location),
        location: measure.location)
      let remarks = [measure.text(at: "description"), measure.text(at: "population")].compactMap { $0 }
      template.remarks = remarks.isEmpty ? nil : remarks
      study.registerEntry?.baseline += results(of: measure, template, groups, counts: counts)
    }
    if let text = baseline.text(at: "population") {
      study.notes.append(Located("Baseline: \(text)", at: baseline.location))
    }
  }

  /// The figures of an outcome: one result for each class and category.
  static func measures(_ outcome: XMLElement, _ template: StudyResult, _ groups: Groups) -> [StudyResult] {
    var measures = outcome.children("measure").map(\.self)
    var counts: [String: Int] = [:]
    // Before 2017 the numbers of people were a measure of their own.
    for measure in outcome.items(of: "measure_list", "measure") {
      if measure.text(at: "title") == "Number of Participants", counts.isEmpty {
        for value in values(measure) {
          counts[value.group] = value.element.attribute("value").flatMap { Int($0) }
        }
        measure.child("units")?.markRead()
        measure.child("param")?.markRead()
      } else {
        measures.append(measure)
      }
    }
    return measures.flatMap { measure in
      // They repeat what the outcome says.
      for name in ["title", "description", "population"] as [StaticString] {
        let child = measure.child(name)
        if let child, child.text == outcome.child(name)?.text { child.markRead() }
      }
      return results(
        of: measure, template, groups, counts: counts.merging(self.counts(measure, groups)) { $1 })
    }
  }

  private static func values(_ parent: XMLElement) -> [(group: String, element: XMLElement)] {
    var values: [(String, XMLElement)] = []
    for category in parent.items(of: "category_list", "category") {
      for element in category.items(of: "measurement_list", "measurement") {
        if let group = element.attribute("group_id") { values.append((group, element)) }
      }
    }
    return values
  }

  /// How many people were counted in each group.
  private static func counts(_ parent: XMLElement, _ groups: Groups) -> [String: Int] {
    var counts: [String: Int] = [:]
    for analyzed in parent.items(of: "analyzed_list", "analyzed") {
      // Lesions or visits may be counted beside people.
      guard analyzed.child("units").map({ $0.text == "Participants" }) ?? true else { continue }
      analyzed.child("scope")?.markRead()
      for count in analyzed.items(of: "count_list", "count") {
        guard let group = count.attribute("group_id") else { continue }
        counts[group] = count.attribute("value").flatMap { Int($0) }
      }
    }
    return counts
  }

  private static func results(
    of measure: XMLElement, _ template: StudyResult, _ groups: Groups, counts: [String: Int]
  ) -> [StudyResult] {
    let statistic = measure.text(at: "param") ?? ""
    let dispersion = measure.text(at: "dispersion")
    let unit = measure.text(at: "units")
    var results: [StudyResult] = []
    let classes = measure.child("class_list")?.children("class").map(\.self) ?? [measure]
    for element in classes {
      let classTitle = element.index == measure.index ? nil : element.text(at: "title")
      let classCounts = counts.merging(self.counts(element, groups)) { $1 }
      for category in element.items(of: "category_list", "category") {
        var result = template
        if !results.isEmpty { result.id += "-\(results.count + 1)" }
        let parts = [classTitle, category.text(at: "title") ?? category.text(at: "sub_title")].compactMap {
          $0
        }
        result.part = parts.isEmpty ? nil : parts.joined(separator: ": ")
        result.unit = unit
        result.location = category.location
        for value in category.items(of: "measurement_list", "measurement") {
          guard let group = value.attribute("group_id") else { continue }
          result.arms.append(
            arm(value, groups[group], classCounts[group], statistic, dispersion: dispersion, unit: unit))
        }
        if result.arms.count == 1 {
          result.comparison = .singleGroup
          let arm = result.arms[0]
          if let count = arm.events, let total = arm.count {
            result.events = StudyResult.Events(count: count, total: total).map {
              Located($0, at: category.location)
            }
          }
        }
        results.append(result)
      }
    }
    return results
  }

  private static func arm(
    _ value: XMLElement, _ name: String, _ count: Int?, _ statistic: String, dispersion: String?,
    unit: String?
  ) -> StudyResult.Arm {
    var arm = StudyResult.Arm(name: name, count: count)
    let note = value.nonEmptyText
    let printed = value.attribute("value") ?? note ?? ""
    let spread = value.attribute("spread")
    let lower = value.attribute("lower_limit")
    let upper = value.attribute("upper_limit")
    let people: Set = ["participants", "patients", "subjects"]
    let countsPeople =
      statistic == "Count of Participants"
      || statistic == "Number" && people.contains(unit?.lowercased() ?? "")
    if countsPeople, let events = Int(printed) {
      arm.events = events
    } else if statistic == "Mean", parseNumber(printed) != nil {
      arm.mean = printed
    }
    if arm.mean != nil, dispersion == "Standard Deviation", lower == nil, upper == nil {
      arm.standardDeviation = spread
    } else if arm.events == nil || spread != nil || lower != nil || upper != nil {
      arm.figure = StudyResult.Figure(
        statistic: statistic, printed: printed, dispersion: dispersion, spread: spread, lower: lower,
        upper: upper)
    }
    if let note {
      arm.figure = arm.figure ?? StudyResult.Figure(statistic: statistic, printed: printed)
      arm.figure?.note = note
    }
    return arm
  }
}
