internal import OnusModel

/// Several names in one field, where a format has a field for each name and gets a list all the same.
struct PersonNameList {
  /// The names in their order.
  var names: [PersonName] = []
  /// Whether the list says that names are left out, "et al.".
  var isCut = false

  /// Takes apart names that are separated by semicolons, or by commas where it is certain that each part is
  /// a name.
  ///
  /// - Parameter areGivenNamesFirst: Whether "Ada Muster, Max Muster" are two people; otherwise that takes
  ///   three names, since it may also be one person with two family names.
  init(_ text: String, areGivenNamesFirst: Bool = false) {
    let text = Self.removingEtAl(text.collapsed, &isCut)
    for piece in text.split(separator: ";").map(\.trimmed) where !piece.isEmpty {
      // Most fields hold one name, and its commas are few.
      guard Self.canBeList(piece) else {
        if let name = PersonName(piece) { names.append(name) }
        continue
      }
      let list = Self.inverted(piece) ?? Self.natural(piece, minimum: areGivenNamesFirst ? 2 : 3) ?? [piece]
      names += list.compactMap(PersonName.init)
    }
  }

  /// Whether a text has a comma or a word that joins names.
  private static func canBeList(_ text: String) -> Bool {
    let commas = text.utf8.count { $0 == UInt8(ascii: ",") }
    return commas > 1 || text.utf8.contains(UInt8(ascii: "&")) || text.contains(" and ")
      || commas == 1 && text.utf8.count { $0 == 0x20 } > 2
  }

  private static func removingEtAl(_ text: String, _ isCut: inout Bool) -> String {
    let base = text.trimmingTail { $0 == "," || $0 == "." || $0.isWhitespace }
    // Most names end in another letter.
    guard let last = base.utf8.last, "lLaAmMsS".utf8.contains(last) else { return text }
    let lowercase = base.lowercased()
    for ending in ["et al", "et. al", "u.a", "uvm", "and others"] where lowercase.hasSuffix(ending) {
      let rest = String(base.dropLast(ending.count))
      guard rest.isEmpty || rest.last == " " || rest.last == "," else { continue }
      isCut = true
      return rest.trimmingTail { $0 == "," || $0 == "&" || $0.isWhitespace }
    }
    return text
  }

  private static func parts(_ text: String) -> [String] {
    text.replacing(" and ", with: ", ").replacing(" & ", with: ", ").split(separator: ",")
      .map(\.trimmed).filter { !$0.isEmpty }
  }

  /// The names of a list in which each family name is followed by initials: "Muster, K, Exempel, AC".
  private static func inverted(_ text: String) -> [String]? {
    let parts = parts(text)
    guard parts.count >= 4, parts.count.isMultiple(of: 2) else { return nil }
    let pairs = stride(from: 0, to: parts.count, by: 2).map { (parts[$0], parts[$0 + 1]) }
    let areNames = pairs.allSatisfy { family, given in
      given.split(separator: " ").allSatisfy { PersonName.isInitials(String($0)) }
        && !PersonName.isInitials(family)
    }
    return areNames ? pairs.map { "\($0.0), \($0.1)" } : nil
  }

  /// The names of a list in which given names come first: "Max Muster, Eva Exempel, Kim Beispiel".
  private static func natural(_ text: String, minimum: Int) -> [String]? {
    let parts = parts(text)
    guard parts.count >= minimum else { return nil }
    let areNames = parts.allSatisfy { part in
      part.contains(" ") && PersonName(part)?.given != nil
    }
    return areNames ? parts : nil
  }
}
