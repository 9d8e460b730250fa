internal import OnusModel

extension RevMan {
  /// The review as a document.
  var reviewReference: Reference {
    var reference = Reference(type: "article-journal", location: record.location)
    reference.identifiers = identifiers
    reference.title = record.text(at: "COVER_SHEET", "TITLE")
    reference.publicationTypes = [Term("Systematic Review", ui: "D000078182")]
    reference.container = Container(
      title: "Cochrane Database of Systematic Reviews", abbreviation: "Cochrane Database Syst Rev")
    if let number = record.attribute("REVIEW_NO"), !number.isEmpty { reference.number = number }
    if let cover = record.child("COVER_SHEET") { readCover(cover, into: &reference) }
    if let text = record.child("MAIN_TEXT") { readAbstract(text, into: &reference) }
    return reference
  }

  private func readCover(_ cover: XMLElement, into reference: inout Reference) {
    for person in cover.items(of: "CREATORS", "PERSON") {
      let given = [person.text(at: "FIRST_NAME"), person.text(at: "MIDDLE_INITIALS")].compactMap { $0 }
      guard
        var contributor = PersonName(
          family: person.text(at: "LAST_NAME"), given: given.joined(separator: " "))?.contributor(
            role: .author)
      else { continue }
      _ = person.attribute("ROLE", is: "AUTHOR")
      // What the program calls a suffix is the list of degrees.
      if let degrees = person.text(at: "SUFFIX") { contributor.attributes["degrees"] = degrees }
      if let title = person.text(at: "PREFIX") { contributor.attributes["title"] = title }
      let address = person.child("ADDRESS")
      let place = [
        address?.text(at: "DEPARTMENT"), address?.text(at: "ORGANISATION"), address?.text(at: "CITY"),
        address?.text(at: "COUNTRY").flatMap { $0 == "Not specified" ? nil : $0 },
      ].compactMap { $0 }
      if !place.isEmpty { contributor.affiliations = [place.joined(separator: ", ")] }
      reference.contributors.append(contributor)
    }
    for element in cover.child("DATES")?.elements.map(\.self) ?? [] {
      if let date = Self.date(element.child("DATE") ?? element) {
        reference.history.append(HistoryDate(element.name, date))
      }
      if element.isNamed("LAST_CITATION_ISSUE") {
        reference.issue = element.attribute("ISSUE").flatMap { $0.isEmpty ? nil : $0 }
        reference.issued = Self.date(element)
      }
    }
    for term in cover.child("MESH_TERMS")?.elements.map(\.self) ?? [] {
      if let text = term.nonEmptyText { reference.headings.append(SubjectHeading(.init(Term(text)))) }
    }
    reference.keywords += cover.items(of: "KEYWORDS", "KEYWORD").compactMap(\.nonEmptyText).map {
      Keyword($0)
    }
  }

  private static func date(_ element: XMLElement) -> PartialDate? {
    func number(_ name: StaticString) -> Int? { element.attribute(name).flatMap { Int($0) } }
    guard let year = number("YEAR") else { return nil }
    let date = PartialDate(year: year, month: number("MONTH"), day: number("DAY"))
    return date.isPossible ? date : PartialDate(year: year)
  }

  private func readAbstract(_ text: XMLElement, into reference: inout Reference) {
    for element in text.child("ABSTRACT")?.elements.map(\.self) ?? [] {
      let words = element.name.split(separator: "_").dropFirst()
      let label = words.isEmpty ? nil : words.joined(separator: " ").lowercased()
      for (index, line) in (RevManText.lines(element)?.split(separator: "\n") ?? []).enumerated() {
        reference.abstract.append(AbstractSection(label: index == 0 ? label : nil, text: String(line)))
      }
    }
    guard let summary = text.child("SUMMARY"),
      let lines = summary.child("SUMMARY_BODY").flatMap(RevManText.lines)
    else { return }
    let sections = lines.split(separator: "\n").map { AbstractSection(text: String($0)) }
    reference.otherAbstracts.append(
      OtherAbstract(type: "plain-language-summary", language: nil, sections: sections))
  }

  // MARK: - The review as a study

  /// The key of the review as a study: what its DOI ends in, else its title.
  var reviewID: Study.ID {
    let doi = identifiers.first { $0.scheme == .doi }?.value.split(separator: "/").last ?? ""
    let parts = doi.split(separator: ".")
    return Study.key(parts.count > 1 ? parts.dropFirst().joined(separator: ".") : title)
  }

  /// The review as a study: a systematic review, a meta-analysis when it pools, a protocol before that.
  var reviewStudy: Study {
    let poolsStudies = pooled.contains { $0.effect != nil && ($0.studies ?? 0) > 1 }
    let isProtocol = record.attribute("STAGE") == "P"
    let design: StudyDesign = isProtocol ? .studyProtocol : poolsStudies ? .metaAnalysis : .systematicReview
    var study = Study(
      id: reviewID, name: title, design: Located(design, at: record.location), location: record.location)
    study.title = title
    study.reports = identifiers.prefix(1).map { Located($0, at: record.location) }
    study.results = pooled
    study.appraisal = ReviewAppraisal(review: title, identifiers: identifiers)
    study.bases[""] = Located(.stated(source), at: record.location)
    study.bases["results"] = Located(.stated("\(source), data and analyses"), at: record.location)
    if let list = record.descendant("STUDIES_AND_REFERENCES", "STUDIES", "INCLUDED_STUDIES") {
      let count = list.children("STUDY").reduce(0) { count, _ in count + 1 }
      study.sample = SampleSize(studies: Located(.value(count), at: list.location))
    }
    readSupport(into: &study)
    if let interests = record.descendant("MAIN_TEXT", "CONFLICT_OF_INTEREST"),
      let text = RevManText.lines(interests)
    {
      study.interests = Located(.value(text), at: interests.location)
    }
    readFindings(into: &study)
    return study
  }

  private func readSupport(into study: inout Study) {
    guard let support = record.descendant("COVER_SHEET", "SOURCES_OF_SUPPORT") else { return }
    let sources = support.elements.flatMap(\.elements).compactMap { source in
      let parts = [source.text(at: "NAME"), source.text(at: "COUNTRY"), source.text(at: "DESCRIPTION")]
      _ = source.child("COUNTRY")?.attribute("CODE")
      return parts.compactMap { $0 }.joined(separator: ", ")
    }.filter { !$0.isEmpty }
    if !sources.isEmpty {
      study.funding = Located(.value(sources.joined(separator: "; ")), at: support.location)
    }
  }

  /// Reads the tables of findings, a note for each row.
  private func readFindings(into study: inout Study) {
    for table in record.items(of: "SOF_TABLES", "SOF_TABLE") {
      let title = table.text(at: "TITLE") ?? "Summary of findings"
      for row in table.items(of: "TABLE", "TR") {
        let cells = row.elements.compactMap { cell in
          RevManText.lines(cell)?.split(separator: "\n").joined(separator: " ")
        }
        if !cells.isEmpty {
          study.notes.append(Located("\(title): \(cells.joined(separator: " | "))", at: row.location))
        }
      }
      if let lines = table.child("FOOTNOTES").flatMap(RevManText.lines) {
        study.notes.append(Located("\(title): \(lines)", at: table.location))
      }
    }
  }
}
