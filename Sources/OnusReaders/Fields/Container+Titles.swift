internal import OnusModel

extension Container {
  /// Adds a title that a form calls the short or the other one, wherever it belongs.
  ///
  /// Programs put NLM's abbreviation where the whole title should be, and the whole title into the field for
  /// another one; which is which is told by their words.
  mutating func addOtherTitle(_ text: String) {
    guard let title else {
      self.title = text
      return
    }
    guard ![title, abbreviation].contains(text), !otherTitles.contains(text) else { return }
    if abbreviation == nil, Self.isAbbreviation(title, of: text) {
      abbreviation = title
      self.title = text
    } else if abbreviation == nil, text.count <= title.count {
      abbreviation = text
    } else {
      otherTitles.append(text)
    }
  }

  /// Whether a title is made of the first letters of another's words: "J Invent Trials" and "The Journal of
  /// Invented Trials".
  static func isAbbreviation(_ short: String, of long: String) -> Bool {
    guard short.count < long.count else { return false }
    func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    let articles: Set = ["the", "a", "an", "le", "la", "les", "l", "der", "die", "das", "el", "il"]
    var rest = words(long)[...]
    if rest.count > 1, let first = rest.first, articles.contains(first), words(short).first != first {
      rest.removeFirst()
    }
    var isFirst = true
    for word in words(short) {
      // Words may be left out, such as "of", but never the first.
      guard let index = rest.firstIndex(where: { $0.hasPrefix(word) }), !isFirst || index == rest.startIndex
      else { return false }
      rest = rest[(index + 1)...]
      isFirst = false
    }
    return !isFirst
  }
}
