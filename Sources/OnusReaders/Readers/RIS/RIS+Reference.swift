internal import OnusModel

extension RIS {
  /// The reference that a record describes.
  static func reference(_ record: TextRecord) -> Reference {
    var record = record
    var reference = Reference(location: record.location)
    let isEditedBook = readType(&record, into: &reference)
    readTitles(&record, into: &reference)
    readContributors(&record, isEditedBook: isEditedBook, into: &reference)
    readNumbers(&record, into: &reference)
    readDates(&record, into: &reference)
    readIdentifiers(&record, into: &reference)
    readAddresses(&record, into: &reference)
    readNotes(&record, into: &reference)
    readTexts(&record, into: &reference)
    refineGeneric(&reference)
    reference.kept = record.unread
    return reference
  }

  /// Reads the type; whether it is that of a book whose authors are its editors.
  private static func readType(_ record: inout TextRecord, into reference: inout Reference) -> Bool {
    let names = record.values("TY")
    // Of several the last one counts, as it would in a program that reads line by line.
    guard let name = names.last, let type = type(name) else {
      reference.type = "document"
      _ = record.takeEach("TY") { $0.isEmpty ? true : nil }
      return false
    }
    _ = record.takeEach("TY") { $0 == name ? true : nil }
    reference.type = type
    if type == "book", let part = record.values("M3").lazy.compactMap({ parts[$0.lowercased()] }).first {
      reference.type = part
    }
    return name.uppercased() == "EDBOOK"
  }

  /// What Scopus says of a part of a serial or a book, whose type it gives as that of the whole.
  private static let parts = [
    "conference paper": "paper-conference", "book chapter": "chapter", "article": "article-journal",
    "review": "article-journal",
  ]

  /// Ovid and others call articles generic that stand in a journal.
  private static func refineGeneric(_ reference: inout Reference) {
    guard reference.type == "document", reference.container?.title != nil, reference.volume != nil else {
      return
    }
    reference.type = "article-journal"
  }

  private static func readContributors(
    _ record: inout TextRecord, isEditedBook: Bool, into reference: inout Reference
  ) {
    let (secondary, tertiary) = isEditedBook ? (.editor, .editor) : furtherRoles(reference.type)
    let subsidiary: Contributor.Role =
      ["book", "chapter"].contains(reference.type) ? .translator : .init(rawValue: "subsidiary-author")
    record.takeEach { name, value in
      let role: Contributor.Role
      switch name {
      case "AU", "A1": role = isEditedBook ? .editor : .author
      case "ED": role = .editor
      case "A2": role = secondary
      case "A3": role = tertiary
      case "A4": role = subsidiary
      case "TA": role = .translator
      default: return false
      }
      let names = PersonNameList(value)
      if names.isCut, role == .author { reference.isAuthorListComplete = false }
      reference.contributors += names.names.map { $0.contributor(role: role) }
      return true
    }
  }

  /// What the second and third authors do, which depends on the kind of document.
  private static func furtherRoles(_ type: String) -> (Contributor.Role, Contributor.Role) {
    func role(_ name: String) -> Contributor.Role { Contributor.Role(rawValue: name) }
    return switch type {
    case "book": (role("series-editor"), .editor)
    case "chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary":
      (.editor, role("series-editor"))
    case "patent": (role("issuing-body"), role("tertiary-author"))
    case "personal_communication": (role("recipient"), role("tertiary-author"))
    case "motion_picture", "broadcast": (role("director"), role("producer"))
    case "thesis": (.editor, role("thesis-advisor"))
    default: (.editor, role("tertiary-author"))
    }
  }

  private static func readTexts(_ record: inout TextRecord, into reference: inout Reference) {
    for text in record.takeAll("AB", "N2") {
      let sections = AbstractText.sections(text)
      if reference.abstract.isEmpty {
        reference.abstract = sections
      } else if reference.abstract != sections {
        reference.otherAbstracts.append(OtherAbstract(type: nil, language: nil, sections: sections))
      }
    }
    for text in record.takeLines(["KW"]).flatMap({ keywords($0) }) {
      let isMajor = text.hasPrefix("*") || text.hasSuffix("*")
      let word = text.trimmingTail { $0 == "*" }
      reference.keywords.append(Keyword(String(word.drop { $0 == "*" }), isMajor: isMajor))
    }
    for text in record.takeAll("MH") {
      let parts = text.split(separator: "/").map { SubjectHeading.Part(Term($0.trimmed)) }
      guard let descriptor = parts.first else { continue }
      reference.headings.append(SubjectHeading(descriptor, qualifiers: Array(parts.dropFirst())))
    }
    if let text = record.take("LA") {
      let names = text.split { ";,".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
      reference.languages = names.map(LanguageTag.tag(for:))
    }
    for text in record.takeAll("FU") { reference.grants += Grant.all(in: text) }
    reference.publisher = record.take("PB", "PU")
    reference.place = record.take("CY", "PP", "PI")
    if reference.type == "paper-conference", reference.place == nil, let text = record.value("C1"),
      text.count <= 60, !text.contains(where: { ";[".contains($0) })
    {
      reference.place = record.take("C1")
    }
    // The file does not say whose they are; PubMed gave them to the first author.
    let affiliations = record.takeAll("AD")
    if reference.contributors.isEmpty {
      reference.notes += affiliations
    } else {
      reference.contributors[0].affiliations += affiliations
    }
  }

  /// The keywords of a field, which may hold one a line or several with semicolons between them.
  private static func keywords(_ text: String) -> [String] {
    text.split { $0.isNewline || $0 == ";" }.map(\.collapsed).filter { !$0.isEmpty }
  }
}
