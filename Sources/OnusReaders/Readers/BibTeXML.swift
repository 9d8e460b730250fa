internal import OnusModel

extension Reader {
  /// BibTeXML, BibTeX's entries in XML, as JabRef wrote it until 2021.
  ///
  /// Follows [the project's schema](https://bibtexml.sourceforge.net/). Commands of TeX, which programs
  /// leave in the text, are read as what they print.
  public static let bibTeXML = Reader.xml(
    name: "bibtexml", title: "BibTeXML",
    keeps: "citations, abstract sections, keywords, notes",
    roots: ["file", "entry"].map { XMLRoot($0, namespacePrefix: "http://bibtexml.sf.net/") },
    records: ["entry"]
  ) { entry in
    guard
      let element = entry.elements.first(where: { BibTeXML.types[$0.name.lowercased()] != nil })
        ?? entry.elements.first(where: { !$0.isLeaf })
    else {
      throw Diagnostic(.warning, "malformed-record", "the entry is empty", at: entry.location)
    }
    return [.record(.reference(BibTeXML.reference(entry, element)))]
  }
}

/// The fields of a BibTeXML entry and what becomes of them.
enum BibTeXML {
  static func reference(_ entry: XMLElement, _ element: XMLElement) -> Reference {
    var reference = Reference(location: entry.location)
    let kind = element.name.lowercased()
    reference.type = types[kind] ?? "document"
    let inner = text(element, "citationkey")
    if let key = entry.attribute("id") ?? inner {
      reference.identifiers.append(Identifier(.key, key))
    }
    reference.title = title(element)
    readNames(element, into: &reference)
    readContainer(element, into: &reference)
    readNumbers(element, into: &reference)
    readIdentifiers(element, into: &reference)
    readTexts(element, into: &reference)
    return reference
  }

  private static func text(_ element: XMLElement, _ name: StaticString) -> String? {
    element.text(at: name).map(printed)
  }

  /// The text without TeX's commands, or without the braces that only keep BibTeX from changing it; where
  /// there are neither, characters that are special to TeX stand for themselves.
  private static func printed(_ text: String) -> String {
    text.contains("\\") ? TeXText.plain(text) : text.filter { $0 != "{" && $0 != "}" }
  }

  private static func title(_ element: XMLElement) -> String? {
    guard let field = element.child("title") else { return nil }
    // Some write the title's parts into elements of their own.
    if let title = text(field, "title") {
      return [title, text(field, "subtitle")].compactMap { $0 }.joined(separator: ": ")
    }
    return [text(element, "title"), text(element, "subtitle")].compactMap { $0 }.joined(separator: ": ")
  }

  private static func readContainer(_ element: XMLElement, into reference: inout Reference) {
    var container = Container()
    let names: [StaticString] = ["journal", "journaltitle", "booktitle"]
    container.title = names.lazy.compactMap { text(element, $0) }.first
    if let series = text(element, "series") { container.otherTitles.append(series) }
    let numbers = ["issn", "isbn"].compactMap { (name: StaticString) in text(element, name) }
      .map(StandardNumbers.init)
    container.serialNumbers = numbers.flatMap(\.serials)
    let books = numbers.flatMap(\.books)
    if ["chapter", "paper-conference"].contains(reference.type) {
      if !books.isEmpty { container.bookNumbers = books.map(\.value) }
    } else {
      reference.identifiers += books
    }
    for word in numbers.flatMap(\.rest) { reference.kept.append(KeptField(path: "isbn", value: word)) }
    if container != Container() { reference.container = container }
  }

  private static func readNumbers(_ element: XMLElement, into reference: inout Reference) {
    reference.volume = text(element, "volume")
    let number = text(element, "number")
    if reference.type.hasPrefix("article") { reference.issue = number } else { reference.number = number }
    if let issue = text(element, "issue") { reference.issue = issue }
    reference.pages = text(element, "pages").map(PageRange.init)
    reference.edition = text(element, "edition")
    reference.issued = date(element)
    let publishers: [StaticString] = ["publisher", "institution", "school", "organization"]
    for name in publishers where reference.publisher == nil { reference.publisher = text(element, name) }
    reference.place = text(element, "address") ?? text(element, "location")
    if let text = text(element, "urldate") {
      reference.history.append(HistoryDate("accessed", PartialDate(written: text)))
    }
  }

  private static func date(_ element: XMLElement) -> PartialDate? {
    if let text = text(element, "date") { return PartialDate(written: text) }
    guard let year = text(element, "year") else { return nil }
    guard let month = text(element, "month") else { return PartialDate(written: year) }
    if let number = Int(month), (1...12).contains(number), let year = Int(year) {
      return PartialDate(year: year, month: number)
    }
    return PartialDate(written: "\(month) \(year)")
  }

  private static func readIdentifiers(_ element: XMLElement, into reference: inout Reference) {
    if let field = element.child("doi"), let doi = DOIText.first(in: field.text) {
      reference.identifiers.append(doi)
    }
    if let pmid = text(element, "pmid") { reference.identifiers.append(Identifier(.pmid, pmid)) }
    for name in ["url", "howpublished"] as [StaticString] {
      guard let field = element.child(name) else { continue }
      let found = WebAddress.all(in: String(decoding: field.bytes, as: UTF8.self))
      guard !found.isEmpty else { continue }
      field.markTextRead()
      reference.addresses += found
      for identifier in found.compactMap(WebAddress.identifier)
      where reference.identifier(identifier.scheme) == nil {
        reference.identifiers.append(identifier)
      }
    }
  }

  private static func readTexts(_ element: XMLElement, into reference: inout Reference) {
    if let text = text(element, "abstract") { reference.abstract = AbstractText.sections(text) }
    for name in ["note", "annote"] as [StaticString] {
      if let text = text(element, name) { reference.notes.append(text) }
    }
    if let text = text(element, "language") { reference.languages = [LanguageTag.tag(for: text)] }
    if let text = text(element, "type") { reference.publicationTypes.append(Term(text)) }
    for field in element.children("keywords") {
      let words =
        field.isLeaf
        ? printed(field.text).split { ";,".contains($0) }.map(\.trimmed)
        : field.children("keyword").map { printed($0.text) }
      reference.keywords += words.filter { !$0.isEmpty }.map { Keyword($0) }
    }
  }

  static let types = [
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "conference": "paper-conference",
    "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference", "manual": "report",
    "mastersthesis": "thesis", "misc": "document", "online": "webpage", "phdthesis": "thesis",
    "proceedings": "book", "techreport": "report", "unpublished": "manuscript",
  ]
}

// MARK: - Names

extension BibTeXML {
  private static func readNames(_ element: XMLElement, into reference: inout Reference) {
    for (name, role) in [("author", Contributor.Role.author), ("editor", .editor)] {
      for field in element.elements where field.name == name {
        let people = field.elements.filter { $0.isNamed("person") }
        if people.isEmpty {
          readList(field.text, role: role, into: &reference)
        } else {
          reference.contributors += people.compactMap(Self.name).map { $0.contributor(role: role) }
        }
      }
    }
  }

  /// A name by its parts.
  private static func name(_ person: XMLElement) -> PersonName? {
    let family = [text(person, "prelast"), text(person, "last")].compactMap { $0 }.joined(separator: " ")
    let given = [text(person, "first"), text(person, "middle")].compactMap { $0 }.joined(separator: " ")
    return PersonName(family: family, given: given, suffix: text(person, "lineage"))
  }

  /// Reads BibTeX's list of names; one in braces is a group.
  private static func readList(_ text: String, role: Contributor.Role, into reference: inout Reference) {
    for text in text.split(separator: " and ").map(\.trimmed) where !text.isEmpty {
      if text == "others" {
        if role == .author { reference.isAuthorListComplete = false }
      } else if text.hasPrefix("{"), text.hasSuffix("}") {
        let name = PersonName(literal: printed(String(text.dropFirst().dropLast())))
        reference.contributors.append(name.contributor(role: role))
      } else if let name = PersonName(printed(text)) {
        reference.contributors.append(name.contributor(role: role))
      }
    }
  }
}
