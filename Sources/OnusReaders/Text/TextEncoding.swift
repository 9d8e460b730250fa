/// How the bytes of a text stand for characters.
enum TextEncoding: Hashable, Sendable {
  /// UTF-8, to which nearly all texts keep.
  case utf8
  /// UTF-16 in either order of its bytes.
  case utf16(isBigEndian: Bool)
  /// An encoding in which line breaks are those of ASCII, by the name that `iconv` knows.
  case named(String)

  /// What western programs write that do not write UTF-8; more than ISO-8859-1 but for control characters.
  static let windows1252 = TextEncoding.named("WINDOWS-1252")
  /// What Chinese programs write that do not write UTF-8; a superset of GBK and GB 2312.
  static let gb18030 = TextEncoding.named("GB18030")

  /// The encoding that the first bytes of a file show, and how many of them are a byte-order mark.
  static func shown(by bytes: [UInt8]) -> (encoding: TextEncoding, markLength: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    if let isBigEndian = utf16Order(bytes.prefix(1024)) { return (.utf16(isBigEndian: isBigEndian), 0) }
    return declared(in: bytes.prefix(1024)).map { ($0, 0) }
  }

  /// Which byte of each pair is zero, as it is for letters of ASCII in UTF-16; `nil` when neither is.
  private static func utf16Order(_ bytes: ArraySlice<UInt8>) -> Bool? {
    guard bytes.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let pairs = bytes.count / 2
    if zeros[0] == 0, zeros[1] * 2 > pairs { return false }
    if zeros[1] == 0, zeros[0] * 2 > pairs { return true }
    return nil
  }

  /// The encoding in a line such as `% Encoding: ISO8859_1`, which JabRef writes first into its files.
  private static func declared(in bytes: ArraySlice<UInt8>) -> TextEncoding? {
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline).prefix(5) where line.hasPrefix("%") {
      let lower = line.lowercased()
      guard let range = lower.firstRange(of: "encoding") else { continue }
      let name = lower[range.upperBound...].drop { ":= ".contains($0) }.prefix { !$0.isWhitespace }
      if let encoding = encoding(named: String(name)) { return encoding }
    }
    return nil
  }

  /// The encoding that Java, TeX or IANA call so; `nil` when it is not known here.
  static func encoding(named name: String) -> TextEncoding? {
    let name = name.uppercased()
    switch name {
    case "UTF-8", "UTF8", "US-ASCII", "ASCII": return .utf8
    case "ISO8859_1", "ISO-8859-1", "LATIN1", "ISO_8859-1", "CP1252", "WINDOWS-1252", "ANSINEW":
      return .windows1252
    case "GB18030", "GBK", "GB2312", "CP936": return .gb18030
    default: break
    }
    let standard =
      name.hasPrefix("ISO8859_") ? "ISO-8859-" + name.dropFirst(8) : name.replacing("_", with: "-")
    return IconvDecoder(standard) == nil ? nil : .named(standard)
  }

  /// The encoding that bytes are likely in which are not UTF-8.
  ///
  /// In western texts a letter with an accent stands alone among letters of ASCII. Chinese ones are pairs of
  /// high bytes, most of them in the range of the 3755 frequent characters of GB 2312.
  static func guessed(from bytes: some Sequence<UInt8>) -> TextEncoding {
    var pairs = 0
    var frequent = 0
    var strays = 0
    var lead: UInt8?
    for byte in bytes {
      if let first = lead {
        lead = nil
        if byte >= 0xA1 {
          pairs += 1
          if (0xB0...0xD7).contains(first) || (0xA1...0xA3).contains(first) { frequent += 1 }
        } else {
          strays += 1
        }
      } else if byte >= 0x80 {
        lead = byte
      }
    }
    return pairs >= 2 && frequent * 10 >= pairs * 7 && strays * 10 <= pairs ? .gb18030 : .windows1252
  }

  /// The encoding's usual name.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16(let isBigEndian): isBigEndian ? "UTF-16BE" : "UTF-16LE"
    case .named(let name): name == "WINDOWS-1252" ? "Windows-1252" : name
    }
  }
}
