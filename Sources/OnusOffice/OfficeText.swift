extension String {
  /// The text with everything replaced by U+FFFD that XML 1.0 does not allow, or that would reorder the text
  /// around it; the three kinds of line breaks become one.
  ///
  /// Source: W3C, Extensible Markup Language (XML) 1.0, fifth edition, section 2.2.
  package var safeForXML: String {
    var result = String.UnicodeScalarView()
    var follows: Unicode.Scalar?
    for scalar in unicodeScalars {
      defer { follows = scalar }
      switch scalar.value {
      case 0x0A: if follows != "\r" { result.append("\n") }
      case 0x0D: result.append("\n")
      case 0x09: result.append("\t")
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text with what Excel would take for the escape of a character, such as `_x0041_`, escaped itself.
  ///
  /// Source: ECMA-376, Part 1, section 22.9.2.19 (ST_Xstring).
  package var withoutEscapes: String {
    guard contains("_x") else { return self }
    return replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }

  /// The longest beginning of the text with at most some number of UTF-16 units and no character cut apart.
  package func prefix(utf16 limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var length = 0
    return String(
      prefix { character in
        length += character.utf16.count
        return length <= limit
      })
  }
}
