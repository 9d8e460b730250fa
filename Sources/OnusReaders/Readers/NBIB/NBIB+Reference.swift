internal import OnusModel

extension NBIB {
  /// The reference that a record describes, with the words of PubMed's XML where that has the same field.
  static func reference(_ record: TextRecord) -> Reference {
    var record = record
    var reference = Reference(location: record.location)
    readIdentifiers(&record, into: &reference)
    readTexts(&record, into: &reference)
    readContributors(&record, into: &reference)
    readContainer(&record, into: &reference)
    readDates(&record, into: &reference)
    readLists(&record, into: &reference)
    reference.type = type(reference, record)
    reference.kept = record.unread
    return reference
  }

  private static func type(_ reference: Reference, _ record: TextRecord) -> String {
    let types = reference.publicationTypes.map { $0.name.lowercased() }
    if types.contains("preprint") { return "article" }
    if types.contains("book") || types.contains("textbook") || types.contains("monograph") { return "book" }
    if types.contains("book chapter") { return "chapter" }
    if types.contains("technical report") { return "report" }
    if !record.values("BTI").isEmpty {
      return reference.title == record.values("BTI").first ? "book" : "chapter"
    }
    return "article-journal"
  }

  private static func readIdentifiers(_ record: inout TextRecord, into reference: inout Reference) {
    func add(_ identifier: Identifier) {
      if !reference.identifiers.contains(identifier) { reference.identifiers.append(identifier) }
    }
    if let text = record.take("PMID") {
      add(Identifier(.pmid, String(text.prefix(while: \.isASCIIDigit))))
    }
    for name in ["AID", "LID"] {
      let found = record.takeEach(name) { text -> Identifier? in
        if let bracket = text.lastIndex(of: "["), text.hasSuffix("]") {
          let value = text[..<bracket].trimmed
          switch text[bracket...].dropFirst().dropLast() {
          case "doi": return Identifier(.doi, value)
          case "pii": return Identifier(.pii, value)
          case "bookaccession": return Identifier(.bookshelf, value)
          default: return nil
          }
        }
        return text.split(separator: " ").count <= 2 ? DOIText.first(in: text) : nil
      }
      found.forEach(add)
    }
    if let text = record.take("PMC") { add(Identifier(.pmcid, text)) }
    if let text = record.take("MID") { add(Identifier(.init(rawValue: "mid"), text)) }
    for text in record.takeAll("ISBN") { StandardNumbers(text).books.forEach(add) }
  }

  private static func readTexts(_ record: inout TextRecord, into reference: inout Reference) {
    // A title that is cut into several fields is one.
    let title = record.takeAll("TI").joined(separator: " ")
    reference.title = title.isEmpty ? record.value("BTI") : title
    reference.vernacularTitle = record.take("TT")
    if reference.title == nil || reference.title == "[Not Available]." {
      reference.title = reference.vernacularTitle ?? reference.title
      reference.vernacularTitle = nil
    }
    let abstract = record.takeAll("AB").joined(separator: " ")
    reference.abstract = AbstractText.sections(abstract)
    let language = record.value("OABL").map(LanguageTag.tag(for:))
    for text in record.takeAll("OAB") {
      let colon = text.firstIndex(of: ":").flatMap { text[..<$0].count <= 20 ? $0 : nil }
      let type = colon.map { String(text[..<$0]) }
      let body = colon.map { text[text.index(after: $0)...].trimmed } ?? text
      reference.otherAbstracts.append(
        OtherAbstract(type: type, language: language, sections: AbstractText.sections(body)))
    }
    if !reference.otherAbstracts.isEmpty { _ = record.takeAll("OABL") }
    reference.languages = record.takeAll("LA").map(LanguageTag.tag(for:))
    reference.edition = record.take("EN")
    reference.publisher = record.take("PB")
    reference.notes = record.takeAll("GN")
  }

  private static func readContainer(_ record: inout TextRecord, into reference: inout Reference) {
    var container = Container()
    container.title = record.take("JT")
    container.abbreviation = record.take("TA")
    if container.title == nil {
      container.title = record.values("BTI").first.flatMap { $0 == reference.title ? nil : $0 }
    }
    _ = record.takeAll("BTI")
    container.otherTitles = record.takeAll("CTI", "VTI")
    container.nlmID = record.take("JID")
    container.country = record.take("PL")
    for text in record.takeAll("IS") {
      guard let issn = text.split(separator: " ").first else { continue }
      let medium = text.firstIndex(of: "(").map { text[$0...].filter(\.isLetter) }
      container.serialNumbers.append(SerialNumber(issn: String(issn), medium: medium))
    }
    if container != Container() { reference.container = container }
    reference.volume = record.take("VI")
    reference.issue = record.take("IP")
    reference.pages = record.take("PG").map(PageRange.init)
    // Articles without pages have their number in the field for a location.
    if reference.pages == nil {
      let number = record.takeEach("LID") { $0.count <= 12 && !$0.contains(" ") ? $0 : nil }.first
      reference.pages = number.map(PageRange.init)
    }
  }
}
