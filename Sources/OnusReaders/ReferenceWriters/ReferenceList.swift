public import OnusModel

/// A reference list in the making, which says what of its records the form cannot hold.
public struct ReferenceList: Sendable {
  /// The form.
  public let writer: ReferenceWriter
  /// How many records have been written.
  public private(set) var count = 0
  /// In how many records each part was left out, because the form has no place for it.
  public private(set) var loss: [ReferenceField: Int] = [:]
  private var keys = CitationKeys()

  /// Starts a list.
  public init(_ writer: ReferenceWriter) { self.writer = writer }

  /// The text before the first record.
  public var start: String { writer.format.start }

  /// The text after the last record.
  public var end: String { writer.format.end }

  /// The text of the next record, with what stands between it and the one before.
  public mutating func next(_ reference: Reference) -> String {
    let (held, unheld) = writer.division(of: reference)
    for field in unheld { loss[field, default: 0] += 1 }
    defer { count += 1 }
    return (count > 0 ? writer.format.separator : "") + writer.record(held, keys.next(for: reference))
  }
}
