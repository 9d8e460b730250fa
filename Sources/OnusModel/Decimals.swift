extension Double {
  /// The number with so many decimals, halves rounded away from zero, and no sign before nothing.
  ///
  /// Numbers of 10¹² and more are printed as whole ones or with an exponent, and those that are not finite as "∞",
  /// "-∞" or "NaN".
  package func printed(decimals: Int) -> String {
    guard isFinite else { return isNaN ? "NaN" : self < 0 ? "-∞" : "∞" }
    guard abs(self) < 1e12 else { return Int(exactly: rounded()).map(String.init) ?? "\(self)" }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let digits = Int((abs(self) * scale).rounded())
    let whole = digits / Int(scale)
    let sign = self < 0 && digits > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(whole) }
    let fraction = String(digits % Int(scale))
    return "\(sign)\(whole).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
  }

  /// A p value as tables print it: "p = 0.04", "p = 0.003", "p < 0.001".
  package var printedP: String {
    self < 0.001 ? "p < 0.001" : "p = \(printed(decimals: self < 0.0995 ? 3 : 2))"
  }
}
