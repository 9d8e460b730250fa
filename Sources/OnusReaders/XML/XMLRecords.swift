internal import OnusModel

/// The records of an XML format: what they are called and what becomes of each.
struct XMLRecords: Sendable {
  /// The local names of the elements that are records.
  let names: [String]
  /// Whether what stands outside the records is told.
  let isOutsideReported: Bool
  /// Hands on what becomes of one record.
  let record: @Sendable (XMLElement, (ReadEvent) throws -> Void) throws -> Void

  /// Reads a file, in pieces at the same time where that is allowed and the file can be cut.
  func read(_ file: CorpusFile, _ receive: (ReadEvent) throws -> Void) throws {
    let isRead = file.threadCount > 1 ? try readPieces(of: file, receive) : .none
    switch isRead {
    case .whole: return
    case .upTo(let count): try readInOrder(file, skipping: count, receive)
    case nil: try readInOrder(file, skipping: 0, receive)
    }
  }

  /// Reads a file from its start to its end.
  ///
  /// - Parameter skipped: How many events have been handed on before.
  private func readInOrder(
    _ file: CorpusFile, skipping skipped: Int, _ receive: (ReadEvent) throws -> Void
  ) throws {
    let parser = try XMLRecordParser(file, records: names)
    var outside = OutsideFields()
    var isEmpty = true
    var count = 0
    func send(_ event: ReadEvent) throws {
      count += 1
      if count > skipped { try receive(event) }
    }
    try parser.parse { event in
      switch event {
      case .record(let element):
        isEmpty = false
        try record(element, skipped == 0 ? receive : send)
      case .outside(let element): if isOutsideReported { outside.add(element) }
      case .problem(let problem): try send(.problem(problem))
      }
    }
    try outside.problems.forEach { try receive(.problem($0)) }
    guard isEmpty else { return }
    try receive(.problem(Diagnostic(.warning, "no-records", "the file holds no records", at: file.location)))
  }
}
