internal import OnusModel

extension RevMan {
  /// A reference of a study or of the review.
  ///
  /// - Parameter key: The name of the reference in the file, or one made of its study's.
  func reference(_ element: XMLElement, key: String) -> Reference {
    let kind = element.attribute("TYPE") ?? ""
    var reference = Reference(type: Self.types[kind] ?? "document", location: element.location)
    let review = identifiers.last?.value
    readIdentifiers(element, into: &reference)
    reference.identifiers.append(Identifier(.key, [review, key].compactMap { $0 }.joined(separator: "/")))
    reference.title = element.text(at: "TI")
    reference.vernacularTitle = element.text(at: "TO")
    let source = element.text(at: "SO")
    if reference.title == nil {
      reference.title = source
    } else if let source {
      reference.container = Container(title: source)
    }
    reference.contributors = element.text(at: "AU").map { RevManText.people($0, role: .author) } ?? []
    reference.contributors += element.text(at: "ED").map { RevManText.people($0, role: .editor) } ?? []
    reference.issued = element.text(at: "YR").map(PartialDate.init(written:))
    reference.volume = element.text(at: "VL")
    reference.issue = element.text(at: "NO")
    reference.pages = element.text(at: "PG").map { PageRange($0) }
    reference.edition = element.text(at: "EN")
    reference.publisher = element.text(at: "PB")
    reference.place = element.text(at: "CY")
    if let notes = element.attribute("NOTES").flatMap(WrappedText.linesOfMarkup) {
      reference.notes += notes.split(separator: "\n").map(String.init)
    }
    return reference
  }

  /// Reads identifiers; the number of a trial register is also an accession.
  private func readIdentifiers(_ element: XMLElement, into reference: inout Reference) {
    for (type, value, _) in Self.identifiers(of: element) {
      let registration = Registration(parsing: value)
      switch type {
      case "DOI":
        reference.identifiers.append(DOIText.first(in: value) ?? Identifier(.doi, value))
      case "PUBMED", "PMID":
        reference.identifiers.append(Identifier(.pmid, value))
      case "PMC", "PMCID":
        reference.identifiers.append(Identifier(.pmcid, value))
      case _ where registration.isCertain:
        reference.accessions.append(AccessionNumber(bank: registration.register, number: registration.number))
      default:
        // The numbers of CENTRAL, MEDLINE and Embase.
        reference.identifiers.append(Identifier(Identifier.Scheme(rawValue: type.lowercased()), value))
      }
    }
  }

  /// The identifiers below an element: type, value and place.
  static func identifiers(of element: XMLElement) -> [(String, String, SourceLocation)] {
    element.items(of: "IDENTIFIERS", "IDENTIFIER").compactMap { identifier in
      guard let type = identifier.attribute("TYPE"), let value = identifier.attribute("VALUE")?.trimmed,
        !value.isEmpty
      else { return nil }
      return (type.uppercased(), value, identifier.location)
    }
  }

  private static let types = [
    "JOURNAL_ARTICLE": "article-journal", "COCHRANE_REVIEW": "article-journal",
    "COCHRANE_PROTOCOL": "article-journal", "BOOK": "book", "BOOK_SECTION": "chapter",
    "CONFERENCE_PROC": "paper-conference", "CORRESPONDENCE": "personal_communication",
    "COMPUTER_PROGRAM": "software", "UNPUBLISHED": "manuscript", "THESIS": "thesis",
    "DISSERTATION": "thesis",
  ]
}
