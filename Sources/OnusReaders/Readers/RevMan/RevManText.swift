internal import OnusModel

/// Texts, names and numbers as RevMan writes them.
enum RevManText {
  /// The name that an escaped id stands for: `STD-MRC_x002d_1` becomes `STD-MRC-1`.
  static func unescaped(_ id: String) -> String {
    var text = ""
    var rest = id[...]
    while let start = rest.firstRange(of: "_x") {
      let digits = rest[start.upperBound...].prefix(4)
      let end = rest.index(start.upperBound, offsetBy: digits.count)
      text += rest[..<start.lowerBound]
      if digits.count == 4, end < rest.endIndex, rest[end] == "_",
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      {
        text.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        text += "_x"
        rest = rest[start.upperBound...]
      }
    }
    return text + rest
  }

  /// The text of paragraphs, lists and tables, a line for each; `nil` when there is none.
  static func lines(_ element: XMLElement) -> String? {
    var text = ""
    append(element, to: &text)
    let lines = text.split(separator: "\n").map { String($0).collapsed }.filter { !$0.isEmpty }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func append(_ element: XMLElement, to text: inout String) {
    element.markOwnTextRead()
    // Where a link leads within the file is of no use outside it.
    if element.isNamed("LINK") {
      _ = element.attribute("REF")
      _ = element.attribute("TYPE")
    }
    let isBlock = ["P", "BR", "LI", "TR", "HEADING", "TD", "TH"].contains(element.name)
    if isBlock { text += "\n" }
    element.forEachPart { part in
      switch part {
      case .text(let bytes):
        text += String(decoding: bytes, as: UTF8.self).replacing("\n", with: " ")
      case .element(let child): append(child, to: &text)
      }
    }
    if isBlock { text += "\n" }
  }

  /// The people in "Bennike TB, Kjaer E, MRC Group".
  static func people(_ text: String, role: Contributor.Role) -> [Contributor] {
    let names = text.split { $0 == "," || $0 == ";" }.map { String($0).collapsed }.filter { !$0.isEmpty }
    guard names.contains(where: { person($0) != nil }) else {
      return PersonName(text).map { _ in [Contributor(role: role, literal: text.collapsed)] } ?? []
    }
    return names.compactMap { name in
      if name.lowercased().hasPrefix("et al") { return nil }
      if let person = person(name) { return person.contributor(role: role) }
      return PersonName(name)?.contributor(role: role)
    }
  }

  /// A person whose family name is followed by initials.
  private static func person(_ text: String) -> PersonName? {
    var words = text.split(separator: " ").map(String.init)
    var suffix: String?
    if words.count > 2, let last = words.last, PersonName.isSuffix(last) {
      suffix = words.removeLast()
    }
    guard words.count > 1, let last = words.last, (1...5).contains(last.count),
      last.allSatisfy({ $0.isLetter && $0.isUppercase || $0 == "." || $0 == "-" })
    else { return nil }
    return PersonName(family: words.dropLast().joined(separator: " "), given: last, suffix: suffix)
  }

  /// A number that the program has computed, with the decimals that it shows.
  static func rounded(_ text: String, decimals: Int) -> String? {
    guard let number = parseNumber(text), abs(number) < 1e12 else { return nil }
    let factor = decimals == 2 ? 100.0 : decimals == 1 ? 10.0 : 1.0
    let scaled = Int((abs(number) * factor).rounded())
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(scaled) }
    let fraction = String(scaled % Int(factor))
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(scaled / Int(factor)).\(zeros)\(fraction)"
  }

  /// A p value with as many digits as the program shows: two decimals, or one digit of a smaller one.
  static func pValue(_ text: String) -> StudyResult.PValue? {
    guard let number = parseNumber(text), (0...1).contains(number) else { return nil }
    if number < 0.00001 { return StudyResult.PValue(value: number, sign: "<", printed: "0.00001") }
    if let printed = rounded(text, decimals: 2), number >= 0.01 {
      return StudyResult.PValue(value: number, printed: printed)
    }
    var places = 3
    var scaled = number * 1000
    while scaled < 1 {
      places += 1
      scaled *= 10
    }
    var digit = Int(scaled.rounded())
    if digit == 10 {
      digit = 1
      places -= 1
    }
    let printed = "0." + String(repeating: "0", count: places - 1) + String(digit)
    return StudyResult.PValue(value: number, printed: printed)
  }
}
