/// An identifier of a document, with the scheme that gives it meaning.
public struct Identifier: Hashable, Sendable, Codable {
  /// A naming scheme for documents.
  public struct Scheme: RawRepresentable, Hashable, Sendable, Codable {
    /// The scheme's name as written in front of the colon, in lower case.
    public var rawValue: String

    /// Creates a scheme from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// PubMed's record number.
    public static let pmid = Scheme(rawValue: "pmid")
    /// PubMed Central's article number, with its `PMC` prefix.
    public static let pmcid = Scheme(rawValue: "pmcid")
    /// A digital object identifier, bare and in lower case.
    public static let doi = Scheme(rawValue: "doi")
    /// An international standard serial number.
    public static let issn = Scheme(rawValue: "issn")
    /// An international standard book number.
    public static let isbn = Scheme(rawValue: "isbn")
    /// A publisher item identifier.
    public static let pii = Scheme(rawValue: "pii")
    /// The accession number of a book on NCBI's Bookshelf.
    public static let bookshelf = Scheme(rawValue: "bookshelf")
    /// The number of a record in the Web of Science, with its prefix.
    public static let webOfScience = Scheme(rawValue: "wos")
    /// The Library of Congress's number of a record.
    public static let lccn = Scheme(rawValue: "lccn")
    /// WorldCat's number of a record.
    public static let oclc = Scheme(rawValue: "oclc")
    /// The number that a database gave the record, where the file does not say which database.
    public static let accession = Scheme(rawValue: "accession")
    /// The number of a study in a trial register, in upper case.
    public static let trial = Scheme(rawValue: "trial")
    /// A web address.
    public static let url = Scheme(rawValue: "url")
    /// The name a file gives its own record.
    public static let key = Scheme(rawValue: "key")
  }

  /// The naming scheme.
  public var scheme: Scheme

  /// The identifier in its normal form: see ``normalized(_:scheme:)``.
  public var value: String

  /// Creates an identifier and brings its value into the scheme's normal form.
  ///
  /// Books of NCBI's Bookshelf are in PubMed Central's archive under numbers of their own, `NBK` and digits;
  /// one that is given as a PMCID becomes what it is.
  public init(_ scheme: Scheme, _ value: String) {
    if Self.isNormal(value, scheme: scheme) {
      self.scheme = scheme
      self.value = value
      return
    }
    let normal = Self.normalized(value, scheme: scheme)
    let isBook = scheme == .pmcid && normal.hasPrefix("PMCNBK")
    self.scheme = isBook ? .bookshelf : scheme
    self.value = isBook ? String(normal.dropFirst(3)) : normal
  }

  /// Creates an identifier whose value is in its normal form already.
  package init(_ scheme: Scheme, normal value: String) {
    self.scheme = scheme
    self.value = value
  }

  /// Reads `scheme:value`, a DOI, or a DOI's web address; `nil` when no scheme can be told.
  public init?(parsing text: String) {
    let text = text.trimmed
    if let colon = text.firstIndex(of: ":") {
      let scheme = text[..<colon].lowercased()
      let rest = String(text[text.index(after: colon)...]).trimmed
      if [
        "pmid", "pmcid", "doi", "issn", "isbn", "pii", "bookshelf", "key", "trial", "accession", "wos",
        "lccn", "oclc",
      ].contains(scheme),
        !rest.isEmpty
      {
        self.init(Scheme(rawValue: scheme), rest)
        return
      }
    }
    if text.hasPrefix("10."), text.contains("/") {
      self.init(.doi, text)
    } else if Self.addresses.contains(where: { text.lowercased().hasPrefix($0) }) {
      self.init(.doi, text)
    } else {
      return nil
    }
  }

  /// The schemes that are read in front of a colon.
  private static let schemes = [
    "pmid", "pmcid", "doi", "issn", "isbn", "pii", "bookshelf", "wos", "lccn", "oclc", "accession", "trial",
    "key",
  ]

  private static let addresses = [
    "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/",
  ]

  /// The value in the form in which two spellings of one identifier are equal.
  ///
  /// DOIs lose their web address or `doi:` prefix and become lower case (DOI Handbook 2.4: case-insensitive);
  /// PMCIDs gain their `PMC` prefix; ISSNs their hyphen; ISBNs lose their hyphens, PMIDs leading zeros;
  /// numbers in trial registers become upper case.
  public static func normalized(_ value: String, scheme: Scheme) -> String {
    if isNormal(value, scheme: scheme) { return value }
    var text = value.trimmed
    switch scheme {
    case .doi:
      text = text.lowercased()
      if text.utf8.starts(with: "10.".utf8) { break }
      for prefix in addresses + ["doi:", "doi "] where text.hasPrefix(prefix) {
        text = String(text.dropFirst(prefix.count)).trimmed
      }
    case .pmid:
      if text.uppercased().hasPrefix("PMID:") { text = String(text.dropFirst(5)).trimmed }
      let digits = text.drop { $0 == "0" }
      text = digits.isEmpty ? text : String(digits)
    case .pmcid:
      // Programs that ask for the number alone get the prefix all the same, and put it in front again.
      text = text.uppercased()
      if text.hasPrefix("PMCID:") { text = String(text.dropFirst(6)).trimmed }
      while text.hasPrefix("PMC") { text = String(text.dropFirst(3)) }
      text = "PMC" + text
    case .issn:
      text = text.uppercased()
      if text.count == 8, !text.contains("-") { text = "\(text.prefix(4))-\(text.suffix(4))" }
    case .isbn:
      text = text.uppercased().filter { $0 != "-" && $0 != " " }
    case .trial:
      text = text.uppercased()
    default: break
    }
    return text
  }

  /// Whether a value needs no change, as of a million nearly all do not.
  private static func isNormal(_ value: String, scheme: Scheme) -> Bool {
    switch scheme.rawValue {
    case "pmid":
      return value.withBytes { bytes in
        guard bytes.count > 0, bytes[0] != 0x30 else { return false }
        var index = 0
        while index < bytes.count, bytes[index] &- 0x30 < 10 { index &+= 1 }
        return index == bytes.count
      }
    case "doi":
      return value.withBytes { bytes in
        guard bytes.count > 3, bytes[0] == 0x31, bytes[1] == 0x30, bytes[2] == 0x2E else { return false }
        var index = 3
        while index < bytes.count, bytes[index] &- 0x21 < 0x5E, bytes[index] &- 0x41 >= 26 { index &+= 1 }
        return index == bytes.count
      }
    case "issn":
      return value.withBytes { bytes in
        guard bytes.count == 9, bytes[4] == 0x2D, bytes[8] &- 0x30 < 10 || bytes[8] == 0x58 else {
          return false
        }
        return bytes.prefix(4).allSatisfy { $0 &- 0x30 < 10 } && bytes[5..<8].allSatisfy { $0 &- 0x30 < 10 }
      }
    case "pmcid":
      return value.withBytes { bytes in
        guard bytes.count > 3, bytes[0] == 0x50, bytes[1] == 0x4D, bytes[2] == 0x43 else { return false }
        var index = 3
        while index < bytes.count, bytes[index] &- 0x30 < 10 { index &+= 1 }
        return index == bytes.count
      }
    case "isbn", "trial": return false
    default:
      // Nothing but white space at the ends would change.
      return value.withBytes { bytes in
        guard let first = bytes.first, let last = bytes.last else { return true }
        return first &- 0x21 < 0x5E && last &- 0x21 < 0x5E
      }
    }
  }

  /// What is wrong with the value's form, in a few words; `nil` when it is well formed.
  ///
  /// ISSN and ISBN check digits are computed as ISO 3297 and ISO 2108 say.
  public var malformation: String? {
    switch scheme {
    case .pmid:
      return value.allSatisfy(\.isASCIIDigit) && (1...8).contains(value.count)
        ? nil : "a PMID is one to eight digits"
    case .pmcid:
      let digits = value.dropFirst(3).prefix { $0 != "." }
      return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit) && digits.count <= 9
        ? nil : "a PMCID is PMC and digits"
    case .doi:
      return Self.isDOI(value) ? nil : "a DOI is 10., a registrant number, a slash and a suffix"
    case .trial: return Registration(parsing: value).malformation
    case .issn: return Self.hasISSNCheckDigit(value) ? nil : "the ISSN's check digit does not fit"
    case .isbn: return Self.hasISBNCheckDigit(value) ? nil : "the ISBN's check digit does not fit"
    default: return nil
    }
  }

  private static func isDOI(_ value: String) -> Bool {
    guard value.hasPrefix("10."), let slash = value.firstIndex(of: "/") else { return false }
    let registrant = value[value.index(value.startIndex, offsetBy: 3)..<slash]
    let suffix = value[value.index(after: slash)...]
    return registrant.count >= 4 && registrant.allSatisfy { $0.isASCIIDigit || $0 == "." }
      && !suffix.isEmpty && !suffix.contains { $0.isWhitespace }
  }

  private static func hasISSNCheckDigit(_ value: String) -> Bool {
    let characters = Array(value.filter { $0 != "-" })
    guard characters.count == 8 else { return false }
    var sum = 0
    for (index, character) in characters.enumerated() {
      let digit = character == "X" && index == 7 ? 10 : character.wholeNumberValue
      guard let digit else { return false }
      sum += digit * (8 - index)
    }
    return sum % 11 == 0
  }

  private static func hasISBNCheckDigit(_ value: String) -> Bool {
    let characters = Array(value.uppercased().filter { $0 != "-" && $0 != " " })
    var sum = 0
    for (index, character) in characters.enumerated() {
      let isTen = characters.count == 10
      let digit = isTen && index == 9 && character == "X" ? 10 : character.wholeNumberValue
      guard let digit else { return false }
      sum += digit * (isTen ? 10 - index : (index.isMultiple(of: 2) ? 1 : 3))
    }
    return characters.count == 10 ? sum % 11 == 0 : characters.count == 13 && sum % 10 == 0
  }
}

extension Identifier: CustomStringConvertible {
  /// The identifier as written in a corpus: `pmid:18728058`.
  public var description: String { "\(scheme.rawValue):\(value)" }

  /// The web address at which the document is found; `nil` for schemes without one.
  public var address: String? {
    switch scheme {
    case .pmid: "https://pubmed.ncbi.nlm.nih.gov/\(value)/"
    case .pmcid: "https://pmc.ncbi.nlm.nih.gov/articles/\(value)/"
    case .doi: "https://doi.org/\(value)"
    case .bookshelf: "https://www.ncbi.nlm.nih.gov/books/\(value)/"
    case .url: value
    default: nil
    }
  }
}

extension Identifier: Comparable {
  /// Orders identifiers by scheme, then value.
  public static func < (left: Identifier, right: Identifier) -> Bool {
    (left.scheme.rawValue, left.value) < (right.scheme.rawValue, right.value)
  }
}

extension Diagnostic {
  /// That no record has an identifier by which a person names one.
  package static func unknownReference(
    _ identifier: Identifier, at location: SourceLocation? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-reference", "no bibliography has a record with the identifier \(identifier)",
      at: location)
  }
}

extension String {
  /// Looks at the bytes, which nearly every string has in one piece.
  fileprivate func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
