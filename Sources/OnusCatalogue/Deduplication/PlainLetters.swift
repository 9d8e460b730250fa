/// What a character outside ASCII counts for in a comparison.
enum PlainLetters {
  enum Reading {
    /// Letters or figures.
    case letters([UInt8])
    /// Nothing: marks, apostrophes, invisible characters.
    case nothing
    /// The end of a word.
    case gap
    /// The end of a word, after which a subtitle may start.
    case dash
  }

  static func reading(of scalar: Unicode.Scalar) -> Reading {
    let value = scalar.value
    switch value {
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      let offset = Int(value < 0x1E00 ? value - 0xC0 : value - 0x1E00 + 0x190)
      return latin[offset]
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0xFEFF, 0x2018, 0x2019, 0x201B, 0x2BC, 0xB4, 0x2032:
      return .nothing
    case 0x391...0x3A9: return .letters(greek[Int(value - 0x391)])
    case 0x3B1...0x3C9: return .letters(greek[Int(value - 0x3B1)])
    case 0xB5: return .letters(greek[11])
    case 0xB2, 0xB3: return .letters([UInt8(value - 0xB2) + 0x32])
    case 0xB9: return .letters([0x31])
    case 0x2070, 0x2074...0x2079: return .letters([UInt8(value - 0x2070) + 0x30])
    case 0x2080...0x2089: return .letters([UInt8(value - 0x2080) + 0x30])
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: return .letters([UInt8(value - 0xFEE0)])
    case 0xFF21...0xFF3A: return .letters([UInt8(value - 0xFEE0) | 0x20])
    case 0xFB00...0xFB06: return .letters(ligatures[Int(value - 0xFB00)])
    case 0x2013, 0x2014, 0x2015, 0xFF1A: return .dash
    default: break
    }
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.numericType != nil else { return .gap }
    return .letters(Array(properties.lowercaseMapping.utf8))
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map { Array($0.utf8) }

  private static let greek = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
    "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
  ].map { Array($0.utf8) }

  /// The readings of U+00C0…U+024F and, behind them, U+1E00…U+1EFF.
  private static let latin: [Reading] = (Array(0xC0...0x24F) + Array(0x1E00...0x1EFF)).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)), let name = scalar.properties.name else { return .gap }
    let words = name.split(separator: " ")
    // "LATIN SMALL LETTER O WITH DIAERESIS" is an o.
    guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER" else { return .gap }
    let letter =
      words.count == 4 || words[4] == "WITH" ? String(words[3]) : words[3...].joined(separator: " ")
    let plain = named[letter] ?? (letter.utf8.count <= 2 ? letter.lowercased() : nil)
    return plain.map { .letters(Array($0.utf8)) } ?? .letters(Array(scalar.properties.lowercaseMapping.utf8))
  }

  /// Letters whose names are words.
  private static let named = [
    "ETH": "d", "THORN": "th", "SHARP S": "ss", "DOTLESS I": "i", "ENG": "n", "LONG S": "s", "KRA": "k",
  ]
}

/// Character references of HTML and XML that exports leave in texts.
enum Entities {
  /// The text with its references resolved; twice, because some exports escape what is escaped.
  static func decoded(_ source: [UInt8]) -> [UInt8] {
    let once = decodedOnce(source)
    return once.count == source.count ? once : decodedOnce(once)
  }

  private static func decodedOnce(_ source: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "&"),
        let end = source[index..<min(index + 12, source.count)].firstIndex(of: UInt8(ascii: ";")),
        let text = text(of: source[(index + 1)..<end])
      {
        result += text
        index = end + 1
      } else {
        result.append(source[index])
        index += 1
      }
    }
    return result
  }

  private static func text(of name: ArraySlice<UInt8>) -> [UInt8]? {
    let name = String(decoding: name, as: UTF8.self)
    if name.hasPrefix("#") {
      let isHexadecimal = name.dropFirst().first.map { "xX".contains($0) } ?? false
      let digits = name.dropFirst(isHexadecimal ? 2 : 1)
      return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init).map {
        Array(String(Character($0)).utf8)
      }
    }
    if let sign = signs[name] { return Array(sign.utf8) }
    // "&ouml;" is an o.
    guard let letter = name.first, marks.contains(String(name.dropFirst())) else {
      return greek.contains(name.lowercased()) ? Array(name.utf8) : nil
    }
    return Array(String(letter).utf8)
  }

  private static let signs = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
    "lsquo": "’", "rsquo": "’", "ldquo": "\"", "rdquo": "\"", "hellip": "…", "ge": "≥", "le": "≤",
    "szlig": "ss", "aelig": "ae", "AElig": "ae", "oslash": "o", "Oslash": "o", "micro": "µ",
  ]
  private static let marks: Set = [
    "uml", "acute", "grave", "circ", "tilde", "ring", "cedil", "caron", "slash",
  ]
  private static let greek: Set = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi",
    "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega",
  ]
}
