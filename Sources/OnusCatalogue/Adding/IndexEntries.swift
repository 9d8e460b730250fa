internal import OnusModel

/// The rows that references get in the indexes by identifier and by heading, until they are put there.
struct IndexEntries: Sendable {
  /// A row of the index by identifier.
  struct Owner: Comparable, Sendable {
    /// The beginning of scheme and value, by which nearly all are told apart.
    private let start: UInt64
    let identifier: Identifier
    let reference: Int64

    init(_ identifier: Identifier, _ reference: Int64) {
      var start: UInt64 = 0
      var length = 0
      for byte in identifier.scheme.rawValue.utf8.prefix(1) {
        start = UInt64(byte)
        length = 1
      }
      for byte in identifier.value.utf8.prefix(8 - length) {
        start = start << 8 | UInt64(byte)
        length += 1
      }
      self.start = start << UInt64(8 * (8 - length))
      self.identifier = identifier
      self.reference = reference
    }

    static func < (left: Owner, right: Owner) -> Bool {
      if left.start != right.start { return left.start < right.start }
      return (left.identifier, left.reference) < (right.identifier, right.reference)
    }
  }

  /// A row of the index by heading, ordered as the index is.
  struct Heading: Comparable, Sendable {
    let heading: Int64
    let reference: Int64
    let year: Int32

    static func < (left: Heading, right: Heading) -> Bool {
      if left.heading != right.heading { return left.heading < right.heading }
      if left.year != right.year { return left.year < right.year }
      return left.reference < right.reference
    }
  }

  private(set) var owners: [Owner] = []
  private(set) var headings: [Heading] = []

  /// Notes that a reference is found by an identifier.
  mutating func append(_ identifier: Identifier, of reference: Int64) {
    owners.append(Owner(identifier, reference))
  }

  /// Notes that a reference is found by a heading; an unknown year is 0.
  mutating func append(heading: Int64, year: Int, of reference: Int64) {
    headings.append(Heading(heading: heading, reference: reference, year: Int32(clamping: year)))
  }

  /// Forgets references.
  mutating func remove(_ references: Set<Int64>) {
    if references.isEmpty { return }
    owners.removeAll { references.contains($0.reference) }
    headings.removeAll { references.contains($0.reference) }
  }

  /// Brings all into the order of the indexes.
  mutating func sort() {
    owners.sort()
    headings.sort()
  }
}
