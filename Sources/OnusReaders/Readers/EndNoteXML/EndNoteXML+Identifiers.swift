internal import OnusModel

extension EndNoteXML {
  static func readIdentifiers(_ record: XMLElement, into reference: inout Reference) {
    readDOI(record, into: &reference)
    readAccessionNumber(record, into: &reference)
    readCustomFields(record, into: &reference)
    for name in ["isbn", "issn"] as [StaticString] {
      if let element = record.child(name) { readStandardNumbers(element, into: &reference) }
    }
    if let key = record.descendant("foreign-keys", "key") {
      // The number alone is that of a record in every library.
      if let library = key.attribute("db-id"), !library.isEmpty, let number = key.nonEmptyText {
        reference.identifiers.append(Identifier(.key, "\(library)/\(number)"))
      }
      for key in record.children("foreign-keys") { key.markRead() }
    }
  }

  /// Adds an identifier unless the record has one of its kind.
  private static func add(_ identifier: Identifier, to reference: inout Reference) {
    guard reference.identifier(identifier.scheme) == nil else { return }
    reference.identifiers.append(identifier)
  }

  /// Reads the field for a DOI, which may hold an address, several DOIs, or something else.
  private static func readDOI(_ record: XMLElement, into reference: inout Reference) {
    guard let element = record.child("electronic-resource-num") else { return }
    let text = element.text
    let found = DOIText.all(in: text)
    guard let first = found.first else {
      if WebAddress.isOne(text) {
        element.markTextRead()
        reference.addresses.append(text)
      }
      return
    }
    add(first, to: &reference)
    if found.count == 1, text.split(separator: " ").count <= 2 { element.markTextRead() }
  }

  /// Reads the number that a database gave the record: PubMed's where the record says so or gives no other
  /// database and the number has the form of a PMID.
  private static func readAccessionNumber(_ record: XMLElement, into reference: inout Reference) {
    guard let element = record.child("accession-num"), let number = text(element) else { return }
    let source = unmarked(record, "remote-database-name") + " " + unmarked(record, "remote-database-provider")
    let isOfPubMed =
      ["pubmed", "medline", "nlm", "national library of medicine"].contains { source.contains($0) }
      || source == " " && number.count >= 5 && !isFromAnotherDatabase(record)
    if isOfPubMed, Identifier(.pmid, number).malformation == nil {
      add(Identifier(.pmid, number), to: &reference)
    } else if number.hasPrefix("WOS:") || number.hasPrefix("ISI:") {
      add(Identifier(.webOfScience, number), to: &reference)
    } else {
      add(Identifier(.accession, number), to: &reference)
    }
  }

  /// A text in lower case for looking at, which stays unread and so is kept.
  private static func unmarked(_ record: XMLElement, _ name: StaticString) -> String {
    record.child(name).map { untouched($0).lowercased() } ?? ""
  }

  /// The text of an element of which it is not certain yet that it is of use, so that it can still be kept.
  static func untouched(_ element: XMLElement) -> String {
    String(decoding: element.bytes, as: UTF8.self).collapsed
  }

  private static func isFromAnotherDatabase(_ record: XMLElement) -> Bool {
    let text = unmarked(record, "urls")
    return ["ebsco", "proquest", "embase", "scopus"].contains { text.contains($0) }
  }

  /// Reads the custom fields of which it is certain what PubMed, Embase and CENTRAL put there.
  private static func readCustomFields(_ record: XMLElement, into reference: inout Reference) {
    for name in ["custom2", "user16"] as [StaticString] {
      guard let element = record.child(name), case let text = untouched(element),
        text.uppercased().hasPrefix("PMC"), Identifier(.pmcid, text).malformation == nil
      else { continue }
      add(Identifier(.pmcid, text), to: &reference)
      element.markTextRead()
    }
    let database = unmarked(record, "remote-database-name")
    if let element = record.child("custom5"), database.contains("embase") || database.contains("medline"),
      case let text = untouched(element), text.count >= 5, Identifier(.pmid, text).malformation == nil
    {
      add(Identifier(.pmid, text), to: &reference)
      element.markTextRead()
    }
    if let element = record.child("custom3") {
      let words = untouched(element).split { $0 == " " || $0 == "," }.map(String.init)
      if let index = words.firstIndex(of: "PUBMED"), index + 1 < words.count {
        add(Identifier(.pmid, words[index + 1]), to: &reference)
        if words.count == 2 { element.markTextRead() }
      }
    }
    guard let element = record.child("custom7"), reference.type.hasPrefix("article") else { return }
    let words = untouched(element).split(separator: " ").map(String.init)
    if words.count == 2, words[0].lowercased() == "pii" {
      add(Identifier(.pii, words[1]), to: &reference)
      element.markTextRead()
    } else if reference.pages == nil, let last = words.last, words.count <= 2,
      last.contains(where: \.isASCIIDigit)
    {
      // The number of an article that has no pages.
      reference.pages = PageRange(last)
      element.markTextRead()
    }
  }

  /// Reads a field that holds ISSNs or ISBNs; the ISBN beside a chapter is that of the book.
  private static func readStandardNumbers(_ element: XMLElement, into reference: inout Reference) {
    let numbers = StandardNumbers(lines(element).joined(separator: ";"))
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
      reference.identifiers += numbers.books
    }
    guard !numbers.rest.isEmpty else { return }
    let rest = numbers.rest.joined(separator: " ")
    // Reports, patents and standards have numbers of their own there.
    if ["report", "patent", "standard", "legislation"].contains(reference.type), reference.number == nil {
      reference.number = rest
      return
    }
    reference.kept.append(KeptField(path: element.name, value: rest, location: element.location))
  }

  /// Reads web addresses, and what they say of PMID, DOI and trial; files on a disk are kept.
  static func readAddresses(_ record: XMLElement, into reference: inout Reference) {
    if let journal = reference.container?.title, WebAddress.isOne(journal),
      let trial = WebAddress.trial(journal)
    {
      // CENTRAL puts a trial's record in place of the journal.
      reference.accessions.append(trial)
    }
    guard let urls = record.child("urls") else { return }
    for url in urls.elements.flatMap({ $0.children("url").map(\.self) }) {
      let text = String(decoding: url.bytes, as: UTF8.self)
      let found = WebAddress.all(in: text)
      guard !found.isEmpty else {
        readWebOfScience(url, into: &reference)
        continue
      }
      url.markTextRead()
      for address in found {
        if !reference.addresses.contains(address) { reference.addresses.append(address) }
        if let identifier = WebAddress.identifier(address) { add(identifier, to: &reference) }
        if let trial = WebAddress.trial(address), !reference.accessions.contains(trial) {
          reference.accessions.append(trial)
        }
      }
    }
  }

  /// Reads `<Go to ISI>://WOS:…`, which is no address but the number of a record.
  private static func readWebOfScience(_ url: XMLElement, into reference: inout Reference) {
    let text = String(decoding: url.bytes, as: UTF8.self).collapsed
    guard text.hasPrefix("<Go to"), let slashes = text.firstRange(of: "://") else { return }
    add(Identifier(.webOfScience, String(text[slashes.upperBound...])), to: &reference)
    url.markTextRead()
  }
}
