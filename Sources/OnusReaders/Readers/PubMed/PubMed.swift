internal import OnusModel

extension Reader {
  /// PubMed and MEDLINE XML as NLM's baseline, update files and E-utilities give it.
  ///
  /// Follows the [DTD of 2025](https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/index.html) and reads
  /// older files too.
  public static let pubmed = Reader.xml(
    name: "pubmed", title: "PubMed XML",
    keeps: "citations, abstract sections, MeSH, chemicals, grants, trial numbers, retractions, history",
    fileExtensions: ["xml", "xml.gz"],
    roots: [
      "PubmedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet", "PubmedArticle", "PubmedBookArticle",
      "MedlineCitation",
    ].map { XMLRoot($0, namespacePrefix: "") },
    records: ["PubmedArticle", "PubmedBookArticle", "MedlineCitation", "DeleteCitation", "DeleteDocument"],
    sending: PubMed.send)
}

/// The parts of PubMed's records and what becomes of them.
enum PubMed {
  /// Hands on a record, with a word about what it lacks.
  ///
  /// A reference is large. It is filled in place, and moved rather than copied.
  static func send(_ record: XMLElement, to receive: (ReadEvent) throws -> Void) throws {
    if record.isNamed("DeleteCitation") || record.isNamed("DeleteDocument") {
      return try sendDeletions(record, to: receive)
    }
    var reference = Reference(location: record.location)
    if let citation = record.isNamed("MedlineCitation") ? record : record.child("MedlineCitation") {
      readArticle(record, citation: citation, into: &reference)
    } else if let book = record.child("BookDocument") {
      readBook(record, document: book, into: &reference)
    } else {
      let problem = "\(record.name) holds neither a citation nor a book"
      return try receive(.problem(Diagnostic(.warning, "missing-element", problem, at: record.location)))
    }
    record.appendUnread(to: &reference.kept)
    let hasNumber = reference.identifiers.contains { $0.scheme == .pmid }
    try receive(.record(.reference(consume reference)))
    guard !hasNumber else { return }
    let problem = "\(record.name) has no PMID"
    try receive(.problem(Diagnostic(.warning, "missing-identifier", problem, at: record.location)))
  }

  private static func sendDeletions(_ list: XMLElement, to receive: (ReadEvent) throws -> Void) throws {
    for element in list.children("PMID") {
      readVersion(element)
      guard let text = element.nonEmptyText else { continue }
      try receive(.record(.deletion(Located(Identifier(.pmid, text), at: element.location))))
    }
  }

  private static func readArticle(
    _ record: XMLElement, citation: XMLElement, into reference: inout Reference
  ) {
    let data = record.child("PubmedData")
    let article = citation.child("Article")
    readIdentifiers(citation, article: article, data: data, into: &reference)
    if let article { readArticle(article, into: &reference) }
    if let journal = article?.child("Journal") { readJournal(journal, into: &reference) }
    if let info = citation.child("MedlineJournalInfo") { readJournalInfo(info, into: &reference) }
    // The citation has up to three dates, and the data have the others.
    reference.history.reserveCapacity(3 + (data?.child("History")?.elements.count ?? 0))
    readCitation(citation, into: &reference)
    if let data { readData(data, into: &reference) }
  }

  private static func readArticle(_ article: XMLElement, into reference: inout Reference) {
    readTitle(article, into: &reference)
    if let abstract = article.child("Abstract") { reference.abstract = sections(abstract) }
    if let list = article.child("AuthorList") { readAuthors(list, into: &reference) }
    // Before 2014 there was one affiliation, the first author's.
    if let affiliation = article.text(at: "Affiliation") {
      if reference.contributors.isEmpty {
        reference.notes.append(affiliation)
      } else {
        reference.contributors[0].affiliations.append(affiliation)
      }
    }
    reference.pages = pages(article)
    for element in article.children("ArticleDate") {
      guard let date = date(element) else { continue }
      if reference.published == nil, element.attribute("DateType", is: "Electronic") {
        reference.published = date
      } else {
        reference.history.append(HistoryDate("ArticleDate", date))
      }
    }
    for element in article.children("Language") {
      if let text = element.nonEmptyText { reference.languages.append(LanguageTag.tag(for: text)) }
    }
    if let list = article.child("PublicationTypeList") {
      readPublicationTypes(list.children("PublicationType"), into: &reference)
    }
    if let list = article.child("DataBankList") { readAccessions(list, into: &reference) }
    if let list = article.child("GrantList") { readGrants(list, into: &reference) }
  }

  private static func readCitation(_ citation: XMLElement, into reference: inout Reference) {
    for element in citation.elements {
      if element.isNamed("InvestigatorList") {
        readContributors(element, role: .investigator, into: &reference)
      } else if element.isNamed("OtherAbstract") {
        readOtherAbstract(element, into: &reference)
      } else if element.isNamed("MeshHeadingList") {
        readHeadings(element, into: &reference)
      } else if element.isNamed("SupplMeshList") {
        readSupplementaryHeadings(element, into: &reference)
      } else if element.isNamed("KeywordList") {
        readKeywords(element, into: &reference)
      } else if element.isNamed("ChemicalList") {
        readChemicals(element, into: &reference)
      } else if element.isNamed("CommentsCorrectionsList") {
        readRelations(element, into: &reference)
      } else if element.isNamed("GeneralNote") {
        if let text = element.nonEmptyText { reference.notes.append(text) }
      } else if element.isNamed("DateCreated") || element.isNamed("DateCompleted")
        || element.isNamed("DateRevised")
      {
        if let date = date(element) { reference.history.append(HistoryDate(element.name, date)) }
      }
    }
  }

  static func readData(_ data: XMLElement, into reference: inout Reference) {
    if let history = data.child("History") { readHistory(history, into: &reference) }
    for list in data.children("ReferenceList") { readCitations(list, into: &reference) }
  }
}
