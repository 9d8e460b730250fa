internal import OnusModel

extension JATS {
  /// Reads the title with its subtitle; of several, the one in the document's language.
  static func readTitles(_ meta: XMLElement, into reference: inout Reference) {
    let group =
      meta.child("title-group") ?? meta.child("book-title-group") ?? meta.child("book-part-title-group")
      ?? meta
    let names: [StaticString] = ["article-title", "book-title", "title"]
    let titles = group.elements.filter { title in names.contains { title.isNamed($0) } }
    let own = titles.first { title in
      title.hasAttribute("lang")
        && title.attribute("lang").map { LanguageTag.tag(for: $0) } == reference.languages.first
    }
    guard let title = own ?? titles.first else { return }
    if reference.languages.isEmpty, let tag = title.attribute("lang") {
      reference.languages = [LanguageTag.tag(for: tag)]
    }
    reference.title = title.readableText
    for subtitle in group.children("subtitle") {
      guard let text = subtitle.readableText else { continue }
      reference.title = join(reference.title, text)
    }
    // NLM 2 put footnotes of the title into its group.
    for group in group.children("fn-group") { reference.notes += group.children("fn").compactMap(note) }
  }

  private static func join(_ title: String?, _ subtitle: String) -> String {
    guard let title else { return subtitle }
    return title + (title.last.map { ":?!.—–".contains($0) } ?? false ? " " : ": ") + subtitle
  }

  /// The text of a footnote without the mark in front of it.
  static func note(_ footnote: XMLElement) -> String? {
    _ = footnote.attribute("fn-type")
    _ = footnote.attribute("id")
    footnote.child("label")?.markRead()
    let paragraphs = footnote.elements.filter { !$0.isNamed("label") }.compactMap(\.readableText)
    return paragraphs.isEmpty ? nil : paragraphs.joined(separator: " ")
  }

  /// Reads who paid and which interests compete, where that is said behind the text.
  static func readStatements(_ back: XMLElement, into reference: inout Reference) {
    let kinds: [StaticString] = [
      "conflict", "COI-statement", "coi-statement", "financial-disclosure", "supported-by",
    ]
    for element in back.elements {
      if element.isNamed("fn") {
        guard kinds.contains(where: { element.attribute("fn-type", is: $0) }) else { continue }
        if let text = note(element) { reference.notes.append(text) }
      } else if element.isNamed("notes"), kinds.contains(where: { element.attribute("notes-type", is: $0) }) {
        if let text = element.readableText { reference.notes.append(text) }
      } else if element.isNamed("fn-group") || element.isNamed("sec") || element.isNamed("notes") {
        readStatements(element, into: &reference)
      }
    }
  }

  /// Reads volume, issue and pages, or the number that an electronic article has in place of pages.
  static func readPages(_ meta: XMLElement, into reference: inout Reference) {
    reference.volume = reference.volume ?? meta.text(at: "volume")
    reference.issue = reference.issue ?? meta.text(at: "issue") ?? meta.text(at: "numero")
    if let numero = meta.child("numero"), numero.text == reference.issue { numero.markRead() }
    if let supplement = meta.child("supplement"), let text = supplement.readableText {
      reference.issue = reference.issue.map { $0 == text ? $0 : "\($0) \(text)" } ?? text
    }
    reference.pages = reference.pages ?? pages(meta)
  }

  static func pages(_ element: XMLElement) -> PageRange? {
    let range = element.text(at: "page-range")
    let start = element.text(at: "fpage")
    let end = element.text(at: "lpage")
    // Only the range can say that the pages are not in a row.
    if let range, range.contains(",") || start == nil { return PageRange(range) }
    guard let start else {
      guard let location = element.child("elocation-id"), !DOIText.isAlone(location.text) else {
        return nil
      }
      _ = location.attribute("content-type")
      return location.nonEmptyText.map { PageRange($0) }
    }
    let printed = end.map { $0 == start ? start : "\(start)-\($0)" } ?? start
    if range == printed { element.child("page-range")?.markRead() }
    return PageRange(printed)
  }

  /// Reads abstracts: the one without a type is the main one, and it need not be the first.
  static func readAbstracts(_ meta: XMLElement, into reference: inout Reference) {
    let abstracts = meta.children("abstract").map(\.self)
    let untyped = abstracts.filter { !$0.hasAttribute("abstract-type") }
    let own = untyped.first { abstract in
      guard let tag = abstract.attribute("lang") else { return true }
      return LanguageTag.tag(for: tag) == reference.languages.first
    }
    let main = own ?? untyped.first ?? abstracts.first { !isForOthers($0) }
    for abstract in abstracts {
      if abstract.index == main?.index {
        _ = abstract.attribute("abstract-type")
        _ = abstract.attribute("lang")
        reference.abstract = abstract.abstractSections
      } else {
        readOtherAbstract(abstract, into: &reference)
      }
    }
    for abstract in meta.children("trans-abstract") { readOtherAbstract(abstract, into: &reference) }
  }

  static func readOtherAbstract(_ abstract: XMLElement, into reference: inout Reference) {
    let language = abstract.attribute("lang").map { LanguageTag.tag(for: $0) }
    let other = OtherAbstract(
      type: abstract.attribute("abstract-type"), language: language, sections: abstract.abstractSections)
    if !other.sections.isEmpty { reference.otherAbstracts.append(other) }
  }

  /// Whether a typed abstract is written for another purpose than to be the abstract.
  private static func isForOthers(_ abstract: XMLElement) -> Bool {
    let types: [StaticString] = [
      "executive-summary", "editors-summary", "web-summary", "teaser", "toc", "graphical", "key-points",
      "highlights", "plain-language-summary", "precis", "stereochemical", "video", "author-highlights",
    ]
    return types.contains { abstract.attribute("abstract-type", is: $0) }
  }
}
