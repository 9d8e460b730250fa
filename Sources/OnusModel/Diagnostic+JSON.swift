extension Diagnostic {
  /// The message as a JSON object: severity, code, message, help, file, line, column and notes.
  public var json: JSONValue { .object(jsonMembers) }

  /// The members of ``json``, for an object that holds more.
  package var jsonMembers: [JSONValue.Member] {
    func members(of location: SourceLocation?) -> [JSONValue.Member] {
      guard let location else { return [] }
      return [
        JSONValue.Member("file", .string(location.file)), JSONValue.Member("line", .integer(location.line)),
        JSONValue.Member("column", .integer(location.column)),
      ]
    }
    var list = [
      JSONValue.Member("severity", .string(severity.rawValue)),
      JSONValue.Member("code", .string(code.rawValue)), JSONValue.Member("message", .string(message)),
    ]
    if let remedy { list.append(JSONValue.Member("help", .string(remedy))) }
    list += members(of: location)
    if !notes.isEmpty {
      let notes = notes.map { note in
        JSONValue.object([JSONValue.Member("message", .string(note.message))] + members(of: note.location))
      }
      list.append(JSONValue.Member("notes", .array(notes)))
    }
    return list
  }
}
