internal import OnusModel

extension Reader {
  /// The legacy XML of ClinicalTrials.gov, one study a file, which the site delivered until June 2024.
  ///
  /// Follows the site's [schema](https://clinicaltrials.gov/ct2/html/images/info/public.xsd), also with the
  /// names that fields had before 2017. Its feeds (`rss`) list studies and describe none, and are not read.
  public static let clinicalTrialsGov = Reader.xml(
    name: "clinicaltrials-gov", title: "ClinicalTrials.gov XML",
    keeps: "studies with design, arms, outcomes, results and flow; their papers, sponsors, dates",
    roots: [XMLRoot("clinical_study", namespacePrefix: "")],
    records: ["clinical_study"]
  ) { record in
    try ClinicalTrialsGov.events(record)
  }
}

/// The parts of a study at ClinicalTrials.gov and what becomes of them.
enum ClinicalTrialsGov {
  static let register = "ClinicalTrials.gov"

  static func events(_ record: XMLElement) throws -> [ReadEvent] {
    guard let number = record.text(at: "id_info", "nct_id") else {
      throw Diagnostic(
        .error, "missing-identifier", "a study has no nct_id", at: record.location)
    }
    // The place among the results of a search.
    _ = record.attribute("rank")
    var study = study(record, number: number)
    let reference = reference(record, number: number, study: &study)
    return [.record(.reference(reference)), .record(.study(study))]
  }

  // MARK: - The record as a document

  private static func reference(_ record: XMLElement, number: String, study: inout Study) -> Reference {
    var reference = Reference(type: "report", location: record.location)
    reference.identifiers = [Identifier(.trial, number)]
    reference.number = number
    reference.publisher = register
    reference.accessions = [AccessionNumber(bank: register, number: Registration(parsing: number).number)]
    reference.publicationTypes = [Term("Clinical trial registration")]
    let brief = record.text(at: "brief_title")
    reference.title = record.text(at: "official_title") ?? brief
    reference.abstract = sections(record.descendant("brief_summary", "textblock"), label: nil)
    reference.abstract += sections(
      record.descendant("detailed_description", "textblock"), label: "Detailed Description")
    if let header = record.child("required_header") { readHeader(header, into: &reference) }
    if let info = record.child("id_info") { readNumbers(info, into: &reference, study: &study) }
    readContributors(record, into: &reference)
    readLists(record, into: &reference, study: &study)
    readDates(record, into: &reference, study: &study)
    return reference
  }

  private static func sections(_ element: XMLElement?, label: String?) -> [AbstractSection] {
    let paragraphs = element.map { WrappedText.paragraphs($0.rawText) } ?? []
    return paragraphs.enumerated().map { AbstractSection(label: $0 == 0 ? label : nil, text: $1) }
  }

  private static func readHeader(_ header: XMLElement, into reference: inout Reference) {
    header.child("link_text")?.markRead()
    if let text = header.text(at: "url") { reference.addresses.append(text) }
    guard let text = header.text(at: "download_date") else { return }
    let start = "ClinicalTrials.gov processed this data on "
    let date = text.hasPrefix(start) ? String(text.dropFirst(start.count)) : text
    reference.history.append(HistoryDate("download_date", PartialDate(written: date)))
  }

  /// Reads the other numbers: those of other registers become registrations of the study.
  private static func readNumbers(
    _ info: XMLElement, into reference: inout Reference, study: inout Study
  ) {
    for element in info.elements {
      guard !element.isNamed("nct_id"), let text = element.nonEmptyText else { continue }
      let registration = Registration(parsing: text)
      let bank = registration.isCertain ? registration.register : element.name
      reference.accessions.append(AccessionNumber(bank: bank, number: text))
      let isKnown = study.registrations.contains { $0.value == registration }
      if registration.isCertain, !isKnown, !element.isNamed("org_study_id") || text.hasPrefix("NCT") {
        study.registrations.append(Located(registration, at: element.location))
      }
    }
  }

  /// Reads the sponsor as the author of the record, and the officials as investigators.
  private static func readContributors(_ record: XMLElement, into reference: inout Reference) {
    if let sponsor = record.text(at: "sponsors", "lead_sponsor", "agency") {
      reference.contributors.append(Contributor(literal: sponsor))
    }
    for official in record.children("overall_official") {
      guard let name = official.text(at: "last_name") else { continue }
      reference.contributors.append(
        investigator(name, role: official.text(at: "role"), place: official.text(at: "affiliation")))
    }
    guard let party = record.child("responsible_party"),
      let name = party.text(at: "investigator_full_name") ?? party.text(at: "name_title")
    else { return }
    let role = party.text(at: "investigator_title") ?? party.text(at: "responsible_party_type")
    let place = party.text(at: "investigator_affiliation") ?? party.text(at: "organization")
    let contributor = investigator(name, role: role, place: place)
    let isKnown = reference.contributors.contains {
      $0.role == .investigator && $0.family == contributor.family && $0.literal == contributor.literal
    }
    if !isKnown { reference.contributors.append(contributor) }
  }

  private static func investigator(_ text: String, role: String?, place: String?) -> Contributor {
    // Degrees follow behind commas: "Charles L. Muster, MD, FACP".
    let parts = text.split(separator: ",").map(\.trimmed)
    let name = parts.first.flatMap(PersonName.init)
    var contributor =
      name?.contributor(role: .investigator) ?? Contributor(role: .investigator, literal: text)
    if parts.count > 1 { contributor.attributes["degrees"] = parts.dropFirst().joined(separator: ", ") }
    if let role { contributor.attributes["role"] = role }
    contributor.affiliations = [place].compactMap { $0 }
    return contributor
  }
}
