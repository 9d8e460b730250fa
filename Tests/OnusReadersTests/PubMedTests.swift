import OnusModel
import Testing

@testable import OnusReaders

struct PubMedTests {
  static let events = outcome(.pubmed, fixture("pubmed/articles.xml")).events
  static let trial = events.references.first ?? Reference()

  @Test func everyRecordIsReadInOrder() {
    #expect(Self.events.references.map(\.id.rawValue) == ["pmid:90000001", "pmid:90000002", "pmid:90000003"])
    #expect(Self.events.problems.isEmpty)
  }

  @Test func recordIsLocatedAtItsTag() {
    #expect(Self.trial.location == OnusModel.SourceLocation(file: "pubmed/articles.xml", line: 4, column: 1))
  }

  @Test func deletedRecordsAreListed() {
    let deleted = Self.events.compactMap { event in
      if case .record(.deletion(let identifier)) = event { identifier.value.description } else { nil }
    }
    #expect(deleted == ["pmid:90000004", "pmid:90000005"])
  }

  @Test func identifiersAreThoseOfTheArticleAndNotOfWhatItCites() {
    #expect(
      Self.trial.identifiers.map(\.description) == [
        "pmid:90000001", "doi:10.5555/invent.2020.001", "pmcid:PMC9900001", "pii:INV-2020-001",
      ])
  }

  @Test func titleHasTheTextOfItsMarkup() {
    #expect(Self.trial.title == "Effect of 5 mg imaginol on in vivo spasticity: CO2 & more.")
  }

  @Test func abstractKeepsItsLabels() {
    #expect(Self.trial.abstract.map(\.label) == ["BACKGROUND", "Methods", nil])
    #expect(Self.trial.abstract.map(\.category) == ["BACKGROUND", "METHODS", nil])
    #expect(Self.trial.abstract[1].text == "We randomized 96 people (n\u{2009}=\u{2009}48 each).")
    #expect(Self.trial.otherAbstracts.map(\.type) == ["plain-language-summary"])
    #expect(Self.trial.otherAbstracts.map(\.sections.first?.text) == ["It did not help."])
  }

  @Test func authorsGroupsAndInvestigatorsAreToldApart() {
    let people = Self.trial.contributors
    #expect(people.map(\.citationName) == ["Exempel JP Jr", "IMAGINE Study Group", "Forscher A"])
    #expect(people.map(\.role) == [.author, .author, .investigator])
    #expect(people[0].identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(
      people[0].affiliations == [
        "Department of Neurology, Example University.", "Institute of Invention.",
      ])
    #expect(people[0].attributes == ["EqualContrib": "Y"])
    #expect(Self.trial.isAuthorListComplete == true)
    #expect(Self.events.references[1].isAuthorListComplete == false)
  }

  @Test func journalHasItsNamesAndNumbers() {
    let journal = Self.trial.container
    #expect(journal?.title == "Journal of invented trials")
    #expect(journal?.abbreviation == "J. Invent. Trials")
    #expect(journal?.otherTitles == ["J Invent Trials"])
    #expect(journal?.serialNumbers.map(\.medium) == ["Electronic", "Linking"])
    #expect(journal?.nlmID == "999000001")
    #expect(journal?.country == "Italy")
    #expect(Self.trial.volume == "12")
    #expect(Self.trial.issue == "4 Suppl 1")
    #expect(Self.trial.pages?.printed == "1076-83")
    #expect(Self.trial.pages?.expanded == "1076-1083")
  }

  @Test func datesKeepTheirMeaning() {
    #expect(Self.trial.issued == PartialDate(year: 2020, month: 7, day: 15))
    #expect(Self.trial.published == PartialDate(year: 2020, month: 6, day: 2))
    #expect(
      Self.trial.history.map { "\($0.event) \($0.date.printed ?? $0.date.iso8601 ?? "")" } == [
        "DateCompleted 2021-03-09", "DateRevised 2022-11-30", "received 2019-12-01", "pubmed 2020-06-03 6:00",
      ])
  }

  @Test func indexingIsRead() {
    let reference = Self.trial
    #expect(reference.languages == ["en", "it"])
    #expect(reference.publicationTypes.map(\.ui) == ["D016428", "D016449"])
    #expect(reference.headings.map(\.descriptor.term.ui) == ["C900001", "D020528", "D007558"])
    #expect(reference.headings[1].qualifiers.map(\.isMajor) == [true, false])
    #expect(reference.keywords.map(\.text) == ["imaginol", "spasticity"])
    #expect(reference.keywords.map(\.isMajor) == [true, false])
    #expect(reference.keywords.map(\.owner) == ["NOTNLM", "NOTNLM"])
    #expect(reference.chemicals.map(\.registryNumber) == [nil, "5S6W795CQM"])
    #expect(reference.accessions.map(\.number) == ["NCT09999991", "NCT09999992"])
    #expect(reference.grants.map(\.agency) == ["Example Institute"])
  }

  @Test func corrections() {
    #expect(Self.trial.relations.map(\.type) == ["ErratumIn", "CommentIn"])
    #expect(Self.trial.relations[0].identifiers == [Identifier(.pmid, "90000009")])
    #expect(Self.trial.relations[0].note == "Table 2 corrected")
    #expect(Self.trial.relations[1].citation == "J Invent Trials. 2021;13(1):6")
  }

  @Test func nestedReferenceListsAreRead() {
    #expect(
      Self.trial.citations.map(\.text) == [
        "Other A. A cited paper. 2001.", "Nested N. A nested one. 2002.",
      ])
    #expect(
      Self.trial.citations[0].identifiers.map(\.description) == ["pmid:90000777", "doi:10.5555/cited.777"])
  }

  @Test func whatHasNoPlaceIsKept() {
    #expect(
      Self.trial.kept.map { "\($0.path)=\($0.value)" } == [
        "MedlineCitation/@Status=MEDLINE", "MedlineCitation/@Owner=NLM",
        "MedlineCitation/@IndexingMethod=Automated", "MedlineCitation/Article/@PubModel=Print-Electronic",
        "MedlineCitation/Article/Journal/JournalIssue/@CitedMedium=Internet",
        "MedlineCitation/Article/Abstract/CopyrightInformation=© 2020 The Inventors.",
        "MedlineCitation/Article/AuthorList/Author/AffiliationInfo/Identifier/@Source=ROR",
        "MedlineCitation/Article/AuthorList/Author/AffiliationInfo/Identifier=https://ror.org/00example",
        "MedlineCitation/SupplMeshList/SupplMeshName/@Type=Disease", "MedlineCitation/CitationSubset=IM",
        "MedlineCitation/MeshHeadingList/MeshHeading/DescriptorName/@Type=Geographic",
        "MedlineCitation/CoiStatement=None declared.", "PubmedData/PublicationStatus=ppublish",
        "PubmedData/ReferenceList/Title=References",
        "PubmedData/ReferenceList/ReferenceList/Title=Web references",
      ])
    #expect(Self.events.references[1].kept.contains { $0.path == "MedlineCitation/PMID/@Version" })
  }

  @Test func translatedTitleComesWithTheVernacularOne() {
    let reference = Self.events.references[1]
    #expect(reference.title == "[Invented disorders of the north].")
    #expect(reference.vernacularTitle == "Uppfunna sjukdomar i norr.")
    #expect(reference.container?.abbreviation == "Uppf Tidskr")
    #expect(reference.issued == PartialDate(year: 1979, printed: "1979 Jan-Feb"))
  }

  @Test func chapterOfABookKnowsItsBook() {
    let chapter = Self.events.references[2]
    #expect(chapter.type == "chapter")
    #expect(chapter.title == "Imaginol")
    #expect(chapter.container?.title == "Handbook of Inventions")
    #expect(chapter.contributors.map(\.citationName) == ["Redaktor E", "Kapitel K"])
    #expect(chapter.contributors.map(\.role) == [.editor, .author])
    #expect(chapter.publisher == "Example Press")
    #expect(chapter.place == "Milan (IT)")
    #expect(chapter.edition == "2nd")
    #expect(chapter.identifier(.bookshelf) == "NBK900003")
    #expect(chapter.issued?.year == 2018)
  }
}

struct PubMedCaseTests {
  @Test func doiOfOldRecordsComesFromTheListOfIdentifiers() {
    let reference = article(
      data: "<ArticleIdList><ArticleId IdType='doi'>10.5555/OLD</ArticleId></ArticleIdList>")
    #expect(reference.identifier(.doi) == "10.5555/old")
  }

  @Test func doiFallsBackToTheElectronicLocation() {
    let reference = article("<ELocationID EIdType='doi' ValidYN='Y'>10.5555/e</ELocationID>")
    #expect(reference.identifier(.doi) == "10.5555/e")
  }

  @Test func lastELocationIDDoesNotEraseDOI() {
    let reference = article(
      """
      <ELocationID EIdType='doi'>10.5555/first</ELocationID><ELocationID EIdType='doi'>10.5555/last</ELocationID>
      """, data: "<ArticleIdList><ArticleId IdType='doi'>10.5555/list</ArticleId></ArticleIdList>")
    #expect(
      reference.identifiers.dropFirst().map(\.value) == ["10.5555/list", "10.5555/first", "10.5555/last"])
  }

  @Test func invalidElectronicLocationIsKeptAndNoIdentifier() {
    let reference = article("<ELocationID EIdType='doi' ValidYN='N'>10.5555/wrong</ELocationID>")
    #expect(reference.identifier(.doi) == nil)
    #expect(reference.kept.map(\.value).contains("10.5555/wrong"))
  }

  @Test func identifiersOfCitedWorksAreNotTheArticles() {
    let reference = article(
      data: """
        <ReferenceList><Reference><ArticleIdList><ArticleId IdType='doi'>10.5555/cited</ArticleId>\
        </ArticleIdList></Reference></ReferenceList>
        """)
    #expect(reference.identifier(.doi) == nil)
    #expect(reference.citations.map(\.identifiers) == [[Identifier(.doi, "10.5555/cited")]])
  }

  @Test func identifiersOfRelatedWorksAreOfTheSameSchemes() {
    let reference = article(
      citation: """
        <CommentsCorrectionsList><CommentsCorrections RefType="ErratumIn"><RefSource>J. 2001;1:2</RefSource>
        <ArticleId IdType="pubmed">5</ArticleId><ArticleId IdType="doi">10.1000/x</ArticleId>
        </CommentsCorrections></CommentsCorrectionsList>
        """)
    #expect(reference.relations.first?.identifiers.map(\.description) == ["pmid:5", "doi:10.1000/x"])
  }

  @Test func vernacularTitleStandsInForOneThatIsNotAvailable() {
    let vernacular = "<VernacularTitle>Psykisk hälsa.</VernacularTitle>"
    #expect(article("<ArticleTitle/>" + vernacular).title == "Psykisk hälsa.")
    let reference = article("<ArticleTitle>[Not Available].</ArticleTitle>" + vernacular)
    #expect(reference.title == "Psykisk hälsa.")
    #expect(reference.kept.map(\.value).contains("[Not Available]."))
  }

  @Test func electronicNumberStandsInForPages() {
    let pii = { (text: String) in article("<ELocationID EIdType='pii'>\(text)</ELocationID>").pages?.printed }
    #expect(pii("e0187423") == "e0187423")
    #expect(pii("S0140-6736(17)31234-5") == nil)
    #expect(article("<Pagination><StartPage>12</StartPage></Pagination>").pages?.printed == "12")
  }

  @Test func groupMayBeTheOnlyAuthor() {
    let reference = article(
      "<AuthorList><Author><CollectiveName>The <i>Only</i> Group</CollectiveName></Author></AuthorList>")
    #expect(reference.authors.map(\.citationName) == ["The Only Group"])
  }

  @Test func preprintIsAnArticleOfNoJournal() {
    let list =
      "<PublicationTypeList><PublicationType UI='D000076942'>Preprint</PublicationType></PublicationTypeList>"
    #expect(article(list).type == "article")
  }

  @Test func oneAffiliationOfOldRecordsIsTheFirstAuthors() {
    let authors =
      "<AuthorList><Author><LastName>A</LastName></Author><Author><LastName>B</LastName></Author></AuthorList>"
    let reference = article("<Affiliation>Hospital.</Affiliation>" + authors)
    #expect(reference.contributors.map(\.affiliations) == [["Hospital."], []])
  }

  @Test func recordWithoutPMIDIsAWarning() throws {
    let file = CorpusFile(
      "<PubmedArticleSet>\n <PubmedArticle><MedlineCitation/></PubmedArticle></PubmedArticleSet>")
    let events = try Reader.pubmed.events(in: file)
    #expect(
      events.problems.map(\.description) == [
        "a.xml:2:2: warning: PubmedArticle has no PMID [missing-identifier]"
      ])
    #expect(events.references.count == 1)
  }

  @Test func recordOfNeitherKindIsAProblemAndReadingGoesOn() throws {
    let file = CorpusFile(
      """
      <PubmedArticleSet><PubmedArticle><Oops/></PubmedArticle>
      <PubmedArticle><MedlineCitation><PMID>7</PMID></MedlineCitation></PubmedArticle></PubmedArticleSet>
      """)
    let events = try Reader.pubmed.events(in: file)
    #expect(
      events.problems.map(\.description) == [
        "a.xml:1:19: warning: PubmedArticle holds neither a citation nor a book [missing-element]"
      ])
    #expect(events.references.map(\.id.rawValue) == ["pmid:7"])
  }

  @Test(arguments: [
    ("1979 Jan-Feb", PartialDate(year: 1979)), ("2020 Jul-Sep", PartialDate(year: 2020)),
    ("1998 Dec-1999 Jan", PartialDate(year: 1998)), ("Spring 2001", PartialDate(year: 2001)),
    ("1975 Mar 5", PartialDate(year: 1975, month: 3, day: 5)), ("2000-2001", PartialDate(year: 2000)),
    ("1976 Aug 28-Sep 4", PartialDate(year: 1976)), ("1977 Oct 1-8", PartialDate(year: 1977, month: 10)),
    ("no date", PartialDate(year: nil)),
  ]) func freeDates(text: String, expected: PartialDate) {
    var expected = expected
    expected.printed = text
    #expect(PubMed.medlineDate(text) == expected)
  }

  @Test(arguments: [
    ("<Year>2009</Year><Season>Summer</Season>", PartialDate(year: 2009, printed: "2009 Summer")),
    ("<Year>2009</Year><Month>03</Month>", PartialDate(year: 2009, month: 3)),
    ("<Year>2009</Year><Month>Mar</Month><Day>31</Day>", PartialDate(year: 2009, month: 3, day: 31)),
    (
      "<Year>2009</Year><Month>Feb</Month><Day>30</Day>",
      PartialDate(year: 2009, month: 2, printed: "2009 Feb 30")
    ),
    ("<Year>2009</Year><Month>13</Month>", PartialDate(year: 2009, printed: "2009 13")),
  ]) func datesInParts(xml: String, expected: PartialDate) throws {
    #expect(try withRecord("<PubDate>\(xml)</PubDate>") { PubMed.date($0) } == expected)
  }

  @Test func formulasAreLinesOfText() {
    let formula = """
      <mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML" display="inline"><mml:msup><mml:mn>10</mml:mn>\
      <mml:mn>5</mml:mn></mml:msup><mml:mo>/</mml:mo><mml:mi>L</mml:mi></mml:math>
      """
    let reference = article(
      """
      <ArticleTitle>Counts of \(formula) cells in <i>Papyrus</i>.</ArticleTitle>
      <Abstract><AbstractText Label="RESULTS">We saw \(formula).</AbstractText></Abstract>
      <VernacularTitle>Zahlen von \(formula)</VernacularTitle>
      """)
    #expect(reference.title == "Counts of 10^5/L cells in Papyrus.")
    #expect(reference.abstract == [AbstractSection(label: "RESULTS", text: "We saw 10^5/L.")])
    #expect(reference.vernacularTitle == "Zahlen von 10^5/L")
    #expect(reference.kept.isEmpty)
  }

  @Test(arguments: [
    "0000-0002-1825-0097", "0000000218250097", "http://orcid.org/0000-0002-1825-0097",
    "https://orcid.org/0000000218250097",
  ]) func orcidIsBroughtIntoOneForm(text: String) {
    #expect(ORCID.bare(text) == "0000-0002-1825-0097")
  }
}

/// The reference read from an article with this content.
private func article(_ content: String = "", citation: String = "", data: String = "") -> Reference {
  let text = """
    <PubmedArticle><MedlineCitation><PMID Version="1">1</PMID><Article>\(content)</Article>\
    \(citation)</MedlineCitation>
    <PubmedData>\(data)</PubmedData></PubmedArticle>
    """
  return outcome(.pubmed, CorpusFile(text)).events.references.first ?? Reference()
}
