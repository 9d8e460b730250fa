internal import OnusModel

extension JATS {
  /// A cited work by the parts of its citation.
  ///
  /// What stands between the parts of a mixed citation is kept with the whole of it when it is more than
  /// punctuation.
  static func citedWork(_ citation: XMLElement) -> Reference {
    var work = Reference(location: citation.location)
    var parts = CitationParts()
    parts.kind =
      citation.attribute("publication-type") ?? citation.attribute("citation-type")
      ?? citation.attribute("content-type")
    _ = citation.attribute("id")
    for element in citation.elements { readPart(element, into: &work, parts: &parts) }
    work.pages = pages(citation)
    readCitedDate(citation, into: &work)
    parts.name(&work)
    if work.title == nil, work.contributors.isEmpty || work.container?.title == nil {
      readUnstructured(citation, into: &work)
    } else {
      citation.markPunctuationRead()
    }
    return work
  }

  private static func readPart(_ element: XMLElement, into work: inout Reference, parts: inout CitationParts)
  {
    if element.isNamed("article-title") {
      parts.article = parts.article ?? element.readableText
      if let tag = element.attribute("lang") { work.languages = [LanguageTag.tag(for: tag)] }
    } else if element.isNamed("chapter-title") || element.isNamed("part-title") {
      parts.chapter = parts.chapter ?? element.readableText
    } else if element.isNamed("data-title") {
      parts.data = element.readableText
    } else if element.isNamed("source") {
      parts.source = parts.source ?? element.readableText
    } else if element.isNamed("trans-title") || element.isNamed("trans-source") {
      if parts.article == nil, element.isNamed("trans-title") { parts.translated = element.readableText }
    } else if element.isNamed("conf-name") {
      parts.conference = element.readableText
    } else if element.isNamed("volume") {
      work.volume = element.nonEmptyText
    } else if element.isNamed("issue") {
      work.issue = element.nonEmptyText
    } else if element.isNamed("numero") {
      work.issue = work.issue ?? element.nonEmptyText
      if element.text == work.issue { element.markRead() }
    } else if element.isNamed("supplement") {
      if let text = element.readableText { work.issue = work.issue.map { "\($0) \(text)" } ?? text }
    } else if element.isNamed("edition") {
      work.edition = element.readableText
    } else if element.isNamed("series") {
      parts.series = element.readableText
    } else if element.isNamed("patent") {
      work.number = element.nonEmptyText
    } else if element.isNamed("publisher-name") {
      work.publisher = work.publisher ?? element.readableText
    } else if element.isNamed("institution") {
      parts.institution = element.readableText
    } else if element.isNamed("publisher-loc") {
      work.place = work.place ?? element.readableText
    } else if !readPeople(element, into: &work) {
      readLink(element, into: &work)
    }
  }

  // MARK: People

  private static func readPeople(_ element: XMLElement, into work: inout Reference) -> Bool {
    if element.isNamed("person-group") {
      let role = role(named: element.attribute("person-group-type") ?? "author")
      for person in element.elements { readPerson(person, role: role, into: &work) }
      // "eds." and "and" between the names say what the markup says.
      element.markOwnTextRead()
      return true
    }
    return readPerson(element, role: .author, into: &work)
  }

  @discardableResult private static func readPerson(
    _ element: XMLElement, role: Contributor.Role, into work: inout Reference
  ) -> Bool {
    if element.isNamed("name") || element.isNamed("string-name") {
      if let person = person(element, role: role) { work.contributors.append(person) }
    } else if element.isNamed("name-alternatives") {
      let best = element.child("name") ?? element.child("string-name")
      if let person = best.flatMap({ person($0, role: role) }) { work.contributors.append(person) }
    } else if element.isNamed("collab") || element.isNamed("anonymous") {
      if let group = collaboration(element, role: role) { work.contributors.append(group) }
    } else if element.isNamed("etal") {
      if role == .author { work.isAuthorListComplete = false }
      element.markRead()
    } else {
      return false
    }
    return true
  }

  // MARK: Links

  private static func readLink(_ element: XMLElement, into work: inout Reference) {
    if element.isNamed("pub-id") {
      readPublicID(element, into: &work)
    } else if element.isNamed("ext-link") || element.isNamed("uri") {
      readAddress(element, into: &work)
    } else if element.isNamed("isbn") || element.isNamed("issn") || element.isNamed("object-id") {
      let kind = element.isNamed("object-id") ? element.attribute("pub-id-type") : element.name
      if let text = element.nonEmptyText { work.add(identifier(text, kind: kind)) }
    } else if element.isNamed("date-in-citation") || element.isNamed("access-date") {
      if element.child("year") == nil, let text = element.nonEmptyText {
        let event = element.attribute("content-type") ?? "accessed"
        let standard = element.attribute("iso-8601-date").flatMap { PartialDate(iso8601: $0) }
        work.history.append(HistoryDate(event, standard ?? PartialDate(written: text)))
      }
    } else if element.isNamed("comment") || element.isNamed("annotation") || element.isNamed("note") {
      for name in ["ext-link", "uri", "pub-id"] as [StaticString] {
        for link in element.children(name) { readLink(link, into: &work) }
      }
      guard let text = element.readableText else { return }
      if DOIText.isAlone(text), let doi = DOIText.first(in: text) {
        work.add(doi)
      } else {
        work.notes.append(text)
      }
    }
  }

  private static func readPublicID(_ element: XMLElement, into work: inout Reference) {
    guard let text = element.nonEmptyText else { return }
    let kind = element.attribute("pub-id-type")
    let authority = element.attribute("assigning-authority")
    if kind == "accession" || kind == "archive" || kind == "clinical-trial-number" {
      work.accessions.append(AccessionNumber(bank: authority ?? kind ?? "unknown", number: text))
    } else {
      work.add(identifier(text, kind: kind))
    }
    if let address = element.attribute("href"), WebAddress.isOne(address),
      WebAddress.identifier(address) == nil
    {
      work.addresses.append(address)
    }
  }

  private static func readAddress(_ element: XMLElement, into work: inout Reference) {
    let text = element.readableText ?? ""
    let target = element.attribute("href") ?? text
    let kind = element.attribute("ext-link-type")?.lowercased()
    _ = element.attribute("type")
    if let identifier = WebAddress.identifier(target) ?? WebAddress.identifier(text) {
      work.add(identifier)
    } else if let kind, ["doi", "pmid", "pmc", "pmcid", "pubmed"].contains(kind) {
      work.add(identifier(target, kind: kind))
    } else if let trial = WebAddress.trial(target) {
      work.accessions.append(trial)
      if WebAddress.isOne(target) { work.addresses.append(target) }
    } else if WebAddress.isOne(target), !work.addresses.contains(target) {
      work.addresses.append(target)
    }
  }

  // MARK: Dates and text

  private static func readCitedDate(_ citation: XMLElement, into work: inout Reference) {
    let source =
      citation.child("year") == nil ? citation.child("date") ?? citation.child("string-date") : citation
    work.issued = source.flatMap(date)
  }

  /// Takes what can be told from a citation that is only printed, and keeps the words as a note.
  private static func readUnstructured(_ citation: XMLElement, into work: inout Reference) {
    guard let text = citation.readableText else { return }
    if !work.notes.contains(text) { work.notes.insert(text, at: 0) }
    for doi in DOIText.all(in: text).prefix(1) { work.add(doi) }
    if work.issued == nil { work.issued = yearInParentheses(text).map { PartialDate(year: $0) } }
  }

  private static func yearInParentheses(_ text: String) -> Int? {
    let pieces = text.split(separator: "(").dropFirst().map { $0.prefix { $0 != ")" } }
    return pieces.lazy.filter { $0.count <= 5 }.compactMap { year(String($0)) }.first
  }
}

extension Reference {
  fileprivate mutating func add(_ identifier: Identifier) {
    if !identifiers.contains(identifier) { identifiers.append(identifier) }
  }
}
