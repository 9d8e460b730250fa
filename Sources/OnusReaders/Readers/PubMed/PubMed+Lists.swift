internal import OnusModel

extension PubMed {
  static func readPublicationTypes(_ elements: XMLElements, into reference: inout Reference) {
    reference.publicationTypes.reserveCapacity(elements.count)
    for element in elements {
      guard let term = term(element) else { continue }
      reference.publicationTypes.append(term)
      // "Preprint"; CSL calls a document of no journal an article.
      if term.ui == "D000076942" { reference.type = "article" }
    }
  }

  static func readHeadings(_ list: XMLElement, into reference: inout Reference) {
    reference.headings.reserveCapacity(list.elements.count)
    for element in list.children("MeshHeading") {
      guard let descriptor = element.child("DescriptorName").flatMap(part) else { continue }
      let qualifiers = element.children("QualifierName").compactMap(part)
      reference.headings.append(SubjectHeading(descriptor, qualifiers: qualifiers))
    }
  }

  /// Reads diseases, protocols and organisms that MeSH keeps as supplementary concepts.
  static func readSupplementaryHeadings(_ list: XMLElement, into reference: inout Reference) {
    for element in list.children("SupplMeshName") {
      guard let term = term(element) else { continue }
      reference.headings.append(SubjectHeading(.init(term)))
    }
  }

  static func readKeywords(_ list: XMLElement, into reference: inout Reference) {
    let owner = list.attribute("Owner")
    for element in list.children("Keyword") {
      guard let text = element.nonEmptyText else { continue }
      reference.keywords.append(Keyword(text, isMajor: isMajor(element), owner: owner))
    }
  }

  static func readChemicals(_ list: XMLElement, into reference: inout Reference) {
    reference.chemicals.reserveCapacity(list.elements.count)
    for element in list.children("Chemical") {
      guard let term = element.child("NameOfSubstance").flatMap(term) else { continue }
      let number = element.text(at: "RegistryNumber")
      reference.chemicals.append(Chemical(term, registryNumber: number == "0" ? nil : number))
    }
  }

  static func readAccessions(_ list: XMLElement, into reference: inout Reference) {
    _ = list.attribute("CompleteYN", is: "Y")
    for bank in list.children("DataBank") {
      guard let name = bank.text(at: "DataBankName") else { continue }
      var numbers: [String] = []
      for numberList in bank.children("AccessionNumberList") {
        numbers += numberList.children("AccessionNumber").compactMap(\.nonEmptyText)
      }
      if numbers.isEmpty { numbers = [""] }
      reference.accessions += numbers.map { AccessionNumber(bank: name, number: $0) }
    }
  }

  static func readGrants(_ list: XMLElement, into reference: inout Reference) {
    _ = list.attribute("CompleteYN", is: "Y")
    for element in list.children("Grant") {
      let grant = Grant(
        number: element.text(at: "GrantID"), acronym: element.text(at: "Acronym"),
        agency: element.text(at: "Agency"), country: element.text(at: "Country"))
      reference.grants.append(grant)
    }
  }

  static func readRelations(_ list: XMLElement, into reference: inout Reference) {
    reference.relations.reserveCapacity(list.elements.count)
    for element in list.children("CommentsCorrections") {
      var relation = Relation(
        type: element.attribute("RefType") ?? "Unknown", citation: element.text(at: "RefSource"),
        note: element.text(at: "Note"))
      if let pmid = element.child("PMID") {
        readVersion(pmid)
        if let text = pmid.nonEmptyText { relation.identifiers.append(Identifier(.pmid, text)) }
      }
      for identifier in element.children("ArticleId") {
        guard let kind = identifier.attribute("IdType"), let text = identifier.nonEmptyText else { continue }
        relation.identifiers.append(Identifier(scheme(kind), text))
      }
      reference.relations.append(relation)
    }
  }

  /// Reads a reference list and the lists inside it.
  static func readCitations(_ list: XMLElement, into reference: inout Reference) {
    reference.citations.reserveCapacity(reference.citations.count + list.elements.count)
    for element in list.elements {
      if element.isNamed("ReferenceList") {
        readCitations(element, into: &reference)
      } else if element.isNamed("Reference") {
        var citation = Citation(text: element.text(at: "Citation"))
        for identifiers in element.children("ArticleIdList") {
          readIdentifiers(identifiers, into: &citation.identifiers)
        }
        if citation.text != nil || !citation.identifiers.isEmpty {
          reference.citations.append(consume citation)
        }
      }
    }
  }

  private static func term(_ element: XMLElement) -> Term? {
    element.term(ui: element.attributeNamed("UI"))
  }

  /// Reads a part of a heading; any other mark of a main topic than Y and N is kept.
  private static func part(_ element: XMLElement) -> SubjectHeading.Part? {
    var ui: XMLAttribute?
    var majorTopic: XMLAttribute?
    element.forEachAttribute { attribute in
      if attribute.isNamed("UI") {
        ui = attribute
      } else if attribute.isNamed("MajorTopicYN") {
        majorTopic = attribute
      }
    }
    guard let term = element.term(ui: ui) else { return nil }
    let isMajor = majorTopic?.isRead(as: "Y") ?? false
    if !isMajor { _ = majorTopic?.isRead(as: "N") }
    return SubjectHeading.Part(term, isMajor: isMajor)
  }

  private static func isMajor(_ element: XMLElement) -> Bool {
    _ = element.attribute("MajorTopicYN", is: "N")
    return element.attribute("MajorTopicYN", is: "Y")
  }
}
