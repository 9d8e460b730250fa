internal import OnusModel

extension ZoteroRDF {
  /// Reads every list of people; the property's name is their role.
  func readContributors(_ node: XMLElement, into reference: inout Reference) {
    for property in graph.descriptions(of: node).flatMap({ $0.elements.map(\.self) }) {
      for list in graph.targets(of: property) where list.isNamed("Seq") || list.isNamed("Bag") {
        let role = Self.role(property.name)
        for person in graph.members(of: list) {
          if let contributor = contributor(person, role: role) { reference.contributors.append(contributor) }
        }
      }
    }
  }

  private static func role(_ property: String) -> Contributor.Role {
    switch property {
    case "authors", "inventors", "programmers", "presenters", "artists", "performers", "creator":
      .author
    case "editors": .editor
    case "translators": .translator
    case "seriesEditors": Contributor.Role(rawValue: "series-editor")
    case "bookAuthors": Contributor.Role(rawValue: "container-author")
    default: Contributor.Role(rawValue: property.hasSuffix("s") ? String(property.dropLast()) : property)
    }
  }

  private func contributor(_ person: XMLElement, role: Contributor.Role) -> Contributor? {
    let family = graph.literals(person, "surname", "family_name", "familyName").first
    let given = graph.literals(person, "givenName", "givenname", "firstName").first
    if given == nil, let name = family ?? graph.literals(person, "name").first {
      // A single field holds a group, or a person who goes by one name.
      let isGroup = person.isNamed("Organization") || name.contains(" ") || PersonName.isGroup(name)
      return Contributor(role: role, family: isGroup ? nil : name, literal: isGroup ? name : nil)
    }
    return PersonName(family: family, given: given)?.contributor(role: role)
  }

  func readNumbers(_ node: XMLElement, into reference: inout Reference) {
    reference.pages = graph.literals(node, "pages").first.map(PageRange.init)
    reference.volume = graph.literals(node, "volume").first
    reference.edition = graph.literals(node, "edition").first
    reference.number = graph.literals(node, "number").first
    reference.issued = graph.literals(node, "date").first.map(PartialDate.init(written:))
    if let text = graph.literals(node, "dateSubmitted").first {
      // What Zotero writes here is when the document was looked at.
      reference.history.append(HistoryDate("accessed", PartialDate(written: text)))
    }
    for publisher in graph.nodes(node, "publisher") {
      reference.publisher = graph.literals(publisher, "name").first
      let address = graph.nodes(publisher, "adr").first
      reference.place = address.flatMap { graph.literals($0, "locality").first }
    }
  }

  /// Reads "DOI 10…", "ISBN …", "ISSN …" and web addresses.
  func readIdentifiers(_ node: XMLElement, into reference: inout Reference) {
    for text in graph.literals(node, "identifier") where !WebAddress.isOne(text) {
      add(text, isShared: false, to: &reference)
    }
    for address in addresses(node) {
      reference.addresses.append(address)
      guard let identifier = WebAddress.identifier(address), reference.identifier(identifier.scheme) == nil
      else { continue }
      reference.identifiers.append(identifier)
    }
  }

  private func add(_ text: String, isShared: Bool, to reference: inout Reference) {
    let doi = text.hasPrefix("DOI") ? DOIText.first(in: text) : nil
    if let doi {
      if !isShared, reference.identifier(.doi) == nil { reference.identifiers.append(doi) }
      return
    }
    let numbers = StandardNumbers(text)
    if !numbers.serials.isEmpty {
      reference.container = reference.container ?? Container()
      reference.container?.serialNumbers += numbers.serials
    }
    if isPart(reference) {
      reference.container = reference.container ?? Container()
      let books = (reference.container?.bookNumbers ?? []) + numbers.books.map(\.value)
      reference.container?.bookNumbers = books.isEmpty ? nil : books
    } else {
      reference.identifiers += numbers.books.filter { !reference.identifiers.contains($0) }
    }
    if numbers.serials.isEmpty, numbers.books.isEmpty {
      reference.kept.append(KeptField(path: "identifier", value: text))
    }
  }

  private func isPart(_ reference: Reference) -> Bool {
    ["chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"].contains(reference.type)
  }

  // MARK: Containers

  /// Reads the journal, book, series, site or conference, inside the work or beside it.
  ///
  /// Zotero writes volume, issue and DOI of an article on its journal; where several works share the
  /// journal's node, nobody knows whose they are.
  mutating func readContainers(_ node: XMLElement, into reference: inout Reference) {
    for container in graph.nodes(node, "isPartOf") { readContainer(container, into: &reference) }
    for conference in graph.nodes(node, "presentedAt") {
      guard let title = graph.literals(conference, "title").first else { continue }
      addTitle(title, to: &reference)
    }
  }

  private mutating func readContainer(_ node: XMLElement, into reference: inout Reference) {
    let isShared = graph.useCount(of: node) > 1
    let isSeries = node.isNamed("Series")
    link(node)
    if let title = graph.literals(node, "title").first {
      if isSeries {
        reference.container = reference.container ?? Container()
        reference.container?.otherTitles.append(title)
      } else {
        addTitle(title, to: &reference)
      }
    }
    if let short = graph.literals(node, "alternative").first {
      reference.container = reference.container ?? Container()
      if reference.container?.title == nil {
        reference.container?.title = short
      } else if reference.container?.title != short {
        reference.container?.abbreviation = short
      }
    }
    for text in graph.literals(node, "identifier") where !WebAddress.isOne(text) {
      if isSeries, text.first?.isLetter == false, StandardNumbers(text).serials.isEmpty {
        reference.number = text
      } else {
        add(text, isShared: isShared, to: &reference)
      }
    }
    if !isShared {
      if reference.volume == nil { reference.volume = graph.literals(node, "volume").first }
      if let number = graph.literals(node, "number").first {
        if isSeries { reference.number = number } else { reference.issue = number }
      }
    }
    for outer in graph.nodes(node, "isPartOf") { readContainer(outer, into: &reference) }
  }

  private func addTitle(_ title: String, to reference: inout Reference) {
    var container = reference.container ?? Container()
    if container.title == nil {
      container.title = title
    } else if container.title != title {
      container.otherTitles.append(title)
    }
    reference.container = container
  }

  // MARK: Texts

  func readTexts(_ node: XMLElement, into reference: inout Reference) {
    reference.abstract = graph.literals(node, "abstract").flatMap {
      AbstractText.sections(HTMLText.plain($0))
    }
    reference.languages = graph.literals(node, "language").map(LanguageTag.tag(for:))
    for property in node.children("subject") {
      if property.isLeaf {
        if let text = property.nonEmptyText { reference.keywords.append(Keyword(text)) }
      } else if let tag = property.child("AutomaticTag"), let text = tag.text(at: "value") {
        // Tags that came with the record, not from the person who keeps the library.
        reference.keywords.append(Keyword(text, owner: "automatic"))
      }
    }
    reference.publicationTypes += graph.literals(node, "type").map { Term($0) }
    for element in node.children("description") { readExtra(element, into: &reference) }
  }

  /// Reads Zotero's field for what has no field, in which each line may be a name and a value.
  private func readExtra(_ element: XMLElement, into reference: inout Reference) {
    let lines = element.rawText.split { $0.isNewline }.map { String($0).collapsed }.filter { !$0.isEmpty }
    guard !lines.isEmpty else { return }
    reference.notes.append(lines.joined(separator: "\n"))
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmed
      let scheme: Identifier.Scheme
      switch line[..<colon].lowercased() {
      case "pmid": scheme = .pmid
      case "pmcid": scheme = .pmcid
      case "doi": scheme = .doi
      case "citation key": scheme = .key
      default: continue
      }
      let identifier = Identifier(scheme, value)
      guard !value.isEmpty, identifier.malformation == nil, reference.identifier(scheme) == nil else {
        continue
      }
      reference.identifiers.append(identifier)
    }
  }
}
