internal import OnusModel

extension ICTRP {
  /// A trial in the form of OpenTrials, whose values are texts in some files and attributes in others.
  static func openTrial(_ record: XMLElement) -> RegisteredTrial {
    let identification = record.child("trial_identification")
    var trial = RegisteredTrial(source: text(identification?.child("reg_name")) ?? "OpenTrials")
    trial.register = text(identification?.child("reg_name"))
    trial.number = text(identification?.child("trial_id")) ?? text(identification?.child("opentrials_id"))
    trial.publicTitle = text(identification?.child("public_title"))
    trial.scientificTitle = text(identification?.child("scientific_title"))
    trial.acronym =
      text(identification?.child("acronym")) ?? text(identification?.child("scientific_acronym"))
    for element in [identification?.child("utn"), identification?.child("utrn_number")] {
      guard let element, let number = text(element) else { continue }
      trial.otherNumbers.append(
        Located(AccessionNumber(bank: "WHO UTN", number: number), at: element.location))
    }
    readNumbers(record, into: &trial)
    if let identification { readNumbers(identification, into: &trial) }
    if let date = date(record.attribute("date_registration")) {
      trial.registered = date
      trial.dates.append(.init("registered", date))
    }
    for sponsor in record.child("sponsors_and_support")?.elements.map(\.self) ?? [] {
      guard let name = text(sponsor.child("name")) else { continue }
      if sponsor.isNamed("primary_sponsor") { trial.sponsors.append(name) }
      if sponsor.isNamed("secondary_sponsor") { trial.collaborators.append(name) }
      if sponsor.isNamed("source_support") { trial.funders.append(name) }
    }
    readSubject(record, into: &trial)
    if let recruitment = record.child("recruitment") { read(recruitment: recruitment, into: &trial) }
    if let study = record.child("study") ?? record.child("study_type") {
      read(study: study, record, into: &trial)
    }
    for person in record.items(of: "contacts", "person") { addPerson(person, into: &trial) }
    trial.addresses = record.items(of: "references", "link").compactMap { $0.attribute("url") }
    trial.sections = ["design": "study_design", "sample": "target_size", "outcomes": "primary_outcome"]
    return trial
  }

  private static func readSubject(_ record: XMLElement, into trial: inout RegisteredTrial) {
    if let element = record.descendant("health_conditions", "freetext"), let text = text(element) {
      trial.conditions = [Located(text, at: element.location)]
    }
    if let element = record.descendant("interventions", "freetext"), let text = text(element) {
      trial.treatments = [Located(.init(name: text), at: element.location)]
    }
    let lists =
      record.items(of: "health_conditions", "keyword") + record.items(of: "interventions", "keyword")
    trial.keywords = lists.compactMap { text($0.child("text") ?? $0) }
    for element in record.child("outcomes")?.elements.map(\.self) ?? [] {
      guard let name = value(element) else { continue }
      trial.outcomes.append(
        Located(
          .init(role: element.isNamed("primary_outcome") ? .primary : .secondary, name: name),
          at: element.location))
    }
  }

  private static func read(recruitment: XMLElement, into trial: inout RegisteredTrial) {
    trial.status = recruitment.attribute("status") ?? recruitment.attribute("study_status")
    trial.countries = recruitment.children("recruitment_country").compactMap(value)
    trial.eligibility.inclusion = lines(recruitment.child("inclusion_criteria"))
    trial.eligibility.exclusion = lines(recruitment.child("exclusion_criteria"))
    trial.eligibility.sex = recruitment.child("gender").flatMap(value)
    trial.eligibility.minimumAge = age(recruitment.child("agemin"))
    trial.eligibility.maximumAge = age(recruitment.child("agemax"))
    for (name, isActual) in [("date_enrolment_anticipated", false), ("date_enrolment_actual", true)]
      as [(StaticString, Bool)]
    {
      guard let element = recruitment.child(name) else { continue }
      if let date = date(element.attribute("start") ?? text(element)) {
        trial.dates.append(.init("start", date, isActual: isActual))
      }
      if let date = date(element.attribute("end")) {
        trial.dates.append(.init("recruitment end", date, isActual: isActual))
      }
    }
    if let element = recruitment.child("target_size"), let count = value(element).flatMap({ Int($0) }) {
      trial.planned = Located(count, at: element.location)
    }
  }

  private static func read(study: XMLElement, _ record: XMLElement, into trial: inout RegisteredTrial) {
    let element = study.child("study_design")
    func fact(_ name: StaticString) -> String? {
      (study.child(name).flatMap(value) ?? element?.attribute(name))?.replacing("-", with: " ")
    }
    trial.design.type = study.child("type").flatMap(value) ?? record.attribute("type")
    trial.design.allocation = fact("allocation")?.replacing("non random", with: "non-random")
    trial.design.model = fact("intervention_assignment")
    trial.design.masking = fact("masking")
    trial.design.groups = (study.attribute("number_of_arms") ?? element?.attribute("number_of_arms")).flatMap
    {
      Int($0)
    }
    trial.purpose = fact("purpose")
    trial.phase = study.child("phase").flatMap(value)
    if let element, let text = text(element) { trial.notes.append(Located(text, at: element.location)) }
  }

  /// The value of an element, in an attribute or as its text.
  private static func value(_ element: XMLElement) -> String? {
    guard let value = element.attribute("value")?.collapsed else { return text(element) }
    return isNothing(value) ? nil : value
  }

  private static func age(_ element: XMLElement?) -> String? {
    // A highest age of 0 is how a field that was left empty is written.
    guard let element, let number = value(element), number != "0" || element.isNamed("agemin") else {
      return nil
    }
    let unit = element.attribute("unit").flatMap { isNothing($0) ? nil : $0 }
    return [number, unit].compactMap { $0 }.joined(separator: " ")
  }
}
