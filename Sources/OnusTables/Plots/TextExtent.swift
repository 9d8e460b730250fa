/// How wide text is in DejaVu Sans, whose widths Verdana and Bitstream Vera share, or in what stands in for it.
///
/// Widths of Latin letters, digits and signs are those of the font; of other scripts the widest usual letter is
/// taken, and East Asian characters are as wide as they are high. A text drawn in a narrower font leaves a gap and
/// never runs into its neighbour.
enum TextExtent {
  /// The width of a text in user units.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + width(of: $1, isBold: isBold) }
    return Double(thousandths) * size / 1000
  }

  /// The text in lines that are no wider than a limit, broken between words where there are any.
  static func wrapped(_ text: String, to limit: Double, size: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if width(longer, size: size, isBold: isBold) <= limit {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, width(line + String(character), size: size, isBold: isBold) > limit {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func width(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
    if isCombining(scalar) { return 0 }
    let value = Int(scalar.value)
    if value < 0x20 { return 0 }
    if value < 0x7F { return isBold ? bold[value - 0x20] : regular[value - 0x20] }
    if value == 0xA0 { return width(of: " ", isBold: isBold) }
    if isWide(scalar) { return 1000 }
    if value < 0x250 { return isBold ? 780 : 680 }
    if value < 0x590 { return isBold ? 860 : 760 }
    if value < 0x900 { return 700 }
    return 1000
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// In thousandths of the size, from the blank to the tilde.
  private static let regular = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
    636,
    636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295,
    656,
    557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500,
    613,
    635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592,
    818,
    592, 592, 525, 636, 337, 636, 838,
  ]

  private static let bold = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696,
    696,
    696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372,
    775,
    637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500,
    675,
    716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652,
    924,
    645, 652, 582, 712, 365, 712, 838,
  ]
}
