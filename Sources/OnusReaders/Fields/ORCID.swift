/// ORCIDs, the identifiers of researchers.
enum ORCID {
  /// The bare form 0000-0000-0000-0000 of what files write with and without address and hyphens; any other
  /// text comes back as it was.
  static func bare(_ text: String) -> String {
    if isBare(text) { return text }
    let end = text.utf8.lastIndex(of: 0x2F).map { text.utf8[$0...].dropFirst() } ?? text.utf8[...]
    var number: [UInt8] = []
    for byte in end where byte != 0x2D {
      let isDigit = byte >= 0x30 && byte <= 0x39
      // The last of the sixteen is a check digit, which may be X for ten.
      guard isDigit || number.count == 18 && (byte == 0x58 || byte == 0x78) else { return text }
      if number.count == 4 || number.count == 9 || number.count == 14 { number.append(0x2D) }
      number.append(isDigit ? byte : 0x58)
    }
    return number.count == 19 ? String(decoding: number, as: UTF8.self) : text
  }

  /// Whether a text has the bare form.
  private static func isBare(_ text: String) -> Bool {
    var position = 0
    for byte in text.utf8 {
      let isRight =
        switch position {
        case 4, 9, 14: byte == 0x2D
        case 18: byte &- 0x30 < 10 || byte == 0x58
        default: byte &- 0x30 < 10
        }
      guard isRight else { return false }
      position &+= 1
    }
    return position == 19
  }
}
