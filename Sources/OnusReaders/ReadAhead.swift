internal import Dispatch
internal import Synchronization

/// The bytes of a packed file, unpacked on a thread of their own while those before them are parsed.
final class ReadAhead: Sendable {
  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: 0)

  private struct State {
    var chunks: [Result<[UInt8], any Error>] = []
    var isCancelled = false
  }

  private static let chunkSize = 1 << 18
  private static let chunkCount = 4

  init(_ file: CorpusFile) {
    // A semaphore must not end below the value with which it was made.
    for _ in 0..<Self.chunkCount { free.signal() }
    // A queue of its own has a thread of its own, so that waiting here keeps nobody else from working.
    DispatchQueue(label: "onus.read-ahead").async { self.unpack(file) }
  }

  /// Ends the work when nobody wants the rest.
  func cancel() {
    state.withLock { $0.isCancelled = true }
    free.signal()
  }

  /// The next bytes; empty at the end of the file.
  func next() throws -> [UInt8] {
    filled.wait()
    let chunk = state.withLock { $0.chunks.removeFirst() }
    free.signal()
    return try chunk.get()
  }

  private func unpack(_ file: CorpusFile) {
    do {
      let stream = try CorpusFileStream(file, isReadAhead: false)
      while true {
        let chunk = try stream.read(upTo: Self.chunkSize)
        guard hand(.success(chunk)), !chunk.isEmpty else { return }
      }
    } catch {
      _ = hand(.failure(error))
    }
  }

  /// Hands a chunk over when there is room for it; `false` when it is no longer wanted.
  private func hand(_ chunk: Result<[UInt8], any Error>) -> Bool {
    free.wait()
    let isWanted = state.withLock { state in
      if !state.isCancelled { state.chunks.append(chunk) }
      return !state.isCancelled
    }
    if isWanted { filled.signal() }
    return isWanted
  }
}
