internal import OnusModel

/// The keys under which a list's records are cited.
///
/// A record's key depends on the record alone, so it stays when others come or go: its own key where its
/// file had one, else the first author's family name, the year and the PMID or the first long word of the
/// title. Only where two records would have the same key does the later one get a number.
struct CitationKeys {
  private var used = Set<String>()
  /// The last number behind each key that more than one record would have.
  private var numbers: [String: Int] = [:]

  /// The key of the list's next record.
  mutating func next(for reference: Reference) -> String {
    let key = reference.citationKey
    var candidate = key
    // BibTeX does not tell upper from lower case in keys.
    while !used.insert(candidate.lowercased()).inserted {
      let number = numbers[key.lowercased(), default: 1] + 1
      numbers[key.lowercased()] = number
      candidate = "\(key)-\(number)"
    }
    return candidate
  }
}

extension Reference {
  fileprivate var citationKey: String {
    if let key = identifier(.key).map(Self.usable), !key.isEmpty { return key }
    let first = authors.first ?? contributors.first
    let name = Self.letters(first?.family ?? first?.literal?.split(separator: " ").first.map(String.init))
    let start = (name.isEmpty ? "Anonymous" : name) + (year.map(String.init) ?? "")
    if let pmid = identifier(.pmid) { return "\(start)-\(Self.usable(pmid))" }
    let words = title?.split { !$0.isLetter && !$0.isNumber }.map { Self.letters(String($0)) } ?? []
    guard let word = words.first(where: { $0.count > 3 }) ?? words.first, !word.isEmpty else { return start }
    return "\(start)-\(word.lowercased())"
  }

  /// The letters and digits of ASCII, with those under diacritics.
  private static func letters(_ text: String?) -> String {
    var result = ""
    for scalar in (text ?? "").unicodeScalars {
      if scalar.isASCII {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          result.unicodeScalars.append(scalar)
        }
      } else {
        result += plainLetters[scalar] ?? scalar.letterWithoutMarks ?? ""
      }
    }
    return result
  }

  /// The text without what ends or breaks a key in BibTeX.
  private static func usable(_ text: String) -> String {
    String(
      text.filter { character in
        !character.isWhitespace && !"{}(),\"'=#%~\\$&".contains(character)
          && character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      })
  }

  private static let plainLetters: [Unicode.Scalar: String] = [
    "ß": "ss", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Þ": "Th", "þ": "th", "ı": "i",
  ]
}

extension Unicode.Scalar {
  /// The Latin letter in the character's name: "LATIN SMALL LETTER O WITH DIAERESIS" is an o.
  fileprivate var letterWithoutMarks: String? {
    guard let words = properties.name?.split(separator: " "), words.count > 4, words[0] == "LATIN",
      words[2] == "LETTER", words[3].count == 1, words[4] == "WITH"
    else { return nil }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}
