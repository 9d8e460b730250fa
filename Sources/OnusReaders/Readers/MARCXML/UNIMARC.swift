internal import OnusModel

/// What becomes of the fields of a UNIMARC record, which is known by its title in field 200.
///
/// Follows the [UNIMARC bibliographic format](https://www.ifla.org/unimarc/).
enum UNIMARC {
  static func read(_ record: MARCRecord, into reference: inout Reference) {
    reference.type = type(record)
    readTitle(record, into: &reference)
    for field in record.all("210") + record.all("214") {
      if reference.place == nil { reference.place = field["a"].map(MARCText.cleaned) }
      if reference.publisher == nil { reference.publisher = field["c"].map(MARCText.cleaned) }
      if reference.issued == nil { reference.issued = field["d"].map(MARCText.date) }
    }
    reference.edition = record.first("205")?["a"].map(MARCText.withoutISBD)
    reference.languages = record.all("101").flatMap { $0.all("a") }.map(LanguageTag.tag(for:))
    readIdentifiers(record, into: &reference)
    for field in record.fields where ["700", "701", "702", "710", "711", "712", "720"].contains(field.tag) {
      readName(field, into: &reference)
    }
    readHost(record, into: &reference)
    readTexts(record, into: &reference)
    MARCXML.readAddresses(record, into: &reference)
  }

  private static func type(_ record: MARCRecord) -> String {
    if record.has("328") { return "thesis" }
    let isInHost = record.has("461") || record.has("463") || record.has("464")
    switch (record.code(6), record.code(7)) {
    case ("c", _), ("d", _): return "musical_score"
    case ("e", _), ("f", _): return "map"
    case ("g", _): return "motion_picture"
    case ("i", _), ("j", _): return "song"
    case ("k", _), ("r", _): return "graphic"
    case ("l", _): return "software"
    case (_, "s"): return "periodical"
    case (_, "a"): return record.has("010") || !isInHost ? "chapter" : "article-journal"
    default: return "book"
    }
  }

  private static func readTitle(_ record: MARCRecord, into reference: inout Reference) {
    guard let field = record.first("200") else { return }
    var title = ""
    for (code, text) in field.all(among: "aehi") {
      let part = MARCText.cleaned(text)
      guard !part.isEmpty else { continue }
      title += title.isEmpty ? part : (code == "e" ? ": " : ". ") + part
    }
    reference.title = title.isEmpty ? nil : title
  }

  private static func readIdentifiers(_ record: MARCRecord, into reference: inout Reference) {
    let books = record.all("010").flatMap { $0.all("a") }.compactMap(StandardNumbers.bookNumber)
    reference.identifiers += books
    for number in record.all("011").flatMap({ $0.all("a") }).compactMap(StandardNumbers.serialNumber) {
      reference.identifiers.append(Identifier(.issn, number))
    }
    for field in record.all("017") where field.peek("2")?.lowercased() == "doi" {
      if let doi = field["a"].flatMap(DOIText.first) { reference.identifiers.append(doi) }
      _ = field["2"]
    }
  }

  private static func readName(_ field: MARCField, into reference: inout Reference) {
    guard let main = field["a"].map(MARCText.name) else { return }
    let role = field["4"].map { Contributor.Role(rawValue: MARCXML.codeNames[$0] ?? $0) }
    // 702 and 712 name those with a secondary responsibility.
    let otherwise: Contributor.Role = field.tag.hasSuffix("2") ? .init(rawValue: "contributor") : .author
    var contributor = Contributor(role: role ?? otherwise)
    if field.tag.hasPrefix("71") {
      let parts = [main] + field.all("b").map(MARCText.cleaned)
      contributor.literal = parts.joined(separator: ". ")
    } else {
      contributor.family = main
      contributor.given = field["b"].map(MARCText.name)
      if let dates = field["f"] { contributor.attributes["date"] = dates }
    }
    reference.contributors.append(contributor)
  }

  private static func readHost(_ record: MARCRecord, into reference: inout Reference) {
    for field in record.fields where ["461", "463", "464"].contains(field.tag) {
      var container = reference.container ?? Container()
      if container.title == nil { container.title = field["t"].map(MARCText.cleaned) }
      container.serialNumbers += field.all("x").compactMap(StandardNumbers.serialNumber).map {
        SerialNumber(issn: $0)
      }
      reference.container = container
      if reference.volume == nil { reference.volume = field["v"] }
      if reference.pages == nil { reference.pages = field["p"].map(PageRange.init) }
      if reference.issued == nil { reference.issued = field["d"].map(MARCText.date) }
    }
    for field in record.all("225") {
      guard let title = field["a"].map(MARCText.cleaned) else { continue }
      var container = reference.container ?? Container()
      container.otherTitles.append(title)
      reference.container = container
      if reference.number == nil { reference.number = field["v"] }
    }
  }

  private static func readTexts(_ record: MARCRecord, into reference: inout Reference) {
    for field in record.fields {
      switch field.tag {
      case "300", "303", "304", "305", "320", "327", "328":
        let text = field.all(among: "abcde").map(\.text).joined(separator: " ")
        if !text.isEmpty { reference.notes.append(text) }
      case "330":
        if let text = field["a"] { reference.abstract += AbstractText.sections(text) }
      case "600", "601", "602", "604", "605", "606", "607", "608", "610":
        let words = field.all(among: "abfxyz").map { MARCText.cleaned($0.text) }
        if !words.isEmpty {
          reference.keywords.append(Keyword(words.joined(separator: "--"), owner: field["2"]))
        }
      default: continue
      }
    }
  }
}
