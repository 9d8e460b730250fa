extension StringProtocol {
  /// The text on one line and without control characters, for forms in which a line break ends a value.
  ///
  /// Other white space, such as the thin space between a number and its unit, stays as it is.
  var onOneLine: String {
    var line = ""
    line.reserveCapacity(utf8.count)
    var isAfterBreak = false
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": isAfterBreak = true
      case _ where scalar.properties.generalCategory == .control: continue
      default:
        if isAfterBreak, scalar != " ", !line.isEmpty, line.last != " " { line += " " }
        isAfterBreak = false
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
