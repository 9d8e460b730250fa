internal import OnusModel

extension BIBORDF {
  func readIdentifiers(_ node: XMLElement, into reference: inout Reference) {
    for text in graph.literals(node, "doi", "identifier", "uri", "pmid", "handle") {
      if let doi = DOIText.first(in: text) {
        if reference.identifier(.doi) == nil { reference.identifiers.append(doi) }
      } else if WebAddress.isOne(text) {
        if !reference.addresses.contains(text) { reference.addresses.append(text) }
      }
    }
    for text in graph.literals(node, "pmid") { reference.identifiers.append(Identifier(.pmid, text)) }
    for text in graph.literals(node, "isbn", "isbn10", "isbn13") {
      reference.identifiers += StandardNumbers(text).books.filter { !reference.identifiers.contains($0) }
    }
    let serials = graph.literals(node, "issn", "eissn").flatMap { StandardNumbers($0).serials }
    if !serials.isEmpty {
      reference.container = reference.container ?? Container()
      reference.container?.serialNumbers += serials
    }
    for name in ["uri", "homepage", "page", "url"] as [StaticString] {
      for property in node.children(name) {
        guard let address = property.attribute("resource") else { continue }
        if !reference.addresses.contains(address) { reference.addresses.append(address) }
      }
    }
    for address in reference.addresses + [RDFGraph.name(of: node)].compactMap({ $0 }) {
      guard let identifier = WebAddress.identifier(address), reference.identifier(identifier.scheme) == nil
      else { continue }
      reference.identifiers.append(identifier)
    }
  }

  func readNumbers(_ node: XMLElement, into reference: inout Reference) {
    if let volume = graph.literals(node, "volume").first { reference.volume = volume }
    if let issue = graph.literals(node, "issue").first { reference.issue = issue }
    if let number = graph.literals(node, "number").first { reference.number = number }
    if let pages = graph.literals(node, "pages").first {
      reference.pages = PageRange(pages)
    } else if let first = graph.literals(node, "pageStart").first {
      let last = graph.literals(node, "pageEnd").first
      reference.pages = PageRange(last.map { $0 == first ? first : "\(first)-\($0)" } ?? first)
    }
    if let edition = graph.literals(node, "edition").first { reference.edition = edition }
    if let date = graph.literals(node, "issued", "date", "created").first {
      reference.issued = PartialDate(written: date)
    }
  }

  func readTexts(_ node: XMLElement, into reference: inout Reference) {
    reference.abstract = graph.literals(node, "abstract").flatMap {
      AbstractText.sections(HTMLText.plain($0))
    }
    reference.notes = graph.literals(node, "note", "content").map(HTMLText.plain)
    reference.languages = graph.literals(node, "language").map { language in
      LanguageTag.tag(for: language)
    }
    for property in node.children("subject") {
      if let text = graph.literal(property) {
        reference.keywords.append(Keyword(text))
      } else if let text = graph.targets(of: property).first.flatMap({
        graph.literals($0, "prefLabel", "label", "name").first
      }) {
        reference.keywords.append(Keyword(text))
      }
    }
    readTags(node, into: &reference)
    reference.publicationTypes += graph.literals(node, "type").map { Term($0) }
    readRelations(node, into: &reference)
  }

  /// Reads the tags of the person who keeps the library.
  func readTags(_ node: XMLElement, into reference: inout Reference) {
    for tag in graph.nodes(node, "tagged") {
      if let text = graph.literals(tag, "label", "name").first { reference.keywords.append(Keyword(text)) }
    }
  }

  /// Reads other works that this one cites, reviews or is about, by their addresses.
  private func readRelations(_ node: XMLElement, into reference: inout Reference) {
    for name in ["cites", "reviewOf", "transcriptOf", "translationOf", "isVersionOf", "replaces"]
      as [StaticString]
    {
      for property in node.children(name) {
        guard let address = property.attribute("resource") else { continue }
        let identifier = WebAddress.identifier(address) ?? Identifier(.url, address)
        if name.description == "cites" {
          reference.citations.append(Citation(text: nil, identifiers: [identifier]))
        } else {
          reference.relations.append(
            Relation(type: name.description, citation: nil, identifiers: [identifier]))
        }
      }
    }
  }

  /// The ontology's kinds of documents in CSL's terms.
  static let types = [
    "AcademicArticle": "article-journal", "Article": "article", "AudioDocument": "song",
    "AudioVisualDocument": "motion_picture", "Bill": "bill", "Book": "book", "BookSection": "chapter",
    "Brief": "legal_case", "Chapter": "chapter", "LegalCaseDocument": "legal_case",
    "CollectedDocument": "document", "DocumentPart": "chapter", "Document": "document", "EditedBook": "book",
    "Email": "personal_communication", "Film": "motion_picture", "Image": "graphic", "Interview": "interview",
    "LegalDecision": "legal_case", "LegalDocument": "legislation", "Legislation": "legislation",
    "Letter": "personal_communication", "Manual": "report", "Manuscript": "manuscript", "Map": "map",
    "Note": "document", "Patent": "patent", "PersonalCommunicationDocument": "personal_communication",
    "Proceedings": "book", "ReferenceSource": "entry-encyclopedia", "Report": "report", "Slideshow": "speech",
    "Specification": "standard", "Standard": "standard", "Statute": "legislation", "Thesis": "thesis",
    "Webpage": "webpage",
  ]
}
