internal import OnusModel

extension SubjectHeading {
  /// The heading of a text such as "Occupational Health/*history/trends", whose stars mark the main topics.
  init(text: String) {
    let parts = text.split(separator: "/").map { piece in
      let piece = piece.trimmed
      let isMajor = piece.hasPrefix("*")
      return Part(Term(isMajor ? String(piece.dropFirst()) : piece), isMajor: isMajor)
    }
    self.init(parts.first ?? Part(Term(text)), qualifiers: Array(parts.dropFirst()))
  }
}
