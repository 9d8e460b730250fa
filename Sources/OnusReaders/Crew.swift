internal import Dispatch
internal import Synchronization

/// Threads that do jobs ahead of the one who uses their results in order.
///
/// They begin with the job that was added last: the one who uses the results does the next job itself when
/// nobody has begun it, and need not keep what comes of it. A result is given up by the thread that made it, so
/// that the threads do not wait for each other's memory.
final class Crew<Output: Sendable>: Sendable {
  /// One job, which is begun once.
  final class Job: Sendable {
    private let work: @Sendable () -> Output
    private let isBegun = Atomic(false)
    private let isUsed = Atomic(false)
    private let output = Mutex<Output?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () -> Output) { self.work = work }

    /// Whether the caller is the one who may do the job.
    func begin() -> Bool { !isBegun.exchange(true, ordering: .acquiringAndReleasing) }

    /// Whether nobody has begun it.
    fileprivate var isWaiting: Bool { !isBegun.load(ordering: .relaxed) }

    /// Whether there is nothing to wait for.
    var hasOutput: Bool { output.withLock { $0 != nil } }

    /// Does the job.
    func run() {
      let made = work()
      output.withLock { $0 = made }
      isDone.signal()
    }

    /// Waits until the job is done, and uses its result, once.
    func use<Value>(_ body: (Output) throws -> Value) throws -> Value? {
      isDone.wait()
      defer { isUsed.store(true, ordering: .releasing) }
      return try output.withLock(\.self).map(body)
    }

    fileprivate func giveUpIfUsed() -> Bool {
      guard isUsed.load(ordering: .acquiring) else { return false }
      output.withLock { $0 = nil }
      return true
    }
  }

  private struct State {
    var jobs: [Job] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let isAdded = DispatchSemaphore(value: 0)
  private let threadCount: Int

  /// Starts threads, which wait for jobs until ``close()``.
  init(threadCount: Int) {
    self.threadCount = threadCount
    for _ in 0..<threadCount {
      DispatchQueue.global().async { self.work() }
    }
  }

  func add(_ job: Job) {
    state.withLock {
      $0.jobs.removeAll { !$0.isWaiting }
      $0.jobs.append(job)
    }
    isAdded.signal()
  }

  /// Lets the threads end; jobs that none has begun are forgotten.
  func close() {
    state.withLock {
      $0.jobs = []
      $0.isClosed = true
    }
    for _ in 0..<threadCount { isAdded.signal() }
  }

  private func work() {
    var done: [Job] = []
    while true {
      isAdded.wait()
      let (job, isClosed) = state.withLock { ($0.jobs.popLast(), $0.isClosed) }
      if isClosed { return }
      done.removeAll { $0.giveUpIfUsed() }
      if let job, job.begin() {
        job.run()
        done.append(job)
      }
    }
  }
}
