internal import OnusModel

extension PackedReader {
  /// What stands at the front of a packed reference.
  struct Head {
    var textsInside: Bool
    fileprivate var parts: Parts
    var identifiers: [Identifier]
    var headings: [SubjectHeading]
    var location: SourceLocation?
  }

  /// Reads the front of a reference, which is enough to index it.
  ///
  /// - Throws: A `Diagnostic` with the code `unreadable-catalogue` when the bytes are damaged.
  mutating func head() throws -> Head {
    guard try byte() == PackedWriter.version else { throw Self.damage }
    let textsInside = try byte() == 1
    var parts = try parts()
    let identifiers = try parts.next() ? list { try $0.identifier() } : []
    let headings = try parts.next() ? list { try $0.heading() } : []
    return Head(
      textsInside: textsInside, parts: parts, identifiers: identifiers, headings: headings,
      location: try location())
  }

  /// Reads a reference.
  ///
  /// - Parameters:
  ///   - title: The title, where it stands in a column of its own.
  ///   - abstract: The texts of the abstract's sections, joined by line breaks, where they do.
  /// - Throws: A `Diagnostic` with the code `unreadable-catalogue` when the bytes are damaged.
  mutating func reference(title: String?, abstract: String?) throws -> Reference {
    var reference = Reference()
    try read(into: &reference, title: title, abstract: abstract)
    return reference
  }

  /// Reads a reference into an empty one.
  ///
  /// - Parameters:
  ///   - title: The title, where it stands in a column of its own.
  ///   - abstract: The texts of the abstract's sections, joined by line breaks, where they do.
  /// - Throws: A `Diagnostic` with the code `unreadable-catalogue` when the bytes are damaged.
  mutating func read(into reference: inout Reference, title: String?, abstract: String?) throws {
    let head = try head()
    var parts = head.parts
    reference.location = head.location
    reference.identifiers = head.identifiers
    reference.headings = head.headings
    reference.type = try text()
    let hasTitle = parts.next()
    reference.title = hasTitle ? (head.textsInside ? try text() : title) : nil
    if parts.next() {
      if head.textsInside {
        reference.abstract = try list { try $0.section() }
      } else {
        var texts = AbstractTexts(abstract ?? "")
        reference.abstract = try list { try $0.section(of: &texts) }
      }
    }
    if parts.next() { reference.vernacularTitle = try text() }
    if parts.next() { reference.otherAbstracts = try list { try $0.otherAbstract() } }
    if parts.next() { reference.contributors = try list { try $0.contributor() } }
    if parts.next() { reference.isAuthorListComplete = try byte() == 1 }
    if parts.next() { reference.container = try container() }
    if parts.next() { reference.volume = try text() }
    if parts.next() { reference.issue = try text() }
    if parts.next() { reference.number = try text() }
    if parts.next() { reference.pages = PageRange(try text()) }
    if parts.next() { reference.edition = try text() }
    if parts.next() { reference.publisher = try text() }
    if parts.next() { reference.place = try text() }
    if parts.next() { reference.issued = try date() }
    if parts.next() { reference.published = try date() }
    if parts.next() { reference.history = try list { HistoryDate(try $0.text(), try $0.date()) } }
    if parts.next() { reference.languages = try texts() }
    if parts.next() { reference.publicationTypes = try list { try $0.term() } }
    if parts.next() { reference.keywords = try list { try $0.keyword() } }
    if parts.next() { reference.chemicals = try list { try $0.chemical() } }
    if parts.next() { reference.accessions = try list { try $0.accession() } }
    if parts.next() { reference.relations = try list { try $0.relation() } }
    if parts.next() { reference.grants = try list { try $0.grant() } }
    if parts.next() { reference.citations = try list { try $0.citation() } }
    if parts.next() { reference.addresses = try texts() }
    if parts.next() { reference.notes = try texts() }
    if parts.next() { reference.kept = try list { try $0.keptField() } }
    guard isAtEnd else { throw Self.damage }
  }

  private mutating func optional(_ parts: inout Parts) throws -> String? { parts.next() ? try text() : nil }

  private mutating func required(_ parts: inout Parts) throws -> String {
    guard parts.next() else { throw Self.damage }
    return try text()
  }

  private mutating func identifier() throws -> Identifier {
    let scheme = Identifier.Scheme(rawValue: try text())
    return Identifier(scheme, normal: try text())
  }

  private mutating func term() throws -> Term {
    var parts = try parts()
    return Term(try required(&parts), ui: try optional(&parts))
  }

  private mutating func heading() throws -> SubjectHeading {
    SubjectHeading(try headingPart(), qualifiers: try list { try $0.headingPart() })
  }

  private mutating func headingPart() throws -> SubjectHeading.Part {
    SubjectHeading.Part(try term(), isMajor: try byte() == 1)
  }

  private mutating func section() throws -> AbstractSection {
    var parts = try parts()
    return AbstractSection(
      label: try optional(&parts), category: try optional(&parts), text: try text())
  }

  private mutating func section(of texts: inout AbstractTexts) throws -> AbstractSection {
    var parts = try parts()
    let label = try optional(&parts)
    let category = try optional(&parts)
    guard let text = texts.next(try number()) else { throw Self.damage }
    return AbstractSection(label: label, category: category, text: text)
  }

  private mutating func otherAbstract() throws -> OtherAbstract {
    var parts = try parts()
    return OtherAbstract(
      type: try optional(&parts), language: try optional(&parts), sections: try list { try $0.section() })
  }

  private mutating func contributor() throws -> Contributor {
    var parts = try parts()
    return Contributor(
      role: Contributor.Role(rawValue: try required(&parts)), family: try optional(&parts),
      given: try optional(&parts), initials: try optional(&parts), suffix: try optional(&parts),
      literal: try optional(&parts), identifiers: try values(), affiliations: try texts(),
      attributes: try values())
  }

  private mutating func values() throws -> [String: String] {
    var values: [String: String] = [:]
    for _ in 0..<(try count()) {
      let name = try text()
      values[name] = try text()
    }
    return values
  }

  private mutating func container() throws -> Container {
    var parts = try parts()
    var container = Container(
      title: try optional(&parts), abbreviation: try optional(&parts), nlmID: try optional(&parts),
      country: try optional(&parts))
    container.otherTitles = try texts()
    container.serialNumbers = try list { try $0.serialNumber() }
    if try byte() == 1 { container.bookNumbers = try texts() }
    return container
  }

  private mutating func serialNumber() throws -> SerialNumber {
    var parts = try parts()
    var number = SerialNumber(issn: "", medium: nil)
    number.issn = try required(&parts)
    number.medium = try optional(&parts)
    return number
  }

  private mutating func keyword() throws -> Keyword {
    var parts = try parts()
    var keyword = Keyword(try required(&parts), owner: try optional(&parts))
    keyword.isMajor = try byte() == 1
    return keyword
  }

  private mutating func chemical() throws -> Chemical {
    var parts = try parts()
    return Chemical(
      Term(try required(&parts), ui: try optional(&parts)), registryNumber: try optional(&parts))
  }

  private mutating func accession() throws -> AccessionNumber {
    var parts = try parts()
    return AccessionNumber(bank: try required(&parts), number: try required(&parts))
  }

  private mutating func relation() throws -> Relation {
    var parts = try parts()
    var relation = Relation(type: try required(&parts), citation: try optional(&parts))
    relation.note = try optional(&parts)
    relation.identifiers = try list { try $0.identifier() }
    return relation
  }

  private mutating func grant() throws -> Grant {
    var parts = try parts()
    return Grant(
      number: try optional(&parts), acronym: try optional(&parts), agency: try optional(&parts),
      country: try optional(&parts))
  }

  private mutating func citation() throws -> Citation {
    var parts = try parts()
    return Citation(text: try optional(&parts), identifiers: try list { try $0.identifier() })
  }

  private mutating func keptField() throws -> KeptField {
    KeptField(path: try text(), value: try text(), location: try location())
  }
}

/// The texts of an abstract's sections, which are joined by line breaks in one column.
private struct AbstractTexts {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  /// The next section's text, by its length in UTF-8; `nil` when the column is shorter.
  mutating func next(_ count: UInt64) -> String? {
    guard count <= UInt64(rest.count) else { return nil }
    let text = String(Substring(rest.prefix(Int(count))))
    rest = rest.dropFirst(Int(count) + 1)
    return text
  }
}
