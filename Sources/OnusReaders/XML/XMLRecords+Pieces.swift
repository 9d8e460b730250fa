internal import Dispatch
internal import OnusModel
internal import Synchronization

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
    let queue = DispatchQueue(label: "onus.pieces", attributes: .concurrent)
    var waiting: [PieceTask] = []
    var outside = OutsideFields()
    var root = OutsideFields()
    var isEmpty = true
    var count = 0
    var isCut = false
    while true {
      while waiting.count <= file.threadCount, !isCut {
        do {
          guard let piece = try pieces.next() else {
            isCut = true
            break
          }
          let task = PieceTask()
          waiting.append(task)
          queue.async { task.finish(self.read(piece, of: file)) }
        } catch is Diagnostic, is XMLPieces.RecordTooLong {
          waiting.append(PieceTask(.failed))
          isCut = true
        }
      }
      guard !waiting.isEmpty else { break }
      guard case .read(let part) = waiting.removeFirst().wait() else { return .upTo(count) }
      for event in part.events { try receive(event) }
      count += part.events.count
      isEmpty = isEmpty && part.isEmpty
      outside.add(part.outside)
      root.add(part.root)
    }
    outside.add(root)
    try outside.problems.forEach { try receive(.problem($0)) }
    return isEmpty ? .upTo(count) : .whole
  }

  private func read(_ piece: XMLPiece, of file: CorpusFile) -> PieceTask.Result {
    var part = PieceTask.Part()
    // As many records of PubMed fit into a piece.
    part.events.reserveCapacity(512)
    struct Unlike: Error {}
    do {
      let bytes = CorpusFile(bytes: piece.bytes, name: file.name)
      let parser = try XMLRecordParser(bytes, records: names, start: piece.start)
      try parser.parse { event in
        switch event {
        case .record(let element):
          part.isEmpty = false
          try record(element) { part.events.append($0) }
        case .outside(let element):
          if element.index > 0 {
            if isOutsideReported { part.outside.add(element) }
          } else if element.node.hasOwnText {
            throw Unlike()
          } else if piece.start == nil, isOutsideReported {
            part.root.add(element)
          }
        case .problem: throw Unlike()
        }
      }
    } catch {
      return .failed
    }
    return .read(part)
  }
}

/// The reading of one piece, for which the one who needs it next can wait.
private final class PieceTask: Sendable {
  struct Part: Sendable {
    var events: [ReadEvent] = []
    var outside = OutsideFields()
    var root = OutsideFields()
    var isEmpty = true
  }

  enum Result: Sendable {
    case read(Part)
    case failed
  }

  private let result: Mutex<Result?>
  private let isDone = DispatchSemaphore(value: 0)

  init(_ result: Result? = nil) {
    self.result = Mutex(result)
    if result != nil { isDone.signal() }
  }

  func finish(_ result: Result) {
    self.result.withLock { $0 = result }
    isDone.signal()
  }

  func wait() -> Result {
    isDone.wait()
    return result.withLock { $0.take() } ?? .failed
  }
}
