internal import OnusModel

extension Crossref {
  /// Reads what the metadata of any kind of work may hold.
  static func readWork(_ element: XMLElement, into work: inout Reference) {
    _ = element.attribute("publication_type", is: "full_text")
    _ = element.attribute("reference_distribution_opts")
    if let tag = element.attribute("language") { work.languages = [LanguageTag.tag(for: tag)] }
    if let titles = element.child("titles") { readTitles(titles, into: &work) }
    for list in element.children("contributors") { readContributors(list, into: &work) }
    readDates(element, into: &work)
    readPages(element, into: &work)
    readDOI(element, into: &work)
    readPublisher(element, into: &work)
    if let volume = element.descendant("journal_volume", "volume") ?? element.child("volume") {
      work.volume = work.volume ?? volume.nonEmptyText
    }
    work.issue = work.issue ?? element.text(at: "issue")
    work.edition = work.edition ?? element.text(at: "edition_number")
    for isbn in element.children("isbn") {
      if let text = isbn.nonEmptyText { work.identifiers.append(Identifier(.isbn, text)) }
      _ = isbn.attribute("media_type")
    }
    for abstract in element.children("abstract") {
      let sections = abstract.abstractSections
      if work.abstract.isEmpty, !abstract.hasAttribute("abstract-type") {
        work.abstract = sections
      } else if !sections.isEmpty {
        let language = abstract.attribute("lang").map { LanguageTag.tag(for: $0) }
        work.otherAbstracts.append(
          OtherAbstract(type: abstract.attribute("abstract-type"), language: language, sections: sections))
      }
    }
    if let list = element.child("citation_list") { readCitations(list, into: &work) }
    for program in element.children("program") { readProgram(program, into: &work) }
    if let mark = element.child("crossmark") { readCrossmark(mark, into: &work) }
    // Figures and supplements that have DOIs of their own.
    element.child("component_list")?.markRead()
  }

  static func title(_ element: XMLElement) -> String? {
    element.readableText.map { EscapedMarkup.plain(Mojibake.repaired($0)) }
  }

  private static func readTitles(_ titles: XMLElement, into work: inout Reference) {
    work.title = titles.child("title").flatMap(title)
    for subtitle in titles.children("subtitle").compactMap(title) {
      work.title = work.title.map { $0 + ($0.hasSuffix(":") ? " " : ": ") + subtitle } ?? subtitle
    }
    guard let original = titles.child("original_language_title") else { return }
    work.vernacularTitle = title(original)
    if let tag = original.attribute("language"), work.languages.isEmpty {
      work.languages = [LanguageTag.tag(for: tag)]
    }
  }

  private static func readPages(_ element: XMLElement, into work: inout Reference) {
    if let pages = element.child("pages"), let first = pages.text(at: "first_page") {
      let last = pages.text(at: "last_page")
      let range = last.map { $0 == first ? first : "\(first)-\($0)" } ?? first
      work.pages = PageRange(
        [range, pages.text(at: "other_pages")].compactMap { $0 }.joined(separator: ", "))
    }
    guard let item = element.child("publisher_item") else { return }
    for number in item.children("item_number") {
      let kind = number.attribute("item_number_type")?.lowercased() ?? ""
      let isArticleNumber = kind.contains("article") || kind == "arnumber" || kind.isEmpty
      if work.pages == nil, isArticleNumber, !number.isEmpty, number.text.count <= 20 {
        work.pages = PageRange(number.text)
      }
    }
    for identifier in item.children("identifier") {
      guard let kind = identifier.attribute("id_type"), let text = identifier.nonEmptyText else { continue }
      let value = Identifier(Identifier.Scheme(rawValue: kind.lowercased()), text)
      if !work.identifiers.contains(value) { work.identifiers.append(value) }
    }
  }

  static func readDOI(_ element: XMLElement, into work: inout Reference) {
    guard let data = element.child("doi_data"), let doi = data.text(at: "doi") else { return }
    let identifier = Identifier(.doi, doi)
    if !work.identifiers.contains(identifier) { work.identifiers.append(identifier) }
    if let address = data.text(at: "resource") { work.addresses.append(address) }
  }

  static func readPublisher(_ element: XMLElement, into work: inout Reference) {
    for name in ["publisher", "institution"] as [StaticString] {
      for body in element.children(name) {
        if work.publisher == nil {
          work.publisher = body.text(at: "publisher_name") ?? body.text(at: "institution_name")
        }
        if work.place == nil {
          work.place = body.text(at: "publisher_place") ?? body.text(at: "institution_place")
        }
      }
    }
  }

  // MARK: Hosts

  static func readJournal(_ journal: XMLElement, into work: inout Reference) {
    if let metadata = journal.child("journal_metadata") {
      var container = Container()
      let titles = metadata.children("full_title").compactMap(title)
      container.title = titles.first
      let abbreviations = metadata.children("abbrev_title").compactMap(title)
      container.abbreviation = abbreviations.first
      container.otherTitles = Array(titles.dropFirst()) + abbreviations.dropFirst()
      container.serialNumbers = metadata.children("issn").compactMap(serialNumber)
      work.container = container
      if let tag = metadata.attribute("language"), work.languages.isEmpty {
        work.languages = [LanguageTag.tag(for: tag)]
      }
    }
    guard let issue = journal.child("journal_issue") else { return }
    work.volume = work.volume ?? issue.text(at: "journal_volume", "volume")
    // Some deposits put the issue into the volume.
    work.issue = work.issue ?? issue.text(at: "issue") ?? issue.text(at: "journal_volume", "issue")
    if let special = issue.text(at: "special_numbering") {
      work.issue = work.issue.map { "\($0) \(special)" } ?? special
    }
    readIssueDates(issue, into: &work)
  }

  static func serialNumber(_ element: XMLElement) -> SerialNumber? {
    guard let text = element.nonEmptyText else { return nil }
    switch element.attribute("media_type") {
    case "print": return SerialNumber(issn: text, medium: "Print")
    case "electronic": return SerialNumber(issn: text, medium: "Electronic")
    case let other: return SerialNumber(issn: text, medium: other)
    }
  }

  /// Reads a book, proceedings or a database as what contains the work; its DOI and ISBN are not the work's.
  static func readHost(_ host: XMLElement, into work: inout Reference) {
    var container = work.container ?? Container()
    let subtitle = host.child("titles")?.children("subtitle").compactMap(title).first
    var title = host.child("titles")?.child("title").flatMap(title)
    if let subtitle, let main = title { title = main + ": " + subtitle }
    title = title ?? host.child("proceedings_title").flatMap(self.title)
    container.title = title
    let numbers = host.children("isbn").compactMap { isbn in
      isbn.nonEmptyText.map { Identifier(.isbn, $0).value }
    }
    if !numbers.isEmpty { container.bookNumbers = numbers }
    work.container = container
    if let series = host.child("series_metadata") ?? host.child("set_metadata") {
      readSeries(series, into: &work)
    }
    work.volume = work.volume ?? host.text(at: "volume")
    work.edition = work.edition ?? host.text(at: "edition_number")
    readPublisher(host, into: &work)
    if work.issued == nil { readDates(host, into: &work) }
    if let tag = host.attribute("language"), work.languages.isEmpty {
      work.languages = [LanguageTag.tag(for: tag)]
    }
    var editors = Reference()
    for list in host.children("contributors") { readContributors(list, into: &editors) }
    for var person in editors.contributors {
      if person.role == .author { person.role = Contributor.Role(rawValue: "container-author") }
      work.contributors.append(person)
    }
  }

  /// Reads a series: of a document that is in nothing else it is the container.
  static func readSeries(_ series: XMLElement, into work: inout Reference) {
    var container = work.container ?? Container()
    let isPart = ["chapter", "entry-encyclopedia", "paper-conference"].contains(work.type)
    if let title = series.child("titles")?.child("title").flatMap(title) {
      if container.title == nil, isPart {
        container.title = title
      } else {
        container.otherTitles.append(title)
      }
    }
    container.serialNumbers += series.children("issn").compactMap(serialNumber)
    work.container = container
    work.number = work.number ?? series.text(at: "series_number")
  }

  static func readEvent(_ event: XMLElement, into work: inout Reference) {
    guard let name = event.child("conference_name").flatMap(title) else { return }
    var container = work.container ?? Container()
    if container.title == nil {
      container.title = name
    } else if container.title != name {
      container.otherTitles.append(name)
    }
    work.container = container
    if work.place == nil { work.place = event.text(at: "conference_location") }
  }
}
