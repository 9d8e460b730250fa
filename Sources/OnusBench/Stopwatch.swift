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

  /// The median wall time of many runs, which one interruption does not change.
  static func median(of runs: Int, _ body: (Int) throws -> Void) rethrows -> Double {
    var times: [Double] = []
    for run in 0..<runs { times.append(try during { try body(run) }.elapsed.wall) }
    return times.sorted()[runs / 2]
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

extension Double {
  /// The number with so many digits behind the point.
  func rounded(digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let text = String((self * scale).rounded() / scale)
    return digits == 0 ? String(text.prefix { $0 != "." }) : text
  }

  var inMilliseconds: String { (self * 1e3).rounded(digits: 2) + " ms" }
  var inMicroseconds: String { (self * 1e6).rounded(digits: 1) + " µs" }
  var inSeconds: String { rounded(digits: 2) + " s" }
}
