extension Workbook {
  /// The most characters that Excel takes in one cell, counted in UTF-16.
  ///
  /// Source: Microsoft, "Excel specifications and limits" (support.microsoft.com).
  package static let longestText = 32_767

  /// The most links that Excel opens on one sheet, by the same source.
  package static let mostLinks = 65_530

  /// The longest address that Excel follows, by the same source.
  package static let longestAddress = 2_079

  /// The height of the highest row, in points, by the same source.
  package static let highestRow = 409.0

  /// What stands at the end of a text that had to be cut.
  package static let cutMark = "… [cut: longer than a cell can be]"

  /// The pieces without what XML cannot hold, without empty ones, and cut where they are too long for a cell.
  package static func fitting(_ runs: [Run]) -> [Run] {
    var clean: [Run] = []
    for run in runs where !run.text.isEmpty {
      let text = run.text.safeForXML
      if let last = clean.last, last.isBold == run.isBold, last.isRaised == run.isRaised {
        clean[clean.count - 1].text += text
      } else {
        clean.append(Run(text, isBold: run.isBold, isRaised: run.isRaised))
      }
    }
    guard clean.reduce(0, { $0 + $1.text.utf16.count }) > longestText else { return clean }
    var room = longestText - cutMark.utf16.count
    var cut: [Run] = []
    for run in clean where room > 0 {
      let text = run.text.prefix(utf16: room)
      // A piece that does not fit whole is the last one, even where a single character had to be left out.
      room = text == run.text ? room - text.utf16.count : 0
      if !text.isEmpty { cut.append(Run(text, isBold: run.isBold, isRaised: run.isRaised)) }
    }
    return cut + [Run(cutMark)]
  }
}
