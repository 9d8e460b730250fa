internal import OnusModel

extension Writer {
  /// JSON with typed cells: a number stays a number, a duration has its ISO 8601 form and its days.
  ///
  /// A cell is `null` when nobody has looked; otherwise an object whose `type` is the kind of value and
  /// whose `text` is what people read. Members come in a fixed order; one without a value is left out.
  public static let json = Writer(
    name: "json", title: "JSON", fileExtension: "json", mediaType: "application/json"
  ) { table in
    let lettering = table.lettering
    let document: JSONValue = [
      "id": .string(table.id),
      "title": .string(table.title),
      "introduction": .texts(table.introduction.map(\.words)),
      "columns": .array(table.columns.map { object(for: $0, lettering) }),
      "rows": .array(table.rows.map { object(for: $0, columns: table.columns, lettering) }),
      "footnotes": .array(
        lettering.marked.map { ["mark": .string($0.mark), "text": .string($0.text)] }),
      "notes": .array(table.notes.map { .string($0) }),
    ]
    return Array((document.pretty + "\n").utf8)
  }

  private static func object(
    for column: EvidenceTable.Column, _ lettering: EvidenceTable.Lettering
  ) -> JSONValue {
    [
      "key": .string(column.key),
      "heading": .string(column.heading),
      "details": .texts(column.details),
      "kind": .string(column.kind.rawValue),
      "group": .text(column.group),
      "isRowHeader": .bool(column.isRowHeader),
      "footnotes": .texts(lettering.marks(of: column.footnotes)),
    ]
  }

  private static func object(
    for row: EvidenceTable.Row, columns: [EvidenceTable.Column], _ lettering: EvidenceTable.Lettering
  ) -> JSONValue {
    let location = row.location.map { location -> JSONValue in
      ["file": .string(location.file), "line": .integer(location.line), "column": .integer(location.column)]
    }
    let cells = zip(columns, row.cells).map { column, cell in
      JSONValue.Member(column.key, value(of: cell, lettering))
    }
    return [
      "id": .string(row.id), "group": .text(row.group), "location": location, "cells": .object(cells),
    ]
  }

  private static func value(
    of cell: EvidenceTable.Cell, _ lettering: EvidenceTable.Lettering
  ) -> JSONValue {
    let marks = JSONValue.texts(lettering.marks(of: cell.footnotes))
    let text = JSONValue.string(cell.value.lines.map(\.words).joined(separator: "\n"))
    switch cell.value {
    case .absent: return cell.footnotes.isEmpty ? .null : ["type": "absent", "footnotes": marks]
    case .notReported: return ["type": "not reported", "text": text, "footnotes": marks]
    case .text: return ["type": "text", "text": text, "footnotes": marks]
    case .integer(let number):
      return ["type": "integer", "text": text, "value": .integer(number), "footnotes": marks]
    case .link(_, let address):
      return ["type": "link", "text": text, "url": .string(address), "footnotes": marks]
    case .symbol(let sign, let word):
      return [
        "type": "symbol", "text": text, "sign": .string(sign), "word": .string(word), "footnotes": marks,
      ]
    case .duration(_, let iso8601, let days):
      return [
        "type": "duration", "text": text, "iso8601": .text(iso8601), "days": days.map { .number($0) },
        "footnotes": marks,
      ]
    case .list(let lines):
      return [
        "type": "list", "text": text, "lines": .array(lines.map { object(for: $0) }), "footnotes": marks,
      ]
    }
  }

  private static func object(for line: EvidenceTable.Line) -> JSONValue {
    let links = line.spans.compactMap { span in
      span.link.map { address -> JSONValue in
        ["text": .string(span.text), "url": .string(address)]
      }
    }
    return ["text": .string(line.words), "links": .list(links)]
  }
}
