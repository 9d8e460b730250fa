internal import OnusModel

extension JATS {
  /// Reads a book, or the chapter that is delivered alone in a wrapper with the data of its book.
  static func readBook(_ record: XMLElement, into reference: inout Reference) {
    let part = record.isNamed("book-part-wrapper") ? record.child("book-part") : nil
    reference.type = part == nil ? "book" : "chapter"
    readSeries(record, into: &reference)
    var book = Reference()
    book.languages = reference.languages
    if let meta = record.child("book-meta") { readMeta(meta, into: &book) }
    guard let part, let meta = part.child("book-part-meta") else {
      let container = reference.container
      let location = reference.location
      reference = book
      reference.type = "book"
      reference.container = container
      reference.location = location
      return
    }
    readMeta(meta, into: &reference)
    reference.container = reference.container ?? Container()
    reference.container?.title = book.title
    reference.container?.bookNumbers = book.identifiers.filter { $0.scheme == .isbn }.map(\.value)
    reference.issued = reference.issued ?? book.issued
    reference.publisher = book.publisher
    reference.place = book.place
    reference.edition = book.edition
    reference.contributors += book.contributors.map { person in
      var person = person
      if person.role == .author { person.role = Contributor.Role(rawValue: "container-author") }
      return person
    }
    for name in ["body", "back"] as [StaticString] { part.child(name)?.markRead() }
  }

  private static func readSeries(_ record: XMLElement, into reference: inout Reference) {
    guard let series = record.child("collection-meta") else { return }
    var titles = series.children("title-group").compactMap { $0.child("title")?.readableText }
    titles += series.children("collection-title").compactMap(\.readableText)
    if !titles.isEmpty { reference.container = Container(otherTitles: titles) }
  }

  /// Reads what a translation or a reply adds to the article that it is printed with.
  static func readSubArticle(_ part: XMLElement, into reference: inout Reference) {
    if part.attribute("article-type", is: "translation") {
      let language = part.attribute("lang").map { LanguageTag.tag(for: $0) }
      let front = part.child("front-stub") ?? part.descendant("front", "article-meta")
      for abstract in front?.elements ?? part.children("abstract")
      where abstract.isNamed("abstract") || abstract.isNamed("trans-abstract") {
        let sections = abstract.abstractSections
        guard !sections.isEmpty else { continue }
        reference.otherAbstracts.append(OtherAbstract(type: nil, language: language, sections: sections))
      }
    }
    // Reviewers' reports and answers are other documents.
    part.markRead()
  }
}
