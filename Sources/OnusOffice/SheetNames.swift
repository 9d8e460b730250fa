/// The names that sheets may have: 1 to 31 characters, none of `[ ] : * ? / \`, no apostrophe at an end, each
/// only once whatever the case of its letters, and not "History", which Excel keeps for itself.
///
/// Source: Microsoft, "Rename a worksheet" (support.microsoft.com).
package enum SheetNames {
  /// The most characters a name may have, counted as Excel counts them, in UTF-16.
  package static let limit = 31

  /// Allowed names, as near to the wanted ones as can be, in the same order.
  package static func allowed(for wanted: [String]) -> [String] {
    var taken: Set<String> = ["history"]
    return wanted.map { name in
      let base = cleaned(name)
      var candidate = shortened(base, to: limit)
      var number = 1
      while !taken.insert(candidate.lowercased()).inserted {
        number += 1
        let suffix = " (\(number))"
        candidate = shortened(base, to: limit - suffix.utf16.count) + suffix
      }
      return candidate
    }
  }

  private static func cleaned(_ name: String) -> String {
    var result = String(
      name.safeForXML.map { character in
        character.isNewline || "[]:*?/\\\t".contains(character) ? " " : character
      })
    while let last = result.last, last == "'" || last == " " { result.removeLast() }
    let start = result.drop { $0 == "'" || $0 == " " }
    return start.isEmpty ? "Sheet" : String(start)
  }

  private static func shortened(_ name: String, to length: Int) -> String {
    var result = name.prefix(utf16: length)
    // What stood within the name may now stand at its end.
    while let last = result.last, last == "'" || last == " " { result.removeLast() }
    return result.isEmpty ? "Sheet" : result
  }
}
