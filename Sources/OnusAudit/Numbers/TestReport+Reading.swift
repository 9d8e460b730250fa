internal import OnusModel

extension TestReport {
  /// The tests that are printed in a text with their p values, in their order.
  static func reports(in text: String) -> [TestReport] {
    guard text.utf8.contains(UInt8(ascii: "=")), mayHoldP(text) else { return [] }
    var scanner = Scanner(text)
    var reports: [TestReport] = []
    while !scanner.isAtEnd {
      let start = scanner.position
      if scanner.isAtWordStart, let report = scanner.report() {
        reports.append(report)
      } else {
        scanner.position = start + 1
      }
    }
    return reports
  }

  /// Whether a letter p stands before a sign of comparison; a quick look that saves reading most texts.
  private static func mayHoldP(_ text: String) -> Bool {
    var pending = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "p"), UInt8(ascii: "P"): pending = true
      case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), 0xE2: if pending { return true }
      case UInt8(ascii: "s"): if pending { return true }
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "n"), 0xC2, 0xA0: break
      default: pending = false
      }
    }
    return text.contains("ns") || text.contains("n.s")
  }
}

/// Reads one test after the other from the characters of a text.
private struct Scanner {
  let characters: [Character]
  var position = 0

  init(_ text: String) { characters = Array(text) }

  var isAtEnd: Bool { position >= characters.count }

  /// Whether no letter or digit stands before the place.
  var isAtWordStart: Bool {
    guard position > 0 else { return true }
    let before = characters[position - 1]
    return !before.isLetter && !before.isNumber && before != "-" && before != "_"
  }

  mutating func report() -> TestReport? {
    let start = position
    guard let statistic = statistic() else { return nil }
    var degrees: [Double] = []
    if statistic != .z {
      guard let found = self.degrees(of: statistic) else { return nil }
      degrees = found
    }
    skipSpaces()
    guard take("="), let value = number(), value.digits != 0 || statistic != .z else { return nil }
    skipSpaces()
    guard take(",") || take(";"), let reported = comparison() else { return nil }
    return TestReport(
      statistic: statistic, degrees: degrees, value: value, reported: reported,
      text: String(characters[start..<position]))
  }

  private mutating func statistic() -> TestReport.Statistic? {
    let names: [(String, TestReport.Statistic)] = [
      ("chi-squared", .chiSquared), ("chi-square", .chiSquared), ("chi squared", .chiSquared),
      ("chi square", .chiSquared), ("chi2", .chiSquared), ("χ2", .chiSquared), ("χ²", .chiSquared),
      ("x2", .chiSquared), ("x²", .chiSquared), ("t", .t), ("f", .f), ("r", .r), ("z", .z), ("q", .q),
    ]
    for (name, statistic) in names {
      let end = position + name.count
      guard end < characters.count,
        zip(characters[position..<end], name).allSatisfy({ $0.lowercased() == String($1) })
      else { continue }
      // A lower-case f or q, or an upper-case T or R, is another thing.
      switch (statistic, characters[position]) {
      case (.f, "f"), (.q, "q"), (.t, "T"), (.r, "R"): return nil
      default: break
      }
      position = end
      skipSpaces()
      return statistic
    }
    return nil
  }

  private mutating func degrees(of statistic: TestReport.Statistic) -> [Double]? {
    guard take("("), let first = number()?.value, first > 0 else { return nil }
    skipSpaces()
    var degrees = [first]
    if statistic == .f {
      guard take(","), let second = number()?.value, second > 0 else { return nil }
      degrees.append(second)
      skipSpaces()
    } else if statistic == .chiSquared, take(",") {
      skipSpaces()
      guard take("N") || take("n") else { return nil }
      skipSpaces()
      guard take("="), number() != nil else { return nil }
      skipSpaces()
    }
    return take(")") ? degrees : nil
  }

  private mutating func comparison() -> TestReport.Comparison? {
    skipSpaces()
    if take("n") {
      _ = take(".")
      guard take("s") else { return nil }
      return isAtEnd || !characters[position].isLetter ? .notSignificant : nil
    }
    guard take("p") || take("P") else { return nil }
    skipSpaces()
    let signs: [(Character, Character)] = [("<", "≤"), (">", "≥"), ("=", "="), ("≤", "≤"), ("≥", "≥")]
    for (sign, withEqual) in signs where take(sign) {
      let full = (sign == "<" || sign == ">") && take("=") ? withEqual : sign
      guard let number = number(), (0...1).contains(number.value) else { return nil }
      return .number(sign: full, number)
    }
    return nil
  }

  private mutating func number() -> PrintedNumber? {
    skipSpaces()
    let start = position
    if !isAtEnd, "-−+".contains(characters[position]) { position += 1 }
    while !isAtEnd, characters[position].isASCIIDigit || isPoint { position += 1 }
    return PrintedNumber(String(characters[start..<position]))
  }

  /// Whether a full stop stands here and a digit behind it.
  private var isPoint: Bool {
    characters[position] == "." && position + 1 < characters.count && characters[position + 1].isASCIIDigit
  }

  private mutating func take(_ character: Character) -> Bool {
    guard !isAtEnd, characters[position] == character else { return false }
    position += 1
    return true
  }

  private mutating func skipSpaces() {
    while !isAtEnd, characters[position].isWhitespace { position += 1 }
  }
}
