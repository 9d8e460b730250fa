internal import OnusModel

extension PubMedRecord {
  /// Adds a date by its parts, or as printed where that says more.
  static func add(
    _ date: PartialDate?, as name: String, attribute: (name: String, value: String)? = nil,
    to parent: inout XMLMarkup
  ) {
    guard let date else { return }
    let attributes: KeyValuePairs<String, String?> =
      if let attribute { [attribute.name: attribute.value] } else { [:] }
    parent.add(name, attributes) { element in
      // A time of day stands in elements of its own.
      let printed = date.printedBeyondParts
      let time = printed?.split(separator: " ").last.map { $0.split(separator: ":") } ?? []
      if name == "PubDate", let printed, time.count < 2 {
        element.add("MedlineDate", printed)
        return
      }
      element.add("Year", date.year.map(String.init))
      element.add("Month", date.month.map { $0 < 10 ? "0\($0)" : String($0) })
      element.add("Day", date.day.map { $0 < 10 ? "0\($0)" : String($0) })
      guard time.count > 1 else { return }
      for (name, part) in zip(["Hour", "Minute", "Second"], time) { element.add(name, String(part)) }
    }
  }

  static func add(_ sections: [AbstractSection], to abstract: inout XMLMarkup) {
    for section in sections {
      abstract.add("AbstractText", ["Label": section.label, "NlmCategory": section.category], section.text)
    }
  }

  static func addPeople(
    _ reference: Reference, _ role: Contributor.Role, list: String, type: String? = nil,
    to parent: inout XMLMarkup
  ) {
    let isComplete = role == .author && type == nil ? reference.isAuthorListComplete : nil
    let completeness = isComplete.map { $0 ? "Y" : "N" }
    parent.add(list, ["CompleteYN": completeness, "Type": type]) { list in
      for person in reference.contributors where person.role == role {
        add(person, as: role == .investigator ? "Investigator" : "Author", to: &list)
      }
    }
  }

  private static func add(_ person: Contributor, as name: String, to list: inout XMLMarkup) {
    list.add(name, ["ValidYN": "Y", "EqualContrib": person.attributes["EqualContrib"]]) { element in
      element.add("LastName", person.family)
      element.add("ForeName", person.given)
      element.add("Initials", person.initials)
      element.add("Suffix", person.suffix)
      element.add("CollectiveName", person.literal)
      for (source, number) in person.identifiers.sorted(by: { $0.key < $1.key }) {
        element.add("Identifier", ["Source": source], number)
      }
      for text in person.affiliations { element.add("AffiliationInfo") { $0.add("Affiliation", text) } }
    }
  }

  static func addIdentifiers(_ identifiers: [Identifier], to parent: inout XMLMarkup) {
    parent.add("ArticleIdList") { list in
      for identifier in identifiers {
        let kind =
          switch identifier.scheme {
          case .pmid: "pubmed"
          case .pmcid: "pmc"
          case .bookshelf: "bookaccession"
          default: identifier.scheme.rawValue
          }
        list.add("ArticleId", ["IdType": kind], identifier.value)
      }
    }
  }

  /// Adds the numbers of trials and data, those of one register together.
  static func addAccessions(_ reference: Reference, to article: inout XMLMarkup) {
    var banks: [(name: String, numbers: [String])] = []
    for accession in reference.accessions {
      if banks.last?.name == accession.bank {
        banks[banks.count - 1].numbers.append(accession.number)
      } else {
        banks.append((accession.bank, [accession.number]))
      }
    }
    article.add("DataBankList", ["CompleteYN": "Y"]) { list in
      for bank in banks {
        list.add("DataBank") { element in
          element.add("DataBankName", bank.name)
          element.add("AccessionNumberList") { numbers in
            for number in bank.numbers { numbers.add("AccessionNumber", number) }
          }
        }
      }
    }
  }

  static func addGrants(_ reference: Reference, to parent: inout XMLMarkup) {
    parent.add("GrantList", ["CompleteYN": "Y"]) { list in
      for grant in reference.grants {
        list.add("Grant") { element in
          element.add("GrantID", grant.number)
          element.add("Acronym", grant.acronym)
          element.add("Agency", grant.agency)
          element.add("Country", grant.country)
        }
      }
    }
  }

  /// Adds keywords in one list for each who assigned them.
  static func addKeywords(_ reference: Reference, to parent: inout XMLMarkup) {
    var rest = reference.keywords[...]
    while let owner = rest.first?.owner ?? (rest.isEmpty ? nil : .some("")) {
      let group = rest.prefix { ($0.owner ?? "") == owner }
      parent.add("KeywordList", ["Owner": owner.isEmpty ? nil : owner]) { list in
        for keyword in group {
          list.add("Keyword", ["MajorTopicYN": keyword.isMajor ? "Y" : "N"], keyword.text)
        }
      }
      rest = rest.dropFirst(group.count)
    }
  }

  /// Adds what stands beside the article: substances, relations, headings, keywords, notes.
  static func addLists(_ reference: Reference, to citation: inout XMLMarkup) {
    citation.add("ChemicalList") { list in
      for chemical in reference.chemicals {
        list.add("Chemical") { element in
          element.add("RegistryNumber", chemical.registryNumber ?? "0")
          element.add("NameOfSubstance", ["UI": chemical.term.ui], chemical.term.name)
        }
      }
    }
    citation.add("CommentsCorrectionsList") { list in
      for relation in reference.relations {
        list.add("CommentsCorrections", ["RefType": relation.type]) { element in
          element.add("RefSource", relation.citation)
          for identifier in relation.identifiers where identifier.scheme == .pmid {
            element.add("PMID", ["Version": "1"], identifier.value)
          }
          element.add("Note", relation.note)
        }
      }
    }
    citation.add("MeshHeadingList") { list in
      for heading in reference.headings {
        list.add("MeshHeading") { element in
          add(heading.descriptor, as: "DescriptorName", to: &element)
          for qualifier in heading.qualifiers { add(qualifier, as: "QualifierName", to: &element) }
        }
      }
    }
    for abstract in reference.otherAbstracts {
      let language = abstract.language.map(LanguageTag.nlmCode(for:))
      citation.add("OtherAbstract", ["Type": abstract.type, "Language": language]) {
        add(abstract.sections, to: &$0)
      }
    }
    addKeywords(reference, to: &citation)
    addPeople(reference, .investigator, list: "InvestigatorList", to: &citation)
    for note in reference.notes { citation.add("GeneralNote", ["Owner": "NLM"], note) }
  }

  private static func add(_ part: SubjectHeading.Part, as name: String, to heading: inout XMLMarkup) {
    heading.add(name, ["UI": part.term.ui, "MajorTopicYN": part.isMajor ? "Y" : "N"], part.term.name)
  }
}
