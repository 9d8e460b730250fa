internal import OnusModel

extension Writer {
  /// JSON with typed cells: a number stays a number, a duration has its ISO 8601 form and its days.
  ///
  /// A cell is `null` when nobody has looked; otherwise an object whose `type` is the kind of value and
  /// whose `text` is what people read. Keys come in a fixed order.
  public static let json = Writer(
    name: "json", title: "JSON", fileExtension: "json", mediaType: "application/json"
  ) { table in
    let lettering = table.lettering
    return JSONValue.object([
      ("id", .string(table.id)),
      ("title", .string(table.title)),
      ("columns", .array(table.columns.map { object(for: $0, lettering) })),
      ("rows", .array(table.rows.map { object(for: $0, columns: table.columns, lettering) })),
      (
        "footnotes",
        .array(
          lettering.marked.map { .object([("mark", .string($0.mark)), ("text", .string($0.text))]) })
      ),
      ("notes", .array(table.notes.map { .string($0) })),
    ]).prettyPrinted
  }

  private static func object(
    for column: EvidenceTable.Column, _ lettering: EvidenceTable.Lettering
  ) -> JSONValue {
    .object(
      [
        ("key", .string(column.key)),
        ("heading", .string(column.heading)),
        ("details", .array(column.details.map { .string($0) })),
        ("kind", .string(column.kind.rawValue)),
        ("group", .optional(column.group)),
        ("isRowHeader", .bool(column.isRowHeader)),
      ] + marks(of: column.footnotes, lettering))
  }

  private static func object(
    for row: EvidenceTable.Row, columns: [EvidenceTable.Column], _ lettering: EvidenceTable.Lettering
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [("id", .string(row.id)), ("group", .optional(row.group))]
    if let location = row.location {
      members.append(
        (
          "location",
          .object([
            ("file", .string(location.file)), ("line", .integer(location.line)),
            ("column", .integer(location.column)),
          ])
        ))
    }
    let cells = zip(columns, row.cells).map { ($0.key, object(for: $1, lettering)) }
    return .object(members + [("cells", .object(cells))])
  }

  private static func object(
    for cell: EvidenceTable.Cell, _ lettering: EvidenceTable.Lettering
  ) -> JSONValue {
    let marks = marks(of: cell.footnotes, lettering)
    let text = cell.value.lines.map(\.plainText).joined(separator: "\n")
    func typed(_ type: String, _ members: [(String, JSONValue)] = []) -> JSONValue {
      .object([("type", .string(type)), ("text", .string(text))] + members + marks)
    }
    switch cell.value {
    case .absent: return marks.isEmpty ? .null : typed("absent")
    case .notReported: return typed("not reported")
    case .text: return typed("text")
    case .integer(let number): return typed("integer", [("value", .integer(number))])
    case .link(let words, let address):
      let members: [(String, JSONValue)] = [
        ("type", .string("link")), ("text", .string(words)), ("url", .string(address)),
      ]
      return .object(members + marks)
    case .symbol(let sign, let word):
      return typed("symbol", [("sign", .string(sign)), ("word", .string(word))])
    case .duration(_, let iso8601, let days):
      return typed(
        "duration", [("iso8601", .optional(iso8601)), ("days", days.map { .number($0) } ?? .null)])
    case .list(let lines): return typed("list", [("lines", .array(lines.map { object(for: $0) }))])
    }
  }

  private static func object(for line: EvidenceTable.Line) -> JSONValue {
    let links = line.spans.compactMap { span in
      span.link.map { JSONValue.object([("text", .string(span.text)), ("url", .string($0))]) }
    }
    let text = JSONValue.string(line.spans.map(\.text).joined())
    return .object([("text", text)] + (links.isEmpty ? [] : [("links", .array(links))]))
  }

  private static func marks(
    of footnotes: [EvidenceTable.Footnote], _ lettering: EvidenceTable.Lettering
  ) -> [(String, JSONValue)] {
    let marks = lettering.marks(of: footnotes)
    return marks.isEmpty ? [] : [("footnotes", .array(marks.map { .string($0) }))]
  }
}
