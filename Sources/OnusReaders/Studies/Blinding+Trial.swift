internal import OnusModel

extension Study.Blinding {
  /// Reads how many parties are blinded from a register's words: "Double (Participant, Investigator)",
  /// "Open Label", "double-blind"; `nil` when they do not say.
  init?(masking text: String) {
    let text = text.lowercased()
    func says(_ words: String...) -> Bool { words.contains { TrialDesign.says(text, $0) } }
    if says("quadruple") {
      self = .quadruple
    } else if says("triple") {
      self = .triple
    } else if says("double blind", "double-blind", "double mask", "double-mask", "doubleblind") {
      self = .double
    } else if says("single blind", "single-blind", "single mask", "single-mask", "singleblind") {
      self = .single
    } else if text == "double" || text.hasPrefix("double (") {
      self = .double
    } else if text == "single" || text.hasPrefix("single (") {
      self = .single
    } else if says(
      "open label", "open-label", "no masking", "not masked", "masking not used", "unblinded", "open: yes")
      || Self.saysOpen(text) || text.hasPrefix("none") || text == "no"
    {
      self = .none
    } else {
      return nil
    }
  }

  /// Whether "open" is one of the words, and not a field that is answered with no.
  private static func saysOpen(_ text: String) -> Bool {
    TrialDesign.says(text, "open") && text.split { !$0.isLetter && $0 != "-" }.contains("open")
  }

  /// The parties in the parentheses behind the number of them: "Double (Participant, Investigator)".
  static func parties(in text: String) -> [String] {
    guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
      return []
    }
    let inside = text[text.index(after: open)..<close]
    let isNobody = ["open", "not used"].contains { inside.lowercased().contains($0) }
    guard !isNobody else { return [] }
    return inside.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
  }
}
