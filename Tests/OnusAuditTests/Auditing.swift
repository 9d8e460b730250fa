import OnusAudit
import OnusModel
import OnusReaders

extension Check.Example {
  /// What the example says, with everything that is wrong with its text.
  func entries() throws -> (entries: Entries, problems: [Diagnostic]) {
    let document = CorpusDocument(corpus, file: "corpus.yaml")
    var entries = document.entries
    guard !references.isEmpty else { return (entries, document.problems) }
    let file = CorpusFile(bytes: Array(references.utf8), name: "references.nbib")
    for record in try Reader.nbib.records(in: file) {
      if case .reference(let reference) = record { entries.references.append(reference) }
    }
    return (entries, document.problems)
  }
}

/// What a check finds in a corpus and its bibliography, as printed.
func findings(_ check: Check, _ corpus: String, references: String = "") throws -> [String] {
  let read = try Check.Example(corpus: corpus, references: references).entries()
  return try read.problems.map(\.description)
    + check.run(Check.Input(linking: read.entries)).map { $0.diagnostic.rendered(sourceLine: nil) }
}
