extension Benchmark {
  /// All benchmarks, in the order in which they run.
  static let all: [Benchmark] = [.reading, .storing, .questions, .claims]
}
