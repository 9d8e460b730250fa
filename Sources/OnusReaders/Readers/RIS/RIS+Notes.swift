internal import OnusModel

extension RIS {
  /// Reads notes: words of people, labels of ASReview, and EBSCO's record in one paragraph.
  static func readNotes(_ record: inout TextRecord, into reference: inout Reference) {
    for note in record.takeLines(["N1", "RN"]) {
      let text = note.split(whereSeparator: \.isNewline).map(\.collapsed).joined(separator: "\n")
      if let labels = screeningLabels(text) {
        reference.keywords += labels.map { Keyword($0, owner: "ASReview") }
        continue
      }
      NoteLines.read(text.split(whereSeparator: \.isNewline).map(String.init), into: &reference)
      if text.split(separator: " ").count <= 2, text.lowercased().hasPrefix("doi"),
        let doi = DOIText.first(in: text)
      {
        add(doi, to: &reference)
      }
      if text.hasPrefix("Accession Number:") { readDatabaseNote(text, into: &reference) }
    }
    readWorkTypes(&record, into: &reference)
  }

  /// The labels in a note that holds nothing else, also as Zotero wraps it up.
  private static func screeningLabels(_ text: String) -> [String]? {
    let plain = text.replacing("<p>", with: " ").replacing("</p>", with: " ")
    let words = plain.split { $0.isWhitespace || ";,".contains($0) }.map(String.init)
    return !words.isEmpty && words.allSatisfy { $0.hasPrefix("ASReview_") } ? words : nil
  }

  /// Reads EBSCO's record in one paragraph.
  ///
  /// For example "Accession Number: 1367. Language: English. Publication Type: Journal Article; research.".
  private static func readDatabaseNote(_ text: String, into reference: inout Reference) {
    func value(_ label: String) -> String? {
      guard let range = text.firstRange(of: label + ": ") else { return nil }
      let rest = text[range.upperBound...]
      let end = rest.firstRange(of: ". ")?.lowerBound ?? rest.endIndex
      let value = rest[..<end].trimmed.trimmingTail { $0 == "." }
      return value.isEmpty ? nil : value
    }
    if let number = value("Accession Number") {
      add(Identifier(.accession, number), to: &reference)
    }
    if let number = value("PMID").map({ $0.filter(\.isASCIIDigit) }), !number.isEmpty {
      add(Identifier(.pmid, number), to: &reference)
    }
    if reference.languages.isEmpty, let language = value("Language") {
      reference.languages = [LanguageTag.tag(for: language)]
    }
    let types = value("Publication Type")?.split(separator: ";").map(\.trimmed) ?? []
    reference.publicationTypes += types.filter { !$0.isEmpty }.map { Term($0) }
  }

  /// Reads what a database says the document is; PsycINFO's classification is no such thing.
  private static func readWorkTypes(_ record: inout TextRecord, into reference: inout Reference) {
    let types = record.takeEach("M3") { text in
      text.hasSuffix("]") || text.count > 100 ? nil : text.split(separator: ";").map(\.trimmed)
    }
    for type in types.joined() where !type.isEmpty {
      let term = Term(type)
      if !reference.publicationTypes.contains(term) { reference.publicationTypes.append(term) }
    }
    // EndNote puts the number of a report or the issue of a journal here, others whatever they like.
    if reference.issue == nil, reference.number == nil, let text = record.value("M1"), text.count <= 10,
      text.contains(where: \.isASCIIDigit), !text.contains(where: \.isWhitespace)
    {
      let number = record.take("M1")
      if reference.type.hasPrefix("article-") { reference.issue = number } else { reference.number = number }
    }
  }
}
