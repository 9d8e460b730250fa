internal import OnusModel

extension ClinicalTrialsGov {
  /// The facts of the study.
  static func study(_ record: XMLElement, number: String) -> Study {
    var study = Study(
      number: number, registration: Registration(parsing: number), register: register, design: design(record),
      section: "study_design_info",
      at: (record.child("study_design_info") ?? record.child("study_design") ?? record).location)
    study.location = record.location
    study.reports = [Located(Identifier(.trial, number), at: record.location)]
    study.title = record.text(at: "brief_title")
    if let acronym = record.text(at: "acronym") { study.name = acronym }
    study.conditions = located(record.children("condition"))
    readTreatments(record, into: &study)
    readOutcomes(record, into: &study)
    readEnrolment(record, into: &study)
    readEntry(record, into: &study)
    study.readComparator()
    study.readParticipants()
    study.readFollowUp(section: "primary_outcome")
    if let text = record.text(at: "target_duration"), let duration = StudyDuration(parsing: text) {
      study.durations.followUp = Located(
        .value(duration), at: record.child("target_duration")?.location)
      study.setBasis(of: "duration", section: "target_duration")
    }
    if let results = record.child("clinical_results") { readResults(results, into: &study) }
    return study
  }

  static func located(_ elements: XMLElements) -> [Located<String>] {
    elements.compactMap { element in element.nonEmptyText.map { Located($0, at: element.location) } }
  }

  /// The design, from its own fields or from the one line of text that was there before 2016.
  private static func design(_ record: XMLElement) -> TrialDesign {
    var design = TrialDesign(type: record.text(at: "study_type"))
    let groups = record.child("number_of_arms") ?? record.child("number_of_groups")
    design.groups = groups?.digits
    if let line = record.text(at: "study_design") {
      let fields = fields(of: line)
      design.allocation = fields["Allocation"]
      design.model = fields["Intervention Model"] ?? fields["Observational Model"]
      design.perspective = fields["Time Perspective"]
      design.masking = fields["Masking"]
    }
    guard let info = record.child("study_design_info") else { return design }
    design.allocation = info.text(at: "allocation") ?? design.allocation
    design.model =
      info.text(at: "intervention_model") ?? info.text(at: "observational_model") ?? design.model
    design.perspective = info.text(at: "time_perspective") ?? design.perspective
    design.masking = info.text(at: "masking") ?? design.masking
    return design
  }

  /// The fields of "Allocation: Randomized, Masking: Double (Subject, Investigator), Primary Purpose: …".
  private static func fields(of line: String) -> [String: String] {
    var fields: [String: String] = [:]
    var name: String?
    for part in line.split(separator: ",").map(\.trimmed) {
      if let colon = part.firstIndex(of: ":") {
        let key = String(part[..<colon])
        fields[key] = part[part.index(after: colon)...].trimmed
        name = key
      } else if let name {
        fields[name]? += ", \(part)"
      }
    }
    return fields
  }

  private static func readTreatments(_ record: XMLElement, into study: inout Study) {
    for element in record.children("intervention") {
      guard let name = element.text(at: "intervention_name") else { continue }
      let treatment = RegisterEntry.Treatment(
        name: name, kind: element.text(at: "intervention_type"), description: element.text(at: "description"),
        otherNames: element.children("other_name").compactMap(\.nonEmptyText),
        arms: element.children("arm_group_label").compactMap(\.nonEmptyText))
      study.registerEntry?.treatments.append(treatment)
      study.interventions.append(Located(name, at: element.location))
    }
    for element in record.children("arm_group") {
      guard let name = element.text(at: "arm_group_label") else { continue }
      study.registerEntry?.arms.append(
        .init(
          name: name, kind: element.text(at: "arm_group_type"), description: element.text(at: "description")))
    }
  }

  private static func readOutcomes(_ record: XMLElement, into study: inout Study) {
    for element in record.elements {
      let role: StudyResult.Role?
      if element.isNamed("primary_outcome") {
        role = .primary
      } else if element.isNamed("secondary_outcome") {
        role = .secondary
      } else if element.isNamed("other_outcome") {
        role = nil
      } else {
        continue
      }
      guard let name = element.text(at: "measure") else { continue }
      let outcome = RegisterEntry.Outcome(
        role: role, name: name, timeFrame: element.text(at: "time_frame"),
        description: element.text(at: "description"))
      study.registerEntry?.outcomes.append(outcome)
      if role == .primary { study.primaryOutcomes.append(Located(name, at: element.location)) }
      if role == .secondary { study.secondaryOutcomes.append(Located(name, at: element.location)) }
    }
  }

  /// Reads how many people take part: only a number marked as actual says that they did.
  private static func readEnrolment(_ record: XMLElement, into study: inout Study) {
    guard let element = record.child("enrollment"), let count = element.digits else { return }
    let stage: SampleSize.Stage = element.attribute("type") == "Actual" ? .enrolled : .planned
    study.sample = SampleSize(counts: [stage: Located(.value(count), at: element.location)])
    study.setBasis(of: "sample", section: "enrollment")
  }
}
