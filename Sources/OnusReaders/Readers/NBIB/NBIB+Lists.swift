internal import OnusModel

extension NBIB {
  static func readLists(_ record: inout TextRecord, into reference: inout Reference) {
    for text in record.takeAll("PT") where !reference.publicationTypes.contains(Term(text)) {
      reference.publicationTypes.append(Term(text))
    }
    reference.headings = record.takeAll("MH").map(SubjectHeading.init(text:))
    let owners = record.takeAll("OTO")
    for text in record.takeAll("OT") {
      let isMajor = text.hasPrefix("*")
      let owner = owners.count == 1 ? owners[0] : nil
      reference.keywords.append(
        Keyword(isMajor ? String(text.dropFirst()) : text, isMajor: isMajor, owner: owner))
    }
    reference.chemicals = record.takeEach("RN", chemical)
    for text in record.takeAll("NM") where !reference.chemicals.contains(where: { $0.term.name == text }) {
      reference.chemicals.append(Chemical(Term(text)))
    }
    for text in record.takeAll("SI") {
      let parts = text.split(separator: "/", maxSplits: 1).map(\.trimmed)
      reference.accessions.append(AccessionNumber(bank: parts[0], number: parts.count > 1 ? parts[1] : ""))
    }
    reference.grants = record.takeAll("GR").map(grant)
    record.takeEach { name, value in
      guard let type = CitedText.relation(tag: name), !value.isEmpty else { return false }
      let cited = CitedText(value)
      reference.relations.append(
        Relation(type: type, citation: cited.citation, identifiers: cited.identifiers))
      return true
    }
  }

  /// The substance "EC 1.1.1.1 (Inventase)" or "0 (Imaginol)".
  private static func chemical(_ text: String) -> Chemical? {
    guard text.hasSuffix(")"), let parenthesis = text.firstRange(of: " (") else { return nil }
    let number = text[..<parenthesis.lowerBound].trimmed
    let name = text[parenthesis.upperBound...].dropLast().trimmed
    return Chemical(Term(name), registryNumber: number == "0" ? nil : number)
  }

  /// The grant "R01 ES02 (number)/ES/NIEHS NIH HHS/United States": number, acronym, agency, country.
  private static func grant(_ text: String) -> Grant {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
    let country = parts.count > 1 ? parts.removeLast() : nil
    let agency = parts.isEmpty ? nil : parts.removeLast()
    // An acronym is two capitals; a number may hold the separator.
    let hasAcronym =
      parts.count > 1 && parts.last.map { $0.count == 2 && $0.allSatisfy(\.isUppercase) } ?? false
    let acronym = hasAcronym ? parts.removeLast() : nil
    let number = parts.joined(separator: "/")
    return Grant(
      number: number.isEmpty ? nil : number, acronym: acronym, agency: agency == "" ? nil : agency,
      country: country == "" ? nil : country)
  }

  static func readDates(_ record: inout TextRecord, into reference: inout Reference) {
    reference.issued = record.take("DP").map { PartialDate(written: $0).withoutPrintedWhenPlain }
    reference.published = record.take("DEP").map { PartialDate(written: $0).asPrinted(nil) }
    for text in record.takeAll("PHST") {
      guard let bracket = text.lastIndex(of: "["), text.hasSuffix("]") else { continue }
      let event = String(text[bracket...].dropFirst().dropLast())
      reference.history.append(HistoryDate(event, timed(text[..<bracket].trimmed)))
    }
    for (tag, event) in events {
      if let text = record.take(tag) { reference.history.append(HistoryDate(event, timed(text))) }
    }
  }

  /// The names that PubMed's XML has for these dates.
  private static let events = [
    ("EDAT", "pubmed"), ("MHDA", "medline"), ("CRDT", "entrez"), ("PMCR", "pmc-release"),
    ("DA", "DateCreated"), ("DCOM", "DateCompleted"), ("LR", "DateRevised"),
  ]

  /// The date of "2010/05/27 06:00" or "20100527".
  private static func timed(_ text: String) -> PartialDate {
    let words = text.split(separator: " ")
    guard let first = words.first else { return PartialDate(year: nil, printed: text) }
    let date = PartialDate(written: String(first).replacing("/", with: "-"))
    guard date.year != nil else { return PartialDate(year: nil, printed: text) }
    let time = words.dropFirst().joined(separator: " ")
    return date.asPrinted(
      time.isEmpty || time == "00:00" ? nil : [date.iso8601, time].compactMap { $0 }.joined(separator: " "))
  }
}

extension PartialDate {
  fileprivate func asPrinted(_ printed: String?) -> PartialDate {
    var date = self
    if date.year != nil { date.printed = printed }
    return date
  }

  /// The date without its printed form when that says no more than the parts: "2016 Jan 15".
  fileprivate var withoutPrintedWhenPlain: PartialDate {
    guard let year, let printed else { return self }
    let plain = [String(year), monthName, day.map(String.init)].compactMap { $0 }.joined(separator: " ")
    return asPrinted(plain == printed ? nil : printed)
  }
}
