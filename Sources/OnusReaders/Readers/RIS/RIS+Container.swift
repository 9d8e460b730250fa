internal import OnusModel

extension RIS {
  /// Reads the title and those of the journal, book or series, for which there are ten tags.
  static func readTitles(_ record: inout TextRecord, into reference: inout Reference) {
    let isWhole = ["book", "report", "thesis"].contains(reference.type)
    let isPart = reference.type == "chapter" || reference.type == "paper-conference"
    reference.title = record.take("TI", "T1", "CT") ?? (isWhole ? record.take("BT") : nil)
    reference.vernacularTitle = record.take("TT")
    var container = Container()
    if reference.type == "paper-conference" {
      // The second title is the conference's where the proceedings have one of their own.
      container.title = record.take("C3", "T2", "BT", "JF")
    } else if !isWhole {
      container.title = isPart ? record.take("T2", "BT", "JF") : record.take("JF", "T2", "JO")
    }
    for title in record.takeAll("T2", "BT", "JF") where reference.type != "thesis" {
      add(title, to: &container)
    }
    for title in record.takeAll("JO", "JA", "J2", "J1", "JI", "J9") { container.addOtherTitle(title) }
    for title in record.takeAll("T3") { add(title, to: &container) }
    // EBSCO and Scopus give the short title under the name of the long one.
    if container.title == nil { container.title = isWhole ? nil : record.take("C3") }
    if reference.title == nil { reference.title = record.take("ST") }
    if let short = record.value("ST"), short == reference.title { _ = record.take("ST") }
    if container != Container() { reference.container = container }
  }

  private static func add(_ title: String, to container: inout Container) {
    let known = [container.title, container.abbreviation] + container.otherTitles
    if !known.contains(title) { container.otherTitles.append(title) }
  }

  /// Reads volume, issue, pages, edition and standard numbers.
  static func readNumbers(_ record: inout TextRecord, into reference: inout Reference) {
    reference.volume = record.take("VL", "VO")
    let number = record.take("IS", "CP")
    if ["report", "patent", "standard", "book", "thesis"].contains(reference.type) {
      reference.number = number
    } else {
      reference.issue = number
    }
    readPages(&record, into: &reference)
    readEdition(&record, into: &reference)
    readStandardNumbers(&record, into: &reference)
  }

  private static func readPages(_ record: inout TextRecord, into reference: inout Reference) {
    let first = record.take("SP")
    let last = record.take("EP").flatMap { $0.lowercased() == "nan" ? nil : $0 }
    switch (first, last) {
    case (let first?, let last?) where first != last && !first.contains("-") && !last.contains("-"):
      reference.pages = PageRange("\(first)-\(last)")
    case (let first?, let last?):
      // Some write the whole range into one field, or into both.
      reference.pages = PageRange(last.contains("-") && !first.contains("-") ? last : first)
    case (let only?, nil), (nil, let only?): reference.pages = PageRange(only)
    case (nil, nil):
      // The number of an article that has no pages.
      let number = record.value("C7") ?? record.value("AR")
      if let number, number.count <= 20 { reference.pages = record.take("C7", "AR").map(PageRange.init) }
    }
  }

  /// Reads the edition; PubMed's export gives the date of the electronic publication there.
  private static func readEdition(_ record: inout TextRecord, into reference: inout Reference) {
    guard let text = record.take("ET") else { return }
    let date = PartialDate(slashed: text)
    let slashes = text.count { $0 == "/" }
    if reference.type.hasPrefix("article"), slashes == 2, date.year != nil {
      reference.published = date
    } else {
      reference.edition = text
    }
  }

  /// Reads ISSNs and ISBNs; the ISBN beside a chapter is that of the book.
  private static func readStandardNumbers(_ record: inout TextRecord, into reference: inout Reference) {
    for field in record.fields where field.name == "SN" && !field.value.trimmed.isEmpty {
      let numbers = standardNumbers(field.value)
      if !numbers.serials.isEmpty || reference.type == "chapter" || reference.type == "paper-conference" {
        reference.container = reference.container ?? Container()
      }
      for number in numbers.serials where !(reference.container?.serialNumbers.contains(number) ?? true) {
        reference.container?.serialNumbers.append(number)
      }
      if reference.type == "chapter" || reference.type == "paper-conference" {
        let known = reference.container?.bookNumbers ?? []
        let all = known + numbers.books.map(\.value).filter { !known.contains($0) }
        reference.container?.bookNumbers = all.isEmpty ? nil : all
      } else {
        for number in numbers.books where !reference.identifiers.contains(number) {
          reference.identifiers.append(number)
        }
      }
    }
    _ = record.takeEach("SN") { standardNumbers($0).rest.isEmpty ? true : nil }
    if ["report", "patent", "standard", "legislation"].contains(reference.type), reference.number == nil {
      reference.number = record.take("SN")
    }
    if reference.container == Container() { reference.container = nil }
  }

  /// The numbers of a field; Scopus writes which they are behind them, and ISSNs without their hyphen.
  private static func standardNumbers(_ text: String) -> StandardNumbers {
    guard text.contains("(ISSN)") else { return StandardNumbers(text.replacing("(ISBN)", with: "")) }
    let words = text.replacing("(ISSN)", with: "").split { $0.isWhitespace || ";,".contains($0) }
    let numbers = words.map { $0.count == 8 ? "\($0.prefix(4))-\($0.suffix(4))" : String($0) }
    return StandardNumbers(numbers.joined(separator: ";"))
  }
}
