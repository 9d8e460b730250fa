internal import OnusModel

/// Writes references in the packed form in which a catalogue keeps them.
///
/// The first byte is the version of the form, 1. The second is 1 when the texts of the title and of the
/// abstract are inside, and 0 when they stand in columns of their own and only their lengths are inside. Then
/// come bits that say which properties there are, and those properties in the order of ``append(_:textsInside:)``.
/// The identifiers and the headings are the first, so that an index can be made without the rest.
///
/// The same reference always gives the same bytes.
extension PackedWriter {
  /// The version of the form, in the first byte.
  static let version: UInt8 = 1

  mutating func append(_ reference: Reference, textsInside: Bool) {
    startValue()
    bytes.append(Self.version)
    bytes.append(textsInside ? 1 : 0)
    append(Self.parts(of: reference))
    append(parts: reference.identifiers) { $0.append($1) }
    append(parts: reference.headings) { $0.append($1) }
    append(reference.location)
    append(word: reference.type)
    if let title = reference.title, textsInside { append(title) }
    append(parts: reference.abstract) { $0.append($1, textInside: textsInside) }
    if let title = reference.vernacularTitle { append(title) }
    append(parts: reference.otherAbstracts) { writer, abstract in
      writer.append(strings: abstract.type, abstract.language)
      writer.append(abstract.sections) { $0.append($1, textInside: true) }
    }
    append(parts: reference.contributors) { $0.append($1) }
    if let isComplete = reference.isAuthorListComplete { append(isComplete ? 1 : 0) }
    if let container = reference.container { append(container) }
    for text in [reference.volume, reference.issue, reference.number, reference.pages?.printed] {
      if let text { append(text) }
    }
    for text in [reference.edition, reference.publisher, reference.place] {
      if let text { append(text) }
    }
    if let issued = reference.issued { append(issued) }
    if let published = reference.published { append(published) }
    append(parts: reference.history) {
      $0.append(word: $1.event)
      $0.append($1.date)
    }
    append(parts: reference.languages) { $0.append(word: $1) }
    append(parts: reference.publicationTypes) { $0.append($1) }
    append(parts: reference.keywords) { writer, keyword in
      writer.append(strings: keyword.text, keyword.owner)
      writer.append(keyword.isMajor ? 1 : 0)
    }
    append(parts: reference.chemicals) { $0.append(strings: $1.term.name, $1.term.ui, $1.registryNumber) }
    append(parts: reference.accessions) { $0.append(strings: $1.bank, $1.number) }
    append(parts: reference.relations) { writer, relation in
      writer.append(strings: relation.type, relation.citation, relation.note)
      writer.append(relation.identifiers) { $0.append($1) }
    }
    append(parts: reference.grants) { $0.append(strings: $1.number, $1.acronym, $1.agency, $1.country) }
    append(parts: reference.citations) { writer, citation in
      writer.append(strings: citation.text)
      writer.append(citation.identifiers) { $0.append($1) }
    }
    append(parts: reference.addresses) { $0.append($1) }
    append(parts: reference.notes) { $0.append($1) }
    append(parts: reference.kept) { writer, field in
      writer.append(word: field.path)
      writer.append(word: field.value)
      writer.append(field.location)
    }
  }

  private static func parts(of reference: Reference) -> UInt64 {
    var parts = PackedParts()
    var mask = parts.bit(!reference.identifiers.isEmpty) | parts.bit(!reference.headings.isEmpty)
    mask |= parts.bit(reference.title != nil) | parts.bit(!reference.abstract.isEmpty)
    mask |= parts.bit(reference.vernacularTitle != nil) | parts.bit(!reference.otherAbstracts.isEmpty)
    mask |= parts.bit(!reference.contributors.isEmpty) | parts.bit(reference.isAuthorListComplete != nil)
    mask |= parts.bit(reference.container != nil) | parts.bit(reference.volume != nil)
    mask |= parts.bit(reference.issue != nil) | parts.bit(reference.number != nil)
    mask |= parts.bit(reference.pages != nil) | parts.bit(reference.edition != nil)
    mask |= parts.bit(reference.publisher != nil) | parts.bit(reference.place != nil)
    mask |= parts.bit(reference.issued != nil) | parts.bit(reference.published != nil)
    mask |= parts.bit(!reference.history.isEmpty) | parts.bit(!reference.languages.isEmpty)
    mask |= parts.bit(!reference.publicationTypes.isEmpty) | parts.bit(!reference.keywords.isEmpty)
    mask |= parts.bit(!reference.chemicals.isEmpty) | parts.bit(!reference.accessions.isEmpty)
    mask |= parts.bit(!reference.relations.isEmpty) | parts.bit(!reference.grants.isEmpty)
    mask |= parts.bit(!reference.citations.isEmpty) | parts.bit(!reference.addresses.isEmpty)
    mask |= parts.bit(!reference.notes.isEmpty) | parts.bit(!reference.kept.isEmpty)
    return mask
  }

  /// Appends a list that has a bit of its own when it is not empty.
  private mutating func append<Element>(
    parts list: [Element], _ element: (inout PackedWriter, Element) -> Void
  ) {
    if !list.isEmpty { append(list, element) }
  }

  /// Appends which of up to six texts there are, one bit each, and those.
  private mutating func append(
    strings first: String?, _ second: String? = nil, _ third: String? = nil, _ fourth: String? = nil,
    _ fifth: String? = nil, _ sixth: String? = nil
  ) {
    var parts = PackedParts()
    append(
      parts.bit(first != nil) | parts.bit(second != nil) | parts.bit(third != nil)
        | parts.bit(fourth != nil) | parts.bit(fifth != nil) | parts.bit(sixth != nil))
    if let first { append(word: first) }
    if let second { append(word: second) }
    if let third { append(word: third) }
    if let fourth { append(word: fourth) }
    if let fifth { append(word: fifth) }
    if let sixth { append(word: sixth) }
  }

  private mutating func append(_ identifier: Identifier) {
    append(word: identifier.scheme.rawValue)
    append(identifier.value)
  }

  private mutating func append(_ term: Term) { append(strings: term.name, term.ui) }

  private mutating func append(_ heading: SubjectHeading) {
    append(heading.descriptor)
    append(heading.qualifiers) { $0.append($1) }
  }

  private mutating func append(_ part: SubjectHeading.Part) {
    append(part.term)
    append(part.isMajor ? 1 : 0)
  }

  private mutating func append(_ section: AbstractSection, textInside: Bool) {
    append(strings: section.label, section.category)
    if textInside { append(section.text) } else { append(section.text.utf8.count) }
  }

  private mutating func append(_ container: Container) {
    append(strings: container.title, container.abbreviation, container.nlmID, container.country)
    append(container.otherTitles) { $0.append($1) }
    append(container.serialNumbers) { $0.append(strings: $1.issn, $1.medium) }
    append(container.bookNumbers == nil ? 0 : 1)
    if let numbers = container.bookNumbers { append(numbers) { $0.append($1) } }
  }

  private mutating func append(_ contributor: Contributor) {
    append(
      strings: contributor.role.rawValue, contributor.family, contributor.given, contributor.initials,
      contributor.suffix, contributor.literal)
    append(contributor.identifiers)
    append(contributor.affiliations) { $0.append($1) }
    append(contributor.attributes)
  }

  private mutating func append(_ values: [String: String]) {
    append(values.count)
    guard !values.isEmpty else { return }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      append(word: name)
      append(value)
    }
  }
}
