/// One message about one place: a broken record, a misspelt key, or what a check found in a claim.
///
/// There is a single type for everything Onus has to say, so that one printer, one JSON form and one
/// way of suppressing serve all of it.
public struct Diagnostic: Error, Hashable, Sendable, Codable {
  /// How much a diagnostic weighs, from the least to the most.
  public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    /// Additional information about another message.
    case note

    /// Something a careful reader should look at.
    case warning

    /// Something that must change.
    case error

    /// Orders severities from note to error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The stable name of a kind of message: the key of documentation, suppression and tests.
  public struct Code: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    /// The code as printed: lower-case words joined by hyphens.
    public var rawValue: String

    /// Creates a code from its printed form.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates a code from its printed form.
    public init(stringLiteral value: String) { rawValue = value }
  }

  /// A further place or remark that belongs to a message.
  public struct Note: Hashable, Sendable, Codable {
    /// The remark, one sentence.
    public var message: String

    /// The place it is about, where that differs from the diagnostic's.
    public var location: SourceLocation?

    /// Creates a note.
    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// How much the message weighs.
  public var severity: Severity

  /// The stable name of this kind of message.
  public var code: Code

  /// One sentence that says what is wrong.
  public var message: String

  /// The place that must change.
  public var location: SourceLocation?

  /// Other places involved, and what else a reader should know.
  public var notes: [Note]

  /// What would settle it, one sentence; `nil` where the message says so itself.
  public var remedy: String?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, _ code: Code, _ message: String, at location: SourceLocation? = nil,
    notes: [Note] = [], remedy: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.notes = notes
    self.remedy = remedy
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The message on one line, as compilers print it: `file:line:column: error: message [code]`.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    return "\(place)\(severity.rawValue): \(message) [\(code.rawValue)]".withoutControlCharacters
  }
}

extension Diagnostic {
  /// The message with its source line, a caret under the column, and its notes, for a person to read.
  ///
  /// - Parameter sourceLine: The text of the line that the location names, without its line break;
  ///   `nil` when it cannot be had, and then no excerpt is printed.
  public func rendered(sourceLine: String?) -> String {
    var lines = [description]
    if let sourceLine, let location, location.line > 0 {
      let excerpt = Excerpt(line: sourceLine, column: location.column, width: 100)
      lines.append("  " + excerpt.text)
      if location.column > 0 { lines.append("  " + excerpt.caret) }
    }
    for note in notes {
      let place = note.location.map { "\($0): " } ?? "  "
      lines.append("\(place)note: \(note.message)".withoutControlCharacters)
    }
    if let remedy { lines.append("  help: \(remedy)".withoutControlCharacters) }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// The text with a mark for every character that would steer a terminal: what is quoted in a message may
  /// come from anywhere.
  fileprivate var withoutControlCharacters: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      text.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return String(text)
  }
}

/// The part of a long line around one column, so that a caret fits on a terminal.
struct Excerpt {
  var text: String
  var caret: String

  init(line: String, column: Int, width: Int) {
    let scalars = Array(line.unicodeScalars)
    let position = min(max(column - 1, 0), scalars.count)
    var start = 0
    if scalars.count > width {
      start = min(max(0, position - width / 2), scalars.count - width)
    }
    let end = min(scalars.count, start + width)
    var view = String.UnicodeScalarView()
    for scalar in scalars[start..<end] { view.append(scalar.value < 0x20 ? " " : scalar) }
    text = (start > 0 ? "…" : "") + String(view) + (end < scalars.count ? "…" : "")
    caret = String(repeating: " ", count: position - start + (start > 0 ? 1 : 0)) + "^"
  }
}

extension [Diagnostic] {
  /// The messages in the order of their files and lines; those at one place keep their order.
  public var inFileOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      switch (left.element.location, right.element.location) {
      case (let first?, let second?) where first != second: first < second
      case (nil, _?): false
      case (_?, nil): true
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  /// The heaviest severity in the list; `nil` when it is empty.
  public var worst: Diagnostic.Severity? { self.map(\.severity).max() }
}
