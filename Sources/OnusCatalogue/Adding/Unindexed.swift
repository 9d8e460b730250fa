internal import OnusModel

/// The references that have been stored but cannot be found yet, which are the last in the table.
///
/// They are indexed many at a time: a row that is put into an index in its order costs a fraction of one that
/// is put anywhere.
struct Unindexed: Sendable {
  /// The last row that can be found.
  let indexedThrough: Int64
  /// The last row.
  private(set) var last: Int64
  /// The row behind which ``entries`` hold what all references are found by.
  let rememberedAfter: Int64
  /// What the references are found by that have been added.
  var entries = IndexEntries()
  /// The rows that have been written again or removed, of which ``entries`` are not to be trusted.
  var changed: Set<Int64> = []
  var vocabulary = HeadingVocabulary()
  private var owners: [Identifier: Int64] = [:]
  private var rowsByKey: [Identifier: [Int64]] = [:]

  /// - Parameters:
  ///   - indexedThrough: The last row that can be found.
  ///   - last: The last row.
  init(after indexedThrough: Int64, last: Int64? = nil) {
    self.indexedThrough = indexedThrough
    self.last = last ?? indexedThrough
    rememberedAfter = self.last
  }

  /// What is left when all references can be found.
  var indexed: Unindexed {
    var rest = Unindexed(after: last)
    rest.vocabulary = vocabulary
    return rest
  }

  /// How many there may be.
  var count: Int64 { last - indexedThrough }

  /// The row that a new reference gets.
  var next: Int64 { last + 1 }

  /// The schemes by which references are told to be the same document; of the last, several may have one.
  static let matchingSchemes: [Identifier.Scheme] = [.pmid, .doi, .pmcid, .key]

  /// Whether at most one document has an identifier of a scheme.
  static func isUnique(_ scheme: Identifier.Scheme) -> Bool {
    scheme == .pmid || scheme == .doi || scheme == .pmcid
  }

  /// The rows with an identifier by which references are matched.
  func rows(with identifier: Identifier) -> [Int64] {
    if Self.isUnique(identifier.scheme) { return owners[identifier].map { [$0] } ?? [] }
    return rowsByKey[identifier] ?? []
  }

  /// Notes a new row.
  mutating func insert(_ row: Int64) { last = max(last, row) }

  /// Notes that a row has an identifier, unless that is another row's already.
  ///
  /// - Returns: Whether the row is found by it.
  @discardableResult
  mutating func insert(_ identifier: Identifier, of row: Int64) -> Bool {
    if Self.isUnique(identifier.scheme) {
      let owner = owners[identifier] ?? row
      if owner == row { owners[identifier] = row }
      return owner == row
    }
    if identifier.scheme == .key, rowsByKey[identifier]?.contains(row) != true {
      rowsByKey[identifier, default: []].append(row)
    }
    return true
  }

  /// Notes that a row has an identifier no more.
  mutating func remove(_ identifier: Identifier, of row: Int64) {
    if owners[identifier] == row { owners[identifier] = nil }
    rowsByKey[identifier]?.removeAll { $0 == row }
  }

  /// Whether an identifier is a row's, and not another's that came first.
  func isOwner(_ row: Int64, of identifier: Identifier) -> Bool {
    !Self.isUnique(identifier.scheme) || owners[identifier] == row
  }
}
