extension MARCXML {
  /// What kind of document a record describes, in CSL's terms, by the leader's sixth and seventh codes.
  static func type(_ record: MARCRecord) -> String {
    if record.has("502") { return "thesis" }
    switch record.code(6) {
    case "c", "d": return "musical_score"
    case "e", "f": return "map"
    case "g": return "motion_picture"
    case "i", "j": return "song"
    case "k", "r": return "graphic"
    // Many call a book for the screen a computer file.
    case "m": return record.has("020") ? "book" : record.has("773") ? partType(record) : "software"
    case "a", "t": return textType(record)
    default: return record.has("020") ? "book" : record.has("773") ? partType(record) : "document"
    }
  }

  private static func textType(_ record: MARCRecord) -> String {
    switch record.code(7) {
    case "a", "b": partType(record)
    case "s": "periodical"
    case "i": "webpage"
    default: record.has("773") && !record.has("020") ? partType(record) : "book"
    }
  }

  /// A part of a journal is known by the journal's ISSN or by volume and pages.
  private static func partType(_ record: MARCRecord) -> String {
    guard let host = record.first("773") else { return record.code(7) == "b" ? "article-journal" : "chapter" }
    if record.code(7) == "b" || host.peek("x") != nil { return "article-journal" }
    if host.peek("z") != nil { return "chapter" }
    let parts = record.all("773").flatMap { $0.all("g") + $0.all("q") }.map(HostParts.init)
    return parts.contains { $0.volume != nil } ? "article-journal" : "chapter"
  }
}
