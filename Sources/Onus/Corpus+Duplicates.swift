public import OnusModel
internal import OnusReaders

extension Corpus {
  /// The file of a corpus to which decisions about records are added.
  public static let decisionFile = "duplicates.yaml"

  /// Writes down what a person has decided about records that look alike; it holds from the next reading on.
  ///
  /// - Parameter decision: The decision. Its records must be in the corpus.
  /// - Throws: A `Diagnostic` with the code `unknown-reference`, `too-few-records`, `malformed-corpus-file` when
  ///   the file ``decisionFile`` is of another form, or `cannot-write`.
  public func add(_ decision: DuplicateDecision) throws {
    let identifiers = decision.records.map(\.value)
    for identifier in identifiers where try catalogue.reference(for: identifier) == nil {
      throw Diagnostic.unknownReference(identifier)
    }
    guard Set(identifiers).count > 1 else {
      throw Diagnostic(.error, "too-few-records", "a decision is about two records or more")
    }
    let file = CorpusFile(path: folder + "/" + Self.decisionFile, name: Self.decisionFile)
    var text = "duplicates:\n"
    var count = 0
    if let bytes = try? file.bytes(), !bytes.isEmpty {
      text = String(decoding: bytes, as: UTF8.self)
      if !text.hasSuffix("\n") { text += "\n" }
      count = try CorpusDocument(contentsOf: file).entries.duplicateDecisions.count
    }
    let key = (1...).lazy.map { "decision-\($0)" }.first { !text.contains("\($0):") } ?? ""
    let records = identifiers.map { Self.quoted($0.description) }.joined(separator: ", ")
    text += """
        \(key):
          \(decision.areSame ? "same" : "apart"): [\(records)]
          because: \(Self.quoted(decision.reason))

      """
    let bytes = Array(text.utf8)
    let written = try CorpusDocument(contentsOf: CorpusFile(bytes: bytes, name: Self.decisionFile))
    guard written.problems.isEmpty, written.entries.duplicateDecisions.count == count + 1 else {
      throw Diagnostic(
        .error, "malformed-corpus-file",
        "the decision cannot be added, because the file does not end with its entries under duplicates",
        at: SourceLocation(file: file.path))
    }
    try OutputFolder(path: folder).write([OutputFile(path: Self.decisionFile, bytes: bytes)])
  }

  /// A text between quotation marks, as YAML and JSON both read it.
  private static func quoted(_ text: String) -> String { JSONValue.string(text).compact }
}
