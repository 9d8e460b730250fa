internal import OnusModel

extension BibTeX {
  /// The people of a field, whose names are joined by `and`.
  ///
  /// - Returns: The names, and whether the list ends with "others".
  static func names(_ value: String, role: Contributor.Role) -> (people: [Contributor], isCut: Bool) {
    var people: [Contributor] = []
    var isCut = false
    for name in TeXWords.split(value, at: "and") {
      let text = TeXText.plain(name)
      if text == "others" || text == "et al." {
        isCut = true
      } else if let person = person(name, role: role) {
        people.append(person)
      }
    }
    return (people, isCut)
  }

  private static func person(_ name: String, role: Contributor.Role) -> Contributor? {
    let parts = TeXWords.split(name, at: ",").map(\.trimmed)
    guard let first = parts.first, name.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    if let named = namedParts(parts, role: role) { return named }
    guard parts.count > 1 else { return naturalName(first, role: role) }
    let words = TeXWords.words(first)
    let particles = words.dropLast().lastIndex(where: TeXWords.isLowercase).map { words[...$0] } ?? []
    let given = parts.count > 2 ? parts[2...].joined(separator: ", ") : parts[1]
    let suffix = parts.count > 2 ? parts[1] : ""
    // "Smith, John, Jr." is how many write it who do not know the order that BibTeX asks for.
    let isSwapped = parts.count == 3 && PersonName.isSuffix(TeXText.plain(parts[2]))
    return contributor(
      role: role, particles: particles, family: words.dropFirst(particles.count),
      given: isSwapped ? parts[1] : given, suffix: isSwapped ? parts[2] : suffix)
  }

  /// "Ludwig van Beethoven": the words in lower case and all behind them are the family name.
  private static func naturalName(_ text: String, role: Contributor.Role) -> Contributor {
    let words = TeXWords.words(text)
    let plain = TeXText.plain(text)
    let isBraced = words.count == 1 && words[0].hasPrefix("{") && !words[0].hasPrefix("{\\")
    guard words.count > 1 || !isBraced, !isBraced, !PersonName.isGroup(plain) else {
      return Contributor(role: role, literal: plain)
    }
    guard let start = words.dropLast().firstIndex(where: TeXWords.isLowercase), start > 0 else {
      // A name that starts in lower case has no given names.
      let isAllFamily = words.count > 1 && TeXWords.isLowercase(words[0])
      return contributor(
        role: role, particles: isAllFamily ? words.dropLast() : [], family: words.suffix(1),
        given: isAllFamily ? "" : words.dropLast().joined(separator: " "), suffix: "")
    }
    let end = words.dropLast().lastIndex(where: TeXWords.isLowercase) ?? start
    return contributor(
      role: role, particles: words[start...end], family: words[(end + 1)...],
      given: words[..<start].joined(separator: " "), suffix: "")
  }

  /// BibLaTeX's "given=Ada, family=Muster, prefix=von".
  private static func namedParts(_ parts: [String], role: Contributor.Role) -> Contributor? {
    var values: [String: String] = [:]
    for part in parts {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let name = part[..<equals].trimmed.lowercased()
      guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
      values[name] = part[part.index(after: equals)...].trimmed
    }
    guard let family = values["family"] ?? values["given"] else { return nil }
    let particles = values["prefix"].map { [$0][...] } ?? []
    return contributor(
      role: role, particles: particles, family: [family],
      given: values["family"] == nil ? "" : values["given"] ?? "",
      suffix: values["suffix"] ?? "")
  }

  private static func contributor(
    role: Contributor.Role, particles: ArraySlice<String>, family: ArraySlice<String>, given: String,
    suffix: String
  ) -> Contributor {
    func text(_ raw: String) -> String? {
      let text = TeXText.plain(raw)
      return text.isEmpty ? nil : text
    }
    let particle = text(particles.joined(separator: " "))
    let name = [particle, text(family.joined(separator: " "))].compactMap { $0 }
    let joint = particle?.last.map { "'’".contains($0) } ?? false ? "" : " "
    var contributor = Contributor(
      role: role, family: name.isEmpty ? nil : name.joined(separator: joint), given: text(given),
      suffix: text(suffix))
    if let particle { contributor.attributes["particle"] = particle }
    return contributor
  }
}

/// The words of a text in which braces hold together what they enclose.
enum TeXWords {
  /// The pieces between a word or a character outside braces.
  static func split(_ text: String, at separator: String) -> [String] {
    var pieces: [String] = [""]
    if separator.count == 1 {
      walk(text) { character, depth in
        if depth == 0, String(character) == separator {
          pieces.append("")
        } else {
          pieces[pieces.count - 1].append(character)
        }
      }
      return pieces
    }
    for word in words(text, separators: { $0.isWhitespace }) {
      if word.lowercased() == separator {
        pieces.append("")
      } else {
        pieces[pieces.count - 1] += (pieces[pieces.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// The words between white space or ties outside braces.
  static func words(_ text: String) -> [String] { words(text) { $0.isWhitespace || $0 == "~" } }

  private static func words(_ text: String, separators isSeparator: (Character) -> Bool) -> [String] {
    var words: [String] = []
    var isOpen = false
    var previous: Character?
    walk(text) { character, depth in
      // The tie behind a backslash is an accent.
      if depth == 0, isSeparator(character), previous != "\\" {
        isOpen = false
      } else if isOpen {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
        isOpen = true
      }
      previous = character
    }
    return words
  }

  private static func walk(_ text: String, _ body: (Character, Int) -> Void) {
    var depth = 0
    for character in text {
      if character == "}" { depth = max(0, depth - 1) }
      body(character, depth)
      if character == "{" { depth += 1 }
    }
  }

  /// Whether a word starts in lower case; one in braces has no case unless a command is first in them.
  static func isLowercase(_ word: String) -> Bool {
    if word.hasPrefix("{"), !word.hasPrefix("{\\") { return false }
    return TeXText.plain(word).first { $0.isLetter }?.isLowercase ?? false
  }
}
