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
  static func note(_ text: String, terminator: String = "\n") {
    try? write(Array((text + terminator).utf8), to: 2)
  }

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
    let line = sourceLines(of: shown)
    for diagnostic in shown {
      note(coloured(diagnostic.rendered(sourceLine: diagnostic.location.flatMap(line))))
    }
    if diagnostics.count > 1 { note(tally(diagnostics)) }
  }

  /// Gives the lines that diagnostics are about; each file is read once, however many messages it has.
  static func sourceLines(of diagnostics: [Diagnostic]) -> @Sendable (SourceLocation) -> String? {
    let numbers = Dictionary(grouping: diagnostics.compactMap(\.location), by: \.file).mapValues {
      Set($0.map(\.line))
    }
    let lines = numbers.reduce(into: [String: [Int: String]]()) { lines, file in
      lines[file.key] = CorpusFile(path: file.key).lines(file.value)
    }
    return { lines[$0.file]?[$0.line] }
  }

  /// "2 errors, 1 warning".
  static func tally(_ diagnostics: [Diagnostic]) -> String {
    let parts = Diagnostic.Severity.allCases.reversed().compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }

  /// The text with the severity of each message in colour, where messages may be coloured.
  static func coloured(_ text: String) -> String {
    guard isColoured else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for (severity, colour) in [("error", "31"), ("warning", "35"), ("note", "36"), ("help", "32")] {
        let word = "\(severity): "
        guard let range = line.firstRange(of: word),
          range.lowerBound == line.startIndex
            || line[..<range.lowerBound].hasSuffix(": ")
            || line[..<range.lowerBound].allSatisfy({ $0 == " " })
        else { continue }
        return line[..<range.lowerBound] + "\u{1B}[1;\(colour)m\(severity):\u{1B}[0m "
          + line[range.upperBound...]
      }
      return String(line)
    }.joined(separator: "\n")
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
    case "no-such-program": ExitCode(69)
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
