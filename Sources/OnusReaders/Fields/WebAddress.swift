internal import OnusModel

/// A web address, and what it says of the document behind it.
enum WebAddress {
  /// Whether a text is an address on the web, and not of a file on somebody's disk.
  static func isOne(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("ftp://")
      || start.hasPrefix("www.")
  }

  /// The addresses in a text, which may hold several with white space between them.
  static func all(in text: String) -> [String] {
    text.split { $0.isWhitespace }.map(String.init).filter(isOne)
  }

  /// The document's identifier when the address leads to PubMed, PubMed Central or a DOI's resolver.
  static func identifier(_ address: String) -> Identifier? {
    let lower = address.lowercased()
    if let range = lower.firstRange(of: "doi.org"), let slash = lower[range.upperBound...].firstIndex(of: "/")
    {
      let path = lower[lower.index(after: slash)...]
      return DOIText.first(in: decoded(String(path)))
    }
    if let number = number(after: ["list_uids=", "pubmed.ncbi.nlm.nih.gov/", "nih.gov/pubmed/"], in: lower) {
      return Identifier(.pmid, number)
    }
    if lower.contains("nih.gov") || lower.contains("europepmc.org"),
      let number = number(after: ["/articles/pmc"], in: lower)
    {
      return Identifier(.pmcid, number)
    }
    return nil
  }

  /// The register and number of a trial when the address leads to its record.
  static func trial(_ address: String) -> AccessionNumber? {
    let upper = address.uppercased()
    for (host, bank, prefix) in registers where upper.contains(host) {
      guard let start = upper.firstRange(of: prefix, options: host) else { continue }
      let digits = upper[start.upperBound...].prefix {
        $0.isASCIIDigit || prefix == "TRIALID=" && $0.isTrialCharacter
      }
      if digits.count >= 6 {
        let number = prefix == "TRIALID=" ? String(digits) : prefix + digits
        return AccessionNumber(bank: bank, number: number)
      }
    }
    return nil
  }

  private static let registers = [
    ("CLINICALTRIALS.GOV", "ClinicalTrials.gov", "NCT"), ("ISRCTN.", "ISRCTN", "ISRCTN"),
    ("TRIALSEARCH.WHO.INT", "ICTRP", "TRIALID="), ("WHO.INT/TRIALSEARCH", "ICTRP", "TRIALID="),
  ]

  private static func number(after starts: [String], in text: String) -> String? {
    for start in starts {
      guard let range = text.firstRange(of: start) else { continue }
      let digits = text[range.upperBound...].prefix(while: \.isASCIIDigit)
      if (1...9).contains(digits.count) { return String(digits) }
    }
    return nil
  }

  /// The text with `%28` and its like as the characters they stand for.
  static func decoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    let all = Array(text.utf8)
    var index = 0
    while index < all.count {
      if all[index] == 0x25, index + 2 < all.count,
        let byte = UInt8(String(decoding: all[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(all[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// Where a prefix first stands behind a host's name.
  fileprivate func firstRange(of prefix: String, options host: String) -> Range<String.Index>? {
    guard let host = firstRange(of: host) else { return nil }
    let start = prefix == "ISRCTN" ? host.upperBound : host.lowerBound
    return self[start...].firstRange(of: prefix)
  }
}

extension Character {
  fileprivate var isTrialCharacter: Bool { isASCII && (isLetter || self == "-" || self == "/") }
}
