internal import OnusModel

/// The fields of one record of a tagged text or a table, which remember whether they have been read.
///
/// What no reader takes is kept on the reference under its own name, so that a field cannot be lost by being
/// forgotten.
struct TextRecord {
  /// A field with the lines of its value.
  struct Field {
    var name: String
    var value: String
    var location: SourceLocation
    var isRead = false
  }

  /// Where the record starts.
  var location: SourceLocation
  /// The fields in the order of the file.
  private(set) var fields: [Field] = []
  private var size = 0
  /// What no record needs and no file may go beyond, so that none can take all memory.
  static let largestSize = 1 << 26

  init(at location: SourceLocation) { self.location = location }

  /// Adds a field.
  ///
  /// - Throws: A `Diagnostic` with the code `record-too-large` when the record never seems to end.
  mutating func append(_ name: String, _ value: String, at location: SourceLocation) throws {
    // A field takes memory even when it is empty.
    try grow(by: value.utf8.count + 64, at: location)
    fields.append(Field(name: name, value: value, location: location))
  }

  /// Adds a further line to the last field.
  ///
  /// - Throws: A `Diagnostic` with the code `record-too-large` when the record never seems to end.
  mutating func extendLast(with line: String, at location: SourceLocation) throws {
    guard !fields.isEmpty else { return }
    try grow(by: line.utf8.count + 1, at: location)
    if !fields[fields.count - 1].value.isEmpty { fields[fields.count - 1].value += "\n" }
    fields[fields.count - 1].value += line
  }

  private mutating func grow(by count: Int, at location: SourceLocation) throws {
    size += count
    guard size <= Self.largestSize else {
      throw Diagnostic(
        .error, "record-too-large", "a record grows beyond \(Self.largestSize >> 20) MB up to here",
        at: location)
    }
  }

  // MARK: Looking

  /// The first value of a field on one line, which stays unread; `nil` without one.
  func value(_ name: String) -> String? {
    fields.lazy.filter { $0.name == name && !$0.isRead }.map(\.value.collapsed).first { !$0.isEmpty }
  }

  /// All values of a field, read or not, on one line each.
  func values(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value.collapsed).filter { !$0.isEmpty }
  }

  // MARK: Taking

  /// The first value on one line of the first of these fields that has one.
  mutating func take(_ names: String...) -> String? {
    for name in names {
      for index in fields.indices where fields[index].name == name && !fields[index].isRead {
        let value = fields[index].value.collapsed
        fields[index].isRead = true
        if !value.isEmpty { return value }
      }
    }
    return nil
  }

  /// All values of these fields in the order of the file, on one line each.
  mutating func takeAll(_ names: String...) -> [String] { takeLines(names).map(\.collapsed) }

  /// All values of these fields in the order of the file, with their line breaks.
  mutating func takeLines(_ names: [String]) -> [String] {
    var values: [String] = []
    for index in fields.indices where !fields[index].isRead && names.contains(fields[index].name) {
      fields[index].isRead = true
      if fields[index].value.contains(where: { !$0.isWhitespace }) { values.append(fields[index].value) }
    }
    return values
  }

  /// The values of a field that a function can use; the others stay unread.
  mutating func takeEach<Value>(_ name: String, _ use: (String) -> Value?) -> [Value] {
    var values: [Value] = []
    for index in fields.indices where fields[index].name == name && !fields[index].isRead {
      guard let value = use(fields[index].value.collapsed) else { continue }
      fields[index].isRead = true
      values.append(value)
    }
    return values
  }

  /// Goes through all fields in the order of the file; those that the function has used are read.
  mutating func takeEach(_ use: (_ name: String, _ value: String) -> Bool) {
    for index in fields.indices where !fields[index].isRead {
      fields[index].isRead = use(fields[index].name, fields[index].value.collapsed)
    }
  }

  /// What has not been read and is not empty.
  var unread: [KeptField] {
    fields.compactMap { field in
      let value = field.value.trimmed
      guard !field.isRead, !value.isEmpty else { return nil }
      return KeptField(path: field.name, value: value, location: field.location)
    }
  }
}
