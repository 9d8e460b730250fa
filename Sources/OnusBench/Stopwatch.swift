#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How long something took, in seconds.
struct Elapsed: Sendable {
  /// By the clock on the wall.
  var wall: Double
  /// Of processor time of all threads, in the program and in the system; other programs do not add to it.
  var processor: Double

  /// Runs something and says how long it took.
  static func during<Value>(_ body: () throws -> Value) rethrows -> (value: Value, elapsed: Elapsed) {
    let start = now
    let value = try body()
    let end = now
    return (value, Elapsed(wall: end.wall - start.wall, processor: end.processor - start.processor))
  }

  /// The medians of many runs, which one interruption does not change.
  static func median(of runs: Int, _ body: (Int) throws -> Void) rethrows -> Elapsed {
    var all: [Elapsed] = []
    for run in 0..<runs { all.append(try during { try body(run) }.elapsed) }
    return Elapsed(
      wall: all.map(\.wall).sorted()[runs / 2], processor: all.map(\.processor).sorted()[runs / 2])
  }

  private static var now: Elapsed {
    func seconds(_ clock: clockid_t) -> Double {
      var time = timespec()
      clock_gettime(clock, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return Elapsed(wall: seconds(CLOCK_MONOTONIC), processor: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }
}

extension Elapsed: CustomStringConvertible {
  var description: String {
    func text(_ seconds: Double) -> String {
      switch seconds {
      case ..<1e-3: (seconds * 1e6).rounded(digits: 1) + " µs"
      case ..<1: (seconds * 1e3).rounded(digits: 2) + " ms"
      default: seconds.rounded(digits: 2) + " s"
      }
    }
    return "\(text(wall)) (processor \(text(processor)))"
  }
}

extension Double {
  /// The number with so many digits behind the point.
  func rounded(digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let text = String((self * scale).rounded() / scale)
    return digits == 0 ? String(text.prefix { $0 != "." }) : text
  }
}
