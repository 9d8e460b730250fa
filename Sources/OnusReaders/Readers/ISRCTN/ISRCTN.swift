internal import OnusModel

extension Reader {
  /// Trials of the ISRCTN registry, as its API gives them.
  ///
  /// What the same API gives as "who" is the form of the WHO, and read as that.
  public static let isrctn = Reader.xml(
    name: "isrctn", title: "ISRCTN XML",
    keeps: "trials as studies: design, conditions, interventions, outcomes, eligibility, sponsors, papers",
    roots: [
      XMLRoot("allTrials", namespacePrefix: "http://www.67bricks.com/isrctn"),
      XMLRoot("fullTrial", namespacePrefix: "http://www.67bricks.com/isrctn"),
    ],
    records: ["fullTrial"]
  ) { record in
    guard let trial = record.child("trial") else {
      throw Diagnostic(.error, "missing-element", "a fullTrial holds no trial", at: record.location)
    }
    return ISRCTN.trial(trial, in: record).events(record)
  }
}

/// The parts of a trial at ISRCTN and what becomes of them.
enum ISRCTN {
  static func trial(_ element: XMLElement, in record: XMLElement) -> RegisteredTrial {
    var trial = RegisteredTrial(source: "ISRCTN")
    trial.register = "ISRCTN"
    let digits = element.text(at: "isrctn")
    trial.number = element.attribute("publicIdentifierCanonical") ?? digits.map { "ISRCTN\($0)" }
    for name in ["version", "isPublished", "publicIdentifierType"] as [StaticString] {
      _ = element.attribute(name)
    }
    readDates(element, into: &trial)
    if let description = element.child("trialDescription") { read(description: description, into: &trial) }
    if let references = element.child("externalRefs") { read(references: references, into: &trial) }
    if let design = element.child("trialDesign") { read(design: design, into: &trial) }
    if let participants = element.child("participants") { read(participants: participants, into: &trial) }
    readSubject(element, into: &trial)
    if let results = element.child("results") { read(results: results, into: &trial) }
    readParties(record, element, into: &trial)
    trial.sections = [
      "design": "trialDesign", "sample": "participants", "conditions": "conditions",
      "outcomes": "trialDescription",
    ]
    return trial
  }

  /// The text of an element; `nil` for the registry's words for nothing.
  static func text(_ element: XMLElement?) -> String? {
    guard let text = element?.nonEmptyText else { return nil }
    let nothing: Set = [
      "nil known", "not provided at time of registration", "not applicable", "n/a", "none", "nil",
      "not available", "not specified", "old ethics approval format",
    ]
    return nothing.contains(text.lowercased().trimmingTail { ". ".contains($0) }) ? nil : text
  }

  static func lines(_ element: XMLElement?) -> String? {
    guard let element, text(element) != nil else { return nil }
    return WrappedText.lines(element.rawText.replacing("\n", with: "\n\n"))
  }

  private static func readDates(_ element: XMLElement, into trial: inout RegisteredTrial) {
    func add(_ event: String, _ text: String?) -> PartialDate? {
      guard let text, !text.isEmpty else { return nil }
      var date = PartialDate(written: text)
      // The time of day is midnight or a matter of the server.
      if date.day != nil { date.printed = nil }
      trial.dates.append(.init(event, date))
      return date
    }
    let assigned = element.child("isrctn")?.attribute("dateAssigned")
    trial.registered = add("registered", element.attribute("publicIdentifierDateAssigned") ?? assigned)
    _ = add("updated", element.attribute("lastUpdated"))
    _ = add("recruitment start", element.text(at: "participants", "recruitmentStart"))
    _ = add("recruitment end", element.text(at: "participants", "recruitmentEnd"))
    _ = add("completion", element.text(at: "trialDesign", "overallEndDate"))
  }

  private static func read(description: XMLElement, into trial: inout RegisteredTrial) {
    trial.publicTitle = text(description.child("title"))
    trial.scientificTitle = text(description.child("scientificTitle"))
    trial.acronym = text(description.child("acronym"))
    for (name, label) in [
      ("studyHypothesis", "Hypothesis"), ("plainEnglishSummary", "Plain English summary"),
    ]
      as [(StaticString, String)]
    {
      let paragraphs = lines(description.child(name))?.split(separator: "\n") ?? []
      trial.abstract += paragraphs.enumerated().map {
        AbstractSection(label: $0 == 0 ? label : nil, text: String($1))
      }
    }
    for (list, old, role) in [
      ("primaryOutcomes", "primaryOutcome", .primary), ("secondaryOutcomes", "secondaryOutcome", .secondary),
    ] as [(StaticString, StaticString, StudyResult.Role)] {
      let measures = description.items(of: list, "outcomeMeasure").compactMap { measure($0, role) }
      trial.outcomes += measures
      // Where both are there, the old text repeats the measures, and is kept as it stands.
      guard measures.isEmpty, let element = description.child(old), let text = lines(element) else {
        continue
      }
      trial.outcomes.append(Located(.init(role: role, name: text), at: element.location))
    }
    if let element = description.child("ethicsApproval"), let text = text(element) {
      trial.notes.append(Located("Ethics approval: \(text)", at: element.location))
    }
  }

  private static func measure(
    _ element: XMLElement, _ role: StudyResult.Role
  ) -> Located<RegisterEntry.Outcome>? {
    _ = element.attribute("id")
    let name = text(element.child("variable")) ?? (element.isLeaf ? text(element) : nil)
    return name.map {
      Located(
        .init(
          role: role, name: $0, timeFrame: text(element.child("timepoints")),
          description: text(element.child("method"))), at: element.location)
    }
  }

  private static func read(references: XMLElement, into trial: inout RegisteredTrial) {
    if let doi = references.child("doi").flatMap({ DOIText.first(in: $0.text) }) {
      trial.identifiers.append(doi)
      if let address = doi.address { trial.addresses.append(address) }
    }
    func add(_ bank: String, _ number: String?, at location: SourceLocation) {
      guard let number else { return }
      // The field for CTIS also has numbers of its predecessor; its own go on with 5 behind the year.
      let isEarlier =
        Registration(register: "EudraCT", number: number).malformation == nil && !number.contains("-5")
      let bank = bank == "CTIS" && isEarlier ? "EudraCT" : bank
      guard !trial.otherNumbers.contains(where: { $0.value.number == number }) else { return }
      trial.otherNumbers.append(Located(AccessionNumber(bank: bank, number: number), at: location))
    }
    for (name, bank) in [
      ("clinicalTrialsGovNumber", "ClinicalTrials.gov"), ("eudraCTNumber", "EudraCT"), ("irasNumber", "IRAS"),
    ] as [(StaticString, String)] {
      if let element = references.child(name) { add(bank, text(element), at: element.location) }
    }
    let banks = [
      "nct": "ClinicalTrials.gov", "ctis": "CTIS", "eudract": "EudraCT", "iras": "IRAS", "cpms": "CPMS",
    ]
    for element in references.items(of: "secondaryNumbers", "secondaryNumber") {
      let kind = element.attribute("numberType") ?? ""
      _ = element.attribute("id")
      _ = element.attribute("canonicalSecondaryNumber")
      add(banks[kind.lowercased()] ?? kind, text(element), at: element.location)
    }
    if let element = references.child("protocolSerialNumber") {
      add("Protocol serial number", text(element), at: element.location)
    }
  }
}
