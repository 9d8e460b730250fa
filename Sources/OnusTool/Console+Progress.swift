import Onus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Console {
  /// Shows on a terminal how far the reading of files has come; nothing when messages go elsewhere.
  static func show(_ progress: ReadingProgress) {
    guard isInteractive else { return }
    let megabytes = Double(progress.bytes) / 1e6
    var parts = ["\(progress.records) records", "\(Int(megabytes / max(progress.seconds, 0.001))) MB/s"]
    if let left = progress.secondsLeft { parts.append("\(Int(left.rounded(.up))) s left") }
    if progress.problems > 0 {
      parts.append("\(progress.problems) problem\(progress.problems == 1 ? "" : "s")")
    }
    let room = max(10, 78 - parts.joined(separator: ", ").count)
    let name = progress.file.count > room ? "…" + progress.file.suffix(room - 1) : progress.file
    try? overwrite("\(name): \(parts.joined(separator: ", "))")
  }

  /// Clears the line on which progress was shown.
  static func endProgress() { if isInteractive { try? overwrite("") } }

  /// When a person stops the command with Ctrl-C, it says what has become of the work so far.
  static func sayWhatIsKeptWhenInterrupted() { signal(SIGINT) { _ in stop() } }
}

/// Ends the process with nothing but calls that are safe within a signal handler.
private func stop() {
  let message: StaticString = """

    stopped: files already added are kept whole; the one being read is not added

    """
  _ = message.withUTF8Buffer { write(2, $0.baseAddress, $0.count) }
  _exit(130)
}
