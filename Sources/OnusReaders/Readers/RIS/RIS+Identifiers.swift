internal import OnusModel

extension RIS {
  static func add(_ identifier: Identifier, to reference: inout Reference) {
    guard reference.identifier(identifier.scheme) == nil else { return }
    reference.identifiers.append(identifier)
  }

  /// Reads DOI, PMID and PMCID, which stand in a dozen fields, and the numbers of databases.
  static func readIdentifiers(_ record: inout TextRecord, into reference: inout Reference) {
    for name in ["DO", "DI", "L3", "M3", "M1", "LK"] {
      for doi in record.takeEach(name, { bareDOI($0) }) { add(doi, to: &reference) }
    }
    // A field for a DOI that holds more than one, or one among words.
    if reference.identifier(.doi) == nil, let text = record.value("DO"), let doi = DOIText.first(in: text) {
      add(doi, to: &reference)
    }
    for name in ["U1", "U2", "U3", "U4", "U5", "C2", "AN", "ID", "UR"] {
      for identifier in record.takeEach(name, { marked($0) }) { add(identifier, to: &reference) }
    }
    readAccessionNumbers(&record, into: &reference)
    if let key = record.take("ID") { reference.identifiers.append(Identifier(.key, key)) }
  }

  /// The DOI in a field that holds nothing else.
  private static func bareDOI(_ text: String) -> Identifier? {
    // Databases turn the angle brackets of old DOIs into square ones.
    let text = text.replacing(" [ ", with: "<").replacing("]2.0.CO;2", with: ">2.0.CO;2")
    let found = DOIText.all(in: text)
    guard found.count == 1, text.split(separator: " ").count <= 2 else { return nil }
    let isOnlyDOI = text.lowercased().drop { "doi: ".contains($0) }.hasPrefix("10.") || WebAddress.isOne(text)
    return isOnlyDOI ? found[0] : nil
  }

  /// The identifier in a text that says which it is: "26957754[pmid]", "PMC4756000[pmcid]", "PMC4756000".
  private static func marked(_ text: String) -> Identifier? {
    if text.hasSuffix("]"), let bracket = text.lastIndex(of: "[") {
      let value = text[..<bracket].trimmed
      switch text[bracket...].dropFirst().dropLast().lowercased() {
      case "pmid": return wellFormed(Identifier(.pmid, value))
      case "pmcid": return wellFormed(Identifier(.pmcid, value))
      case "doi": return wellFormed(Identifier(.doi, value))
      case "pii": return Identifier(.pii, value)
      default: return nil
      }
    }
    let upper = text.uppercased()
    if upper.hasPrefix("PMC"), upper.dropFirst(3).allSatisfy(\.isASCIIDigit) {
      return wellFormed(Identifier(.pmcid, upper))
    }
    if upper.hasPrefix("PMID") { return wellFormed(Identifier(.pmid, upper.filter(\.isASCIIDigit))) }
    if text.hasPrefix("<Go to"), let slashes = text.firstRange(of: "://") {
      let number = text[slashes.upperBound...].prefix { !$0.isWhitespace }
      return number.contains("http") ? nil : Identifier(.webOfScience, String(number))
    }
    if upper.hasPrefix("WOS:") || upper.hasPrefix("ISI:") { return Identifier(.webOfScience, text) }
    return nil
  }

  private static func wellFormed(_ identifier: Identifier) -> Identifier? {
    identifier.malformation == nil ? identifier : nil
  }

  /// Reads the numbers of databases: PubMed's where the record says that it is from there.
  private static func readAccessionNumbers(_ record: inout TextRecord, into reference: inout Reference) {
    let source = ["DB", "DP", "UR", "LK"].flatMap { record.values($0) }.joined(separator: " ").lowercased()
    let isOfPubMed =
      source.contains("pubmed") || source.contains("medline") || source.contains("nlm")
      || record.values("DB").contains { $0.lowercased() == "pmc" }
    func pmid(_ text: String) -> Identifier? {
      text.count >= 4 ? wellFormed(Identifier(.pmid, text)) : nil
    }
    if isOfPubMed {
      for name in ["AN", "ID"] {
        for identifier in record.takeEach(name, pmid) { add(identifier, to: &reference) }
      }
    }
    // Scopus and Embase give PubMed's number in fields of their own.
    if source.contains("scopus") {
      for identifier in record.takeEach("C2", pmid) { add(identifier, to: &reference) }
    }
    if source.contains("embase") {
      for identifier in record.takeEach("C5", pmid) { add(identifier, to: &reference) }
      for number in record.takeEach("U2", { $0.hasPrefix("L") ? $0 : nil }) {
        add(Identifier(.accession, number), to: &reference)
      }
    }
    if let number = record.take("AN") { add(Identifier(.accession, number), to: &reference) }
  }

  /// Reads web addresses, and what they say of PMID, DOI and trial; files on a disk are kept.
  static func readAddresses(_ record: inout TextRecord, into reference: inout Reference) {
    for name in ["UR", "L2", "L1", "L4"] {
      let addresses = record.takeEach(name) { text in
        let found = text.split(separator: ";").flatMap { WebAddress.all(in: String($0)) }
        return found.isEmpty ? nil : found
      }
      for address in addresses.joined() where !reference.addresses.contains(address) {
        reference.addresses.append(address)
        if name != "L1", name != "L4", let identifier = WebAddress.identifier(address) {
          add(identifier, to: &reference)
        }
        if let trial = WebAddress.trial(address), !reference.accessions.contains(trial) {
          reference.accessions.append(trial)
        }
      }
    }
  }
}
