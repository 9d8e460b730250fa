import ArgumentParser
import Onus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two streams that a command writes to, and the exit codes it ends with.
enum Console {
  /// Whether messages go to a person at a terminal.
  static var isInteractive: Bool { isatty(2) == 1 }

  /// Whether data goes to a person at a terminal.
  static var isOutputInteractive: Bool { isatty(1) == 1 }

  /// Whether messages may be coloured: only on a terminal, and not when `NO_COLOR` is set (no-color.org).
  static var isColoured: Bool {
    guard isInteractive, getenv("TERM").map({ String(cString: $0) }) != "dumb" else { return false }
    return getenv("NO_COLOR").map { String(cString: $0).isEmpty } ?? true
  }

  /// The width of the terminal that data goes to, in columns; 100 when it goes elsewhere.
  static var width: Int {
    var size = winsize()
    guard isOutputInteractive, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
    return Int(size.ws_col)
  }

  /// Writes data to standard output.
  static func write(_ bytes: [UInt8]) throws { try write(bytes, to: 1) }

  /// Writes a text to standard output.
  static func write(_ text: String) throws { try write(Array(text.utf8), to: 1) }

  /// Writes a line to standard error.
  static func note(_ text: String) { try? write(Array((text + "\n").utf8), to: 2) }

  /// Writes a text over the current line of the terminal.
  static func overwrite(_ text: String) throws { try write(Array("\r\u{1B}[K\(text)".utf8), to: 2) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    guard let reason = Descriptor(descriptor).write(bytes) else { return }
    throw Diagnostic(.error, "cannot-write", "standard output cannot be written: \(reason)")
  }

  /// Prints diagnostics with their excerpts, and a line that counts them.
  ///
  /// - Parameters:
  ///   - diagnostics: What to print.
  ///   - folder: The folder that their file names are relative to; `nil` when they are complete.
  static func report(_ diagnostics: [Diagnostic], in folder: String? = nil) {
    let shown = diagnostics.map { diagnostic in folder.map { diagnostic.prefixed(with: $0) } ?? diagnostic }
    // Each file is read once, however many messages it has.
    let numbers = Dictionary(grouping: shown.compactMap(\.location), by: \.file).mapValues {
      Set($0.map(\.line))
    }
    let lines = numbers.reduce(into: [String: [Int: String]]()) { lines, file in
      lines[file.key] = CorpusFile(path: file.key).lines(file.value)
    }
    for diagnostic in shown {
      let line = diagnostic.location.flatMap { lines[$0.file]?[$0.line] }
      note(coloured(diagnostic.rendered(sourceLine: line), diagnostic.severity))
    }
    if diagnostics.count > 1 { note(tally(diagnostics)) }
  }

  /// "2 errors, 1 warning".
  static func tally(_ diagnostics: [Diagnostic]) -> String {
    let parts = Diagnostic.Severity.allCases.reversed().compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }

  private static func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard isColoured else { return text }
    let colour =
      switch severity {
      case .error: "31"
      case .warning: "35"
      case .note: "36"
      }
    let word = "\(severity.rawValue):"
    guard let range = text.firstRange(of: word) else { return text }
    return text.replacingCharacters(in: range, with: "\u{1B}[1;\(colour)m\(word)\u{1B}[0m")
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

extension Diagnostic {
  /// The same message with the folder in front of every file name, as the shell can open it.
  func prefixed(with folder: String) -> Diagnostic {
    func prefixed(_ location: SourceLocation?) -> SourceLocation? {
      guard var location else { return nil }
      location.file = (folder.hasSuffix("/") ? folder : folder + "/") + location.file
      return location
    }
    var copy = self
    copy.location = prefixed(location)
    copy.notes = notes.map { Note($0.message, at: prefixed($0.location)) }
    return copy
  }

  /// The exit code that a command ends with when it stops at this message (sysexits.h).
  var exitCode: ExitCode {
    switch code.rawValue {
    case "no-such-file", "not-a-folder", "not-a-file", "unreadable-folder", "unreadable-file":
      ExitCode(66)
    case "cannot-write": ExitCode(73)
    case "unknown-condition", "ambiguous-condition", "unknown-intervention", "ambiguous-intervention",
      "unknown-source", "output-within-corpus":
      ExitCode(64)
    default: ExitCode(65)
    }
  }
}

/// Runs a command's work and ends with the right exit code when it throws a diagnostic.
func reporting<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let diagnostic as Diagnostic {
    Console.report([diagnostic])
    throw diagnostic.exitCode
  }
}
