internal import OnusModel

/// How far a file has been read in pieces.
enum PieceReading {
  /// To its end.
  case whole
  /// Up to a number of events, behind which the file must be read in order.
  case upTo(Int)
}

extension XMLRecords {
  /// Reads a file in pieces, each on a thread of its own, and hands on what is in them in the order of the file.
  ///
  /// Whatever one parser would say of the whole file and a piece alone does not show, an error, a problem of
  /// the markup or text between the records, ends this way of reading, so that the result never depends on
  /// the number of threads.
  ///
  /// - Returns: How far the file has been read; `nil` when it is not one that can be cut.
  func readPieces(of file: CorpusFile, _ receive: (ReadEvent) throws -> Void) throws -> PieceReading? {
    guard var pieces = try XMLPieces(file, records: names) else { return nil }
    let crew = Crew<PieceEvents?>(threadCount: file.threadCount - 1)
    defer { crew.close() }
    var waiting: [PieceJob] = []
    var outside = OutsideFields()
    var root = OutsideFields()
    var isEmpty = true
    var count = 0
    var isCut = false
    while true {
      while waiting.count <= 2 * file.threadCount, !isCut {
        do {
          guard let piece = try pieces.next() else {
            isCut = true
            break
          }
          let job = Crew.Job { self.read(piece, of: file) }
          // The next one is for the one who cuts.
          if !waiting.isEmpty { crew.add(job) }
          waiting.append(PieceJob(piece: piece, job: job))
        } catch is Diagnostic, is XMLPieces.RecordTooLong {
          waiting.append(PieceJob(piece: nil, job: Crew.Job { nil }))
          isCut = true
        }
      }
      guard let next = waiting.first else { break }
      let part: PieceEvents?
      if next.job.begin() {
        part = try next.piece.flatMap { piece in
          try read(piece, of: file) { event in
            count += 1
            try receive(event)
          }
        }
      } else {
        if !next.job.hasOutput, let later = waiting.first(where: { $0.job.begin() }) { later.job.run() }
        part = try next.job.use { part in
          for event in part?.events ?? [] {
            count += 1
            try receive(event)
          }
          return part?.withoutEvents
        }?.flatMap(\.self)
      }
      waiting.removeFirst()
      guard let part else { return .upTo(count) }
      isEmpty = isEmpty && part.isEmpty
      outside.add(part.outside)
      root.add(part.root)
    }
    outside.add(root)
    try outside.problems.forEach { try receive(.problem($0)) }
    return isEmpty ? .upTo(count) : .whole
  }

  /// Reads a piece and keeps what is in it; `nil` when it must be read with the whole file.
  private func read(_ piece: XMLPiece, of file: CorpusFile) -> PieceEvents? {
    var events: [ReadEvent] = []
    // As many records of PubMed fit into a piece.
    events.reserveCapacity(256)
    guard var part = try? read(piece, of: file, { events.append($0) }) else { return nil }
    part.events = events
    return part
  }

  /// Reads a piece and hands on what is in it; `nil` when the rest must be read with the whole file.
  ///
  /// - Throws: What `receive` throws.
  private func read(
    _ piece: XMLPiece, of file: CorpusFile, _ receive: (ReadEvent) throws -> Void
  ) throws -> PieceEvents? {
    var part = PieceEvents()
    var failure: (any Error)?
    struct Unlike: Error {}
    do {
      let bytes = CorpusFile(bytes: piece.bytes, name: file.name)
      let parser = try XMLRecordParser(bytes, records: names, start: piece.start)
      try parser.parse { event in
        switch event {
        case .record(let element):
          part.isEmpty = false
          try record(element) { event in
            do { try receive(event) } catch {
              failure = error
              throw error
            }
          }
        case .outside(let element):
          if element.index > 0 {
            if isOutsideReported { part.outside.add(element) }
          } else if element.node.marks.contains(.hasOwnText) {
            throw Unlike()
          } else if piece.start == nil, isOutsideReported {
            part.root.add(element)
          }
        case .problem: throw Unlike()
        }
      }
    } catch {
      if let failure { throw failure }
      return nil
    }
    return part
  }
}

/// A piece and the job of reading it.
private struct PieceJob {
  /// `nil` where the file could not be cut.
  var piece: XMLPiece?
  var job: Crew<PieceEvents?>.Job
}

/// What is in a piece.
private struct PieceEvents: Sendable {
  var events: [ReadEvent] = []
  var outside = OutsideFields()
  var root = OutsideFields()
  var isEmpty = true

  var withoutEvents: PieceEvents {
    PieceEvents(events: [], outside: outside, root: root, isEmpty: isEmpty)
  }
}
