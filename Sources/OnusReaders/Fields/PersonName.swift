internal import OnusModel

/// A contributor's name as reference lists write it, taken apart.
///
/// "Family, Given" and "Family, Given, Suffix" are what most formats ask for; what people write is also
/// "Given Family", "Family GN", a group's name, a comma too many, or several names at once.
struct PersonName: Hashable {
  var family: String?
  var given: String?
  var suffix: String?
  /// Academic titles and forms of address in front of the name.
  var title: String?
  /// The whole name of a group, or of a person whose parts cannot be told.
  var literal: String?

  /// Takes a name apart; `nil` when there is nothing but punctuation.
  init?(_ text: String) {
    let text = text.collapsed
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    let base = text.trimmingTail { $0 == "," || $0 == ";" || $0.isWhitespace }
    let parts = base.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    if parts.count > 1 {
      guard !Self.isGroup(parts[0]) || Self.isPerson(family: parts[0], given: parts.dropFirst()) else {
        literal = base
        return
      }
      readInverted(parts)
    } else {
      let words = base.split(separator: " ").map(String.init)
      // Reference managers ask for a comma behind the name of a group; many put one where none belongs.
      let endsInComma = base.count < text.count
      let isPerson = !Self.isGroup(base) && (!endsInComma || words.contains(where: Self.isInitial))
      guard isPerson, readNatural(words) else {
        literal = base
        return
      }
    }
  }

  /// Creates a name from the parts that a file gives; an empty part counts as none.
  init?(family: String?, given: String?, suffix: String? = nil) {
    self.family = family.flatMap { $0.trimmed.isEmpty ? nil : $0.collapsed }
    self.given = given.flatMap { $0.trimmed.isEmpty ? nil : $0.collapsed }
    self.suffix = suffix.flatMap { $0.trimmed.isEmpty ? nil : $0.collapsed }
    guard self.family != nil || self.given != nil else { return nil }
    if self.family == nil {
      self.family = self.given
      self.given = nil
    }
  }

  /// Creates a name that is not taken apart.
  init(literal: String) { self.literal = literal }

  /// The name as a contributor.
  func contributor(role: Contributor.Role) -> Contributor {
    var contributor = Contributor(
      role: role, family: family, given: given, suffix: suffix, literal: literal)
    if let given, (2...4).contains(given.count), given.allSatisfy({ $0.isLetter && $0.isUppercase }) {
      contributor.initials = given
    }
    if let title { contributor.attributes["title"] = title }
    return contributor
  }

  // MARK: Family first

  private mutating func readInverted(_ parts: [String]) {
    var family = parts[0]
    var rest = Array(parts[1...])
    if let index = rest.firstIndex(where: Self.isSuffix), rest.count > 1 || parts.count == 2 {
      suffix = rest.remove(at: index)
    }
    takeTitle(from: &family)
    var given = rest.joined(separator: ", ")
    if suffix == nil { takeSuffix(from: &family) }
    if suffix == nil { takeSuffix(from: &given) }
    self.family = family
    self.given = given.isEmpty ? nil : given
  }

  private mutating func takeTitle(from name: inout String) {
    var words = name.split(separator: " ")
    let titles = words.prefix { Self.titles.contains($0.lowercased()) }
    guard !titles.isEmpty, titles.count < words.count else { return }
    title = titles.joined(separator: " ")
    words.removeFirst(titles.count)
    name = words.joined(separator: " ")
  }

  private mutating func takeSuffix(from name: inout String) {
    guard let blank = name.lastIndex(of: " ") else { return }
    let last = String(name[name.index(after: blank)...])
    guard Self.isSuffix(last) else { return }
    suffix = last
    name = name[..<blank].trimmed
  }

  // MARK: Given names first

  private mutating func readNatural(_ allWords: [String]) -> Bool {
    var name = allWords.joined(separator: " ")
    takeTitle(from: &name)
    takeSuffix(from: &name)
    let words = name.split(separator: " ").map(String.init)
    guard (1...5).contains(words.count), words.allSatisfy(Self.canBeInName) else { return false }
    guard words.count > 1 else {
      // One word in capitals is an abbreviation.
      guard words[0].contains(where: \.isLowercase), words[0].contains(where: \.isUppercase) else {
        return false
      }
      family = words[0]
      return true
    }
    if Self.isInitials(words[words.count - 1]), !Self.isInitials(words[0]) {
      family = words.dropLast().joined(separator: " ")
      given = words[words.count - 1]
      return true
    }
    let particle = words.dropFirst().dropLast().firstIndex { $0.first?.isLowercase ?? false }
    let start = particle ?? words.count - 1
    given = words[..<start].joined(separator: " ")
    family = words[start...].joined(separator: " ")
    return true
  }

  private static func canBeInName(_ word: String) -> Bool {
    guard let first = word.first, !word.contains(where: \.isNumber) else { return false }
    // "d’Exemple", "al-Muster".
    return word.contains(where: \.isUppercase) || first.isLetter && !first.isLowercase
      || particles.contains(word.lowercased())
  }
}

// MARK: - What words tell

extension PersonName {
  static func isSuffix(_ word: String) -> Bool { suffixes.contains(word.lowercased()) }

  /// Whether a word is an initial with a full stop: "F.", "A.J.", "J.-P.".
  private static func isInitial(_ word: String) -> Bool { word.contains(".") && isInitials(word) }

  /// Whether a word is made of initials: "F.", "A.J.", "JA", "J.-P.".
  static func isInitials(_ word: String) -> Bool {
    let letters = word.filter(\.isLetter)
    guard (1...4).contains(letters.count), letters.allSatisfy(\.isUppercase) else { return false }
    return word.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0 == "‐" }
  }

  /// Whether a name holds a word that only groups have.
  ///
  /// "William H. Press" holds one and is no group.
  static func isGroup(_ name: String) -> Bool {
    guard hasGroupWord(name) else { return false }
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 2, let last = words.last, surnames.contains(last.lowercased()) else { return true }
    return hasGroupWord(words[0]) || !words[1..<(words.count - 1)].allSatisfy(isInitial)
  }

  private static func hasGroupWord(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter && $0 != "&" }
    return words.contains { word in
      groupWords.contains(String(word)) || word.hasPrefix("universit") || word.hasPrefix("institut")
    }
  }

  /// Whether what stands behind the comma makes a word of groups the name of a person.
  ///
  /// It does in "Press, William H.", but not in "Group, Multiple Example Study", as programs turn the names of
  /// groups around.
  private static func isPerson(family: String, given: ArraySlice<String>) -> Bool {
    guard !family.contains(" "), given.dropFirst().allSatisfy(isSuffix) else { return false }
    let words = given.joined(separator: " ").split(separator: " ").map(String.init)
    let areNames = words.allSatisfy { word in
      (word.first?.isUppercase ?? false) && !hasGroupWord(word) && !word.contains(where: \.isNumber)
    }
    guard areNames, words.count <= 3 else { return false }
    if surnames.contains(family.lowercased()) { return true }
    // Of other words only initials tell, which have a full stop or are two capitals at most.
    let isPlural = family.hasSuffix("s") || family.hasSuffix("s'")
    return !isPlural && words.contains { isInitial($0) || isInitials($0) && $0.count <= 2 }
  }

  /// Words of groups that are as well known as family names.
  private static let surnames: Set = ["bank", "board", "force", "press", "staff"]

  private static let suffixes: Set = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd", "3rd", "4th"]

  private static let titles: Set = [
    "dr", "dr.", "prof", "prof.", "dr.-ing.", "dipl.-ing.", "mr.", "mrs.", "ms.", "sir", "dame",
  ]

  private static let particles: Set = [
    "van", "von", "de", "der", "den", "del", "della", "dello", "di", "da", "dal", "do", "dos", "das", "du",
    "la", "le", "los", "ten", "ter", "te", "af", "av", "el", "al", "bin", "ibn", "zu", "zur", "zum", "y",
    "'t", "in", "op", "het", "vom", "e",
  ]

  private static let groupWords: Set = [
    "academy", "administration", "agency", "alliance", "association", "authority", "authors", "bank", "board",
    "bureau", "center", "centre", "clinic", "club", "collaboration", "collaborative", "collaborators",
    "college",
    "commission", "committee", "company", "consortium", "corporation", "council", "department", "division",
    "dept", "federation", "force", "forum", "foundation", "gesellschaft", "gmbh", "government", "group",
    "hospital", "inc", "initiative", "international", "investigators", "klinik", "laboratories", "laboratory",
    "library", "ltd", "llc", "ministry", "national", "network", "office", "organisation", "organization",
    "panel",
    "partners", "press", "program", "programme", "project", "registry", "research", "school", "section",
    "service", "services", "society", "staff", "study", "survey", "task", "team", "trial", "trialists",
    "trust",
    "union", "unit", "united", "verein", "working", "world", "of", "for", "and", "und", "the", "&", "für",
  ]
}

extension String {
  func trimmingTail(_ isDropped: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isDropped(last) { text.removeLast() }
    return String(text)
  }
}
