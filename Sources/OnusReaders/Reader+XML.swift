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
    name: String, title: String, fileExtensions: [String] = ["xml"], roots: [XMLRoot],
    alternativeTo alternative: String? = nil, records: [String], isOutsideReported: Bool = true,
    record: @escaping @Sendable (XMLElement) throws -> [ReadEvent]
  ) -> Reader {
    Reader(
      name: name, title: title, fileExtensions: fileExtensions, recognition: .xml(roots),
      alternativeTo: alternative
    ) { file, receive in
      let parser = try XMLRecordParser(file, records: records)
      var outside = OutsideFields()
      var isEmpty = true
      try parser.parse { event in
        switch event {
        case .record(let element):
          isEmpty = false
          try events(of: element, record).forEach(receive)
        case .outside(let element): if isOutsideReported { outside.add(element) }
        case .problem(let problem): try receive(.problem(problem))
        }
      }
      try outside.problems.forEach { try receive(.problem($0)) }
      if isEmpty {
        try receive(
          .problem(Diagnostic(.warning, "no-records", "the file holds no records", at: file.location)))
      }
    }
  }

  private static func events(
    of element: XMLElement, _ record: (XMLElement) throws -> [ReadEvent]
  ) throws -> [ReadEvent] {
    do {
      var events = try record(element)
      for index in events.indices {
        switch events[index] {
        case .record(.reference(var reference)):
          reference.kept += element.unread()
          events[index] = .record(.reference(reference))
          return events
        case .record(.condition(var condition)):
          condition.kept += element.unread()
          events[index] = .record(.condition(condition))
          return events
        default: continue
        }
      }
      return events
    } catch var problem as Diagnostic {
      // One bad record does not make the file unusable.
      problem.severity = min(problem.severity, .warning)
      return [.problem(problem)]
    }
  }
}

/// What stands outside the records of a file, counted by its path.
private struct OutsideFields {
  private var order: [String] = []
  private var fields: [String: (first: KeptField, count: Int)] = [:]

  mutating func add(_ element: XMLElement) {
    // The version of the format and the language of its headings are the same for all records, and the
    // records are counted as they are read.
    if element.index == 0 {
      _ = element.attribute("totalCount")
      _ = element.attribute("version")
      _ = element.attribute("LanguageCode")
    }
    for field in element.unread() {
      let path = element.path + "/" + field.path
      if fields[path] == nil { order.append(path) }
      fields[path, default: (field, 0)].count += 1
    }
  }

  var problems: [Diagnostic] {
    order.compactMap { path in
      guard let (field, count) = fields[path] else { return nil }
      let times = count == 1 ? "" : ", and \(count - 1) more like it"
      return Diagnostic(
        .note, "unmapped-element", "\(path) is outside the records and not used: \"\(field.value)\"\(times)",
        at: field.location)
    }
  }
}
