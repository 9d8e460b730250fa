internal import OnusModel

extension PubMed {
  /// Reads the identifiers of the article itself, and never those of what it cites or corrects.
  ///
  /// `PubmedData/ArticleIdList` comes first, because records from before 2007 have their DOI only there;
  /// `ELocationID` adds what is not in that list.
  static func readIdentifiers(
    _ citation: XMLElement, article: XMLElement?, data: XMLElement?, into reference: inout Reference
  ) {
    if let pmid = citation.child("PMID") {
      readVersion(pmid)
      if let text = pmid.nonEmptyText { reference.identifiers.append(Identifier(.pmid, text)) }
    }
    if let list = data?.child("ArticleIdList") { readIdentifiers(list, into: &reference.identifiers) }
    if let article { readLocations(article, into: &reference.identifiers) }
  }

  /// Reads electronic locations; one that NLM marks as invalid is no identifier, and kept with its mark.
  static func readLocations(_ article: XMLElement, into identifiers: inout [Identifier]) {
    for element in article.children("ELocationID") {
      if element.hasAttribute("ValidYN"), !element.attribute("ValidYN", is: "Y") { continue }
      guard let kind = element.attribute("EIdType"), let text = element.nonEmptyText else { continue }
      add(Identifier(scheme(kind), text), to: &identifiers)
    }
  }

  /// Reads the identifiers that are directly in a list.
  static func readIdentifiers(_ list: XMLElement, into identifiers: inout [Identifier]) {
    for element in list.children("ArticleId") {
      guard let text = element.nonEmptyText else { continue }
      add(Identifier(scheme(of: element), text), to: &identifiers)
    }
  }

  private static func add(_ identifier: Identifier, to identifiers: inout [Identifier]) {
    if identifiers.isEmpty {
      identifiers = [identifier]
    } else if !identifiers.contains(identifier) {
      identifiers.append(identifier)
    }
  }

  /// The scheme that an element's `IdType` names, for the three that nearly all name without making a string.
  private static func scheme(of element: XMLElement) -> Identifier.Scheme {
    var scheme: Identifier.Scheme?
    element.forEachAttribute { attribute in
      guard scheme == nil, attribute.isNamed("IdType") else { return }
      if attribute.isRead(as: "pubmed") {
        scheme = .pmid
      } else if attribute.isRead(as: "doi") {
        scheme = .doi
      } else if attribute.isRead(as: "pmc") {
        scheme = .pmcid
      } else {
        scheme = self.scheme(attribute.value)
      }
    }
    return scheme ?? .pmid
  }

  static func scheme(_ kind: String) -> Identifier.Scheme {
    switch kind {
    case "pubmed", "medline": .pmid
    case "doi": .doi
    case "pii": .pii
    case "pmc": .pmcid
    case "bookaccession": .bookshelf
    default: Identifier.Scheme(rawValue: kind.lowercased())
    }
  }

  /// Reads the version of a PMID where it is 1, as nearly all are; any other is kept.
  static func readVersion(_ pmid: XMLElement) { _ = pmid.attribute("Version", is: "1") }

  /// The pages, else the electronic location that stands in their place.
  static func pages(_ article: XMLElement) -> PageRange? {
    if let pagination = article.child("Pagination") {
      let start = pagination.text(at: "StartPage")
      let end = pagination.text(at: "EndPage")
      if let printed = pagination.text(at: "MedlinePgn") { return PageRange(printed) }
      if let start { return PageRange(end.map { "\(start)-\($0)" } ?? start) }
    }
    for element in article.children("ELocationID") where element.attribute("EIdType", is: "pii") {
      let text = element.text
      let digits = text.drop { $0.isASCII && $0.isLetter }
      // A publisher's item number such as S0140-6736(17)31234-5 is no place in an issue.
      if text.count - digits.count <= 4, (1...8).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) {
        return PageRange(text)
      }
    }
    return nil
  }
}
