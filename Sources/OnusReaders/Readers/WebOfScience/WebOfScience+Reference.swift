internal import OnusModel

extension WebOfScience {
  /// The reference that a record describes.
  static func reference(_ record: TextRecord) -> Reference {
    var record = record
    var reference = Reference(location: record.location)
    readType(&record, into: &reference)
    readContributors(&record, into: &reference)
    readTitles(&record, into: &reference)
    readNumbers(&record, into: &reference)
    readDates(&record, into: &reference)
    readIdentifiers(&record, into: &reference)
    readTexts(&record, into: &reference)
    reference.kept = record.unread
    return reference
  }

  /// Reads the kind of publication and of document, which together tell the type.
  private static func readType(_ record: inout TextRecord, into reference: inout Reference) {
    for text in record.takeAll("DT") {
      reference.publicationTypes += text.split(separator: ";").map { Term($0.trimmed) }.filter {
        $0.name != "-"
      }
    }
    let kinds = reference.publicationTypes.map { $0.name.lowercased() }
    switch record.take("PT") {
    case "P": reference.type = "patent"
    case "B", "S", "C", "K":
      if kinds.contains("proceedings paper") || !record.values("CT").isEmpty {
        reference.type = "paper-conference"
      } else {
        reference.type =
          kinds.contains { $0.contains("chapter") }
            || hasTitleInside(record) ? "chapter" : "book"
      }
    default: reference.type = kinds.contains("preprint") ? "article" : "article-journal"
    }
  }

  /// Whether there is a title beside that of the book or series, or pages in it.
  private static func hasTitleInside(_ record: TextRecord) -> Bool {
    guard let source = record.values("SO").first else { return false }
    let title = record.values("TI").first ?? source
    return !record.values("BP").isEmpty || title.lowercased() != source.lowercased()
  }

  private static func readTitles(_ record: inout TextRecord, into reference: inout Reference) {
    reference.title = record.take("TI")
    reference.vernacularTitle = record.take("FT")
    var container = Container()
    let source = record.take("SO")
    if reference.type == "book", reference.title == nil {
      reference.title = source
    } else {
      container.title = source
    }
    // Capitals abbreviate for searching, the other form is ISO 4.
    container.abbreviation = record.take("JI", "J9")
    for title in record.takeAll("J9", "SE", "BS")
    where title != container.title && title != container.abbreviation {
      container.otherTitles.append(title)
    }
    for (tag, medium) in [("SN", nil), ("EI", "Electronic")] as [(String, String?)] {
      for text in record.takeAll(tag) {
        for number in StandardNumbers(text).serials {
          container.serialNumbers.append(SerialNumber(issn: number.issn, medium: medium))
        }
      }
    }
    let books = record.takeAll("BN").flatMap { StandardNumbers($0).books }
    if ["chapter", "paper-conference"].contains(reference.type), !books.isEmpty {
      container.bookNumbers = books.map(\.value)
    } else {
      reference.identifiers += books
    }
    if container != Container() { reference.container = container }
    reference.publisher = record.take("PU")
    reference.place = record.take("PI")
  }

  private static func readNumbers(_ record: inout TextRecord, into reference: inout Reference) {
    reference.volume = record.take("VL")
    let issue = record.take("IS")
    let special = record.take("SI").map { $0 == "SI" ? "SI" : $0 }
    let parts = [issue, record.take("PN").map { "Pt \($0)" }, special].compactMap { $0 }
    reference.issue = parts.isEmpty ? nil : parts.joined(separator: ", ")
    if reference.type == "patent" { reference.number = record.take("PN") }
    let first = record.take("BP").map(withoutWord)
    let last = record.take("EP").map(withoutWord)
    if let first {
      reference.pages = PageRange(last.map { $0 == first ? first : "\(first)-\($0)" } ?? first)
    } else {
      reference.pages = record.take("PS", "AR").map(PageRange.init)
    }
  }

  /// The page without "pp." in front of it.
  private static func withoutWord(_ page: String) -> String {
    for word in ["pp. ", "p. "] where page.hasPrefix(word) { return String(page.dropFirst(word.count)) }
    return page
  }

  private static func readDates(_ record: inout TextRecord, into reference: inout Reference) {
    let year = record.take("PY")
    let day = record.take("PD")
    if let day, case let date = PartialDate(written: day), date.year != nil {
      reference.issued =
        date.month == nil && year != nil && PartialDate(written: day).printed == day
        ? monthFirst(day, year: year) ?? date : date
    } else {
      let text = [day, year].compactMap { $0 }.joined(separator: " ")
      if !text.isEmpty { reference.issued = PartialDate(written: text) }
    }
    if let early = record.take("EA") {
      reference.published = PartialDate(written: early)
      if reference.issued == nil { reference.issued = reference.published }
    }
    if let text = record.take("CY") {
      reference.history.append(HistoryDate("event-date", PartialDate(written: text)))
    }
  }

  /// Inspec's "04 2006".
  private static func monthFirst(_ text: String, year: String?) -> PartialDate? {
    let words = text.split(separator: " ")
    guard words.count == 2, let month = Int(words[0]), words[1] == year ?? "", let number = Int(words[1])
    else {
      return nil
    }
    let date = PartialDate(year: number, month: month)
    return date.isPossible ? date : nil
  }

  private static func readIdentifiers(_ record: inout TextRecord, into reference: inout Reference) {
    func add(_ identifier: Identifier) {
      if !reference.identifiers.contains(identifier) { reference.identifiers.append(identifier) }
    }
    for tag in ["DI", "D2"] {
      for doi in record.takeEach(tag, { DOIText.first(in: $0) }) { add(doi) }
    }
    if let number = record.take("PM") { add(Identifier(.pmid, number)) }
    if let number = record.take("UT") {
      if let colon = number.firstRange(of: "MEDLINE:") {
        add(Identifier(.pmid, String(number[colon.upperBound...])))
      } else {
        add(Identifier(.webOfScience, number))
      }
    }
    if let number = record.take("AN") { add(Identifier(.accession, number)) }
    for address in record.takeEach("UR", { WebAddress.isOne($0) ? $0 : nil }) {
      reference.addresses.append(address)
    }
  }

  private static func readTexts(_ record: inout TextRecord, into reference: inout Reference) {
    if let text = record.take("AB") { reference.abstract = AbstractText.sections(text) }
    for (tag, owner) in [("DE", nil), ("ID", "Keywords Plus"), ("MQ", "MeSH")] as [(String, String?)] {
      for text in record.takeAll(tag) {
        let words = text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
        reference.keywords += words.map { Keyword($0, owner: owner) }
      }
    }
    if let text = record.take("LA") {
      reference.languages = text.split { ";,".contains($0) }.map { LanguageTag.tag(for: $0.trimmed) }
    }
    for text in record.takeAll("FU") { reference.grants += Grant.all(in: text) }
    for text in record.takeLines(["CR"]) {
      for line in text.split(whereSeparator: \.isNewline).map(\.collapsed) where !line.isEmpty {
        let doi = line.firstRange(of: "DOI ").map { DOIText.all(in: String(line[$0.upperBound...])) } ?? []
        reference.citations.append(Citation(text: line, identifiers: doi.prefix(1).map { $0 }))
      }
    }
  }
}
