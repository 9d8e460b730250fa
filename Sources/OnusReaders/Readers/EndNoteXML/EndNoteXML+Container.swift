internal import OnusModel

extension EndNoteXML {
  /// Reads the title and those of the journal, book or series, which EndNote writes in up to five places.
  static func readTitles(_ record: XMLElement, into reference: inout Reference) {
    let titles = record.child("titles")
    reference.title = titles.flatMap { text($0, "title") }
    let periodical = record.child("periodical")
    let alternative = record.child("alt-periodical")
    var container = Container()
    let secondary = hasContainer(reference.type) ? titles.flatMap { text($0, "secondary-title") } : nil
    container.title =
      periodical.flatMap { text($0, "full-title") } ?? proceedings(record, reference.type) ?? secondary
    let names: [StaticString] = ["abbr-1", "abbr-2", "abbr-3"]
    for name in names {
      if let text = periodical.flatMap({ text($0, name) }) { container.addOtherTitle(text) }
    }
    if let text = titles.flatMap({ text($0, "alt-title") }) { container.addOtherTitle(text) }
    for name in names {
      if let text = alternative.flatMap({ text($0, name) }) { container.addOtherTitle(text) }
    }
    for text in [alternative.flatMap({ text($0, "full-title") }), secondary].compactMap({ $0 }) {
      let title = container.title ?? ""
      if Container.isAbbreviation(title, of: text) || Container.isAbbreviation(text, of: title) {
        container.addOtherTitle(text)
      } else {
        add(text, to: &container)
      }
    }
    // The series of a book or a report is a further title, as in the other formats.
    if ["book", "report"].contains(reference.type),
      let series = titles.flatMap({ text($0, "secondary-title") })
    {
      add(series, to: &container)
    }
    if let series = titles.flatMap({ text($0, "tertiary-title") }) { add(series, to: &container) }
    if container != Container() { reference.container = container }
  }

  /// The title of the proceedings, which EndNote has beside the name of the conference.
  private static func proceedings(_ record: XMLElement, _ type: String) -> String? {
    guard type == "paper-conference", let element = record.child("custom3"),
      !untouched(element).contains("PUBMED")
    else { return nil }
    return text(element)
  }

  /// Whether the secondary title names what contains the document; a thesis has its department there.
  private static func hasContainer(_ type: String) -> Bool { !["book", "report", "thesis"].contains(type) }

  private static func add(_ title: String, to container: inout Container) {
    let known = [container.title, container.abbreviation] + container.otherTitles
    if !known.contains(title) { container.otherTitles.append(title) }
  }

  /// Reads volume, issue, pages and edition, whose meaning depends on the kind of document.
  static func readNumbers(_ record: XMLElement, into reference: inout Reference) {
    let isArticle = reference.type.hasPrefix("article")
    if reference.type == "thesis" {
      // EndNote keeps the degree in this field.
      if let degree = text(record, "volume") { reference.publicationTypes.append(Term(degree)) }
    } else {
      reference.volume = text(record, "volume")
    }
    let number = text(record, "number")
    let issue = record.child("issue")
    if ["report", "patent", "standard", "book", "thesis"].contains(reference.type) {
      reference.number = number
      reference.issue = issue.flatMap(text)
    } else if reference.type == "webpage", let number, case let date = PartialDate(written: number),
      date.year != nil
    {
      // EndNote keeps the day on which a page was read in this field.
      reference.history.append(HistoryDate("accessed", date))
    } else {
      reference.issue = number
      // Zotero writes both, Mendeley this one only.
      if let issue, number == nil || issue.text == number { reference.issue = text(issue) }
    }
    readPages(record, into: &reference)
    guard let edition = record.child("edition") else { return }
    if isArticle, let text = Optional(edition.text), let date = Optional(PartialDate(written: text)),
      date.year != nil
    {
      // For articles the field is the date of the electronic publication.
      edition.markTextRead()
      reference.published = date
    } else {
      reference.edition = text(edition)
    }
  }

  private static func readPages(_ record: XMLElement, into reference: inout Reference) {
    if let element = record.child("pages") {
      _ = element.attribute("start")
      _ = element.attribute("end")
      reference.pages = text(element).map(PageRange.init)
    }
    guard let section = record.child("section"), reference.type != "article-newspaper" else { return }
    // For articles it is the first page.
    if reference.pages == nil {
      reference.pages = text(section).map(PageRange.init)
    } else if let pages = reference.pages, pages.printed.hasPrefix(untouched(section)) {
      section.markTextRead()
    }
  }
}
