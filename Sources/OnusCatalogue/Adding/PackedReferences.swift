internal import OnusModel

/// References in the form in which they are stored, in one piece of memory.
///
/// They are packed by whoever reads them, while the references before them are being stored.
struct PackedReferences: Sendable {
  /// One of them: where its columns lie.
  struct Item: Sendable {
    var identifiers: [Identifier]
    var title: Range<Int>?
    var abstract: Range<Int>?
    var year: Int?
    var payload: Range<Int>
    /// Its headings among ``PackedReferences/headings``.
    var headings: Range<Int>
  }

  /// The columns, back to back.
  let bytes: [UInt8]
  let items: [Item]
  /// The headings of one item after the other, each by its place among ``headingNames``.
  let headings: [Int32]
  /// What headings are told by, each once.
  let headingNames: [HeadingName]

  init(_ references: some Sequence<Reference>) {
    var writer = PackedWriter()
    var items: [Item] = []
    var headings: [Int32] = []
    var headingNames: [HeadingName] = []
    var places: [HeadingName: Int32] = [:]
    for reference in references {
      let title = reference.title.map { writer.appendColumn($0) }
      let abstract = reference.abstractText.map { writer.appendColumn($0) }
      // SQLite ends a text at a zero byte.
      let textsInside = writer.bytes[(title ?? abstract ?? 0..<0).lowerBound...].contains(0)
      let start = writer.bytes.count
      writer.append(reference, textsInside: title ?? abstract != nil && textsInside)
      let firstHeading = headings.count
      for heading in reference.headings {
        let name = HeadingName(heading.descriptor.term)
        let place = places[name] ?? Int32(truncatingIfNeeded: headingNames.count)
        if place == headingNames.count {
          places[name] = place
          headingNames.append(name)
        }
        headings.append(place)
      }
      items.append(
        Item(
          identifiers: reference.identifiers, title: title, abstract: abstract, year: reference.year,
          payload: start..<writer.bytes.count, headings: firstHeading..<headings.count))
    }
    bytes = writer.bytes
    self.items = items
    self.headings = headings
    self.headingNames = headingNames
  }

  /// Writes one of the references by a statement that takes its row, title, abstract, year and payload.
  func insert(_ item: Item, as id: Int64, by statement: borrowing RawStatement) throws {
    try bytes.withUnsafeBytes { bytes in
      func column(_ range: Range<Int>?) -> UnsafeRawBufferPointer {
        range.map { UnsafeRawBufferPointer(rebasing: bytes[$0]) }
          ?? UnsafeRawBufferPointer(start: nil, count: 0)
      }
      try statement.bind(id, at: 1)
      try statement.bind(text: column(item.title), at: 2)
      try statement.bind(text: column(item.abstract), at: 3)
      if let year = item.year {
        try statement.bind(Int64(year), at: 4)
      } else {
        try statement.bindNull(at: 4)
      }
      try statement.bind(blob: column(item.payload), at: 5)
      try statement.execute()
    }
  }

  /// Reads one of the references back.
  func reference(_ item: Item) throws -> Reference {
    func text(_ range: Range<Int>?) -> String? { range.map { String(decoding: bytes[$0], as: UTF8.self) } }
    return try bytes.withUnsafeBytes { bytes in
      var reader = PackedReader(UnsafeRawBufferPointer(rebasing: bytes[item.payload]))
      return try reader.reference(title: text(item.title), abstract: text(item.abstract))
    }
  }
}
