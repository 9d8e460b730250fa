internal import OnusModel

/// A trial as the WHO's Trial Registration Data Set describes one, which most registers share.
///
/// A reader fills in what its format gives; ``events(_:)`` makes the reference and the study of it.
struct RegisteredTrial {
  /// The number, as the register writes it.
  var number: String?
  /// The register that gave the number.
  var register: String?
  /// The portal or register that delivered the record.
  var source: String
  var publicTitle: String?
  var scientificTitle: String?
  var acronym: String?
  /// What the record says in paragraphs.
  var abstract: [AbstractSection] = []
  /// Numbers elsewhere, each with the name of who gave it where that is known.
  var otherNumbers: [Located<AccessionNumber>] = []
  var registered: PartialDate?
  var dates: [RegisterEntry.DatedEvent] = []
  var sponsors: [String] = []
  var collaborators: [String] = []
  var funders: [String] = []
  var contributors: [Contributor] = []
  var conditions: [Located<String>] = []
  var keywords: [String] = []
  var treatments: [Located<RegisterEntry.Treatment>] = []
  var control: Located<String>?
  var design = TrialDesign()
  var purpose: String?
  var phase: String?
  var status: String?
  var whyStopped: String?
  var planned: Located<Int>?
  var enrolled: Located<Int>?
  var countries: [String] = []
  var sites: [String] = []
  var eligibility = RegisterEntry.Eligibility()
  var outcomes: [Located<RegisterEntry.Outcome>] = []
  var addresses: [String] = []
  var identifiers: [Identifier] = []
  var publications: [Located<Identifier>] = []
  var citations: [Citation] = []
  var dataSharing: [String] = []
  /// What the register says of the results, in words.
  var findings: [Located<String>] = []
  var harms: [Located<String>] = []
  var notes: [Located<String>] = []
  /// In which section of the record each fact stands.
  var sections: [String: String] = [:]

  init(source: String) { self.source = source }

  /// The reference, and the study when there is a number by which to call it.
  func events(_ record: XMLElement) -> [ReadEvent] {
    let reference = reference(at: record.location)
    guard let number else {
      return [
        .record(.reference(reference)),
        .problem(
          Diagnostic(
            .warning, "missing-identifier", "a trial has no number; it is read as a reference only",
            at: record.location)),
      ]
    }
    return [.record(.reference(reference)), .record(.study(study(number, at: record.location)))]
  }

  /// The number with its register: the one its form tells, else the one that the record names.
  private func registration(_ number: String) -> Registration {
    let told = Registration(parsing: number)
    return told.register.isEmpty ? Registration(register: register ?? source, number: number) : told
  }

  private func reference(at location: SourceLocation) -> Reference {
    var reference = Reference(type: "report", location: location)
    if let number {
      reference.identifiers = [Identifier(.trial, number)]
      reference.number = number
      reference.accessions = [
        AccessionNumber(bank: registration(number).register, number: registration(number).number)
      ]
    }
    reference.identifiers += identifiers
    reference.accessions += otherNumbers.map(\.value)
    reference.title = scientificTitle ?? publicTitle
    reference.publisher = register ?? source
    reference.publicationTypes = [Term("Clinical trial registration")]
    reference.abstract = abstract
    reference.contributors = sponsors.map { Contributor(literal: $0) } + contributors
    reference.issued = registered
    reference.history = dates.map { HistoryDate($0.event, $0.date) }
    reference.keywords = keywords.map { Keyword($0) }
    reference.addresses = addresses
    reference.grants = funders.map { Grant(number: nil, acronym: nil, agency: $0, country: nil) }
    reference.citations = citations
    reference.relations = publications.map {
      Relation(type: "ResultsIn", citation: nil, identifiers: [$0.value])
    }
    return reference
  }

  private func study(_ number: String, at location: SourceLocation) -> Study {
    var study = Study(
      number: number, registration: registration(number), register: source, design: design,
      section: sections["design"] ?? "study design", at: location)
    study.reports = [Located(Identifier(.trial, number), at: location)]
    study.title = publicTitle ?? scientificTitle
    if let name = acronym.flatMap(Self.shortForm) { study.name = name }
    for other in otherNumbers {
      var registration = Registration(parsing: other.value.number)
      // These numbers do not tell their register.
      for bank in ["EudraCT", "CTIS"] where other.value.bank.lowercased() == bank.lowercased() {
        registration = Registration(register: bank, number: other.value.number)
      }
      if registration.isCertain, !study.registrations.contains(where: { $0.value == registration }) {
        study.registrations.append(Located(registration, at: other.location))
      }
    }
    study.conditions = conditions
    study.interventions = treatments.map { $0.map(\.name) }
    study.primaryOutcomes = outcomes.filter { $0.value.role == .primary }.map { $0.map(\.name) }
    study.secondaryOutcomes = outcomes.filter { $0.value.role == .secondary }.map { $0.map(\.name) }
    study.notes = findings + notes
    study.harms = harms
    if !funders.isEmpty {
      study.funding = Located(.value(funders.joined(separator: "; ")), at: location)
    }
    if planned != nil || enrolled != nil {
      var sample = SampleSize()
      sample.counts[.planned] = planned?.map(Reported.value)
      sample.counts[.enrolled] = enrolled?.map(Reported.value)
      study.sample = sample
    }
    study.registerEntry.map { study.registerEntry = filled($0) }
    readSetting(into: &study, at: location)
    study.comparator = control?.map(Reported.value)
    if control == nil { study.readComparator() }
    study.readParticipants()
    study.readFollowUp(section: sections["outcomes"] ?? "primary outcome")
    let facts = [
      "sample": study.sample != nil, "conditions": !conditions.isEmpty, "outcomes": !outcomes.isEmpty,
    ]
    for (fact, section) in sections where facts[fact] ?? false { study.setBasis(of: fact, section: section) }
    return study
  }

  /// The acronym, also of "INVENT: Imaginol in …"; `nil` for what is too long to be one.
  private static func shortForm(_ text: String) -> String? {
    let head = text.prefix { $0 != ":" }.trimmed
    return head.isEmpty || head.count > 30 ? nil : head
  }

  private func filled(_ entry: RegisterEntry) -> RegisterEntry {
    var entry = entry
    entry.status = status
    entry.whyStopped = whyStopped
    entry.phase = phase
    entry.purpose = purpose
    entry.dates = dates
    entry.sponsors = sponsors
    entry.collaborators = collaborators
    entry.treatments = treatments.map(\.value)
    entry.outcomes = outcomes.map(\.value)
    entry.eligibility = eligibility
    entry.sites = sites
    entry.publications = publications
    entry.dataSharing = dataSharing
    return entry
  }

  private func readSetting(into study: inout Study, at location: SourceLocation) {
    var distinct: [String] = []
    for country in countries where !distinct.contains(country) { distinct.append(country) }
    guard !distinct.isEmpty else { return }
    study.setting = Located(.value(distinct.joined(separator: ", ")), at: location)
  }
}
