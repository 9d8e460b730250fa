internal import OnusModel

extension BibTeX {
  static func readNumbers(_ record: inout TextRecord, into reference: inout Reference) {
    reference.volume = text(&record, "volume")
    let number = text(&record, "number")
    let issue = text(&record, "issue")
    if reference.type.hasPrefix("article") || reference.type == "periodical" {
      reference.issue = number ?? issue
      // BibLaTeX's issue is a name such as "Spring" beside the number.
      if let number, let issue, number != issue { reference.number = issue }
    } else {
      reference.number = number
      reference.issue = issue
    }
    if let pages = text(&record, "pages") {
      reference.pages = PageRange(pages.replacing("–", with: "-").replacing("—", with: "-"))
    } else if let number = text(&record, "eid", "articleno", "art_number", "article-number") {
      reference.pages = PageRange(number)
    }
    for value in record.takeAll("issn", "isbn") {
      let numbers = StandardNumbers(TeXText.plain(value))
      if !numbers.serials.isEmpty {
        reference.container = reference.container ?? Container()
        for number in numbers.serials where !(reference.container?.serialNumbers.contains(number) ?? true) {
          reference.container?.serialNumbers.append(number)
        }
      }
      if ["chapter", "paper-conference"].contains(reference.type), !numbers.books.isEmpty {
        reference.container = reference.container ?? Container()
        reference.container?.bookNumbers = numbers.books.map(\.value)
      } else {
        reference.identifiers += numbers.books.filter { !reference.identifiers.contains($0) }
      }
      if !numbers.rest.isEmpty {
        let rest = numbers.rest.joined(separator: " ")
        reference.notes.append("ISBN or ISSN: \(rest)")
      }
    }
  }

  // MARK: Dates

  static func readDates(_ record: inout TextRecord, into reference: inout Reference) {
    if let text = text(&record, "date") {
      reference.issued = date(text)
      let year = reference.issued?.year.map(String.init)
      // The older fields may stand beside the newer one and say the same.
      _ = record.takeEach("year") { $0 == year ? true : nil }
      if reference.issued?.month != nil { _ = record.takeAll("month") }
    } else {
      readYear(&record, into: &reference)
    }
    for (name, event) in [
      ("urldate", "accessed"), ("origdate", "original-date"), ("eventdate", "event-date"),
      ("onlinedate", "online"),
    ] {
      if let text = text(&record, name) { reference.history.append(HistoryDate(event, date(text))) }
    }
  }

  private static func readYear(_ record: inout TextRecord, into reference: inout Reference) {
    let year = text(&record, "year")
    let month = text(&record, "month")
    let day = text(&record, "day")
    guard let year else {
      let rest = [month, day].compactMap { $0 }.joined(separator: " ")
      if !rest.isEmpty { reference.issued = PartialDate(year: nil, printed: rest) }
      return
    }
    guard let month else {
      reference.issued = PartialDate(written: year)
      return
    }
    // The day may stand with the month: "10~" # jan, jul # "~12".
    let words = month.split { $0.isWhitespace || ",.".contains($0) }.map(String.init)
    let names = words.filter { $0.contains(where: \.isLetter) }
    let numbers = words.compactMap { Int($0) } + [day.flatMap { Int($0) }].compactMap { $0 }
    var date = PartialDate(year: Int(year))
    if names.count == 1, numbers.count <= 1, words.count == names.count + numbers.count - (day == nil ? 0 : 1)
    {
      date.month = PartialDate.month(inAnyLanguage: names[0])
      date.day = numbers.first
    } else if names.isEmpty, words.count == 1 {
      date.month = numbers.first
      date.day = numbers.count > 1 ? numbers[1] : nil
    }
    if date.year != nil, date.month != nil, date.isPossible {
      reference.issued = date
    } else {
      reference.issued = PartialDate(written: [day, month, year].compactMap { $0 }.joined(separator: " "))
    }
  }

  /// The date in a form of EDTF: "2016-05", "2016/2017", "2004-04~", "1723~", "199X", "2001-21" for a spring.
  static func date(_ text: String) -> PartialDate {
    let start = text.split(separator: "/", omittingEmptySubsequences: false).first.map(String.init) ?? text
    let plain = start.filter { !"~?%".contains($0) }
    var parts = plain.prefix { $0 != "T" }.split(separator: "-").map(String.init)
    if parts.count > 1, let season = Int(parts[1]), (21...24).contains(season) { parts.removeSubrange(1...) }
    guard var date = PartialDate(iso8601: parts.joined(separator: "-")) else {
      return PartialDate(written: text)
    }
    date.printed = date.iso8601 == text ? nil : text
    return date
  }

  // MARK: Identifiers

  static func readIdentifiers(_ record: inout TextRecord, into reference: inout Reference) {
    func add(_ identifier: Identifier?) {
      guard let identifier, reference.identifier(identifier.scheme) == nil else { return }
      reference.identifiers.append(identifier)
    }
    for doi in record.takeEach("doi", { DOIText.first(in: TeXText.verbatim($0)) }) { add(doi) }
    for name in ["pmid", "pubmed_id", "pubmed"] {
      for number in record.takeEach(name, { $0.filter(\.isASCIIDigit) }) where !number.isEmpty {
        add(Identifier(.pmid, number))
      }
    }
    for name in ["pmcid", "pmc"] {
      for number in record.takeEach(name, { $0.contains(where: \.isASCIIDigit) ? TeXText.plain($0) : nil }) {
        add(Identifier(.pmcid, number))
      }
    }
    readEprint(&record).forEach(add)
    for number in record.takeEach("unique-id", { TeXText.plain($0) }) {
      add(Identifier(.webOfScience, number))
    }
    for name in ["url", "howpublished", "note"] {
      let isURL = name == "url"
      let addresses = record.takeEach(name) { value -> [String]? in
        let found = WebAddress.all(in: TeXText.verbatim(value))
        let isOnlyAddress = found.count == 1 && TeXText.verbatim(value) == found[0]
        return found.isEmpty || !isURL && !isOnlyAddress ? nil : found
      }
      for address in addresses.joined() where !reference.addresses.contains(address) {
        reference.addresses.append(address)
        add(WebAddress.identifier(address))
        if let trial = WebAddress.trial(address), !reference.accessions.contains(trial) {
          reference.accessions.append(trial)
        }
      }
    }
    // Exporters that know no field for it write it into a note.
    if let note = record.value("note"), let range = note.firstRange(of: "PMID: ") {
      let digits = note[range.upperBound...].prefix(while: \.isASCIIDigit)
      if !digits.isEmpty { add(Identifier(.pmid, String(digits))) }
    }
  }

  /// Reads the number of a preprint or of a record in PubMed, with the archive that gave it.
  private static func readEprint(_ record: inout TextRecord) -> [Identifier] {
    let archive = (record.value("eprinttype") ?? record.value("archiveprefix"))?.lowercased()
    let scheme: Identifier.Scheme
    switch archive {
    case "pubmed", "pmid": scheme = .pmid
    case "pmc", "pmcid": scheme = .pmcid
    case "arxiv": scheme = .init(rawValue: "arxiv")
    case "hdl", "jstor", "googlebooks": scheme = .init(rawValue: archive ?? "")
    default: return []
    }
    let identifiers = record.takeEach("eprint") { Identifier(scheme, TeXText.verbatim($0)) }
    if !identifiers.isEmpty { _ = record.takeAll("eprinttype", "archiveprefix") }
    return identifiers
  }
}
