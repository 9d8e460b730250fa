extension Benchmark {
  /// All benchmarks, in the order in which they run.
  static let all: [Benchmark] = [.storing, .questions, .claims]
}
