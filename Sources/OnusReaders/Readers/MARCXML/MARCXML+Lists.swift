internal import OnusModel

extension MARCXML {
  static func readIdentifiers(_ record: MARCRecord, into reference: inout Reference) {
    for field in record.all("020") {
      for text in field.all("a") {
        let numbers = StandardNumbers(text)
        reference.identifiers += numbers.books.filter { !reference.identifiers.contains($0) }
        if !numbers.rest.isEmpty {
          let rest = numbers.rest.joined(separator: " ")
          reference.kept.append(KeptField(path: "020$a", value: rest, location: field.element.location))
        }
      }
    }
    for number in record.all("022").flatMap({ $0.all("a") }).compactMap(StandardNumbers.serialNumber) {
      if reference.type == "periodical" {
        reference.identifiers.append(Identifier(.issn, number))
      } else {
        reference.container = reference.container ?? Container()
        reference.container?.serialNumbers.append(SerialNumber(issn: number))
      }
    }
    for field in record.all("010") {
      if let text = field["a"] { reference.identifiers.append(Identifier(.lccn, text)) }
    }
    for field in record.all("024") { readStandardNumber(field, into: &reference) }
    for field in record.all("035") {
      guard let text = field.peek("a"), text.hasPrefix("(OCoLC)") else { continue }
      _ = field["a"]
      let number = text.dropFirst(7).drop { !$0.isASCIIDigit }
      let identifier = Identifier(.oclc, String(number))
      if !reference.identifiers.contains(identifier) { reference.identifiers.append(identifier) }
    }
    readAddresses(record, into: &reference)
  }

  /// Reads a number whose kind is named in the field.
  private static func readStandardNumber(_ field: MARCField, into reference: inout Reference) {
    let kind = field.peek("2")?.lowercased() ?? ""
    guard field.first == "7", let text = field.peek("a") else { return }
    switch kind {
    case "doi":
      guard let doi = DOIText.first(in: text) else { return }
      if reference.identifier(.doi) == nil { reference.identifiers.append(doi) }
    case "pmid", "pubmed": reference.identifiers.append(Identifier(.pmid, text))
    case "": return
    default: reference.identifiers.append(Identifier(Identifier.Scheme(rawValue: kind), text))
    }
    _ = field["a"]
    _ = field["2"]
  }

  static func readAddresses(_ record: MARCRecord, into reference: inout Reference) {
    for field in record.all("856") {
      for address in field.all("u") {
        reference.addresses.append(address)
        if let identifier = WebAddress.identifier(address),
          reference.identifier(identifier.scheme) == nil
        {
          reference.identifiers.append(identifier)
        }
      }
    }
  }

  static func readNotes(_ record: MARCRecord, into reference: inout Reference) {
    for field in record.fields {
      switch field.tag {
      case "520":
        let text = field.all(among: "ab").map(\.text).joined(separator: " ")
        reference.abstract += AbstractText.sections(text)
      case "502": readThesis(field, into: &reference)
      case "536":
        let grant = Grant(
          number: field["c"], acronym: nil, agency: field["a"], country: nil)
        if grant.number != nil || grant.agency != nil { reference.grants.append(grant) }
      case "500", "501", "504", "505", "506", "508", "511", "515", "518", "521", "525", "530", "533", "534",
        "538", "545", "546", "547", "550", "580", "581", "586":
        let text = field.all(among: "abcdefgrtuz").map(\.text).joined(separator: " ")
        if !text.isEmpty { reference.notes.append(text) }
      default: continue
      }
    }
  }

  private static func readThesis(_ field: MARCField, into reference: inout Reference) {
    if let text = field["a"] { reference.notes.append(text) }
    if let degree = field["b"] { reference.publicationTypes.append(Term(MARCText.withoutISBD(degree))) }
    if reference.publisher == nil { reference.publisher = field["c"].map(MARCText.cleaned) }
    if reference.issued?.year == nil { reference.issued = field["d"].map(MARCText.date) }
  }

  /// Reads subjects: those of MeSH as headings, genres as publication types, all others as keywords.
  static func readSubjects(_ record: MARCRecord, into reference: inout Reference) {
    for field in record.fields where subjectTags.contains(field.tag) {
      let owner = field["2"] ?? owners[field.second]
      let isOfMeSH = field.second == "2" || owner == "mesh"
      let main = field.all(among: "abcdnpqt").map { MARCText.cleaned($0.text) }.joined(separator: " ")
      let parts = field.all(among: "vxyz").map { MARCText.cleaned($0.text) }
      guard !main.isEmpty else { continue }
      let ui = field.all("0").first { $0.contains("(DNLM)") }.map { String($0.dropFirst(6)) }
      if field.tag == "655" {
        reference.publicationTypes.append(Term(main, ui: isOfMeSH ? ui : nil))
      } else if isOfMeSH {
        let qualifiers = parts.map { SubjectHeading.Part(Term($0)) }
        reference.headings.append(
          SubjectHeading(.init(Term(main, ui: ui), isMajor: field.first == "1"), qualifiers: qualifiers))
      } else {
        reference.keywords.append(Keyword(([main] + parts).joined(separator: "--"), owner: owner))
      }
    }
  }

  private static let subjectTags: Set = [
    "600", "610", "611", "630", "648", "650", "651", "653", "655", "690",
  ]

  private static let owners = ["0": "lcsh", "1": "lcshac", "2": "mesh", "3": "nal", "5": "csh", "6": "rvm"]
}
