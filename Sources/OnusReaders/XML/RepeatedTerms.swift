internal import OnusModel

/// The latest terms that come again and again, such as subject headings and the names of journals, each made once.
///
/// A term has one place in the table, by its beginning and its end, and gives it up to the next one there.
struct RepeatedTerms: ~Copyable {
  /// What tells two texts of up to sixteen bytes apart, and nearly all longer ones.
  private struct Ends: Equatable {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var count = -1

    /// The ends of a text; `nil` stands for none.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>?) {
      guard let bytes, let start = bytes.baseAddress else { return }
      let raw = UnsafeRawPointer(start)
      count = bytes.count
      if count >= 8 {
        first = raw.loadUnaligned(as: UInt64.self)
        last = raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      } else if count >= 4 {
        first = UInt64(raw.loadUnaligned(as: UInt32.self))
        last = UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      } else {
        for byte in bytes { first = first << 8 | UInt64(byte) }
      }
    }
  }

  private struct Entry {
    var name: Ends
    var ui: Ends
    var term: Term
  }

  /// Only what has been written to is initialized: a parser may live for a few records.
  private let entries: UnsafeMutablePointer<Entry>
  private let isWritten: UnsafeMutablePointer<Bool>

  private static let count = 1024
  /// Longer names are seldom repeated.
  private static let longestName = 128

  init() {
    entries = .allocate(capacity: Self.count)
    isWritten = .allocate(capacity: Self.count)
    isWritten.initialize(repeating: false, count: Self.count)
  }

  deinit {
    for place in 0..<Self.count where isWritten[place] { (entries + place).deinitialize(count: 1) }
    isWritten.deallocate()
    entries.deallocate()
  }

  /// The term with a name, every run of white space in it as one blank, and with an identifier as it stands.
  func term(_ name: UnsafeBufferPointer<UInt8>, ui: UnsafeBufferPointer<UInt8>?) -> Term {
    guard name.count <= Self.longestName, ui?.count ?? 0 <= 16 else { return Self.newTerm(name, ui) }
    let (nameEnds, uiEnds) = (Ends(name), Ends(ui))
    let mixed = (nameEnds.first ^ nameEnds.last << 1 ^ uiEnds.last) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: mixed >> 54)
    let entry = entries + place
    guard isWritten[place] else {
      isWritten[place] = true
      entry.initialize(to: Entry(name: nameEnds, ui: uiEnds, term: Self.newTerm(name, ui)))
      return entry.pointee.term
    }
    let isKept =
      entry.pointee.name == nameEnds && entry.pointee.ui == uiEnds
      && (name.count <= 16 || Self.isText(name, entry.pointee.term.name))
    if !isKept { entry.pointee = Entry(name: nameEnds, ui: uiEnds, term: Self.newTerm(name, ui)) }
    return entry.pointee.term
  }

  private static func isText(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { XMLText.areEqual($0, bytes) } ?? false
  }

  private static func newTerm(
    _ name: UnsafeBufferPointer<UInt8>, _ ui: UnsafeBufferPointer<UInt8>?
  ) -> Term {
    Term(XMLText.collapsed(name), ui: ui.map { XMLText.string($0) })
  }
}
