internal import OnusModel

extension Reader {
  /// MODS 3, the Library of Congress's Metadata Object Description Schema, alone, in a collection, or in the
  /// envelope of a search service.
  ///
  /// Follows the [user guidelines](https://www.loc.gov/standards/mods/userguide/).
  public static let mods = Reader.xml(
    name: "mods", title: "MODS",
    keeps: "citations, abstract sections, subjects, MeSH, people in their roles, related items, notes",
    fileExtensions: ["xml", "mods"],
    roots: [
      XMLRoot("modsCollection"), XMLRoot("mods"), XMLRoot("searchRetrieveResponse", containing: "mods"),
      XMLRoot("exportedRecords", containing: "mods"), XMLRoot("OAI-PMH", containing: "mods"),
    ],
    records: ["mods"]
  ) { record in
    [.record(.reference(MODS.reference(record)))]
  }
}

/// The parts of a MODS record and what becomes of them.
enum MODS {
  static func reference(_ record: XMLElement) -> Reference {
    var reference = Reference(location: record.location)
    _ = record.attribute("version")
    if let key = record.attribute("ID") { reference.identifiers.append(Identifier(.key, key)) }
    reference.title = title(record)
    for element in record.elements { read(element, into: &reference) }
    let hosts = record.children("relatedItem").filter { $0.attribute("type", is: "host") }
    for host in hosts { readHost(host, into: &reference) }
    for item in record.children("relatedItem") where !item.attribute("type", is: "host") {
      readRelated(item, into: &reference)
    }
    reference.type = type(record, host: hosts.first)
    return reference
  }

  /// Reads a series as a further title of the container, and anything else as a relation.
  private static func readRelated(_ item: XMLElement, into reference: inout Reference) {
    let title = title(item)
    if item.attribute("type", is: "series") {
      guard var title else { return }
      // The number in the series is none of its title.
      if let number = item.text(at: "titleInfo", "partNumber"), title.hasSuffix(". " + number) {
        title = String(title.dropLast(number.count + 2))
        if reference.number == nil { reference.number = number } else { title += ". " + number }
      }
      reference.container = reference.container ?? Container()
      reference.container?.otherTitles.append(title)
    } else {
      let relation = Relation(
        type: item.attribute("type") ?? item.attribute("otherType") ?? "related", citation: title,
        identifiers: item.children("identifier").compactMap(identifier), note: item.text(at: "note"))
      if title != nil || !relation.identifiers.isEmpty { reference.relations.append(relation) }
    }
  }

  private static func read(_ element: XMLElement, into reference: inout Reference) {
    if element.isNamed("name") {
      readName(element, into: &reference)
    } else if element.isNamed("originInfo") {
      readOrigin(element, into: &reference)
    } else if element.isNamed("part") {
      readPart(element, into: &reference)
    } else if element.isNamed("identifier") {
      if let identifier = identifier(element) { reference.identifiers.append(identifier) }
    } else if element.isNamed("abstract") {
      guard let text = element.nonEmptyText else { return }
      let label = element.attribute("displayLabel")
      reference.abstract.append(AbstractSection(label: label == "" ? nil : label, text: text))
    } else if element.isNamed("note") {
      if let text = element.nonEmptyText { reference.notes.append(text) }
    } else if element.isNamed("subject") {
      readSubject(element, into: &reference)
    } else if element.isNamed("language") {
      readLanguage(element, into: &reference)
    } else if element.isNamed("location") {
      for url in element.children("url") {
        guard let address = url.nonEmptyText else { continue }
        reference.addresses.append(address)
        guard let day = url.attribute("dateLastAccessed") else { continue }
        reference.history.append(HistoryDate("accessed", date(day)))
      }
    } else if element.isNamed("genre") {
      // A type of CSL is what the document is, and not what a database calls it.
      let isType = element.attribute("authority", is: "csl")
      if let text = element.nonEmptyText, !isType { reference.publicationTypes.append(Term(text)) }
    } else if element.isNamed("recordInfo") {
      if let text = element.text(at: "recordIdentifier") {
        reference.identifiers.append(Identifier(.key, text))
      }
    }
  }

  /// The main title, with its article in front and its subtitle behind a colon.
  ///
  /// A `titleInfo` with a type is a translated, abbreviated or alternative title, and only used where there
  /// is no other.
  static func title(_ record: XMLElement) -> String? {
    let all = record.children("titleInfo").map(\.self)
    guard let info = all.first(where: { !$0.hasAttribute("type") }) ?? all.first else { return nil }
    guard var title = info.text(at: "title") else { return nil }
    // The slash of library cards that comes before the statement of responsibility.
    if title.hasSuffix(" /") { title = String(title.dropLast(2)) }
    if let article = info.text(at: "nonSort") {
      title = article + (article.hasSuffix("'") || article.hasSuffix("’") ? "" : " ") + title
    }
    if let subtitle = info.text(at: "subTitle") { title += ": " + subtitle }
    let part = [info.text(at: "partNumber"), info.text(at: "partName")].compactMap { $0 }
    return part.isEmpty ? title : title + ". " + part.joined(separator: ", ")
  }

  static func identifier(_ element: XMLElement) -> Identifier? {
    guard !element.hasAttribute("invalid"), let text = element.nonEmptyText else { return nil }
    let kind = element.attribute("type")?.lowercased() ?? ""
    switch kind {
    case "isbn":
      // Library records put the binding or a colon behind the number.
      let number = text.prefix { $0.isASCIIDigit || "-Xx ".contains($0) }.trimmed
      return Identifier(.isbn, number.isEmpty ? text : number)
    case "pubmed", "pmid": return Identifier(.pmid, text)
    case "pmc", "pmcid": return Identifier(.pmcid, text)
    case "uri", "url": return Identifier(parsing: text) ?? Identifier(.url, text)
    case "citekey", "": return Identifier(.key, text)
    default: return Identifier(Identifier.Scheme(rawValue: kind), text)
    }
  }

  private static func readLanguage(_ element: XMLElement, into reference: inout Reference) {
    let terms = element.children("languageTerm").map(\.self)
    let preferred = terms.first { $0.attribute("type", is: "code") } ?? terms.first ?? element
    guard let text = preferred.nonEmptyText else { return }
    let tag = LanguageTag.tag(for: text)
    if !reference.languages.contains(tag) { reference.languages.append(tag) }
    // The same language by its name.
    for term in terms where term.attribute("type", is: "text") { term.markTextRead() }
  }

  /// Reads a subject as a keyword, its parts joined as libraries print them; one of MeSH is a heading.
  private static func readSubject(_ element: XMLElement, into reference: inout Reference) {
    let names: [StaticString] = [
      "topic", "geographic", "temporal", "genre", "occupation", "name", "titleInfo",
    ]
    var parts: [String] = []
    for part in element.elements where names.contains(where: { part.isNamed($0) }) {
      if let text = part.nonEmptyText { parts.append(text) }
    }
    if parts.isEmpty, element.isLeaf, let text = element.nonEmptyText { parts = [text] }
    guard let first = parts.first else { return }
    let authority = element.attribute("authority")
    if authority == "mesh" {
      let qualifiers = parts.dropFirst().map { SubjectHeading.Part(Term($0)) }
      reference.headings.append(SubjectHeading(.init(Term(first)), qualifiers: qualifiers))
    } else {
      reference.keywords.append(Keyword(parts.joined(separator: "--"), owner: authority))
    }
  }
}
