internal import OnusModel

extension PubMed {
  /// Reads a book or a chapter of NCBI's Bookshelf.
  static func readBook(_ record: XMLElement, document: XMLElement, into reference: inout Reference) {
    let data = record.child("PubmedBookData")
    reference.type = "book"
    if let pmid = document.child("PMID") {
      readVersion(pmid)
      if let text = pmid.nonEmptyText { reference.identifiers.append(Identifier(.pmid, text)) }
    }
    for list in [document.child("ArticleIdList"), data?.child("ArticleIdList")] {
      if let list { readIdentifiers(list, into: &reference.identifiers) }
    }
    reference.title = document.child("ArticleTitle")?.readableText
    reference.vernacularTitle = document.child("VernacularTitle")?.readableText
    if let book = document.child("Book") { readBook(book, into: &reference) }
    readDocument(document, into: &reference)
    if let data { readData(data, into: &reference) }
  }

  private static func readBook(_ book: XMLElement, into reference: inout Reference) {
    let title = book.child("BookTitle")?.readableText
    if reference.title == nil {
      reference.title = title
    } else {
      reference.type = "chapter"
      reference.container = Container(title: title)
    }
    if let series = book.text(at: "CollectionTitle") {
      reference.container = reference.container ?? Container()
      reference.container?.otherTitles.append(series)
    }
    reference.publisher = book.text(at: "Publisher", "PublisherName")
    reference.place = book.text(at: "Publisher", "PublisherLocation")
    reference.volume = book.text(at: "Volume")
    reference.edition = book.text(at: "Edition")
    reference.issued = book.child("PubDate").flatMap(date)
    for isbn in book.children("Isbn") {
      guard let number = isbn.nonEmptyText.map({ Identifier(.isbn, $0) }) else { continue }
      if reference.type == "chapter" {
        let known = reference.container?.bookNumbers ?? []
        reference.container?.bookNumbers = known + [number.value]
      } else {
        reference.identifiers.append(number)
      }
    }
    // The DOI of a book is not that of its chapters.
    if reference.type == "book" { readLocations(book, into: &reference.identifiers) }
    if let list = book.child("InvestigatorList") {
      readContributors(list, role: .investigator, into: &reference)
    }
    for list in book.children("AuthorList") { readAuthors(list, into: &reference) }
    for name in ["BeginningDate", "EndingDate"] as [StaticString] {
      guard let date = book.child(name).flatMap(date) else { continue }
      reference.history.append(HistoryDate(name.description, date))
    }
  }

  private static func readDocument(_ document: XMLElement, into reference: inout Reference) {
    for list in document.children("AuthorList") { readAuthors(list, into: &reference) }
    if let list = document.child("InvestigatorList") {
      readContributors(list, role: .investigator, into: &reference)
    }
    if let abstract = document.child("Abstract") { reference.abstract = sections(abstract) }
    reference.pages = pages(document)
    reference.languages = document.children("Language").compactMap(\.nonEmptyText)
      .map(LanguageTag.tag(for:))
    readPublicationTypes(document.children("PublicationType"), into: &reference)
    for list in document.children("KeywordList") { readKeywords(list, into: &reference) }
    if let list = document.child("GrantList") { readGrants(list, into: &reference) }
    for list in document.children("ReferenceList") { readCitations(list, into: &reference) }
    for name in ["ContributionDate", "DateRevised"] as [StaticString] {
      guard let date = document.child(name).flatMap(date) else { continue }
      reference.history.append(HistoryDate(name.description, date))
    }
  }
}
