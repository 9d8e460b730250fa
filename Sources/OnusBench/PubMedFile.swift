import OnusModel
import OnusReaders

/// References from a file of PubMed records, as many as are wanted.
struct PubMedFile: Sendable {
  let path: String
  let copies: Int

  /// Gives the references of all copies in batches of 4,000, read on all cores as an import reads them.
  func forEachBatch(_ body: ([Reference]) throws -> Void) throws {
    var batch: [Reference] = []
    var file = CorpusFile(path: path, name: "pubmed.xml")
    file.threadCount = CorpusFile.processorCount
    for copy in 0..<copies {
      try Reader.pubmed.read(file) { event in
        guard case .record(.reference(var reference)) = event else { return }
        if copy > 0 { reference.becomeAnother(copy) }
        batch.append(reference)
        if batch.count == 4000 {
          try body(batch)
          batch.removeAll(keepingCapacity: true)
        }
      }
    }
    if !batch.isEmpty { try body(batch) }
  }
}

extension Reference {
  /// Changes the identifiers into those of another document.
  fileprivate mutating func becomeAnother(_ copy: Int) {
    for index in identifiers.indices {
      switch identifiers[index].scheme {
      case .pmid:
        identifiers[index].value =
          "\(copy)\(String(repeating: "0", count: 8 - min(8, identifiers[index].value.utf8.count)))\(identifiers[index].value)"
      default: identifiers[index].value += ".\(copy)"
      }
    }
  }
}
