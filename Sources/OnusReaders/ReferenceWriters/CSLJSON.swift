internal import OnusModel

extension ReferenceWriter {
  /// A CSL-JSON array (schema 1.0), which citation processors and reference managers read.
  ///
  /// What the schema has no place for goes under `custom`: publication types, registry numbers, relations.
  public static let cslJSON = ReferenceWriter(
    name: "csl-json", title: "CSL-JSON array", fileExtension: "json",
    frame: Frame(start: "[", separator: ",", end: "\n]\n")
  ) { "\n" + $0.csl.compact }
}

extension Reference {
  fileprivate var csl: JSONValue {
    .members([
      "id": .string(id.rawValue), "type": .string(type), "title": .text(title),
      "author": names(.author), "editor": names(.editor),
      "container-title": .text(container?.title ?? container?.abbreviation),
      "container-title-short": .text(container?.abbreviation),
      "volume": .text(volume), "issue": .text(issue), "page": .text(pages?.expanded),
      "edition": .text(edition), "publisher": .text(publisher), "publisher-place": .text(place),
      "issued": (issued ?? published)?.csl,
      "DOI": .text(identifier(.doi)), "PMID": .text(identifier(.pmid)), "PMCID": .text(identifier(.pmcid)),
      "ISSN": .text(container?.serialNumbers.first?.issn), "ISBN": .text(identifier(.isbn)),
      "URL": .text(addresses.first),
      "language": .text(languages.first),
      "abstract": abstract.isEmpty
        ? nil
        : .string(
          abstract.map { ($0.label.map { "\($0): " } ?? "") + $0.text }.joined(separator: "\n")),
      "keyword": keywords.isEmpty ? nil : .string(keywords.map(\.text).joined(separator: ", ")),
      "custom": custom,
    ])
  }

  private func names(_ role: Contributor.Role) -> JSONValue? {
    .list(
      contributors.filter { $0.role == role }.map { person in
        guard let family = person.family else { return ["literal": .string(person.citationName)] }
        return .members([
          "family": .string(family), "given": .text(person.given ?? person.initials),
          "suffix": .text(person.suffix),
        ])
      })
  }

  private var custom: JSONValue? {
    let members: [JSONValue.Member] = [
      ("publication-types", JSONValue.texts(publicationTypes.map(\.name))),
      ("mesh", .texts(headings.map(\.descriptor.term.name))),
      ("registrations", .texts(accessions.map { "\($0.bank) \($0.number)".trimmed })),
      (
        "relations",
        .texts(relations.map { "\($0.type): \($0.citation ?? $0.identifiers.first?.description ?? "")" })
      ),
    ].compactMap { name, value in value.map { JSONValue.Member(name, $0) } }
    return members.isEmpty ? nil : .object(members)
  }
}

extension PartialDate {
  fileprivate var csl: JSONValue? {
    guard let year else { return printed.map { ["raw": .string($0)] } }
    var parts: [JSONValue] = [.integer(year)]
    if let month {
      parts.append(.integer(month))
      if let day { parts.append(.integer(day)) }
    }
    return ["date-parts": .array([.array(parts)])]
  }
}
