internal import OnusModel

extension ISRCTN {
  /// Reads the design, which newer records have in fields and older ones in words.
  static func read(design: XMLElement, into trial: inout RegisteredTrial) {
    trial.design.type = text(design.child("primaryStudyDesign"))
    var words: [String] = []
    func add(_ text: String?) {
      if let text, !words.contains(text) { words.append(text) }
    }
    add(text(design.child("studyDesign")))
    add(text(design.child("secondaryStudyDesign")))
    if let fields = design.child("interventionalTrialDesign") {
      trial.design.allocation = text(fields.child("allocation"))
      trial.design.masking = text(fields.child("masking"))
      trial.design.model = text(fields.child("assignment"))
      trial.purpose = fields.items(of: "purposes", "purpose").compactMap(text).first
      if let element = fields.child("control"), let control = text(element) {
        if control.lowercased() == "uncontrolled" {
          trial.control = Located("none", at: element.location)
        } else {
          trial.notes.append(Located("Control: \(control)", at: element.location))
        }
      }
    }
    for name in ["observationalTrialDesign", "observationalStudyDesign"] as [StaticString] {
      design.child(name)?.elements.forEach { add(text($0)) }
    }
    trial.design.words = words.isEmpty ? nil : words.joined(separator: "; ")
    trial.purpose = trial.purpose ?? design.items(of: "trialTypes", "trialType").compactMap(text).first
  }

  /// Reads who can take part, how many, and where.
  static func read(participants: XMLElement, into trial: inout RegisteredTrial) {
    if let element = participants.child("targetEnrolment"), let count = element.digits {
      trial.planned = Located(count, at: element.location)
    }
    if let element = participants.child("totalFinalEnrolment"), let count = element.digits {
      trial.enrolled = Located(count, at: element.location)
    }
    let countries = participants.items(of: "recruitmentCountries", "country").compactMap(text)
    // The parts of the United Kingdom are listed beside it.
    let isDoubled = countries.contains("United Kingdom")
    let parts: Set = ["England", "Scotland", "Wales", "Northern Ireland"]
    trial.countries = countries.filter { !isDoubled || !parts.contains($0) }
    for centre in participants.items(of: "trialCentres", "trialCentre") {
      _ = centre.attribute("id")
      let place = ["name", "address", "city", "state", "country", "zip"] as [StaticString]
      let text = place.compactMap { self.text(centre.child($0)) }.joined(separator: ", ")
      if !text.isEmpty { trial.sites.append(text) }
    }
    trial.eligibility.inclusion = lines(participants.child("inclusion"))
    trial.eligibility.exclusion = lines(participants.child("exclusion"))
    trial.eligibility.sex = text(participants.child("gender"))
    trial.eligibility.minimumAge = age(participants.child("lowerAgeLimit"))
    trial.eligibility.maximumAge = age(participants.child("upperAgeLimit"))
    let types = participants.items(of: "participantTypes", "participantType").compactMap(text)
    trial.eligibility.population = types.isEmpty ? nil : types.joined(separator: ", ")
    trial.status = text(participants.child("recruitmentStatusOverride"))
  }

  private static func age(_ element: XMLElement?) -> String? {
    guard let element else { return nil }
    _ = element.attribute("unit")
    _ = element.attribute("value")
    return text(element)
  }

  /// Reads conditions and interventions.
  static func readSubject(_ element: XMLElement, into trial: inout RegisteredTrial) {
    for condition in element.items(of: "conditions", "condition") {
      // In older records the description is a heading, and the second class names the disease.
      for part in [condition.child("description"), condition.child("diseaseClass2")] {
        for line in lines(part)?.split(separator: "\n").map(String.init) ?? []
        where !trial.conditions.contains(where: { $0.value == line }) {
          trial.conditions.append(Located(line, at: part?.location))
        }
      }
      if let group = text(condition.child("diseaseClass1")) { trial.keywords.append(group) }
    }
    for intervention in element.items(of: "interventions", "intervention") {
      let description = lines(intervention.child("description"))
      let drugs = text(intervention.child("drugNames"))
      let kind = text(intervention.child("interventionType"))
      trial.phase = trial.phase ?? text(intervention.child("phase"))
      guard let name = drugs ?? description else { continue }
      let treatment = RegisterEntry.Treatment(
        name: name, kind: kind, description: drugs == nil ? nil : description)
      trial.treatments.append(Located(treatment, at: intervention.location))
    }
  }

  /// Reads what is said of results: publications are told in free text, a line each.
  static func read(results: XMLElement, into trial: inout RegisteredTrial) {
    if let element = results.child("publicationDetails") {
      for line in lines(element)?.split(separator: "\n").map(String.init) ?? [] {
        var identifiers = DOIText.all(in: line)
        for identifier in WebAddress.all(in: line).compactMap(WebAddress.identifier)
        where !identifiers.contains(identifier) {
          identifiers.append(identifier)
        }
        trial.citations.append(Citation(text: line, identifiers: identifiers))
        // A protocol or a plan of the analysis is no report of results.
        guard line.lowercased().contains("result") else { continue }
        trial.publications += identifiers.map { Located($0, at: element.location) }
      }
    }
    for name in ["basicReport", "plainEnglishReport"] as [StaticString] {
      if let element = results.child(name), let text = text(element) {
        trial.findings.append(Located(text, at: element.location))
      }
    }
    trial.dataSharing = [text(results.child("ipdSharingStatement"))].compactMap { $0 }
    trial.dataSharing += results.items(of: "dataPolicies", "dataPolicy").compactMap(text)
  }

  /// Reads sponsors, funders and contacts, to which the trial refers by their ids.
  static func readParties(_ record: XMLElement, _ trialElement: XMLElement, into trial: inout RegisteredTrial)
  {
    trialElement.child("parties")?.markRead()
    for element in record.elements {
      if element.isNamed("sponsor") {
        _ = element.attribute("id")
        if let name = text(element.child("organisation")) { trial.sponsors.append(name) }
      } else if element.isNamed("funder") {
        _ = element.attribute("id")
        if let name = text(element.child("name")) { trial.funders.append(name) }
      } else if element.isNamed("contact") {
        _ = element.attribute("id")
        readContact(element, into: &trial)
      }
    }
  }

  private static func readContact(_ element: XMLElement, into trial: inout RegisteredTrial) {
    let types = element.items(of: "contactTypes", "contactType").compactMap(text)
    let isInvestigator = types.contains { $0.lowercased().contains("investigator") }
    let name = PersonName(family: element.text(at: "surname"), given: element.text(at: "forename"))
    guard
      var person = name?.contributor(
        role: isInvestigator ? .investigator : Contributor.Role(rawValue: "contact"))
    else { return }
    if let title = text(element.child("title")) { person.attributes["title"] = title }
    if let orcid = text(element.child("orcid")) { person.identifiers["ORCID"] = ORCID.bare(orcid) }
    if !types.isEmpty { person.attributes["type"] = types.joined(separator: ", ") }
    trial.contributors.append(person)
  }
}
