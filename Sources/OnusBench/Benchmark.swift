import OnusModel

/// One measurement: what is run, against what, and what must come out.
struct Benchmark: Sendable {
  /// The name by which it is chosen.
  let name: String
  /// What it measures, in one sentence.
  let title: String
  /// Runs it on a file of PubMed records.
  let run: @Sendable (Input) throws -> [Figure]

  /// What a benchmark works on.
  struct Input: Sendable {
    /// The path of a file of PubMed records, for example one of the baseline.
    var file: String
    /// How many times the file is read, each time with other identifiers, so that the records are new.
    var copies: Int
    /// A folder for files that are removed in the end.
    var folder: String
  }

  /// One figure.
  struct Figure: Sendable {
    var name: String
    /// The value with its unit.
    var value: String
    /// How many times as long as the baseline it took; `nil` for a figure without one.
    var ratio: Double?

    init(_ name: String, _ value: String, ratio: Double? = nil) {
      self.name = name
      self.value = value
      self.ratio = ratio
    }
  }

  /// What is thrown when a benchmark gives a wrong result, whose time means nothing.
  struct WrongResult: Error, CustomStringConvertible {
    var description: String
  }
}

/// Throws unless a result is as it must be.
func expect(_ condition: Bool, _ message: @autoclosure () -> String) throws {
  if !condition { throw Benchmark.WrongResult(description: message()) }
}
