internal import OnusModel

extension EuropePMC {
  // MARK: People

  static func readPeople(_ list: XMLElement, role: Contributor.Role, into reference: inout Reference) {
    for element in list.elements {
      guard var person = person(element, role: role) else { continue }
      for id in element.children("authorId") {
        guard let kind = id.attribute("type"), let text = id.nonEmptyText else { continue }
        person.identifiers[kind] = kind == "ORCID" ? ORCID.bare(text) : text
      }
      person.affiliations = element.children("affiliation").compactMap(\.nonEmptyText)
      for details in element.children("authorAffiliationDetailsList") {
        person.affiliations += details.children("authorAffiliation").compactMap { $0.text(at: "affiliation") }
      }
      for details in element.children("authorAffiliationsList") {
        person.affiliations += details.children("affiliation").compactMap(\.nonEmptyText)
      }
      reference.contributors.append(person)
    }
  }

  private static func person(_ element: XMLElement, role: Contributor.Role) -> Contributor? {
    if let name = element.text(at: "collectiveName") { return Contributor(role: role, literal: name) }
    let whole = element.text(at: "fullName")
    let family = element.text(at: "lastName")
    guard let given = element.text(at: "firstName") else {
      // Inventors have their whole name in place of the family name, in an order that differs by country.
      guard let name = family ?? whole else { return nil }
      return name.contains(" ")
        ? Contributor(role: role, literal: name) : Contributor(role: role, family: name)
    }
    return Contributor(
      role: role, family: family ?? whole, given: given, initials: element.text(at: "initials"),
      suffix: element.text(at: "suffix"))
  }

  // MARK: Journal, book, patent

  static func readJournal(_ info: XMLElement, into reference: inout Reference) {
    reference.volume = info.text(at: "volume")
    reference.issue = info.text(at: "issue")
    guard let journal = info.child("journal") else { return }
    container(&reference) { container in
      container.title = journal.text(at: "title")
      container.abbreviation = journal.text(at: "ISOAbbreviation")
      if let title = journal.text(at: "medlineAbbreviation") {
        if container.abbreviation == nil { container.abbreviation = title }
        if container.abbreviation != title { container.otherTitles.append(title) }
      }
      container.nlmID = journal.text(at: "NLMid")
      for (name, medium) in [("ISSN", "Print"), ("ESSN", "Electronic")] as [(StaticString, String)] {
        if let text = journal.text(at: name) ?? (medium == "Electronic" ? journal.text(at: "EISSN") : nil) {
          container.serialNumbers.append(SerialNumber(issn: text, medium: medium))
        }
      }
    }
  }

  static func readBook(_ book: XMLElement, into reference: inout Reference) {
    reference.publisher = book.text(at: "publisher")
    reference.edition = book.text(at: "edition")
    reference.place = book.text(at: "placeOfPublication")
    for name in ["isbn13", "isbn10"] as [StaticString] {
      if let text = book.text(at: name) { reference.identifiers.append(Identifier(.isbn, text)) }
    }
    if let title = book.text(at: "comprisingTitle") { container(&reference) { $0.title = title } }
    if let title = book.text(at: "seriesName") { container(&reference) { $0.otherTitles.append(title) } }
    if let year = book.text(at: "yearOfPublication") { reference.issued = PartialDate(written: year) }
  }

  static func readPatent(_ patent: XMLElement, into reference: inout Reference) {
    if let application = patent.child("application") {
      if let number = application.text(at: "applicationNumber") {
        reference.identifiers.append(Identifier(Identifier.Scheme(rawValue: "application"), number))
      }
      if let date = application.text(at: "applicationDate") {
        reference.history.append(HistoryDate("application", PartialDate(written: date)))
      }
    }
    reference.place = patent.text(at: "countryCode")
  }

  // MARK: Dates

  /// Reads the date of the issue, as printed, and that of the electronic edition.
  static func readDates(_ result: XMLElement, into reference: inout Reference) {
    let info = result.child("journalInfo")
    let printed = info?.text(at: "dateOfPublication")
    let year = info?.text(at: "yearOfPublication") ?? result.text(at: "pubYear")
    if let printed { reference.issued = PartialDate(written: printed) }
    if reference.issued?.year == nil, let year { reference.issued = PartialDate(written: year) }
    // The same date in other forms.
    if reference.issued != nil {
      for name in ["monthOfPublication", "yearOfPublication", "printPublicationDate"] as [StaticString] {
        info?.child(name)?.markRead()
      }
      result.child("pubYear")?.markRead()
    }
    if let text = result.text(at: "electronicPublicationDate") {
      reference.published = PartialDate(written: text)
    } else if let text = result.text(at: "firstPublicationDate") {
      reference.published = PartialDate(written: text)
    }
    result.child("firstPublicationDate")?.markRead()
    let events: [StaticString] = [
      "dateOfCreation", "dateOfCompletion", "dateOfRevision", "firstIndexDate", "fullTextReceivedDate",
    ]
    for event in events {
      guard let text = result.text(at: event) else { continue }
      reference.history.append(HistoryDate(event.description, PartialDate(written: text)))
    }
  }

  // MARK: Lists

  static func readList(_ list: XMLElement, into reference: inout Reference) {
    switch list.name {
    case "keywordList":
      reference.keywords += list.children("keyword").compactMap(\.nonEmptyText).map { Keyword($0) }
    case "meshHeadingList":
      for heading in list.children("meshHeading") { readHeading(heading, into: &reference) }
    case "chemicalList":
      for element in list.children("chemical") {
        guard let name = element.text(at: "name") else { continue }
        let number = element.text(at: "registryNumber")
        reference.chemicals.append(Chemical(Term(name), registryNumber: number == "0" ? nil : number))
      }
    case "grantsList":
      for element in list.children("grant") {
        element.child("orderIn")?.markRead()
        reference.grants.append(
          Grant(
            number: element.text(at: "grantId"), acronym: element.text(at: "acronym"),
            agency: element.text(at: "agency"), country: nil))
      }
    case "commentCorrectionList":
      for element in list.children("commentCorrection") { readRelation(element, into: &reference) }
    case "fullTextUrlList":
      for element in list.children("fullTextUrl") {
        guard let address = element.text(at: "url") else { continue }
        element.markRead()
        if !reference.addresses.contains(address) { reference.addresses.append(address) }
      }
    case "fullTextIdList":
      for element in list.children("fullTextId") where element.text.hasPrefix("PMC") {
        let identifier = Identifier(.pmcid, element.text)
        if !reference.identifiers.contains(identifier) { reference.identifiers.append(identifier) }
      }
    default: return
    }
  }

  private static func readHeading(_ heading: XMLElement, into reference: inout Reference) {
    guard let name = heading.text(at: "descriptorName") else { return }
    let qualifiers = heading.child("meshQualifierList")?.children("meshQualifier").compactMap { qualifier in
      qualifier.child("abbreviation")?.markRead()
      return qualifier.text(at: "qualifierName").map {
        SubjectHeading.Part(Term($0), isMajor: qualifier.text(at: "majorTopic_YN") == "Y")
      }
    }
    let descriptor = SubjectHeading.Part(Term(name), isMajor: heading.text(at: "majorTopic_YN") == "Y")
    reference.headings.append(SubjectHeading(descriptor, qualifiers: qualifiers ?? []))
  }

  /// Reads a comment or correction; "Retraction in" is PubMed's "RetractionIn".
  private static func readRelation(_ element: XMLElement, into reference: inout Reference) {
    let words = (element.text(at: "type") ?? "Unknown").split(separator: " ")
    let type = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    element.child("orderIn")?.markRead()
    var relation = Relation(
      type: type, citation: element.text(at: "reference"), note: element.text(at: "note"))
    if let id = element.text(at: "id") {
      let isMedline = element.text(at: "source") == "MED"
      relation.identifiers.append(Identifier(isMedline ? .pmid : .key, id))
    }
    reference.relations.append(relation)
  }
}
