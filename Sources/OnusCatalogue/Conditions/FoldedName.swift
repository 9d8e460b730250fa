internal import OnusModel

/// A name in the form in which its spellings are equal.
///
/// Case, hyphens, accents and the possessive *'s* do not count, and "Sclerosis, Multiple" is "multiple
/// sclerosis". Singular and plural stay apart: the vocabularies list both.
func foldedName(_ name: some StringProtocol) -> String {
  let parts = splitAtCommas(name)
  let words = parts.reversed().flatMap { foldedWords($0) }
  return words.isEmpty ? name.trimmed.lowercased() : words.joined(separator: " ")
}

/// An identifier in the form in which it is looked up: case does not count, and no name has this form.
func foldedIdentifier(_ identifier: String) -> String { "id:" + identifier.trimmed.lowercased() }

/// Splits where a comma is followed by white space, as in inverted headings; "2,4-dinitrophenol" stays whole.
private func splitAtCommas(_ name: some StringProtocol) -> [String] {
  var parts = [""]
  var isAfterComma = false
  for character in name {
    if isAfterComma {
      if character.isWhitespace { parts.append("") } else { parts[parts.count - 1].append(",") }
      isAfterComma = false
    }
    if character == "," { isAfterComma = true } else { parts[parts.count - 1].append(character) }
  }
  return parts
}

private func foldedWords(_ text: String) -> [String] {
  var words: [String] = []
  var word = ""
  func finished(_ word: String) -> String {
    var word = word
    if word.hasSuffix("'s") { word.removeLast(2) }
    return word.filter { $0 != "'" }
  }
  for character in text.lowercased() {
    if character.isLetter || character.isNumber {
      word += plainLetters[character] ?? String(character)
    } else if "'’‘ʼ".contains(character) {
      word.append("'")
    } else if !word.isEmpty {
      words.append(finished(word))
      word = ""
    }
  }
  words.append(finished(word))
  return words.filter { !$0.isEmpty }
}

private let plainLetters: [Character: String] = {
  let letters = [
    "a": "áàâäãåā", "c": "çćč", "e": "éèêëēęě", "i": "íìîïī", "l": "ł", "n": "ñńň", "o": "óòôöõøō",
    "s": "śšş", "u": "úùûüūů", "y": "ýÿ", "z": "źżž", "ae": "æ", "oe": "œ", "ss": "ß",
  ]
  var table: [Character: String] = [:]
  for (plain, accented) in letters {
    for character in accented { table[character] = plain }
  }
  return table
}()
