public import OnusModel

/// A form in which references leave Onus again: one record after another, so that a list of any length
/// streams through.
///
/// ``ReferenceList`` puts the records together.
public struct ReferenceWriter: Sendable {
  /// What a file of the form looks like from outside.
  public struct Format: Sendable {
    /// What it is, in a few words.
    public var title: String
    /// The usual extension of its files, without the dot.
    public var fileExtension: String
    /// Text before the first record.
    public var start: String = ""
    /// Text between two records.
    public var separator: String = ""
    /// Text after the last record.
    public var end: String = ""
  }

  /// The name on the command line, for example `csl-json`.
  public let name: String
  /// What its files look like.
  public let format: Format
  /// The parts of a record that it has a place for.
  public let holdings: @Sendable (_ reference: Reference) -> Set<ReferenceField>
  /// Writes one record, which holds nothing that the form has no place for, under a key that no other record
  /// of the list has; with the line break at its end where the form asks for one.
  public let record: @Sendable (_ reference: Reference, _ key: String) -> String

  /// Creates a writer.
  public init(
    name: String, format: Format,
    holdings: @escaping @Sendable (_ reference: Reference) -> Set<ReferenceField>,
    record: @escaping @Sendable (_ reference: Reference, _ key: String) -> String
  ) {
    self.name = name
    self.format = format
    self.holdings = holdings
    self.record = record
  }

  /// Every writer; a new one is one file and one line here.
  public static let all: [ReferenceWriter] = [
    .jsonLines, .cslJSON, .ris, .nbib, .bibtex, .biblatex, .endNoteXML, .mods, .pubmed, .csv,
  ]
}

extension ReferenceWriter {
  /// What of a journal article this form has a place for, in words: the parts, or all parts but some.
  public var keeps: String {
    let held = holdings(Reference())
    let parts = ReferenceField.allCases.filter { held.contains($0) }.map(\.rawValue)
    let others = ReferenceField.allCases.filter { !held.contains($0) }.map(\.rawValue)
    if others.isEmpty { return "everything" }
    if others.count < parts.count { return "everything but " + others.joined(separator: ", ") }
    return parts.joined(separator: ", ")
  }

  /// The parts of a record that say something and for which this form has no place, in the order of
  /// ``ReferenceField``.
  public func unheld(of reference: Reference) -> [ReferenceField] { division(of: reference).unheld }

  /// What of a record this form has a place for; the kind of document stays as it is.
  public func held(of reference: Reference) -> Reference { division(of: reference).held }

  /// What of a record this form has a place for, and for which parts it has none.
  func division(of reference: Reference) -> (held: Reference, unheld: [ReferenceField]) {
    var held = reference
    var unheld: [ReferenceField] = []
    let fields = holdings(reference)
    for field in ReferenceField.allCases {
      if fields.contains(field) { continue }
      let rest = held.removing(field)
      if rest != held { unheld.append(field) }
      // A writer chooses the nearest kind of document that its form has.
      if field != .type { held = rest }
    }
    return (held, unheld)
  }
}

extension Set<ReferenceField> {
  /// The parts without the kind of document, unless it is one of these.
  func of(_ reference: Reference, types: Set<String>) -> Set<ReferenceField> {
    types.contains(reference.type) ? self : subtracting([.type])
  }

  /// Every part.
  static let everything = Set(ReferenceField.allCases)

  /// What is in nearly every form: the parts of a citation.
  static let citation: Set<ReferenceField> = [
    .type, .title, .authors, .editors, .suffixes, .journal, .volume, .issue, .number, .pages, .edition,
    .publisher,
    .place, .issued, .doi, .issn, .isbn, .abstract, .keywords, .language, .address,
  ]
}
