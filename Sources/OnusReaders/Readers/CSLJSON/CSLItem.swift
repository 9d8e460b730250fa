internal import OnusModel

/// An item whose members are read one after the other; what is left is kept.
struct CSLItem {
  private let location: SourceLocation
  private var members: [(name: String, node: JSONNode)]

  init(_ node: JSONNode) {
    location = node.location
    members = node.members ?? []
  }

  // MARK: Members

  /// Takes a member out.
  mutating func take(_ name: String) -> JSONNode? {
    guard let index = members.firstIndex(where: { $0.name == name }) else { return nil }
    return members.remove(at: index).node
  }

  /// Takes the text of the first of these members that has one; of a list the first text.
  mutating func text(_ names: String...) -> String? {
    for name in names {
      guard let node = members.first(where: { $0.name == name })?.node else { continue }
      guard let text = node.text ?? node.elements?.first?.text else {
        // An empty one says nothing.
        if case .string = node.value { _ = take(name) }
        if node.elements?.isEmpty ?? false { _ = take(name) }
        continue
      }
      if node.elements?.count ?? 1 == 1 { _ = take(name) }
      return EscapedMarkup.plain(text)
    }
    return nil
  }

  /// Takes all texts of a member that is a text or a list of texts.
  mutating func texts(_ name: String) -> [String] {
    guard let node = members.first(where: { $0.name == name })?.node else { return [] }
    let texts = node.elements?.compactMap(\.text) ?? node.text.map { [$0] } ?? []
    if texts.count == node.elements?.count ?? 1 { _ = take(name) }
    return texts
  }

  private func kept() -> [KeptField] {
    members.compactMap { name, node in
      switch node.value {
      case .null: return nil
      case .string(let text) where text.trimmed.isEmpty: return nil
      case .string(let text): return KeptField(path: name, value: text.trimmed, location: node.location)
      default: return KeptField(path: name, value: node.json.compact, location: node.location)
      }
    }
  }

  // MARK: The reference

  mutating func reference() -> Reference {
    var reference = Reference(location: location)
    if let type = members.first(where: { $0.name == "type" })?.node.text, let known = CSLType.names[type] {
      reference.type = known
      _ = take("type")
    } else {
      reference.type = "document"
    }
    readIdentifiers(into: &reference)
    readTitles(into: &reference)
    readNames(into: &reference)
    readDates(into: &reference)
    readTexts(into: &reference)
    readNotices(into: &reference)
    reference.kept = kept()
    return reference
  }

  private mutating func readIdentifiers(into reference: inout Reference) {
    func add(_ identifier: Identifier) {
      if !reference.identifiers.contains(identifier) { reference.identifiers.append(identifier) }
    }
    if let text = text("DOI"), let doi = DOIText.first(in: text) ?? Identifier(parsing: "doi:" + text) {
      add(doi)
    }
    if let text = text("PMID") { add(Identifier(.pmid, text)) }
    if let text = text("PMCID") { add(Identifier(.pmcid, text)) }
    let numbers = texts("ISBN").map(StandardNumbers.init)
    if ["chapter", "paper-conference"].contains(reference.type),
      numbers.contains(where: { !$0.books.isEmpty })
    {
      reference.container = Container(bookNumbers: numbers.flatMap { $0.books.map(\.value) })
    } else {
      numbers.flatMap(\.books).forEach(add)
    }
    for text in texts("ISSN") {
      for number in StandardNumbers(text).serials {
        reference.container = reference.container ?? Container()
        if !(reference.container?.serialNumbers.contains(number) ?? true) {
          reference.container?.serialNumbers.append(number)
        }
      }
    }
    let id = text("id")
    let key = text("citation-key", "citekey") ?? id
    if let key { add(Identifier(.key, key)) }
    if let address = text("URL") {
      reference.addresses.append(address)
      if let identifier = WebAddress.identifier(address), reference.identifier(identifier.scheme) == nil {
        add(identifier)
      }
      if let trial = WebAddress.trial(address) { reference.accessions.append(trial) }
    }
    readExtra(into: &reference)
  }

  /// Reads lines such as "PMID: 30000001" in the note, where programs put what CSL has no field for.
  private mutating func readExtra(into reference: inout Reference) {
    guard let note = members.first(where: { $0.name == "note" })?.node.text else { return }
    _ = take("note")
    var rest: [String] = []
    for line in note.split(whereSeparator: \.isNewline).map(\.trimmed) where !line.isEmpty {
      if let identifier = NoteLines.identifier(line),
        [nil, identifier.value].contains(reference.identifier(identifier.scheme))
      {
        if !reference.identifiers.contains(identifier) { reference.identifiers.append(identifier) }
      } else {
        rest.append(line)
      }
    }
    if !rest.isEmpty { reference.notes.append(rest.joined(separator: "\n")) }
  }

  private mutating func readTitles(into reference: inout Reference) {
    reference.title = text("title")
    if let subtitle = text("subtitle"), let title = reference.title, !title.contains(subtitle) {
      reference.title = "\(title): \(subtitle)"
    }
    reference.vernacularTitle = text("original-title")
    var container = reference.container ?? Container()
    container.title = text("container-title")
    container.abbreviation = text("container-title-short", "journalAbbreviation", "short-container-title")
    if container.title == nil {
      container.title = container.abbreviation
      container.abbreviation = nil
    }
    if container.abbreviation == container.title { container.abbreviation = nil }
    if let series = text("collection-title") { container.otherTitles.append(series) }
    reference.container = container == Container() ? nil : container
    reference.volume = text("volume")
    reference.issue = text("issue")
    reference.number = text("number") ?? text("collection-number")
    reference.edition = text("edition") ?? text("version")
    reference.pages = text("page", "article-number").map(PageRange.init)
    if let first = text("page-first"), reference.pages == nil { reference.pages = PageRange(first) }
    reference.publisher = text("publisher")
    reference.place = text("publisher-place", "publisher-location")
  }

  private mutating func readTexts(into reference: inout Reference) {
    if let abstract = text("abstract") { reference.abstract = AbstractText.sections(abstract) }
    for list in texts("keyword") {
      let separator: Character = list.contains(";") ? ";" : ","
      let words = list.split(separator: separator).map(\.trimmed)
      reference.keywords += words.filter { !$0.isEmpty }.map { Keyword($0) }
    }
    reference.keywords += texts("subject").map { Keyword($0) }
    if let language = text("language") { reference.languages = [LanguageTag.tag(for: language)] }
    for name in ["annote", "annotation"] { if let note = text(name) { reference.notes.append(note) } }
    if let genre = text("genre", "subtype") { reference.publicationTypes.append(Term(genre)) }
    if let custom = take("custom") { readCustom(custom, into: &reference) }
  }

  /// Reads what Onus itself writes where CSL has no field; anything else goes back.
  private mutating func readCustom(_ custom: JSONNode, into reference: inout Reference) {
    var rest: [(name: String, node: JSONNode)] = []
    for (name, node) in custom.members ?? [] {
      let texts = node.elements?.compactMap(\.text) ?? []
      switch name {
      case "publication-types": reference.publicationTypes += texts.map { Term($0) }
      case "mesh": reference.headings += texts.map(SubjectHeading.init(text:))
      case "registrations":
        for trial in (node.elements ?? []).compactMap(Self.registration)
        where !reference.accessions.contains(trial) {
          reference.accessions.append(trial)
        }
      case "relations": reference.relations += (node.elements ?? []).compactMap(Self.relation)
      default: rest.append((name, node))
      }
    }
    if custom.members == nil || !rest.isEmpty {
      members.append(
        ("custom", custom.members == nil ? custom : JSONNode(value: .object(rest), location: custom.location))
      )
    }
  }

  /// The registration of an object, or of a text such as "ClinicalTrials.gov NCT00000001".
  private static func registration(_ node: JSONNode) -> AccessionNumber? {
    if let bank = node["bank"]?.text {
      return AccessionNumber(bank: bank, number: node["number"]?.text ?? "")
    }
    guard let text = node.text else { return nil }
    guard let blank = text.lastIndex(of: " ") else { return AccessionNumber(bank: text, number: "") }
    return AccessionNumber(bank: String(text[..<blank]), number: String(text[text.index(after: blank)...]))
  }

  /// The relation of an object, or of a text such as "RetractionIn: pmid:30000010".
  private static func relation(_ node: JSONNode) -> Relation? {
    if let type = node["type"]?.text {
      let identifiers = node["identifiers"]?.elements?.compactMap(\.text).compactMap(Self.identifier) ?? []
      return Relation(
        type: type, citation: node["citation"]?.text, identifiers: identifiers, note: node["note"]?.text)
    }
    guard let text = node.text else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1).map(\.trimmed)
    guard parts.count == 2 else { return Relation(type: text, citation: nil) }
    let cited = CitedText(parts[1])
    let only = Identifier(parsing: parts[1]).map { [$0] } ?? []
    return Relation(
      type: parts[0], citation: cited.citation,
      identifiers: cited.identifiers.isEmpty ? only : cited.identifiers)
  }

  /// The identifier of `scheme:value`, whatever the scheme.
  private static func identifier(_ text: String) -> Identifier? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    return Identifier(.init(rawValue: String(text[..<colon])), String(text[text.index(after: colon)...]))
  }
}
