internal import OnusModel

extension Reader {
  /// EndNote's XML as EndNote itself, Zotero, Mendeley and Bookends write it, and as it lies in Word's
  /// fields.
  ///
  /// The format has no published description; this follows what the programs write.
  public static let endNoteXML = Reader.xml(
    name: "endnote-xml", title: "EndNote XML",
    keeps: "citations, abstract sections, keywords, database numbers, affiliations, addresses, notes",
    roots: ["xml", "records", "EndNote"].map {
      XMLRoot($0, namespacePrefix: "", containing: "ref-type")
    },
    records: ["record", "Cite"]
  ) { element in
    guard element.isNamed("Cite") else { return EndNoteXML.events(element) }
    // The citation repeats the record's own author, year and number.
    for name in ["Author", "Year", "RecNum", "IDText"] as [StaticString] { element.child(name)?.markRead() }
    guard let record = element.child("record") else {
      throw Diagnostic(
        .warning, "malformed-record", "the citation holds no record", at: element.location)
    }
    return EndNoteXML.events(record)
  }
}

/// The parts of an EndNote record and what becomes of them.
enum EndNoteXML {
  static func events(_ record: XMLElement) -> [ReadEvent] {
    var reference = Reference(location: record.location)
    // Which program and which file the record comes from says nothing about the document.
    for name in ["database", "source-app", "rec-number"] as [StaticString] {
      record.child(name)?.markRead()
    }
    reference.type = type(record)
    readTitles(record, into: &reference)
    readNumbers(record, into: &reference)
    readDates(record, into: &reference)
    if let contributors = record.child("contributors") {
      readContributors(contributors, into: &reference)
    }
    readTexts(record, into: &reference)
    readIdentifiers(record, into: &reference)
    readAddresses(record, into: &reference)
    refineGeneric(record, &reference)
    keepRest(record, in: record, path: "", &reference)
    return [.record(.reference(reference))]
  }

  private static func readTexts(_ record: XMLElement, into reference: inout Reference) {
    if let text = text(record, "abstract") { reference.abstract = AbstractText.sections(text) }
    if let keywords = record.child("keywords") {
      for keyword in keywords.children("keyword").flatMap(lines) {
        let isMajor = keyword.contains("*")
        let word = keyword.hasPrefix("*") ? String(keyword.dropFirst()) : keyword
        reference.keywords.append(Keyword(word, isMajor: isMajor))
      }
    }
    for name in ["notes", "research-notes"] as [StaticString] {
      guard let element = record.child(name) else { continue }
      NoteLines.read(lines(element), into: &reference)
    }
    if let text = text(record, "language") {
      let names = text.split { ";,".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
      reference.languages = names.map(LanguageTag.tag(for:))
    }
    if let text = text(record, "publisher") { reference.publisher = text }
    if let text = text(record, "pub-location") { reference.place = text }
    if let element = record.child("auth-address") {
      let addresses = lines(element)
      // The file does not say whose they are; PubMed gave them to the first author.
      if reference.contributors.isEmpty {
        reference.notes += addresses
      } else {
        reference.contributors[0].affiliations += addresses
      }
    }
    if let element = record.child("work-type") {
      let names = lines(element).flatMap { $0.split(separator: ";").map(\.trimmed) }
      for term in names.filter({ !$0.isEmpty }).map({ Term($0) })
      where !reference.publicationTypes.contains(term) {
        reference.publicationTypes.append(term)
      }
    }
  }

  /// Mendeley calls articles generic that stand in a journal.
  private static func refineGeneric(_ record: XMLElement, _ reference: inout Reference) {
    guard reference.type == "document", record.descendant("periodical", "full-title") != nil else { return }
    reference.type = "article-journal"
  }
}

// MARK: - Text in styles

extension EndNoteXML {
  /// The text of an element, whose runs of one style follow each other without a blank between them.
  static func rawText(_ element: XMLElement) -> String {
    let whole = element.rawText
    var runs = ""
    for style in element.children("style") { runs += style.rawText }
    // White space between the runs is layout, unless there is text between them.
    return runs.isEmpty || runs.count { !$0.isWhitespace } != whole.count { !$0.isWhitespace } ? whole : runs
  }

  /// The text of the child with this name on one line; `nil` when it is empty.
  static func text(_ parent: XMLElement, _ name: StaticString) -> String? {
    parent.child(name).flatMap(text)
  }

  static func text(_ element: XMLElement) -> String? {
    let text = rawText(element).collapsed
    return text.isEmpty ? nil : text
  }

  /// Keeps what nobody has read under the name of its field, without the styles it is printed in.
  private static func keepRest(
    _ parent: XMLElement, in record: XMLElement, path: String, _ reference: inout Reference
  ) {
    for element in parent.elements {
      guard let style = element.child("style") else {
        keepRest(element, in: record, path: path + element.name + "/", &reference)
        continue
      }
      let isUnread = !style.node.isRead
      element.markTextRead()
      guard isUnread, let text = text(element) else { continue }
      let field = KeptField(path: path + element.name, value: text, location: element.location)
      reference.kept.append(field)
    }
  }

  /// The lines of a text; EndNote ends each with a carriage return, other line breaks are layout.
  static func lines(_ element: XMLElement) -> [String] {
    rawText(element).unicodeScalars.split { $0 == "\r" }.map { String($0).collapsed }.filter { !$0.isEmpty }
  }
}
