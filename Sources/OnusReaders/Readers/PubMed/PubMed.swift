internal import OnusModel

extension Reader {
  /// PubMed and MEDLINE XML as NLM's baseline, update files and E-utilities give it.
  ///
  /// Follows the [DTD of 2025](https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/index.html) and reads
  /// older files too.
  public static let pubmed = Reader.xml(
    name: "pubmed", title: "PubMed XML", fileExtensions: ["xml", "xml.gz"],
    roots: [
      "PubmedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet", "PubmedArticle", "PubmedBookArticle",
      "MedlineCitation",
    ].map { XMLRoot($0, namespacePrefix: "") },
    records: ["PubmedArticle", "PubmedBookArticle", "MedlineCitation", "DeleteCitation", "DeleteDocument"]
  ) { record in
    if record.isNamed("DeleteCitation") || record.isNamed("DeleteDocument") {
      return PubMed.deletions(record)
    }
    let citation = record.isNamed("MedlineCitation") ? record : record.child("MedlineCitation")
    if let citation { return PubMed.article(record, citation: citation) }
    guard let book = record.child("BookDocument") else {
      throw Diagnostic(
        .error, "missing-element", "\(record.name) holds neither a citation nor a book", at: record.location)
    }
    return PubMed.book(record, document: book)
  }
}

/// The parts of PubMed's records and what becomes of them.
enum PubMed {
  static func deletions(_ list: XMLElement) -> [ReadEvent] {
    list.children("PMID").compactMap { element in
      readVersion(element)
      guard let text = element.nonEmptyText else { return nil }
      return .record(.deletion(Located(Identifier(.pmid, text), at: element.location)))
    }
  }

  static func article(_ record: XMLElement, citation: XMLElement) -> [ReadEvent] {
    var reference = Reference(location: record.location)
    let data = record.child("PubmedData")
    let article = citation.child("Article")
    readIdentifiers(citation, article: article, data: data, into: &reference)
    if let article { readArticle(article, into: &reference) }
    if let journal = article?.child("Journal") { readJournal(journal, into: &reference) }
    if let info = citation.child("MedlineJournalInfo") { readJournalInfo(info, into: &reference) }
    readCitation(citation, into: &reference)
    if let data { readData(data, into: &reference) }
    return finished(reference, record)
  }

  /// The events for a record, with a word about what it lacks.
  static func finished(_ reference: Reference, _ record: XMLElement) -> [ReadEvent] {
    guard reference.identifier(.pmid) == nil else { return [.record(.reference(reference))] }
    let problem = Diagnostic(
      .warning, "missing-identifier", "\(record.name) has no PMID", at: record.location)
    return [.record(.reference(reference)), .problem(problem)]
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
    reference.languages = article.children("Language").compactMap(\.nonEmptyText)
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
