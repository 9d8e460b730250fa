extension String {
  /// Whether the text has characters of a script that runs from right to left.
  var hasRightToLeft: Bool { unicodeScalars.contains { $0.isRightToLeft } }

  /// Whether the first letter belongs to a script that runs from right to left.
  var startsRightToLeft: Bool {
    unicodeScalars.first { $0.isRightToLeft || $0.properties.isAlphabetic }?.isRightToLeft ?? false
  }

  /// The text in pieces of one direction; signs and digits go with the letters before them.
  var directions: [(words: String, isRightToLeft: Bool)] {
    guard hasRightToLeft else { return isEmpty ? [] : [(self, false)] }
    var pieces: [(words: String, isRightToLeft: Bool)] = []
    for character in self {
      let isRightToLeft = character.unicodeScalars.contains { $0.isRightToLeft }
      let isLetter = isRightToLeft || character.isLetter
      if let last = pieces.last, !isLetter || last.isRightToLeft == isRightToLeft {
        pieces[pieces.count - 1].words.append(character)
      } else {
        pieces.append((String(character), isRightToLeft))
      }
    }
    return pieces
  }
}

extension Unicode.Scalar {
  /// Whether the character belongs to a script that runs from right to left.
  var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
