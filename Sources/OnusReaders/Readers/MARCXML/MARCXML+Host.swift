internal import OnusModel

extension MARCXML {
  /// Reads the journal or book that contains the document.
  static func readHost(_ record: MARCRecord, into reference: inout Reference) {
    for field in record.all("773") {
      var container = reference.container ?? Container()
      let title = field["t"].map(MARCText.cleaned)
      if let title, let first = container.title, first != title {
        container.otherTitles.append(title)
      } else if let title {
        container.title = title
      }
      if container.abbreviation == nil { container.abbreviation = field["p"].map(MARCText.cleaned) }
      container.serialNumbers += field.all("x").compactMap(StandardNumbers.serialNumber).map {
        SerialNumber(issn: $0)
      }
      let books = field.all("z").compactMap(StandardNumbers.bookNumber).map(\.value)
      if !books.isEmpty { container.bookNumbers = (container.bookNumbers ?? []) + books }
      reference.container = container
      for text in field.all("g") + field.all("q") {
        HostParts(text).add(to: &reference)
      }
      if reference.place == nil || reference.publisher == nil, let origin = field.peek("d") {
        readOrigin(origin, field, into: &reference)
      }
    }
  }

  /// Reads "Place : Publisher, 1999", all of it or nothing.
  private static func readOrigin(_ text: String, _ field: MARCField, into reference: inout Reference) {
    let parts = text.split(separator: ":", maxSplits: 1).map(\.trimmed)
    guard parts.count == 2, let comma = parts[1].lastIndex(of: ",") else { return }
    let date = MARCText.date(String(parts[1][parts[1].index(after: comma)...]))
    guard date.year != nil else { return }
    _ = field["d"]
    if reference.place == nil { reference.place = MARCText.cleaned(parts[0]) }
    if reference.publisher == nil { reference.publisher = MARCText.cleaned(String(parts[1][..<comma])) }
    if reference.issued == nil { reference.issued = date }
  }

  /// Reads the series of a book, which are further titles of what contains it.
  static func readSeries(_ record: MARCRecord, into reference: inout Reference) {
    let stated = record.all("440") + record.all("490")
    for field in stated.isEmpty ? record.all("830") : stated {
      guard let title = field["a"].map(MARCText.cleaned), !title.isEmpty else { continue }
      var container = reference.container ?? Container()
      if !container.otherTitles.contains(title) { container.otherTitles.append(title) }
      container.serialNumbers += field.all("x").compactMap(StandardNumbers.serialNumber).map {
        SerialNumber(issn: $0)
      }
      reference.container = container
      if reference.number == nil { reference.number = field["v"].map(MARCText.cleaned) }
    }
  }

  /// Reads the extent as pages where it is a range; a number of pages is kept.
  static func readPages(_ record: MARCRecord, into reference: inout Reference) {
    guard reference.pages == nil, let field = record.first("300"), let text = field.peek("a") else { return }
    let words = text.split { $0 == " " || $0 == ";" || $0 == "," }.map(String.init)
    let range = words.first { word in
      let ends = word.split { "-–".contains($0) }
      return ends.count == 2 && ends.allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
    }
    guard let range else { return }
    _ = field["a"]
    reference.pages = PageRange(range)
  }

  /// Reads earlier, later and other forms of the work.
  static func readRelations(_ record: MARCRecord, into reference: inout Reference) {
    for field in record.fields {
      guard let type = relations[field.tag] else { continue }
      var relation = Relation(type: type, citation: nil)
      relation.citation = field.all(among: "at").map { MARCText.cleaned($0.text) }.joined(separator: ". ")
      relation.identifiers += field.all("x").map { Identifier(.issn, $0) }
      relation.identifiers += field.all("z").compactMap(StandardNumbers.bookNumber)
      relation.identifiers += field.all("o").flatMap(DOIText.all)
      relation.note = field["i"].map(MARCText.cleaned)
      if relation.citation?.isEmpty ?? true { relation.citation = nil }
      guard relation.citation != nil || !relation.identifiers.isEmpty else { continue }
      reference.relations.append(relation)
    }
  }

  private static let relations = [
    "765": "OriginalLanguage", "767": "Translation", "770": "Supplement", "772": "SupplementOf",
    "775": "OtherEdition", "776": "OtherForm", "780": "Preceding", "785": "Succeeding", "786": "DataSource",
    "787": "Related",
  ]
}
