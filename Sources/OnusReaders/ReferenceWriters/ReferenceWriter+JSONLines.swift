internal import OnusModel

extension ReferenceWriter {
  /// One JSON object a line with every field of the record, also those that no property holds.
  public static let jsonLines = ReferenceWriter(
    name: "json", format: Format(title: "JSON, one record a line, every field", fileExtension: "jsonl"),
    holdings: { _ in .everything }
  ) { reference, _ in reference.json.compact + "\n" }
}

extension Reference {
  fileprivate var json: JSONValue {
    .members([
      "id": .string(id.rawValue), "type": .string(type),
      "identifiers": .list(
        identifiers.map { ["scheme": .string($0.scheme.rawValue), "value": .string($0.value)] }),
      "title": .text(title), "vernacularTitle": .text(vernacularTitle),
      "abstract": .list(abstract.map(\.json)),
      "otherAbstracts": .list(
        otherAbstracts.map {
          [
            "type": .text($0.type), "language": .text($0.language),
            "sections": .list($0.sections.map(\.json)),
          ]
        }),
      "contributors": .list(contributors.map(\.json)),
      "isAuthorListComplete": isAuthorListComplete.map(JSONValue.bool),
      "container": container?.json, "volume": .text(volume), "issue": .text(issue), "number": .text(number),
      "pages": pages.map { ["printed": .string($0.printed), "expanded": .string($0.expanded)] },
      "edition": .text(edition), "publisher": .text(publisher), "place": .text(place),
      "issued": issued?.json, "published": published?.json,
      "history": .list(history.map { ["event": .string($0.event), "date": $0.date.json] }),
      "languages": .texts(languages), "publicationTypes": .list(publicationTypes.map(\.json)),
      "headings": .list(
        headings.map {
          ["descriptor": $0.descriptor.json, "qualifiers": .list($0.qualifiers.map(\.json))]
        }),
      "keywords": .list(
        keywords.map { ["text": .string($0.text), "isMajor": .bool($0.isMajor), "owner": .text($0.owner)] }),
      "chemicals": .list(
        chemicals.map { ["term": $0.term.json, "registryNumber": .text($0.registryNumber)] }),
      "accessions": .list(accessions.map { ["bank": .string($0.bank), "number": .string($0.number)] }),
      "relations": .list(
        relations.map {
          [
            "type": .string($0.type), "citation": .text($0.citation),
            "identifiers": .texts($0.identifiers.map(\.description)), "note": .text($0.note),
          ]
        }),
      "grants": .list(
        grants.map {
          [
            "number": .text($0.number), "acronym": .text($0.acronym), "agency": .text($0.agency),
            "country": .text($0.country),
          ]
        }),
      "citations": .list(
        citations.map {
          ["text": .text($0.text), "identifiers": .texts($0.identifiers.map(\.description))]
        }),
      "addresses": .texts(addresses), "notes": .texts(notes),
      "kept": .list(kept.map { ["path": .string($0.path), "value": .string($0.value)] }),
      "location": location.map { .string($0.description) },
    ])
  }
}

extension AbstractSection {
  fileprivate var json: JSONValue {
    ["label": .text(label), "category": .text(category), "text": .string(text)]
  }
}

extension Contributor {
  fileprivate var json: JSONValue {
    .members([
      "role": .string(role.rawValue), "family": .text(family), "given": .text(given),
      "initials": .text(initials), "suffix": .text(suffix), "literal": .text(literal),
      "identifiers": .sorted(identifiers), "affiliations": .texts(affiliations),
      "attributes": .sorted(attributes),
    ])
  }
}

extension Container {
  fileprivate var json: JSONValue {
    .members([
      "title": .text(title), "abbreviation": .text(abbreviation), "otherTitles": .texts(otherTitles),
      "serialNumbers": .list(serialNumbers.map { ["issn": .string($0.issn), "medium": .text($0.medium)] }),
      "bookNumbers": .texts(bookNumbers ?? []), "nlmID": .text(nlmID), "country": .text(country),
    ])
  }
}

extension PartialDate {
  fileprivate var json: JSONValue { ["date": .text(iso8601), "printed": .text(printed)] }
}

extension Term {
  fileprivate var json: JSONValue { ["name": .string(name), "ui": .text(ui)] }
}

extension SubjectHeading.Part {
  fileprivate var json: JSONValue {
    ["name": .string(term.name), "ui": .text(term.ui), "isMajor": .bool(isMajor)]
  }
}

extension JSONValue {
  /// A dictionary as an object in the order of its keys, or `nil` when it is empty.
  fileprivate static func sorted(_ dictionary: [String: String]) -> JSONValue? {
    guard !dictionary.isEmpty else { return nil }
    return .object(dictionary.sorted { $0.key < $1.key }.map { Member($0.key, .string($0.value)) })
  }
}
