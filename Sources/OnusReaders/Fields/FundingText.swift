internal import OnusModel

extension Grant {
  /// The grants of a text such as "Example Trust [ET/454, ET/455]; Example Council", as Web of Science and
  /// Scopus write them.
  static func all(in text: String) -> [Grant] {
    text.split(separator: ";").flatMap { piece -> [Grant] in
      let piece = piece.collapsed
      guard !piece.isEmpty else { return [] }
      guard piece.hasSuffix("]"), let bracket = piece.firstIndex(of: "[") else {
        return [Grant(number: nil, acronym: nil, agency: piece, country: nil)]
      }
      let agency = piece[..<bracket].trimmed
      let numbers = piece[bracket...].dropFirst().dropLast().split(separator: ",").map(\.trimmed)
      return numbers.map {
        Grant(number: $0, acronym: nil, agency: agency.isEmpty ? nil : agency, country: nil)
      }
    }
  }
}
