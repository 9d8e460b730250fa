internal import OnusModel

extension DataCite {
  /// Reads the year, and the date of issue where it says more about the same year.
  static func readDates(_ resource: XMLElement, into reference: inout Reference) {
    if let year = resource.child("publicationYear").flatMap(known) {
      reference.issued = PartialDate(written: year)
    }
    for element in children(resource, "dates", "date") {
      guard let text = known(element) else { continue }
      let kind = element.attribute("dateType") ?? "Other"
      // Of a range, the first day.
      var date = PartialDate(written: String(text.prefix { $0 != "/" }))
      if text.contains("/") { date.printed = text }
      if kind == "Issued", reference.issued == nil || reference.issued?.year == date.year {
        reference.issued = date
      } else {
        reference.history.append(HistoryDate(kind.lowercased(), date))
      }
    }
  }

  static func readDescriptions(_ resource: XMLElement, into reference: inout Reference) {
    for element in children(resource, "descriptions", "description") {
      let language = element.attribute("lang").map { LanguageTag.tag(for: $0) }
      let kind = element.attribute("descriptionType")
      guard let text = element.readableText.map(EscapedMarkup.plain), !text.isEmpty else { continue }
      switch kind {
      case "Abstract", nil:
        if reference.abstract.isEmpty {
          reference.abstract = AbstractText.sections(text)
        } else {
          reference.otherAbstracts.append(
            OtherAbstract(type: nil, language: language, sections: AbstractText.sections(text)))
        }
      case "SeriesInformation": readSeries(text, into: &reference)
      default: reference.notes.append(text)
      }
    }
  }

  /// Reads "Journal of Samples, 3(4), 20-35", of which all behind the title may be missing.
  private static func readSeries(_ text: String, into reference: inout Reference) {
    guard reference.container?.title == nil else { return reference.notes.append(text) }
    let parts = text.split(separator: ",").map(\.trimmed)
    var container = reference.container ?? Container()
    let rest = parts.drop { !($0.first?.isASCIIDigit ?? false) }
    let isPlace = rest.allSatisfy { $0.allSatisfy { $0.isNumber || "()-–".contains($0) } }
    container.title = rest.isEmpty || !isPlace ? text : parts[..<rest.startIndex].joined(separator: ", ")
    reference.container = container
    guard isPlace, let numbers = rest.first else { return }
    reference.volume = reference.volume ?? String(numbers.prefix { $0 != "(" })
    if let open = numbers.firstIndex(of: "(") {
      reference.issue = reference.issue ?? String(numbers[numbers.index(after: open)...].prefix { $0 != ")" })
    }
    if let pages = rest.dropFirst().first { reference.pages = reference.pages ?? PageRange(pages) }
  }

  // MARK: Other works

  static func readTies(_ resource: XMLElement, into reference: inout Reference) {
    for item in children(resource, "relatedItems", "relatedItem") { readItem(item, into: &reference) }
    for element in children(resource, "relatedIdentifiers", "relatedIdentifier") {
      readRelation(element, into: &reference)
    }
    for element in children(resource, "fundingReferences", "fundingReference") {
      let grant = Grant(
        number: element.text(at: "awardNumber"), acronym: nil, agency: element.text(at: "funderName"),
        country: nil)
      if grant.number != nil || grant.agency != nil { reference.grants.append(grant) }
    }
  }

  private static func readRelation(_ element: XMLElement, into reference: inout Reference) {
    guard let text = element.nonEmptyText else { return }
    let kind = element.attribute("relatedIdentifierType") ?? "DOI"
    let relation = element.attribute("relationType") ?? "related"
    let general = element.attribute("resourceTypeGeneral")
    let isSerial = ["issn", "eissn", "lissn"].contains(kind.lowercased())
    if isSerial, ["IsPartOf", "IsPublishedIn"].contains(relation) {
      var container = reference.container ?? Container()
      let number = SerialNumber(issn: text, medium: kind == "EISSN" ? "Electronic" : nil)
      if !container.serialNumbers.contains(where: { $0.issn == number.issn }) {
        container.serialNumbers.append(number)
      }
      reference.container = container
      return
    }
    let identifier = kind == "URL" ? WebAddress.identifier(text) : nil
    let target = identifier ?? Identifier(scheme(kind), text)
    if relation == "References" || relation == "Cites" {
      reference.citations.append(Citation(text: nil, identifiers: [target]))
    } else {
      reference.relations.append(
        Relation(type: relations[relation] ?? relation, citation: nil, identifiers: [target], note: general))
    }
  }

  /// PubMed's words for relations that mean the same.
  private static let relations = [
    "IsPreviousVersionOf": "UpdateIn", "IsObsoletedBy": "UpdateIn", "IsNewVersionOf": "UpdateOf",
    "Obsoletes": "UpdateOf",
  ]

  /// Reads the journal or book in which a work was published, or another work as a relation.
  private static func readItem(_ item: XMLElement, into reference: inout Reference) {
    let relation = item.attribute("relationType") ?? "related"
    let title = children(item, "titles", "title").first
    let identifier = item.child("relatedItemIdentifier")
    let kind = identifier?.attribute("relatedItemIdentifierType") ?? "DOI"
    let number = identifier?.nonEmptyText
    guard relation == "IsPublishedIn" || relation == "IsPartOf" else {
      let target = number.map { [Identifier(scheme(kind), $0)] } ?? []
      reference.relations.append(
        Relation(type: relations[relation] ?? relation, citation: title?.nonEmptyText, identifiers: target))
      return
    }
    _ = item.attribute("relatedItemType")
    var container = reference.container ?? Container()
    container.title = title?.nonEmptyText
    if let number {
      switch scheme(kind) {
      case .issn: container.serialNumbers.append(SerialNumber(issn: number))
      case .isbn: container.bookNumbers = (container.bookNumbers ?? []) + [Identifier(.isbn, number).value]
      case let scheme:
        reference.relations.append(
          Relation(type: relation, citation: nil, identifiers: [Identifier(scheme, number)]))
      }
    }
    reference.container = container
    reference.volume = item.text(at: "volume")
    reference.issue = item.text(at: "issue")
    if let first = item.text(at: "firstPage") {
      let last = item.text(at: "lastPage")
      reference.pages = PageRange(last.map { $0 == first ? first : "\(first)-\($0)" } ?? first)
    }
    reference.number = item.text(at: "number")
    reference.edition = item.text(at: "edition")
    for element in children(item, "contributors", "contributor") {
      guard let name = element.text(at: "contributorName") else { continue }
      let isEditor = element.attribute("contributorType", is: "Editor")
      let role = isEditor ? Contributor.Role.editor : Contributor.Role(rawValue: "container-contributor")
      if let person = PersonName(name)?.contributor(role: role) { reference.contributors.append(person) }
      element.markRead()
    }
  }
}
