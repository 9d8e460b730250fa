internal import OnusModel

extension Reader {
  /// Describes an XML format by what becomes of one record.
  ///
  /// What the function does not read of a record is kept on the reference or condition that it returns.
  ///
  /// - Parameters:
  ///   - alternative: The name of the format whose files are read in another way.
  ///   - records: The local names of the elements that are records.
  ///   - isOutsideReported: Whether what stands outside the records is told; not for records that are a small
  ///     part of a document with another purpose.
  ///   - record: What a record becomes. A `Diagnostic` that it throws is at most a warning, and
  ///     reading goes on.
  static func xml(
    name: String, title: String, keeps: String, fileExtensions: [String] = ["xml"], roots: [XMLRoot],
    alternativeTo alternative: String? = nil, records: [String], isOutsideReported: Bool = true,
    record: @escaping @Sendable (XMLElement) throws -> [ReadEvent]
  ) -> Reader {
    xml(
      name: name, title: title, keeps: keeps, fileExtensions: fileExtensions, roots: roots,
      alternativeTo: alternative,
      records: records, isOutsideReported: isOutsideReported
    ) { element, receive in try send(element, record, to: receive) }
  }

  /// Describes an XML format by a function that hands on what becomes of one record, with what it has not read.
  ///
  /// - Parameter record: A `Diagnostic` that it throws is at most a warning, and reading goes on.
  static func xml(
    name: String, title: String, keeps: String, fileExtensions: [String] = ["xml"], roots: [XMLRoot],
    alternativeTo alternative: String? = nil, records: [String], isOutsideReported: Bool = true,
    sending record: @escaping @Sendable (XMLElement, (ReadEvent) throws -> Void) throws -> Void
  ) -> Reader {
    Reader(
      name: name, format: Format(title: title, keeps: keeps, fileExtensions: fileExtensions),
      recognition: .xml(roots), alternativeTo: alternative
    ) { file, receive in
      let records = XMLRecords(names: records, isOutsideReported: isOutsideReported, record: record)
      try records.read(file, receive)
    }
  }

  /// Hands on what a record becomes; what has not been read of it is kept on its first value that can keep it.
  private static func send(
    _ element: XMLElement, _ record: (XMLElement) throws -> [ReadEvent],
    to receive: (ReadEvent) throws -> Void
  ) throws {
    var events: [ReadEvent]
    do {
      events = try record(element)
    } catch var problem as Diagnostic {
      // One bad record does not make the file unusable.
      problem.severity = min(problem.severity, .warning)
      return try receive(.problem(problem))
    }
    var isKept = false
    // A reference is large: events are moved out of the array, for which the last is taken each time.
    events.reverse()
    while let event = events.popLast() {
      switch consume event {
      case .record(.reference(var reference)) where !isKept:
        isKept = true
        element.appendUnread(to: &reference.kept)
        try receive(.record(.reference(reference)))
      case .record(.condition(var condition)) where !isKept:
        isKept = true
        element.appendUnread(to: &condition.kept)
        try receive(.record(.condition(condition)))
      case let other: try receive(other)
      }
    }
  }
}
