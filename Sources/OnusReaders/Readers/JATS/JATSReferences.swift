internal import OnusModel

extension Reader {
  /// The list of references of a JATS article or book, each entry as a record of its own.
  ///
  /// The same files are articles, and taken for such unless this format is asked for by its name.
  public static let jatsReferences = Reader.xml(
    name: "jats-references", title: "References of a JATS article",
    keeps: "the works that an article cites, with names, identifiers and the text as printed",
    fileExtensions: ["xml", "nxml", "xml.gz", "nxml.gz"], roots: JATS.roots, alternativeTo: "jats",
    records: ["ref"], isOutsideReported: false
  ) { entry in
    let works = JATS.citedWorks(entry)
    guard !works.isEmpty else {
      throw Diagnostic(
        .warning, "malformed-record", "an entry of the list of references cites nothing", at: entry.location)
    }
    return works.map { .record(.reference($0)) }
  }
}

extension JATS {
  /// Reads the lists of references in a part of a document as its citations.
  static func readCitations(_ part: XMLElement, into reference: inout Reference) {
    for element in part.elements {
      if element.isNamed("ref") {
        for work in citedWorks(element) {
          let text = work.notes.first ?? printed(work)
          reference.citations.append(Citation(text: text, identifiers: work.documentIdentifiers))
        }
      } else {
        readCitations(element, into: &reference)
      }
    }
  }

  /// The works of an entry: mostly one, but chemists put several under one number.
  static func citedWorks(_ entry: XMLElement) -> [Reference] {
    let key = entry.attribute("id")
    if let label = entry.child("label"), label.text.allSatisfy({ !$0.isLetter }) {
      // The number in the list, which the order of the records says as well.
      label.markRead()
    }
    var works: [Reference] = []
    addWorks(in: entry, to: &works)
    let notes = entry.children("note").compactMap(\.readableText)
    if works.isEmpty, !notes.isEmpty { works = [Reference(type: "document", location: entry.location)] }
    if let key, !works.isEmpty { works[0].identifiers.append(Identifier(.key, key)) }
    if !works.isEmpty { works[works.count - 1].notes += notes }
    return works
  }

  private static func addWorks(in element: XMLElement, to works: inout [Reference]) {
    for child in element.elements {
      if child.isNamed("citation-alternatives") {
        // The same work in several forms: the one with its parts named is the best.
        let forms = child.elements.map(\.self)
        guard let best = forms.first(where: { $0.isNamed("element-citation") }) ?? forms.first else {
          continue
        }
        works.append(citedWork(best))
        for form in forms where form.index != best.index { form.markRead() }
      } else if names.contains(where: { child.isNamed($0) }) {
        works.append(citedWork(child))
      }
    }
  }

  private static let names: [StaticString] = [
    "element-citation", "mixed-citation", "nlm-citation", "citation", "product", "related-article",
  ]

  /// A citation in the order of Vancouver style, for entries whose parts have no text between them.
  private static func printed(_ work: Reference) -> String? {
    var authors = work.contributors.map(\.citationName).joined(separator: ", ")
    if work.isAuthorListComplete == false { authors += ", et al" }
    let place = [work.volume, work.issue.map { "(\($0))" }].compactMap { $0 }.joined()
    var details = work.issued.flatMap { $0.printed ?? $0.iso8601 } ?? ""
    if !place.isEmpty { details += details.isEmpty ? place : ";" + place }
    if let pages = work.pages?.printed { details += details.isEmpty ? pages : ":" + pages }
    let parts = [authors, work.title, work.container?.title, details].compactMap { $0 }.filter { !$0.isEmpty }
    let text = parts.map { $0.last.map { ".?!".contains($0) } ?? true ? $0 : $0 + "." }.joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}

extension Reference {
  /// The identifiers that name the document everywhere, without the key of its entry.
  fileprivate var documentIdentifiers: [Identifier] { identifiers.filter { $0.scheme != .key } }
}
