import OnusModel

@testable import OnusCatalogue

/// References for the tests of the packed form.
enum Packing {
  static func packed(_ reference: Reference, _ textsInside: Bool) -> [UInt8] {
    var writer = PackedWriter()
    writer.append(reference, textsInside: textsInside)
    return writer.bytes
  }

  /// Unpacks with the columns that the reference would have.
  static func unpacked(_ bytes: [UInt8], _ reference: Reference) throws -> Reference {
    try bytes.withUnsafeBytes { bytes in
      var reader = PackedReader(bytes)
      return try reader.reference(title: reference.title, abstract: reference.abstractText)
    }
  }

  /// Random numbers that are the same in each run (SplitMix64; Steele, Lea and Flood, OOPSLA 2014, figure 11).
  struct Random {
    var state: UInt64
    /// Whether all that may be there is there.
    var isGenerous = false

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func number() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(number() % UInt64(limit)) }

    mutating func flag() -> Bool { below(2) == 1 }

    mutating func text() -> String {
      let texts = [
        "", "eng", "Humans", "D006801", "Gironi", "naïve", "e\u{301}", "é", "\u{212A}IE", "two\nlines", "日本語",
        "👩‍⚕️", "a\0b", "Publisher", "pmid", String(repeating: "long ", count: 60), "\u{FEFF}mark",
        "1979 Jan-Feb",
      ]
      return isGenerous ? texts[4 + below(4)] : texts[below(texts.count)]
    }

    mutating func maybe() -> String? { isThere() ? text() : nil }

    mutating func isThere() -> Bool { isGenerous || flag() }

    mutating func int() -> Int {
      let numbers = [0, 1, -1, 63, 64, 127, 128, 1979, 2_945_999, -128, Int.max, Int.min]
      return numbers[below(numbers.count)]
    }

    mutating func list<Element>(_ element: (inout Random) -> Element) -> [Element] {
      (0..<(isGenerous ? 1 : below(4))).map { _ in element(&self) }
    }
  }

  /// A reference with every property.
  static let everything: Reference = {
    var random = Random(seed: 1)
    random.isGenerous = true
    return anything(&random)
  }()

  static func anything(_ random: inout Random) -> Reference {
    var reference = Reference(type: random.text(), location: location(&random))
    reference.identifiers = random.list { identifier(&$0) }
    reference.title = random.maybe()
    reference.vernacularTitle = random.maybe()
    reference.abstract = random.list { section(&$0) }
    reference.otherAbstracts = random.list {
      OtherAbstract(type: $0.maybe(), language: $0.maybe(), sections: $0.list { section(&$0) })
    }
    reference.contributors = random.list { contributor(&$0) }
    reference.isAuthorListComplete = random.isThere() ? random.flag() : nil
    reference.container = random.isThere() ? container(&random) : nil
    reference.volume = random.maybe()
    reference.issue = random.maybe()
    reference.number = random.maybe()
    reference.pages = random.maybe().map { PageRange($0) }
    reference.edition = random.maybe()
    reference.publisher = random.maybe()
    reference.place = random.maybe()
    reference.issued = random.isThere() ? date(&random) : nil
    reference.published = random.isThere() ? date(&random) : nil
    reference.history = random.list { HistoryDate($0.text(), date(&$0)) }
    reference.languages = random.list { $0.text() }
    reference.publicationTypes = random.list { term(&$0) }
    reference.headings = random.list {
      SubjectHeading(part(&$0), qualifiers: $0.list { part(&$0) })
    }
    reference.keywords = random.list { Keyword($0.text(), isMajor: $0.flag(), owner: $0.maybe()) }
    reference.chemicals = random.list { Chemical(term(&$0), registryNumber: $0.maybe()) }
    reference.accessions = random.list { AccessionNumber(bank: $0.text(), number: $0.text()) }
    reference.relations = random.list {
      Relation(
        type: $0.text(), citation: $0.maybe(), identifiers: $0.list { identifier(&$0) }, note: $0.maybe())
    }
    reference.grants = random.list {
      Grant(number: $0.maybe(), acronym: $0.maybe(), agency: $0.maybe(), country: $0.maybe())
    }
    reference.citations = random.list {
      Citation(text: $0.maybe(), identifiers: $0.list { identifier(&$0) })
    }
    reference.addresses = random.list { $0.text() }
    reference.notes = random.list { $0.text() }
    reference.kept = random.list {
      KeptField(path: $0.text(), value: $0.text(), location: location(&$0))
    }
    return reference
  }

  private static func identifier(_ random: inout Random) -> Identifier {
    // Records may hold values that are not in the normal form.
    var identifier = Identifier(.doi, "")
    identifier.scheme = Identifier.Scheme(rawValue: random.text())
    identifier.value = random.text()
    return identifier
  }

  private static func location(_ random: inout Random) -> SourceLocation? {
    guard random.isThere() else { return nil }
    return SourceLocation(
      file: random.flag() ? "refs.xml" : random.text(), line: random.int(), column: random.int())
  }

  private static func section(_ random: inout Random) -> AbstractSection {
    AbstractSection(label: random.maybe(), category: random.maybe(), text: random.text())
  }

  private static func term(_ random: inout Random) -> Term { Term(random.text(), ui: random.maybe()) }

  private static func part(_ random: inout Random) -> SubjectHeading.Part {
    SubjectHeading.Part(term(&random), isMajor: random.flag())
  }

  private static func date(_ random: inout Random) -> PartialDate {
    func maybe(_ random: inout Random) -> Int? { random.isThere() ? random.int() : nil }
    return PartialDate(
      year: maybe(&random), month: maybe(&random), day: maybe(&random), printed: random.maybe())
  }

  private static func container(_ random: inout Random) -> Container {
    Container(
      title: random.maybe(), abbreviation: random.maybe(), otherTitles: random.list { $0.text() },
      serialNumbers: random.list { SerialNumber(issn: $0.text(), medium: $0.maybe()) },
      bookNumbers: random.isThere() ? random.list { $0.text() } : nil, nlmID: random.maybe(),
      country: random.maybe())
  }

  private static func contributor(_ random: inout Random) -> Contributor {
    func values(_ random: inout Random) -> [String: String] {
      Dictionary(random.list { ($0.text(), $0.text()) }, uniquingKeysWith: { first, _ in first })
    }
    return Contributor(
      role: Contributor.Role(rawValue: random.text()), family: random.maybe(), given: random.maybe(),
      initials: random.maybe(), suffix: random.maybe(), literal: random.maybe(), identifiers: values(&random),
      affiliations: random.list { $0.text() }, attributes: values(&random))
  }
}
