extension Character {
  /// The number of terminal columns the character takes: 2 for East Asian wide characters and emoji, 0 for
  /// marks that sit on another character, otherwise 1.
  ///
  /// The ranges are the blocks that Unicode Standard Annex 11 classes as wide or full-width.
  var displayWidth: Int {
    if isASCII { return 1 }
    var width = 0
    for scalar in unicodeScalars {
      // A variation selector 16 asks for the emoji form of the character before it.
      width = scalar.value == 0xFE0F ? 2 : max(width, scalar.displayWidth)
    }
    return width
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    return switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension String {
  /// The number of terminal columns the text takes.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text with the characters replaced that would steer a terminal or reorder the line around them.
  var withoutControls: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: result.append(" ")
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text broken into lines of at most some width, between words where that is possible.
  ///
  /// - Precondition: The width is at least 2, the width of one wide character.
  func wrapped(to width: Int) -> [String] {
    precondition(width >= 2, "nothing fits on a line narrower than one wide character")
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ") {
      for (index, piece) in String(word).broken(at: width).enumerated() {
        let size = piece.displayWidth
        if used > 0, index == 0, used + 1 + size <= width {
          line += " " + piece
          used += 1 + size
        } else {
          if used > 0 { lines.append(line) }
          line = piece
          used = size
        }
      }
    }
    lines.append(line)
    return lines
  }

  private func broken(at width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in self {
      if used + character.displayWidth > width {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += character.displayWidth
    }
    pieces.append(piece)
    return pieces
  }
}
