internal import OnusModel

/// The parts of PubMed's records in the order of the DTD.
enum PubMedRecord {
  static func addArticle(_ reference: Reference, to record: inout XMLMarkup) {
    record.add("MedlineCitation", ["Status": "In-Data-Review", "Owner": "NLM"]) { citation in
      citation.add("PMID", ["Version": "1"], reference.identifier(.pmid))
      for event in ["DateCreated", "DateCompleted", "DateRevised"] {
        if let date = reference.history.first(where: { $0.event == event })?.date {
          add(date, as: event, to: &citation)
        }
      }
      citation.add("Article", ["PubModel": "Print"]) { addContents(of: reference, to: &$0) }
      citation.add("MedlineJournalInfo") { info in
        info.add("Country", reference.container?.country)
        info.add("MedlineTA", reference.container?.otherTitles.first ?? reference.container?.abbreviation)
        info.add("NlmUniqueID", reference.container?.nlmID)
        info.add("ISSNLinking", reference.container?.serialNumbers.first { $0.medium == "Linking" }?.issn)
      }
      addLists(reference, to: &citation)
    }
    record.add("PubmedData") { data in
      data.add("History") { history in
        for entry in reference.history where !elementDates.contains(entry.event) {
          add(entry.date, as: "PubMedPubDate", attribute: ("PubStatus", entry.event), to: &history)
        }
      }
      data.add("PublicationStatus", "ppublish")
      addIdentifiers(reference.identifiers, to: &data)
      data.add("ReferenceList") { list in
        for citation in reference.citations {
          list.add("Reference") { entry in
            entry.add("Citation", citation.text)
            addIdentifiers(citation.identifiers, to: &entry)
          }
        }
      }
    }
  }

  private static func addContents(of reference: Reference, to article: inout XMLMarkup) {
    let container = reference.container
    article.add("Journal") { journal in
      if let number = container?.serialNumbers.first(where: { $0.medium != "Linking" }) {
        journal.add("ISSN", ["IssnType": number.medium], number.issn)
      }
      journal.add("JournalIssue", ["CitedMedium": "Internet"]) { issue in
        issue.add("Volume", reference.volume)
        issue.add("Issue", reference.issue)
        add(reference.issued ?? reference.published, as: "PubDate", to: &issue)
      }
      journal.add("Title", container?.title)
      journal.add("ISOAbbreviation", container?.abbreviation)
    }
    article.add("ArticleTitle", reference.title)
    article.add("Pagination") { $0.add("MedlinePgn", reference.pages?.printed) }
    for scheme in [Identifier.Scheme.doi, .pii] {
      article.add(
        "ELocationID", ["EIdType": scheme.rawValue, "ValidYN": "Y"], reference.identifier(scheme))
    }
    article.add("Abstract") { add(reference.abstract, to: &$0) }
    addPeople(reference, .author, list: "AuthorList", to: &article)
    for language in reference.languages { article.add("Language", LanguageTag.nlmCode(for: language)) }
    addAccessions(reference, to: &article)
    addGrants(reference, to: &article)
    article.add("PublicationTypeList") { list in
      for type in reference.publicationTypes { list.add("PublicationType", ["UI": type.ui], type.name) }
    }
    article.add("VernacularTitle", reference.vernacularTitle)
    if let date = reference.published {
      add(date, as: "ArticleDate", attribute: ("DateType", "Electronic"), to: &article)
    }
  }

  static func addBook(_ reference: Reference, to record: inout XMLMarkup) {
    let isChapter = reference.type == "chapter"
    record.add("BookDocument") { document in
      document.add("PMID", ["Version": "1"], reference.identifier(.pmid))
      let ownNumbers = reference.identifiers.filter { $0.scheme != .isbn }
      addIdentifiers(ownNumbers, to: &document)
      document.add("Book") { book in
        book.add("Publisher") { publisher in
          publisher.add("PublisherName", reference.publisher)
          publisher.add("PublisherLocation", reference.place)
        }
        book.add("BookTitle", isChapter ? reference.container?.title : reference.title)
        add(reference.issued ?? reference.published, as: "PubDate", to: &book)
        addPeople(reference, .editor, list: "AuthorList", type: "editors", to: &book)
        book.add("Volume", reference.volume)
        book.add("Edition", reference.edition)
        book.add("CollectionTitle", reference.container?.otherTitles.first)
        for isbn in reference.container?.bookNumbers ?? [] { book.add("Isbn", isbn) }
        for isbn in reference.identifiers where isbn.scheme == .isbn { book.add("Isbn", isbn.value) }
      }
      if isChapter { document.add("ArticleTitle", reference.title) }
      document.add("VernacularTitle", reference.vernacularTitle)
      document.add("Pagination") { $0.add("MedlinePgn", reference.pages?.printed) }
      for language in reference.languages { document.add("Language", LanguageTag.nlmCode(for: language)) }
      addPeople(reference, .author, list: "AuthorList", type: "authors", to: &document)
      addPeople(reference, .investigator, list: "InvestigatorList", to: &document)
      for type in reference.publicationTypes { document.add("PublicationType", ["UI": type.ui], type.name) }
      document.add("Abstract") { add(reference.abstract, to: &$0) }
      addKeywords(reference, to: &document)
      addGrants(reference, to: &document)
    }
    record.add("PubmedBookData") { data in
      data.add("PublicationStatus", "ppublish")
      addIdentifiers(reference.identifiers.filter { $0.scheme == .pmid }, to: &data)
    }
  }

  /// What such a record has a place for, though not in this one.
  static func unheld(of reference: Reference) -> Set<ReferenceField> {
    var fields: Set<ReferenceField> = reference.isPart ? [.isbn] : [.bookNumbers]
    // Beside the abbreviation there is place for MEDLINE's own, and beside a book for its series.
    let titles = reference.container?.otherTitles.count ?? 0
    let isArticle = reference.type != "book" && reference.type != "chapter"
    let serials = reference.container?.serialNumbers.count { $0.medium != "Linking" } ?? 0
    if serials > 1 { fields.insert(.furtherISSNs) }
    // NLM's free form has to say by itself what the parts of the date are.
    if let date = reference.issued, let printed = date.printed, PubMed.medlineDate(printed) != date {
      fields.insert(.printedDate)
    }
    if titles > 1 || isArticle && reference.container?.abbreviation == nil {
      fields.insert(.otherContainerTitles)
    }
    return fields
  }

  static let elementDates: Set = ["DateCreated", "DateCompleted", "DateRevised"]

  /// What a record of an article holds.
  static let articleFields = commonFields.union([
    .journalAbbreviation, .otherContainerTitles, .issn, .furtherISSNs, .issnMedium, .nlmID, .country, .issue,
    .published, .history, .accessed, .headings, .headingQualifiers, .chemicals, .accessions, .relations,
    .citations,
    .relationNotes, .notes, .otherAbstracts, .isAuthorListComplete,
  ])

  /// What a record of a book or chapter holds.
  static let bookFields = commonFields.union([
    .edition, .publisher, .place, .isbn, .editors, .otherContainerTitles, .bookNumbers,
  ])

  private static let commonFields: Set<ReferenceField> = [
    .type, .pmid, .doi, .pmcid, .pii, .otherIdentifiers, .title, .vernacularTitle, .abstract,
    .abstractSections, .abstractCategories, .authors, .investigators, .initials, .suffixes,
    .firstAffiliations, .affiliations, .contributorIdentifiers, .equalContribution, .journal, .volume,
    .pages, .printedPages, .issued, .printedDate, .language, .furtherLanguages, .publicationTypes, .keywords,
    .keywordOwners, .majorTopics, .termIdentifiers, .grants,
  ]
}
