internal import OnusModel

extension JATS {
  /// Reads the kind of article in JATS's words, with the MeSH term that means the same.
  static func readArticleType(_ record: XMLElement, into reference: inout Reference) {
    guard let kind = record.attribute("article-type") else { return }
    reference.publicationTypes.append(Term(kind, ui: terms[kind.lowercased()]))
    switch kind.lowercased() {
    case "book-review": reference.type = "review-book"
    case "product-review": reference.type = "review"
    case "preprint": reference.type = "article"
    case "dissertation", "thesis": reference.type = "thesis"
    default: break
    }
  }

  /// MeSH's publication types.
  private static let terms = [
    "research-article": "D016428", "review-article": "D016454", "systematic-review": "D000078182",
    "meta-analysis": "D017418", "case-report": "D002363", "clinical-trial": "D016430",
    "clinical-study": "D000068397", "editorial": "D016421", "letter": "D016422", "reply": "D016420",
    "article-commentary": "D016420", "discussion": "D016420", "correction": "D016425",
    "retraction": "D016440", "retracted-article": "D016441", "expression-of-concern": "D000075742",
    "news": "D016433", "obituary": "D050017", "introduction": "D054711", "addendum": "D016425",
    "guideline": "D016431", "preprint": "D000076942",
  ]

  /// Reads what ties a document to others: corrections and retractions, registers, grants, affairs.
  static func readTies(_ element: XMLElement, into reference: inout Reference) {
    if element.isNamed("related-article") {
      readRelatedArticle(element, into: &reference)
    } else if element.isNamed("related-object") {
      readRelatedObject(element, into: &reference)
    } else if element.isNamed("funding-group") {
      readFunding(element, into: &reference)
    } else if element.isNamed("ext-link") {
      if let address = element.attribute("href"), let trial = WebAddress.trial(address) {
        reference.accessions.append(trial)
        element.markRead()
      }
    }
  }

  /// Reads a related article; types are given in PubMed's words where they mean the same.
  private static func readRelatedArticle(_ element: XMLElement, into reference: inout Reference) {
    let kind = element.attribute("related-article-type") ?? "related"
    _ = element.attribute("id")
    var relation = Relation(
      type: relations[kind.lowercased()] ?? kind, citation: element.readableText)
    let link = element.attribute("ext-link-type") ?? "uri"
    if let target = element.attribute("href") {
      let identifier =
        DOIText.first(in: target) ?? WebAddress.identifier(target) ?? self.identifier(target, kind: link)
      relation.identifiers.append(identifier)
    }
    reference.relations.append(relation)
  }

  private static let relations = [
    "corrected-article": "ErratumFor", "correction-forward": "ErratumIn",
    "retracted-article": "RetractionOf", "retraction-forward": "RetractionIn",
    "partial-retraction": "PartialRetractionOf", "object-of-concern": "ExpressionOfConcernFor",
    "expression-of-concern": "ExpressionOfConcernIn", "concern-forward": "ExpressionOfConcernIn",
    "commentary-article": "CommentOn", "commentary": "CommentIn", "preprint": "UpdateOf",
    "updated-article": "UpdateOf", "republished-article": "RepublishedFrom",
    "retracted-and-republished-article": "RetractedandRepublishedFrom",
  ]

  /// Reads an entry of a trial register or data bank as an accession number, and any other as a relation.
  private static func readRelatedObject(_ element: XMLElement, into reference: inout Reference) {
    let address = element.attribute("href")
    let kind =
      element.attribute("source-type") ?? element.attribute("document-id-type")
      ?? element.attribute("content-type")
    let number = element.attribute("document-id") ?? element.attribute("object-id")
    let text = element.readableText
    if let number, kind != nil {
      let bank = element.attribute("source-id") ?? kind ?? "unknown"
      reference.accessions.append(AccessionNumber(bank: bank, number: number))
    } else if let trial = address.flatMap(WebAddress.trial) {
      reference.accessions.append(trial)
    } else {
      let identifiers = address.map { WebAddress.identifier($0) ?? Identifier(.url, $0) }
      let type = element.attribute("link-type") ?? kind ?? "related-object"
      reference.relations.append(
        Relation(type: type, citation: text, identifiers: identifiers.map { [$0] } ?? []))
    }
  }

  private static func readFunding(_ group: XMLElement, into reference: inout Reference) {
    for award in group.children("award-group") {
      let sources = award.elements.filter { $0.isNamed("funding-source") || $0.isNamed("funding-agency") }
      let agency = sources.compactMap(funder).first
      let country = sources.lazy.compactMap { $0.attribute("country") }.first
      _ = award.attribute("id")
      // The recipient is one of the authors.
      award.child("principal-award-recipient")?.markRead()
      let numbers = award.children("award-id").compactMap(\.nonEmptyText)
      guard agency != nil || !numbers.isEmpty else { continue }
      for number in numbers.isEmpty ? [nil] : numbers.map(Optional.some) {
        reference.grants.append(Grant(number: number, acronym: nil, agency: agency, country: country))
      }
    }
    reference.notes += group.children("funding-statement").compactMap(\.readableText)
  }

  private static func funder(_ source: XMLElement) -> String? {
    let institutions = (source.child("institution-wrap") ?? source).children("institution")
    return institutions.compactMap(\.readableText).first ?? source.readableText
  }

  /// Reads the headings under which a journal files the article.
  static func readSubjects(_ group: XMLElement, into reference: inout Reference) {
    let owner = group.attribute("subj-group-type")
    for subject in group.elements {
      if subject.isNamed("subj-group") {
        readSubjects(subject, into: &reference)
      } else if subject.isNamed("subject"), let text = subject.readableText {
        let owner = owner ?? subject.attribute("content-type") ?? "subject"
        reference.keywords.append(Keyword(text, owner: owner))
      }
    }
  }

  static func readKeywords(_ group: XMLElement, into reference: inout Reference) {
    let owner = group.attribute("kwd-group-type")
    group.child("title")?.markRead()
    group.child("label")?.markRead()
    _ = group.attribute("lang")
    func add(_ parent: XMLElement) {
      for element in parent.elements {
        if element.isNamed("kwd") || element.isNamed("compound-kwd") {
          let parts = element.children("compound-kwd-part").compactMap(\.readableText)
          let text = parts.isEmpty ? element.readableText : parts.joined(separator: " – ")
          if let text { reference.keywords.append(Keyword(text, owner: owner)) }
        } else if element.isNamed("nested-kwd") {
          add(element)
        }
      }
    }
    add(group)
  }
}
