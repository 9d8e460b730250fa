internal import OnusModel

extension Reader {
  /// Describes a format of text that is read line by line.
  ///
  /// - Parameters:
  ///   - matches: Whether the first lines are those of the format.
  ///   - read: Reads all lines and hands on records and problems.
  static func text(
    name: String, title: String, keeps: String, fileExtensions: [String],
    matches: @escaping @Sendable (TextOutline) -> Bool,
    read: @escaping @Sendable (_ lines: TextLines, _ receive: (ReadEvent) throws -> Void) throws -> Void
  ) -> Reader {
    Reader(
      name: name, format: Format(title: title, keeps: keeps, fileExtensions: fileExtensions),
      recognition: .text { matches(TextOutline(firstBytes: $0)) }
    ) { file, receive in
      let lines = try TextLines(file)
      var isEmpty = true
      try read(lines) { event in
        if case .record = event { isEmpty = false }
        try receive(event)
      }
      try lines.problems.forEach { try receive(.problem($0)) }
      if isEmpty {
        try receive(
          .problem(Diagnostic(.warning, "no-records", "the file holds no records", at: file.location)))
      }
    }
  }
}

/// Lines of a text that belong to no record, counted.
struct OutsideLines {
  private var first: (text: String, location: SourceLocation)?
  private var count = 0

  mutating func add(_ line: TextLine, in lines: TextLines) {
    let text = line.text.collapsed
    guard !text.isEmpty else { return }
    if first == nil { first = (String(text.prefix(80)), lines.location(line)) }
    count += 1
  }

  /// One note about all of them.
  var problem: Diagnostic? {
    guard let first else { return nil }
    let times = count == 1 ? "" : ", and \(count - 1) more like it"
    return Diagnostic(
      .note, "unmapped-line", "a line outside the records is not used: \"\(first.text)\"\(times)",
      at: first.location)
  }
}
