/// Text in UTF-8 that somebody took for Latin-1 and encoded again.
enum Mojibake {
  /// The text with such sequences put right: U+00E2 U+0080 U+0093 becomes an en dash.
  ///
  /// Only sequences with a control character of the range U+0080 to U+009F are touched, which no title has.
  static func repaired(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { (0x80...0x9F).contains($0.value) }) else { return text }
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let length = length(scalars[index].value)
      if length > 1, index + length <= scalars.count {
        let bytes = scalars[index..<index + length].map { UInt8(truncatingIfNeeded: $0.value) }
        let areContinuations = scalars[(index + 1)..<(index + length)].allSatisfy {
          (0x80...0xBF).contains($0.value)
        }
        if areContinuations, let character = String(validating: bytes, as: UTF8.self) {
          result.append(contentsOf: character.unicodeScalars)
          index += length
          continue
        }
      }
      result.append(scalars[index])
      index += 1
    }
    return String(result)
  }

  /// How many bytes a character of UTF-8 has that starts with this one.
  private static func length(_ value: UInt32) -> Int {
    switch value {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
