internal import OnusModel

extension EndNoteTagged {
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

  private static func readType(_ record: inout TextRecord, into reference: inout Reference) {
    guard let name = record.value("%0") else {
      // Refer tells the kind by the fields that are there.
      let isArticle = !record.values("%J").isEmpty
      reference.type = isArticle ? "article-journal" : record.values("%B").isEmpty ? "book" : "chapter"
      if record.values("%I").isEmpty, reference.type == "book" { reference.type = "document" }
      return
    }
    let known = EndNoteType.named(name) ?? types[name.lowercased()]
    if known != nil { _ = record.take("%0") }
    reference.type = known ?? "document"
  }

  /// Names that other programs write.
  private static let types = [
    "journal": "article-journal", "conference": "paper-conference", "review": "article-journal",
    "website": "webpage", "patents": "patent",
  ]

  private static func readContributors(_ record: inout TextRecord, into reference: inout Reference) {
    let isEditedBook = record.values("%0").contains { $0.lowercased() == "edited book" }
    let isPart = ["chapter", "paper-conference"].contains(reference.type)
    let tertiary: Contributor.Role =
      reference.type == "book" ? .editor : .init(rawValue: isPart ? "series-editor" : "tertiary-author")
    record.takeEach { name, value in
      let role: Contributor.Role
      switch name {
      case "%A": role = isEditedBook ? .editor : .author
      case "%E": role = reference.type == "patent" ? .init(rawValue: "issuing-body") : .editor
      case "%Y": role = tertiary
      case "%?", "%H": role = .translator
      default: return false
      }
      let names = PersonNameList(value)
      if names.isCut, role == .author { reference.isAuthorListComplete = false }
      reference.contributors += names.names.map { $0.contributor(role: role) }
      return true
    }
    let affiliations = record.takeLines(["%+"]).flatMap {
      $0.split(whereSeparator: \.isNewline).map(\.collapsed)
    }
    if reference.contributors.isEmpty {
      reference.notes += affiliations
    } else {
      reference.contributors[0].affiliations += affiliations
    }
  }

  private static func readTitles(_ record: inout TextRecord, into reference: inout Reference) {
    reference.title = record.take("%T")
    reference.vernacularTitle = record.take("%Q")
    let isWhole = ["book", "report", "thesis"].contains(reference.type)
    var container = Container()
    if isWhole {
      if reference.title == nil { reference.title = record.take("%B") }
    } else {
      container.title = record.take("%J", "%B")
    }
    for title in record.takeAll("%B", "%S", "%J") where title != container.title {
      container.otherTitles.append(title)
    }
    if let short = record.value("%!"), short == reference.title { _ = record.take("%!") }
    // EndNote has the journal's other title there, others have notes.
    if let other = record.value("%O"), reference.type.hasPrefix("article"), let title = container.title,
      Container.isAbbreviation(other, of: title)
    {
      container.abbreviation = record.take("%O")
    }
    if container != Container() { reference.container = container }
  }

  private static func readNumbers(_ record: inout TextRecord, into reference: inout Reference) {
    let volume = record.take("%V")
    if reference.type == "thesis", let volume {
      reference.publicationTypes.append(Term(volume))
    } else {
      reference.volume = volume
    }
    let number = record.take("%N")
    if ["report", "patent", "standard", "book", "thesis"].contains(reference.type) {
      reference.number = number
    } else {
      reference.issue = number
    }
    reference.pages = record.take("%P").map(PageRange.init)
    reference.edition = record.take("%7")
    for text in record.takeLines(["%@"]) {
      let numbers = StandardNumbers(text)
      if !numbers.serials.isEmpty {
        reference.container = reference.container ?? Container()
        reference.container?.serialNumbers += numbers.serials
      }
      if ["chapter", "paper-conference"].contains(reference.type), !numbers.books.isEmpty {
        reference.container = reference.container ?? Container()
        reference.container?.bookNumbers = numbers.books.map(\.value)
      } else {
        reference.identifiers += numbers.books
      }
      guard !numbers.rest.isEmpty else { continue }
      let rest = numbers.rest.joined(separator: " ")
      if ["report", "patent", "standard", "legislation"].contains(reference.type), reference.number == nil {
        reference.number = rest
      } else {
        reference.notes.append("ISBN or ISSN: " + rest)
      }
    }
  }

  private static func readDates(_ record: inout TextRecord, into reference: inout Reference) {
    let year = record.take("%D")
    if let text = record.value("%8") {
      let date = PartialDate(written: text)
      if year == nil || date.year == year.flatMap({ PartialDate(written: $0).year }) {
        reference.issued = date
        _ = record.take("%8")
      } else if date.year == nil, let year {
        reference.issued = PartialDate(written: "\(text) \(year)")
        _ = record.take("%8")
      }
    }
    if reference.issued == nil { reference.issued = year.map(PartialDate.init(written:)) }
    if let text = record.take("%[") {
      reference.history.append(HistoryDate("accessed", PartialDate(written: text)))
    }
  }

  private static func readIdentifiers(_ record: inout TextRecord, into reference: inout Reference) {
    func add(_ identifier: Identifier) {
      if reference.identifier(identifier.scheme) == nil { reference.identifiers.append(identifier) }
    }
    for doi in record.takeEach("%R", { DOIText.first(in: $0) }) { add(doi) }
    for number in record.takeEach("%2", { $0.uppercased().hasPrefix("PMC") ? Identifier(.pmcid, $0) : nil }) {
      add(number)
    }
    if let number = record.take("%M") {
      let source = (record.values("%~") + record.values("%W")).joined(separator: " ").lowercased()
      let isOfPubMed =
        source.isEmpty || source.contains("pubmed") || source.contains("medline") || source.contains("nlm")
      if isOfPubMed, number.count >= 4, Identifier(.pmid, number).malformation == nil {
        add(Identifier(.pmid, number))
      } else if number.hasPrefix("WOS:") || number.hasPrefix("ISI:") {
        add(Identifier(.webOfScience, number))
      } else {
        add(Identifier(.accession, number))
      }
    }
    if let key = record.take("%F") { add(Identifier(.key, key)) }
    for name in ["%U", "%>"] {
      let addresses = record.takeEach(name) { text -> [String]? in
        let found = WebAddress.all(in: text)
        return found.isEmpty ? nil : found
      }
      for address in addresses.joined() where !reference.addresses.contains(address) {
        reference.addresses.append(address)
        if let identifier = WebAddress.identifier(address) { add(identifier) }
        if let trial = WebAddress.trial(address) { reference.accessions.append(trial) }
      }
    }
  }

  private static func readTexts(_ record: inout TextRecord, into reference: inout Reference) {
    if let text = record.take("%X") { reference.abstract = AbstractText.sections(text) }
    for text in record.takeLines(["%K"]) {
      for word in text.split(whereSeparator: { $0.isNewline || $0 == ";" }).map(\.collapsed)
      where !word.isEmpty {
        let isMajor = word.contains("*")
        reference.keywords.append(
          Keyword(word.hasPrefix("*") ? String(word.dropFirst()) : word, isMajor: isMajor))
      }
    }
    if let text = record.take("%G") {
      let names = text.split { ";,".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
      reference.languages = names.map(LanguageTag.tag(for:))
    }
    reference.publisher = record.take("%I")
    reference.place = record.take("%C")
    for text in record.takeAll("%9") where !reference.publicationTypes.contains(Term(text)) {
      reference.publicationTypes.append(Term(text))
    }
    for text in record.takeLines(["%Z", "%<", "%O"]) {
      NoteLines.read(text.split(whereSeparator: \.isNewline).map(\.collapsed), into: &reference)
    }
  }
}
