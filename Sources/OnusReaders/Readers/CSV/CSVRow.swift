internal import OnusModel

/// A row of a table whose cells are read by what they mean.
struct CSVRow {
  var record: TextRecord
  let columns: CSVColumns

  private mutating func take(_ meaning: String) -> String? {
    for name in columns[meaning] {
      guard let value = record.take(name) else { continue }
      let isMissing = value.utf8.count <= 4 && Self.missing.contains(value.lowercased())
      if !isMissing { return EscapedMarkup.plain(value) }
    }
    return nil
  }

  /// What spreadsheets and programs write where a value is missing.
  private static let missing: Set = ["nan", "na", "n/a", "null", "none"]

  private mutating func takeAll(_ meaning: String) -> [String] {
    columns[meaning].flatMap { record.takeAll($0) }
  }

  mutating func reference() -> Reference {
    var reference = Reference(location: record.location)
    readType(into: &reference)
    readPeople(into: &reference)
    readTitles(into: &reference)
    readDates(into: &reference)
    readIdentifiers(into: &reference)
    readTexts(into: &reference)
    reference.kept = record.unread
    return reference
  }

  // MARK: Parts

  private mutating func readType(into reference: inout Reference) {
    for text in takeAll("publicationType") {
      for type in text.split(separator: ";").map(\.trimmed) where !type.isEmpty {
        reference.publicationTypes.append(Term(type))
      }
    }
    let record = record
    guard let name = columns["kind"].lazy.compactMap({ record.value($0) }).first else {
      let kinds = reference.publicationTypes.map { $0.name.lowercased() }
      reference.type =
        kinds.contains("conference paper")
        ? "paper-conference"
        : kinds.contains("book chapter") ? "chapter" : kinds.contains("book") ? "book" : "article-journal"
      return
    }
    let word = name.lowercased().filter(\.isLetter)
    if let type = Self.types[word] ?? EndNoteType.named(name) ?? CSLType.names[name.lowercased()] {
      reference.type = type
      _ = take("kind")
    } else {
      reference.publicationTypes += takeAll("kind").map { Term($0) }
    }
  }

  /// Zotero's names for kinds of documents, and a few of others.
  private static let types = [
    "journalarticle": "article-journal", "article": "article-journal", "magazinearticle": "article-magazine",
    "newspaperarticle": "article-newspaper", "booksection": "chapter", "conferencepaper": "paper-conference",
    "webpage": "webpage", "blogpost": "post-weblog", "computerprogram": "software", "preprint": "article",
    "statute": "legislation", "case": "legal_case", "videorecording": "motion_picture",
    "audiorecording": "song", "encyclopediaarticle": "entry-encyclopedia", "presentation": "speech",
    "jour": "article-journal", "conf": "paper-conference", "chap": "chapter", "rprt": "report",
    "thes": "thesis",
  ]

  private mutating func readPeople(into reference: inout Reference) {
    // Where there are short and full names the full ones come second and say more.
    let names = columns["author"]
    if let name = names.last(where: { record.value($0) != nil }), let list = record.take(name) {
      let (people, isCut) = Self.people(list, role: .author)
      reference.contributors += people
      if isCut { reference.isAuthorListComplete = false }
      for name in names { _ = record.takeAll(name) }
    }
    for (meaning, role) in [("editor", .editor), ("translator", .translator)] as [(String, Contributor.Role)]
    {
      for list in takeAll(meaning) { reference.contributors += Self.people(list, role: role).people }
    }
    let affiliations = takeAll("affiliation")
    if reference.contributors.isEmpty {
      reference.notes += affiliations
    } else {
      reference.contributors[0].affiliations += affiliations
    }
  }

  /// The people of a list in any of the forms that databases write.
  static func people(_ list: String, role: Contributor.Role) -> (people: [Contributor], isCut: Bool) {
    let list = list.trimmingTail { $0 == ";" || $0.isWhitespace }
    // Scopus puts its number behind each name.
    let plain = list.split(separator: ";").map { piece -> String in
      let piece = piece.trimmed
      guard piece.hasSuffix(")"), let open = piece.lastIndex(of: "("),
        piece[open...].dropFirst().dropLast().allSatisfy(\.isASCIIDigit)
      else { return piece }
      return piece[..<open].trimmed
    }
    var pieces = plain
    if pieces.count == 1, let only = pieces.first {
      let words = only.components(between: " and ")
      let parts = only.trimmingTail { $0 == "." }.split(separator: ",").map(\.trimmed)
      let areShortNames =
        parts.count > 1
        && parts.allSatisfy { part in
          let words = part.split(separator: " ")
          return words.count > 1 && words.last.map { PersonName.isInitials(String($0)) } ?? false
        }
      pieces = areShortNames ? parts : words
    }
    var people: [Contributor] = []
    var isCut = false
    for piece in pieces {
      let names = PersonNameList(piece)
      isCut = isCut || names.isCut
      people += names.names.map { $0.contributor(role: role) }
    }
    return (people, isCut)
  }

  private mutating func readTitles(into reference: inout Reference) {
    reference.title = take("title")
    reference.vernacularTitle = take("vernacular")
    var container = Container(title: take("journal"), abbreviation: take("abbreviation"))
    container.otherTitles = takeAll("series").filter { $0 != container.title }
    for text in takeAll("issn") {
      let words = text.split { $0.isWhitespace || ";,".contains($0) }.map(String.init)
      // A spreadsheet takes ISSNs for numbers and drops what comes first.
      let numbers = words.map {
        $0.count < 8 && $0.count > 5 && $0.allSatisfy(\.isASCIIDigit)
          ? String(repeating: "0", count: 8 - $0.count) + $0 : $0
      }
      let whole = numbers.map { $0.count == 8 ? "\($0.prefix(4))-\($0.suffix(4))" : $0 }
      for number in StandardNumbers(whole.joined(separator: ";")).serials
      where !container.serialNumbers.contains(number) { container.serialNumbers.append(number) }
    }
    let books = takeAll("isbn").flatMap { StandardNumbers($0).books }
    if ["chapter", "paper-conference"].contains(reference.type), !books.isEmpty {
      container.bookNumbers = books.map(\.value)
    } else {
      reference.identifiers += books
    }
    if container != Container() { reference.container = container }
    reference.volume = take("volume")
    reference.issue = take("issue")
    reference.number = take("report")
    reference.edition = take("edition")
    reference.publisher = take("publisher")
    reference.place = take("place")
    let first = take("first")
    let last = take("last")
    if let pages = take("pages") {
      reference.pages = PageRange(pages)
    } else if let first {
      reference.pages = PageRange(last.map { $0 == first ? first : "\(first)-\($0)" } ?? first)
    } else {
      reference.pages = take("item").map(PageRange.init)
    }
  }

  private mutating func readDates(into reference: inout Reference) {
    let year = take("year").map { $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0 }
    let date = take("date").map(PartialDate.init(written:))
    let parts = [take("day"), take("month"), year].compactMap { $0 }
    if let date, date.year != nil, year == nil || year.flatMap({ Int($0) }) == date.year {
      reference.issued = date
    } else if parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
      case let whole = PartialDate(year: year, month: month, day: day), whole.isPossible
    {
      reference.issued = whole
    } else if year != nil {
      reference.issued = PartialDate(written: parts.joined(separator: " "))
    } else {
      reference.issued = date
    }
    if let text = take("accessed") {
      reference.history.append(HistoryDate("accessed", PartialDate(written: text)))
    }
  }

  private mutating func readIdentifiers(into reference: inout Reference) {
    func add(_ identifier: Identifier?) {
      guard let identifier, reference.identifier(identifier.scheme) == nil else { return }
      reference.identifiers.append(identifier)
    }
    if let text = take("pmid") {
      add(Identifier(.pmid, text.hasSuffix(".0") ? String(text.dropLast(2)) : text.filter(\.isASCIIDigit)))
    }
    if let text = take("doi") { add(DOIText.first(in: text)) }
    if let text = take("pmcid") { add(Identifier(.pmcid, text)) }
    if let text = take("accession") {
      let isOfWoS = text.hasPrefix("WOS:")
      add(Identifier(isOfWoS ? .webOfScience : .accession, text))
    }
    for text in takeAll("key") { add(Identifier(.key, text)) }
    for text in takeAll("address") {
      for address in text.split(separator: ";").flatMap({ WebAddress.all(in: String($0)) }) {
        reference.addresses.append(address)
        add(WebAddress.identifier(address))
        if let trial = WebAddress.trial(address) { reference.accessions.append(trial) }
      }
    }
    for text in takeAll("trial") {
      for number in text.split(whereSeparator: { ";, ".contains($0) }) {
        let bank = number.hasPrefix("NCT") ? "ClinicalTrials.gov" : number.hasPrefix("ISRCTN") ? "ISRCTN" : ""
        reference.accessions.append(AccessionNumber(bank: bank, number: String(number)))
      }
    }
  }

  private mutating func readTexts(into reference: inout Reference) {
    if let abstract = take("abstract"), abstract != "[No abstract available]" {
      reference.abstract = AbstractText.sections(abstract)
    }
    for list in takeAll("keyword") {
      let separator: Character = list.contains(";") ? ";" : list.contains("|") ? "|" : ","
      for word in list.split(separator: separator).map(\.trimmed) where !word.isEmpty {
        if !reference.keywords.contains(where: { $0.text == word }) {
          reference.keywords.append(Keyword(word))
        }
      }
    }
    for list in takeAll("heading") {
      let words = list.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
      reference.headings += words.map(SubjectHeading.init(text:))
    }
    if let text = take("language") {
      let names = text.split { ";,".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
      reference.languages = names.map(LanguageTag.tag(for:))
    }
    reference.notes += takeAll("note")
    for text in takeAll("funding") { reference.grants += Grant.all(in: text) }
  }
}

extension String {
  /// The pieces between occurrences of a separator.
  fileprivate func components(between separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
