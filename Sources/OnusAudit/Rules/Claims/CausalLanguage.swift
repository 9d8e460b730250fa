/// How strongly a text says that one thing makes another happen.
///
/// The levels are those of Sumner 2014 and Adams 2017 in short: readers tell "makes" from "can make", and do not
/// tell "may" from "is linked with".
enum CausalLanguage: Int, Comparable {
  /// No word of cause.
  case none
  /// May, might, seems to.
  case conditional
  /// Can cause, is able to.
  case able
  /// Causes, improves, prevents, works.
  case direct

  static func < (left: CausalLanguage, right: CausalLanguage) -> Bool { left.rawValue < right.rawValue }

  /// The strongest level of a text, with the words that show it.
  static func strongest(in text: String) -> (level: CausalLanguage, words: String)? {
    let words = text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    var hedge: String?
    var found: (level: CausalLanguage, words: String)?
    for (index, word) in words.enumerated() {
      if hedges.contains(word) { hedge = word }
      if word == "can" || word == "able" { hedge = nil }
      guard verbs.contains(word) || isKeepingFrom(words, at: index) else { continue }
      let isAble =
        index > 0 && (words[index - 1] == "can" || words[index - 1] == "to" && words.contains("able"))
      let level: CausalLanguage = hedge != nil ? .conditional : isAble ? .able : .direct
      if found.map({ level > $0.level }) ?? true { found = (level, word) }
    }
    return found
  }

  /// "Keeps … from …ing", which means prevents.
  private static func isKeepingFrom(_ words: [String], at index: Int) -> Bool {
    guard ["keep", "keeps", "kept", "keeping"].contains(words[index]) else { return false }
    guard let from = words[index...].firstIndex(of: "from"), from + 1 < words.count else { return false }
    return words[from + 1].hasSuffix("ing")
  }

  private static let hedges: Set<String> = [
    "may", "might", "could", "appears", "appear", "seems", "seem", "suggests", "suggest", "probably",
    "possibly",
    "perhaps", "potential", "potentially", "likely",
  ]

  /// Verbs that say that something is done, in the third person and the plain form.
  private static let verbs: Set<String> = [
    "causes", "cause", "reduces", "reduce", "increases", "increase", "improves", "improve", "prevents",
    "prevent",
    "treats", "cures", "cure", "makes", "make", "leads", "results", "protects", "protect", "relieves",
    "relieve",
    "stops", "stop", "halts", "halt", "slows", "slow", "restores", "restore", "eliminates", "eliminate",
    "works",
    "helps", "help", "heals", "heal", "raises", "lowers", "lower", "boosts", "boost", "strengthens",
    "strengthen",
    "normalises", "normalizes", "regain", "regains", "oppose", "opposes", "blocks",
  ]
}
