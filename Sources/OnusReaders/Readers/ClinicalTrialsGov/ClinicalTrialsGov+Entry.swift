internal import OnusModel

extension ClinicalTrialsGov {
  /// Reads status, phase, purpose, sponsors, eligibility and places.
  static func readEntry(_ record: XMLElement, into study: inout Study) {
    guard var entry = study.registerEntry else { return }
    entry.status = record.text(at: "overall_status")
    entry.whyStopped = record.text(at: "why_stopped")
    entry.phase = record.text(at: "phase").flatMap { $0 == "N/A" ? nil : $0 }
    entry.purpose = record.text(at: "study_design_info", "primary_purpose")
    if let sponsors = record.child("sponsors") {
      entry.sponsors = sponsors.children("lead_sponsor").compactMap { $0.text(at: "agency") }
      entry.collaborators = sponsors.children("collaborator").compactMap { $0.text(at: "agency") }
    }
    if let element = record.child("eligibility") { entry.eligibility = eligibility(element) }
    entry.sites = record.children("location").compactMap(site)
    study.registerEntry = entry
    for name in ["intervention_model_description", "masking_description"] as [StaticString] {
      guard let element = record.child("study_design_info")?.child(name), let text = element.nonEmptyText
      else { continue }
      study.notes.append(Located(text, at: element.location))
    }
    readSetting(record, entry, into: &study)
  }

  /// Reads who can take part; the criteria are one text, and are parted where it has one heading for each.
  private static func eligibility(_ element: XMLElement) -> RegisterEntry.Eligibility {
    var eligibility = RegisterEntry.Eligibility()
    if let text = element.descendant("criteria", "textblock")?.rawText {
      eligibility.read(criteria: WrappedText.paragraphs(text))
    }
    eligibility.sex = element.text(at: "gender")
    eligibility.minimumAge = age(element.text(at: "minimum_age"))
    eligibility.maximumAge = age(element.text(at: "maximum_age"))
    switch element.text(at: "healthy_volunteers") {
    case "Accepts Healthy Volunteers", "Yes": eligibility.acceptsHealthyVolunteers = true
    case "No": eligibility.acceptsHealthyVolunteers = false
    default: break
    }
    let population = element.descendant("study_pop", "textblock").flatMap { WrappedText.lines($0.rawText) }
    let parts = [population, element.text(at: "sampling_method")].compactMap { $0 }
    eligibility.population = parts.isEmpty ? nil : parts.joined(separator: "\n")
    return eligibility
  }

  private static func age(_ text: String?) -> String? { text == "N/A" ? nil : text }

  private static func site(_ location: XMLElement) -> String? {
    guard let facility = location.child("facility") else { return nil }
    let address = facility.child("address")
    let parts = [
      facility.text(at: "name"), address?.text(at: "city"), address?.text(at: "state"),
      address?.text(at: "zip"), address?.text(at: "country"), location.text(at: "status").map { "(\($0))" },
    ]
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? nil : text
  }

  /// Sets the setting: the countries, and the number of places.
  private static func readSetting(_ record: XMLElement, _ entry: RegisterEntry, into study: inout Study) {
    guard let list = record.child("location_countries") else { return }
    var text = list.children("country").compactMap(\.nonEmptyText).joined(separator: ", ")
    guard !text.isEmpty else { return }
    if entry.sites.count > 1 { text += " (\(entry.sites.count) sites)" }
    study.setting = Located(.value(text), at: list.location)
  }
}
