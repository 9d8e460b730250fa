internal import OnusModel

/// A decimal number as it was printed, so that its last digit tells how far it was rounded.
///
/// "2.0" lies between 1.95 and 2.05, "2" between 1.5 and 2.5.
struct PrintedNumber: Hashable {
  /// The text.
  var text: String
  /// Its digits without the point, with their sign: -120 for "-1.20".
  var digits: Int
  /// How many of the digits stand behind the point.
  var decimals: Int

  /// Reads a plain decimal with an ASCII or typographic minus sign and at most fifteen digits.
  init?(_ text: some StringProtocol) {
    self.text = text.trimmed
    var rest = Substring(self.text)
    var isNegative = false
    if let sign = rest.first, "+-−".contains(sign) {
      isNegative = sign != "+"
      rest.removeFirst()
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), rest.count <= 16,
      parts.joined().allSatisfy(\.isASCIIDigit), let digits = Int(parts.joined())
    else { return nil }
    self.digits = isNegative ? -digits : digits
    decimals = parts.count == 2 ? parts[1].count : 0
  }

  /// What one step of the last digit is divided by: 100 for two decimals.
  var scale: Int { (0..<decimals).reduce(1) { scale, _ in scale * 10 } }

  /// The number.
  var value: Double { Double(digits) / Double(scale) }

  /// The least number that is printed so, whichever way halves are rounded.
  var lower: Double { (Double(digits) - 0.5) / Double(scale) }

  /// The greatest number that is printed so, whichever way halves are rounded.
  var upper: Double { (Double(digits) + 0.5) / Double(scale) }

  /// Whether a number is printed so, with a relative slack for what computing loses.
  func canBe(_ number: Double) -> Bool {
    let slack = 1e-9 * max(1, abs(number))
    return lower - slack <= number && number <= upper + slack
  }

  /// A number printed with as many decimals as this one.
  func printing(_ number: Double) -> String { Self.text(number, decimals: decimals) }

  /// A number with a number of decimals, halves rounded away from zero.
  static func text(_ number: Double, decimals: Int) -> String {
    number.printed(decimals: decimals)
  }

  /// A p value as a reader wants it: two decimals, three below 0.1, and "less than 0.001".
  static func textP(_ p: Double) -> String {
    p < 0.001 ? "less than 0.001" : text(p, decimals: p < 0.0995 ? 3 : 2)
  }
}
