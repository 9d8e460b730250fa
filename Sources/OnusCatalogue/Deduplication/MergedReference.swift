public import OnusModel

/// The records of one document as one, with every value that they do not agree about.
public struct MergedReference: Sendable {
  /// A value and the records that give it.
  public struct Value: Hashable, Sendable {
    /// The value as printed.
    public var text: String
    /// The positions of the records in the input.
    public var records: [Int]
  }

  /// A field for which the records give different values.
  public struct Conflict: Hashable, Sendable {
    /// The field's name.
    public var field: String
    /// The values; the preferred one comes first.
    public var values: [Value]
  }

  /// How the preferred value of a field is chosen.
  public enum Preference: String, Hashable, Sendable, CaseIterable {
    /// The one that most records give.
    case mostSaid = "what most records say; of these the fullest, then the first by alphabet"
    /// The longest one.
    case fullest = "the fullest; of these what most records say, then the first by alphabet"
    /// Nothing is chosen.
    case all = "all that the records say"
  }

  /// The rule for a field.
  public struct Rule: Hashable, Sendable {
    /// The field's name.
    public var field: String
    /// How its value is chosen.
    public var preference: Preference
  }

  /// The positions of the records in the input.
  public var records: [Int]
  /// The document with the preferred value of each field.
  public var reference: Reference
  /// The fields about which the records disagree, beyond spelling.
  public var conflicts: [Conflict]

  /// The rules by which the preferred value of each field is chosen.
  public static let rules: [Rule] = MergedField.all.map { Rule(field: $0.name, preference: $0.preference) }

  /// Merges the records of one document.
  ///
  /// The result does not depend on the order of the records, but for the positions it names.
  ///
  /// - Parameters:
  ///   - records: The positions of the records of one document.
  ///   - references: The input of ``Deduplication/groups(of:)``.
  public init(_ records: [Int], of references: [Reference]) {
    self.records = records
    // The same text for the same record in any order of the input.
    var keyed: [(key: String, record: Int)] = []
    for record in records { keyed.append((MergedField.order(of: references[record]), record)) }
    keyed.sort { ($0.key, $0.record) < ($1.key, $1.record) }
    let sorted = keyed.map(\.record)
    guard let first = sorted.first else {
      reference = Reference()
      conflicts = []
      return
    }
    reference = references[first]
    conflicts = []
    for field in MergedField.all {
      let values = field.values(sorted, of: references)
      if let preferred = values.first {
        field.take(references[preferred.source], sorted.map { references[$0] }, &reference)
      }
      if values.count > 1, field.preference != .all {
        conflicts.append(
          Conflict(
            field: field.name, values: values.map { Value(text: $0.text, records: $0.records.sorted()) }))
      }
    }
    for (name, scheme) in [("PMID", Identifier.Scheme.pmid), ("DOI", .doi), ("PMCID", .pmcid)] {
      conflicts += Self.conflict(name, scheme, sorted, references)
    }
  }

  /// Identifiers are all kept; two of one scheme are told.
  private static func conflict(
    _ name: String, _ scheme: Identifier.Scheme, _ records: [Int], _ references: [Reference]
  ) -> [Conflict] {
    var values: [Value] = []
    for record in records {
      for identifier in references[record].identifiers where identifier.scheme == scheme {
        if let place = values.firstIndex(where: { $0.text == identifier.value }) {
          values[place].records = (values[place].records + [record]).sorted()
        } else {
          values.append(Value(text: identifier.value, records: [record]))
        }
      }
    }
    values.sort { ($1.records.count, $0.text) < ($0.records.count, $1.text) }
    return values.count > 1 ? [Conflict(field: name, values: values)] : []
  }
}
