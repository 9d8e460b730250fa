internal import OnusModel

extension ICTRP {
  /// A trial as a register hands it to the WHO.
  static func submitted(_ record: XMLElement, _ main: XMLElement) -> RegisteredTrial {
    var trial = RegisteredTrial(source: text(main.child("reg_name")) ?? "WHO ICTRP")
    trial.number = text(main.child("trial_id"))
    trial.register = text(main.child("reg_name"))
    trial.publicTitle = text(main.child("public_title"))
    trial.scientificTitle = text(main.child("scientific_title"))
    trial.acronym = text(main.child("acronym")) ?? text(main.child("scientific_acronym"))
    if let element = main.child("utrn"), let number = text(element) {
      trial.otherNumbers.append(
        Located(AccessionNumber(bank: "WHO UTN", number: number), at: element.location))
    }
    readNumbers(record, into: &trial)
    trial.sponsors = [text(main.child("primary_sponsor"))].compactMap { $0 }
    trial.collaborators = record.items(of: "secondary_sponsor", "sponsor_name").compactMap(text)
    trial.funders = record.items(of: "source_support", "source_name").compactMap(text)
    if let date = date(text(main.child("date_registration"))) {
      trial.registered = date
      trial.dates.append(.init("registered", date))
    }
    if let date = date(text(main.child("date_enrolment"))) {
      let kind = text(main.child("type_enrolment"))?.lowercased()
      trial.dates.append(.init("start", date, isActual: kind.map { $0 == "actual" }))
    }
    trial.addresses = [text(main.child("url"))].compactMap { $0 }
    trial.status = text(main.child("recruitment_status"))
    trial.phase = text(main.child("phase"))
    (trial.design, trial.purpose) = design(
      text(main.child("study_design")), type: text(main.child("study_type")))
    if let element = main.child("target_size"), let count = element.digits {
      trial.planned = Located(count, at: element.location)
    }
    trial.sections = [
      "design": "study_design", "sample": "target_size", "conditions": "hc_freetext",
      "outcomes": "primary_outcome",
    ]
    readLists(record, main, into: &trial)
    return trial
  }

  static func readNumbers(_ record: XMLElement, into trial: inout RegisteredTrial) {
    for element in record.items(of: "secondary_ids", "secondary_id") {
      guard let number = text(element.child("sec_id")) else { continue }
      let bank = text(element.child("issuing_authority")) ?? bank(number)
      trial.otherNumbers.append(
        Located(AccessionNumber(bank: bank, number: number), at: element.location))
    }
  }

  private static func readLists(_ record: XMLElement, _ main: XMLElement, into trial: inout RegisteredTrial) {
    func located(_ element: XMLElement?) -> [Located<String>] {
      guard let element, let text = text(element) else { return [] }
      return [Located(text, at: element.location)]
    }
    trial.conditions = located(main.child("hc_freetext"))
    trial.treatments = located(main.child("i_freetext")).map { $0.map { .init(name: $0) } }
    trial.keywords =
      (record.items(of: "health_condition_keyword", "hc_keyword")
      + record.items(of: "intervention_keyword", "i_keyword")).compactMap(text)
    trial.countries = record.items(of: "countries", "country2").compactMap(text)
    if let criteria = record.child("criteria") {
      trial.eligibility.inclusion = lines(criteria.child("inclusion_criteria"))
      trial.eligibility.exclusion = lines(criteria.child("exclusion_criteria"))
      trial.eligibility.sex = text(criteria.child("gender"))
      trial.eligibility.minimumAge = text(criteria.child("agemin"))
      trial.eligibility.maximumAge = text(criteria.child("agemax"))
    }
    for (list, name, role) in [
      ("primary_outcome", "prim_outcome", .primary), ("secondary_outcome", "sec_outcome", .secondary),
    ] as [(StaticString, StaticString, StudyResult.Role)] {
      for element in record.items(of: list, name) {
        guard let text = text(element) else { continue }
        trial.outcomes.append(Located(.init(role: role, name: text), at: element.location))
      }
    }
    for contact in record.items(of: "contacts", "contact") {
      addPerson(contact, into: &trial)
    }
  }

  static func addPerson(_ contact: XMLElement, into trial: inout RegisteredTrial) {
    let given = [text(contact.child("firstname")), text(contact.child("middlename"))].compactMap { $0 }
    guard
      var person = PersonName(
        family: text(contact.child("lastname")), given: given.isEmpty ? nil : given.joined(separator: " "))?
        .contributor(role: Contributor.Role(rawValue: "contact"))
    else { return }
    let affiliation = contact.child("affiliation")
    person.affiliations = [text(affiliation?.child("name") ?? affiliation)].compactMap { $0 }
    if let kind = text(contact.child("type")) { person.attributes["type"] = kind }
    let isKnown = trial.contributors.contains {
      $0.citationName == person.citationName && $0.affiliations == person.affiliations
    }
    if !isKnown { trial.contributors.append(person) }
  }
}
