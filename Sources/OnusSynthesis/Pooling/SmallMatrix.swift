#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A square matrix of a few rows.
struct SmallMatrix {
  let size: Int
  private var values: [Double]

  /// A matrix from a function of row and column.
  init(_ size: Int, _ value: (Int, Int) -> Double) {
    self.size = size
    values = (0..<size * size).map { value($0 / size, $0 % size) }
  }

  subscript(row: Int, column: Int) -> Double { values[row * size + column] }

  var trace: Double { (0..<size).reduce(0) { $0 + self[$1, $1] } }

  static func * (left: SmallMatrix, right: SmallMatrix) -> SmallMatrix {
    SmallMatrix(left.size) { row, column in
      (0..<left.size).reduce(0) { $0 + left[row, $1] * right[$1, column] }
    }
  }

  /// The logarithm of the determinant of a symmetric positive definite matrix; not a number when it is not one.
  var logDeterminant: Double {
    choleskyFactor.map { factor in (0..<size).reduce(0) { $0 + 2 * log(factor[$1][$1]) } } ?? .nan
  }

  /// The lower triangular matrix whose product with its transpose is this one; `nil` when there is none.
  private var choleskyFactor: [[Double]]? {
    var factor = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for row in 0..<size {
      for column in 0...row {
        let rest = (0..<column).reduce(self[row, column]) { $0 - factor[row][$1] * factor[column][$1] }
        if row == column {
          guard rest > self[row, row] * 1e-14, rest.isFinite else { return nil }
          factor[row][row] = rest.squareRoot()
        } else {
          factor[row][column] = rest / factor[column][column]
        }
      }
    }
    return factor
  }

  /// The inverse of a symmetric positive definite matrix by its Cholesky factor; `nil` when it is not one.
  var inverse: SmallMatrix? {
    guard let factor = choleskyFactor else { return nil }
    var solved = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for unit in 0..<size {
      var forward = [Double](repeating: 0, count: size)
      for row in 0..<size {
        let start = row == unit ? 1.0 : 0
        forward[row] = (0..<row).reduce(start) { $0 - factor[row][$1] * forward[$1] } / factor[row][row]
      }
      for row in (0..<size).reversed() {
        let sum = ((row + 1)..<size).reduce(forward[row]) { $0 - factor[$1][row] * solved[$1][unit] }
        solved[row][unit] = sum / factor[row][row]
      }
    }
    return SmallMatrix(size) { solved[$0][$1] }
  }
}
