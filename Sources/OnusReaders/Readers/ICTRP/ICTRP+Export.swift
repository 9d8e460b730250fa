internal import OnusModel

extension ICTRP {
  /// A trial of an export of the search portal: a flat list of fields.
  static func exported(_ record: XMLElement) -> RegisteredTrial {
    var trial = RegisteredTrial(source: "WHO ICTRP")
    trial.number = text(record.child("TrialID"))
    trial.register = text(record.child("Source_Register"))
    trial.publicTitle = text(record.child("Public_title"))
    trial.scientificTitle = text(record.child("Scientific_title"))
    trial.acronym = text(record.child("Acronym"))
    if let number = text(record.child("Internal_Number")) {
      trial.otherNumbers.append(
        Located(AccessionNumber(bank: "ICTRP", number: number), at: record.child("Internal_Number")?.location)
      )
    }
    for entry in list(record.child("Secondary_ID")) {
      trial.otherNumbers.append(
        entry.map { AccessionNumber(bank: bank($0), number: $0) })
    }
    trial.sponsors = [text(record.child("Primary_sponsor"))].compactMap { $0 }
    trial.collaborators = list(record.child("Secondary_Sponsor")).map(\.value)
    trial.funders = list(record.child("Source_Support")).map(\.value).filter {
      !$0.lowercased().hasPrefix("please refer to")
    }
    readDates(record, into: &trial)
    readPeople(record, into: &trial)
    readMethods(record, into: &trial)
    readFindings(record, into: &trial)
    return trial
  }

  private static func readDates(_ record: XMLElement, into trial: inout RegisteredTrial) {
    // The third form of the date is the only one that is the same in all exports.
    let printed = text(record.child("Date_registration"))
    let safe = text(record.child("Date_registration3")).map(PartialDate.init(written:))
    if var date = safe?.year == nil ? date(printed) : safe {
      date.printed = printed ?? date.printed
      trial.registered = date
      trial.dates.append(.init("registered", date))
    }
    let events: [(StaticString, String)] = [
      ("Date_enrollement", "start"), ("Last_Refreshed_on", "updated in the portal"),
      ("results_date_completed", "completion"), ("results_date_posted", "results posted"),
      ("results_date_first_publication", "results published"),
      ("Ethics_review_approval_date", "ethics approval"),
    ]
    for (name, event) in events {
      if let date = date(text(record.child(name))) { trial.dates.append(.init(event, date)) }
    }
    // Alone among the dates it is written with the month first.
    if let text = text(record.child("Export_date")) {
      let parts = text.split { $0 == "/" || $0 == " " }.map(String.init)
      let numbers = parts.prefix(3).compactMap { Int($0) }
      var date =
        numbers.count == 3
        ? PartialDate(year: numbers[2], month: numbers[0], day: numbers[1]) : PartialDate(written: text)
      if let day = date.iso8601, date.isPossible, numbers.count == 3 {
        date.printed = ([day] + parts.dropFirst(3)).joined(separator: " ")
      } else {
        date = PartialDate(written: text)
      }
      trial.dates.append(.init("exported", date))
    }
  }

  /// Reads the people to ask, whose given and family names are two lists.
  private static func readPeople(_ record: XMLElement, into trial: inout RegisteredTrial) {
    guard let families = record.child("Contact_Lastname").map({ $0.text.split(separator: ";") }) else {
      return
    }
    let given =
      record.child("Contact_Firstname")?.text.split(separator: ";", omittingEmptySubsequences: false) ?? []
    for (index, family) in families.enumerated() where !isNothing(family.trimmed) {
      let first = index < given.count ? given[index].trimmed : ""
      let parts = family.split(separator: ",").map(\.trimmed)
      let name = first.isEmpty ? PersonName(parts[0]) : PersonName(family: parts[0], given: first)
      guard var person = name?.contributor(role: Contributor.Role(rawValue: "contact")) else { continue }
      if parts.count > 1 { person.attributes["degrees"] = parts.dropFirst().joined(separator: ", ") }
      if !trial.contributors.contains(where: { $0.citationName == person.citationName }) {
        trial.contributors.append(person)
      }
    }
  }

  private static func readMethods(_ record: XMLElement, into trial: inout RegisteredTrial) {
    trial.sections = [
      "design": "Study_design", "sample": "Target_size", "conditions": "Condition",
      "outcomes": "Primary_outcome",
    ]
    (trial.design, trial.purpose) = design(
      text(record.child("Study_design")), type: text(record.child("Study_type")))
    trial.phase = text(record.child("Phase"))
    trial.status = text(record.child("Recruitment_Status"))
    if let element = record.child("Target_size") {
      if let count = element.digits {
        trial.planned = Located(count, at: element.location)
      } else if let text = text(element) {
        trial.planned = sum(ofGroups: text).map { Located($0, at: element.location) }
        trial.notes.append(Located("Target size: \(text)", at: element.location))
      }
    }
    trial.conditions = list(record.child("Condition"))
    trial.treatments = list(record.child("Intervention")).map { $0.map(treatment) }
    trial.countries = list(record.child("Countries")).map(\.value)
    readCriteria(record, into: &trial.eligibility)
    trial.eligibility.sex = text(record.child("Inclusion_gender"))
    trial.eligibility.minimumAge = text(record.child("Inclusion_agemin"))
    trial.eligibility.maximumAge = text(record.child("Inclusion_agemax"))
    for (name, role) in [("Primary_outcome", .primary), ("Secondary_outcome", .secondary)]
      as [(StaticString, StudyResult.Role)]
    {
      trial.outcomes += list(record.child(name)).map { entry in
        entry.map { RegisterEntry.Outcome(role: role, name: $0) }
      }
    }
    if let element = record.child("Prospective_registration"), let text = text(element) {
      trial.notes.append(Located("Prospective registration: \(text)", at: element.location))
    }
  }

  /// The sum of "Group A:30;Group B:32;", which is how China's register gives the size of a trial.
  static func sum(ofGroups text: String) -> Int? {
    let groups = text.split(separator: ";").filter { !$0.trimmed.isEmpty }
    let sizes = groups.map { group -> Int? in
      let parts = group.split(separator: ":")
      return parts.count > 1 && parts[parts.count - 1].count <= 9 ? Int(parts[parts.count - 1].trimmed) : nil
    }
    let known = sizes.compactMap { $0 }
    return known.count == sizes.count && !known.isEmpty ? known.reduce(0, +) : nil
  }

  /// Reads who can take part; where the register has one text for both, the portal calls it the inclusion.
  private static func readCriteria(
    _ record: XMLElement, into eligibility: inout RegisterEntry.Eligibility
  ) {
    let inclusion = lines(record.child("Inclusion_Criteria"))
    eligibility.exclusion = lines(record.child("Exclusion_Criteria"))
    guard eligibility.exclusion == nil, let inclusion else {
      eligibility.inclusion = inclusion
      return
    }
    eligibility.read(criteria: inclusion.split(separator: "\n").map(String.init))
    if eligibility.exclusion == nil { eligibility.inclusion = inclusion }
  }

  private static func readFindings(_ record: XMLElement, into trial: inout RegisteredTrial) {
    for name in ["web_address", "results_url_link", "results_url_protocol"] as [StaticString] {
      guard let element = record.child(name), let text = text(element) else { continue }
      if name.description == "results_url_link", let identifier = WebAddress.identifier(text) {
        trial.publications.append(Located(identifier, at: element.location))
      } else if !trial.addresses.contains(text) {
        trial.addresses.append(text)
      }
    }
    for name in ["results_summary", "results_baseline_char", "results_outcome_measures"] as [StaticString] {
      if let element = record.child(name), let text = lines(element) {
        trial.findings.append(Located(text, at: element.location))
      }
    }
    if let element = record.child("results_adverse_events"), let text = lines(element) {
      trial.harms.append(Located(text, at: element.location))
    }
    trial.dataSharing = [
      text(record.child("results_ipd_plan")), text(record.child("results_ipd_description")),
    ].compactMap { $0 }
  }
}
