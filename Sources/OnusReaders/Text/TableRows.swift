internal import OnusModel

/// The rows of a text whose cells are separated by commas, semicolons, tabs or bars (RFC 4180).
///
/// A cell in quotation marks may hold separators, line breaks, and quotation marks that are doubled.
final class TableRows {
  /// A cell with the place of its first character.
  struct Cell {
    var text: String
    var location: SourceLocation
  }

  /// What a row is: its cells, or why there are none.
  enum Row {
    case cells([Cell])
    case problem(Diagnostic)
  }

  private let lines: TextLines
  private(set) var separator: Unicode.Scalar = ","
  /// More lines than any cell has: a quotation mark has been left open.
  private static let mostLines = 2000
  /// More bytes than any cell has that goes over several lines.
  private static let longestCell = 1 << 24
  /// Four times as many columns as a table of Excel's can have.
  private static let mostCells = 1 << 16

  init(_ lines: TextLines) { self.lines = lines }

  /// The first row, by which the separator is told; `nil` when the text has none.
  func header() throws -> [Cell]? {
    while let line = try lines.next() {
      let text = line.text.trimmed
      guard !text.isEmpty else { continue }
      // Excel's hint for itself.
      if text.lowercased().hasPrefix("sep="), text.unicodeScalars.count == 5 { continue }
      separator = Self.separator(in: text)
      lines.putBack([line])
      while let row = try next() {
        if case .cells(let cells) = row { return cells }
      }
    }
    return nil
  }

  /// The character that stands most often between the cells of a line.
  private static func separator(in line: String) -> Unicode.Scalar {
    var counts: [Unicode.Scalar: Int] = [:]
    var isQuoted = false
    for scalar in line.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted, ",;\t|".unicodeScalars.contains(scalar) { counts[scalar, default: 0] += 1 }
    }
    return ([",", "\t", ";", "|"] as [Unicode.Scalar]).max { counts[$0] ?? 0 < counts[$1] ?? 0 } ?? ","
  }

  /// The next row that is not blank; `nil` at the end of the text.
  func next() throws -> Row? {
    while let first = try lines.next() {
      if first.text.allSatisfy(\.isWhitespace), separator != "\t" || first.text.isEmpty { continue }
      return try row(first)
    }
    return nil
  }

  private func row(_ first: TextLine) throws -> Row {
    var cells: [Cell] = []
    var taken: [TextLine] = []
    var line = first
    var scalars = Array(line.text.unicodeScalars)
    var index = 0
    var size = 0
    while true {
      let start = lines.location(line, column: index + 1)
      var text = String.UnicodeScalarView()
      let blanks = scalars[index...].prefix { $0 == " " }.count
      if index + blanks < scalars.count, scalars[index + blanks] == "\"" {
        index += blanks + 1
        while true {
          if index == scalars.count {
            guard taken.count < Self.mostLines, size < Self.longestCell, let following = try lines.next()
            else {
              lines.putBack(taken)
              return .problem(
                Diagnostic(
                  .warning, "malformed-record", "the cell that starts here does not end; its row is left out",
                  at: start))
            }
            taken.append(following)
            size += following.text.utf8.count
            line = following
            scalars = Array(line.text.unicodeScalars)
            index = 0
            text.append("\n")
          } else if scalars[index] != "\"" {
            text.append(scalars[index])
            index += 1
          } else if index + 1 < scalars.count, scalars[index + 1] == "\"" {
            text.append("\"")
            index += 2
          } else {
            index += 1
            break
          }
        }
      }
      while index < scalars.count, scalars[index] != separator {
        text.append(scalars[index])
        index += 1
      }
      cells.append(Cell(text: String(text), location: start))
      guard index < scalars.count else { return .cells(cells) }
      guard cells.count < Self.mostCells else {
        return .problem(
          Diagnostic(
            .warning, "malformed-record", "the row has more than \(Self.mostCells) cells and is left out",
            at: lines.location(first)))
      }
      index += 1
    }
  }
}

extension TableRows {
  /// The names of the columns in the first row; `nil` when the text has none.
  static func header(of outline: TextOutline) -> [String]? {
    let text = outline.printed.prefix(2).joined(separator: "\n")
    guard let lines = try? TextLines(CorpusFile(bytes: text.utf8, name: "")) else { return nil }
    return try? TableRows(lines).header()?.map { $0.text.collapsed }
  }

  /// A row as a record whose fields are named by the columns.
  static func record(_ cells: [Cell], names: [String]) throws -> TextRecord? {
    guard let first = cells.first else { return nil }
    var record = TextRecord(at: first.location)
    for (index, cell) in cells.enumerated() {
      let name = index < names.count && !names[index].isEmpty ? names[index] : "column \(index + 1)"
      try record.append(name, cell.text, at: cell.location)
    }
    return record
  }
}
