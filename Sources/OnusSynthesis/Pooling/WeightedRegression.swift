#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A weighted least-squares fit of effects on a few columns, and the traces that estimators of τ² need.
///
/// With W the weights, X the columns and P = W − WX(X'WX)⁻¹X'W, everything is computed in time proportional to
/// the number of studies, without the matrix P itself.
struct WeightedRegression {
  let weights: [Double]
  let columns: [[Double]]
  /// (X'WX)⁻¹.
  let inverse: SmallMatrix
  let coefficients: [Double]
  /// W(y − Xb), which is Py.
  let weightedResiduals: [Double]
  /// The weighted sum of squared residuals, y'Py.
  let residualSum: Double

  /// Fits; `nil` when the columns depend on each other.
  init?(_ effects: [Double], weights: [Double], columns: [[Double]]) {
    self.weights = weights
    self.columns = columns
    let cross = SmallMatrix(columns.count) { row, column in
      weights.indices.reduce(0) { $0 + weights[$1] * columns[row][$1] * columns[column][$1] }
    }
    guard let inverse = cross.inverse else { return nil }
    self.inverse = inverse
    let right = columns.map { column in
      weights.indices.reduce(0) { $0 + weights[$1] * column[$1] * effects[$1] }
    }
    let coefficients = (0..<columns.count).map { row in
      (0..<columns.count).reduce(0) { $0 + inverse[row, $1] * right[$1] }
    }
    self.coefficients = coefficients
    let residuals = effects.indices.map { study in
      effects[study] - columns.indices.reduce(0) { $0 + coefficients[$1] * columns[$1][study] }
    }
    weightedResiduals = zip(weights, residuals).map { $0 * $1 }
    residualSum = zip(weightedResiduals, residuals).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The studies left over for the residuals: k − p.
  var degreesOfFreedom: Double { Double(weights.count - columns.count) }

  /// The logarithm of the likelihood up to a constant, where the weights are the inverses of the variances.
  func logLikelihood(isRestricted: Bool) -> Double {
    let full = weights.reduce(0) { $0 + log($1) } / 2 - residualSum / 2
    return isRestricted ? full + inverse.logDeterminant / 2 : full
  }

  /// X'DX for a diagonal matrix D.
  private func cross(_ diagonal: (Int) -> Double) -> SmallMatrix {
    SmallMatrix(columns.count) { row, column in
      weights.indices.reduce(0) { $0 + diagonal($1) * columns[row][$1] * columns[column][$1] }
    }
  }

  /// tr(P).
  var trace: Double {
    weights.reduce(0, +) - (inverse * cross { weights[$0] * weights[$0] }).trace
  }

  /// tr(PDP) for a diagonal matrix D; with D the unit matrix, tr(PP).
  func traceOfSquare(_ diagonal: (Int) -> Double = { _ in 1 }) -> Double {
    let w = weights
    let direct = w.indices.reduce(0) { $0 + w[$1] * w[$1] * diagonal($1) }
    let mixed = inverse * cross { w[$0] * w[$0] * w[$0] * diagonal($0) }
    let square = inverse * cross { w[$0] * w[$0] } * inverse * cross { w[$0] * w[$0] * diagonal($0) }
    return direct - 2 * mixed.trace + square.trace
  }

  /// tr(PV) for a diagonal matrix V.
  func trace(_ v: [Double]) -> Double {
    weights.indices.reduce(0) { $0 + weights[$1] * v[$1] }
      - (inverse * cross { weights[$0] * weights[$0] * v[$0] }).trace
  }

  /// tr(PVPV) for a diagonal matrix V.
  func traceOfSquare(with v: [Double]) -> Double {
    let w = weights
    let direct = w.indices.reduce(0) { $0 + w[$1] * w[$1] * v[$1] * v[$1] }
    let mixed = inverse * cross { w[$0] * w[$0] * w[$0] * v[$0] * v[$0] }
    let half = inverse * cross { w[$0] * w[$0] * v[$0] }
    return direct - 2 * mixed.trace + (half * half).trace
  }
}
