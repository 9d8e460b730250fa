internal import OnusModel

extension Reader {
  /// Results of a search in Europe PMC, in its core and its lite form.
  ///
  /// Follows the [reference of its web service](https://europepmc.org/RestfulWebService). A result's identity is
  /// its source and its number there: only those of MEDLINE have a PMID.
  public static let europePMC = Reader.xml(
    name: "europepmc", title: "Europe PMC results",
    keeps: "citations, abstract, MeSH, chemicals, grants, corrections, data links, publication types",
    roots: [XMLRoot("responseWrapper")], records: ["result"]
  ) { record in
    let reference = EuropePMC.reference(record)
    guard reference.title != nil || !reference.identifiers.isEmpty else {
      throw Diagnostic(
        .warning, "malformed-record", "a result has neither a title nor an identifier", at: record.location)
    }
    return [.record(.reference(reference))]
  }
}

/// The parts of a result and what becomes of them.
enum EuropePMC {
  static func reference(_ result: XMLElement) -> Reference {
    var reference = Reference(location: result.location)
    readIdentifiers(result, into: &reference)
    for element in result.elements { read(element, into: &reference) }
    if reference.contributors.isEmpty, let text = result.text(at: "authorString") {
      let list = PersonNameList(text.trimmingTail { $0 == "." }, areGivenNamesFirst: true)
      reference.contributors = list.names.map { $0.contributor(role: .author) }
      if list.isCut { reference.isAuthorListComplete = false }
    } else {
      // The same names in one line.
      result.child("authorString")?.markRead()
      result.child("authorIdList")?.markRead()
    }
    if let affiliation = result.child("affiliation"), !reference.contributors.isEmpty {
      // The first author's, as PubMed had it before 2014.
      let text = affiliation.nonEmptyText
      if let text, reference.contributors.allSatisfy(\.affiliations.isEmpty) {
        reference.contributors[0].affiliations = [text]
      }
    }
    readDates(result, into: &reference)
    reference.type = type(result, reference)
    markFlags(result)
    return reference
  }

  private static func readIdentifiers(_ result: XMLElement, into reference: inout Reference) {
    let source = result.text(at: "source") ?? ""
    let schemes: [(StaticString, Identifier.Scheme)] = [("pmid", .pmid), ("pmcid", .pmcid), ("doi", .doi)]
    for (name, scheme) in schemes {
      if let text = result.text(at: name) { reference.identifiers.append(Identifier(scheme, text)) }
    }
    guard let id = result.text(at: "id") else { return }
    switch source {
    case "MED":
      if reference.identifier(.pmid) == nil { reference.identifiers.append(Identifier(.pmid, id)) }
    case "PMC":
      if reference.identifier(.pmcid) == nil { reference.identifiers.append(Identifier(.pmcid, id)) }
    default:
      if source == "PAT" { reference.number = id }
      let key = source.isEmpty ? id : "\(source):\(id)"
      reference.identifiers.append(Identifier(.key, key))
    }
  }

  private static func read(_ element: XMLElement, into reference: inout Reference) {
    switch element.name {
    case "title":
      reference.title = element.nonEmptyText.map(EscapedMarkup.plain)
    case "authorList": readPeople(element, role: .author, into: &reference)
    case "investigatorList": readPeople(element, role: .investigator, into: &reference)
    case "journalInfo": readJournal(element, into: &reference)
    case "journalTitle": container(&reference) { $0.title = element.nonEmptyText }
    case "journalVolume": reference.volume = element.nonEmptyText
    case "issue": reference.issue = element.nonEmptyText
    case "journalIssn":
      let numbers = element.text.split { $0 == ";" || $0 == " " }.map { SerialNumber(issn: String($0)) }
      container(&reference) { $0.serialNumbers += numbers }
    case "pageInfo": reference.pages = element.nonEmptyText.map { PageRange($0) }
    case "abstractText": reference.abstract = EscapedMarkup.sections(element.rawText)
    case "language":
      if let text = element.nonEmptyText { reference.languages.append(LanguageTag.tag(for: text)) }
    case "pubTypeList":
      reference.publicationTypes += element.children("pubType").compactMap(\.nonEmptyText).map { Term($0) }
    case "pubType":
      let names = element.text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
      reference.publicationTypes += names.map { Term($0) }
    case "bookOrReportDetails": readBook(element, into: &reference)
    case "patentDetails": readPatent(element, into: &reference)
    default: readList(element, into: &reference)
    }
  }

  static func container(_ reference: inout Reference, _ change: (inout Container) -> Void) {
    var container = reference.container ?? Container()
    change(&container)
    reference.container = container
  }

  private static func type(_ result: XMLElement, _ reference: Reference) -> String {
    let names = reference.publicationTypes.map { $0.name.lowercased() }
    switch result.text(at: "source") {
    case "PAT": return "patent"
    case "PPR": return "article"
    case "ETH": return "thesis"
    default: break
    }
    if names.contains("preprint") { return "article" }
    if names.contains("thesis") { return "thesis" }
    guard let book = result.child("bookOrReportDetails") else { return "article-journal" }
    if names.contains("report") { return "report" }
    return book.child("comprisingTitle") == nil ? "book" : "chapter"
  }

  /// Marks what says only which services Europe PMC has for the document.
  private static func markFlags(_ result: XMLElement) {
    for element in result.elements where element.isLeaf {
      let isFlag =
        ["is", "has", "in"].contains { element.name.hasPrefix($0) } || element.name.hasSuffix("AuthMan")
      if isFlag || element.isNamed("authMan") { element.markRead() }
    }
  }
}
