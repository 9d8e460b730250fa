internal import OnusModel

extension Reader {
  /// The descriptors of NLM's Medical Subject Headings, as `desc20xx.xml` has them.
  ///
  /// Follows [NLM's description of the elements](https://www.nlm.nih.gov/mesh/xml_data_elements.html).
  /// Every descriptor becomes a condition, also one of a substance or a place; tree numbers that start with
  /// C or F03 tell the diseases. Supplementary concepts, qualifiers and pharmacological actions are other
  /// files, and not read.
  public static let mesh = Reader.xml(
    name: "mesh", title: "MeSH descriptors",
    keeps: "conditions with names, tree numbers, scope notes; withdrawn terms",
    roots: [
      XMLRoot("DescriptorRecordSet", namespacePrefix: ""), XMLRoot("DescriptorRecord", namespacePrefix: ""),
    ],
    records: ["DescriptorRecord"]
  ) { record in
    guard let ui = record.text(at: "DescriptorUI"), let name = record.text(at: "DescriptorName", "String")
    else {
      throw Diagnostic(
        .error, "missing-element", "a descriptor has no DescriptorUI or no DescriptorName",
        at: record.location)
    }
    var condition = Condition(id: .init(ui), name: name, location: record.location)
    if let list = record.child("TreeNumberList") {
      condition.treeNumbers = list.children("TreeNumber").compactMap(\.nonEmptyText)
    }
    if let list = record.child("ConceptList") { readConcepts(list, into: &condition) }
    // Which qualifiers an indexer may use says nothing about the condition and would be most of the file.
    record.child("AllowableQualifiersList")?.markRead()
    return [.record(.condition(condition))]
  }

  private static func readConcepts(_ list: XMLElement, into condition: inout Condition) {
    for concept in list.children("Concept") {
      if concept.attribute("PreferredConceptYN", is: "Y") {
        condition.scopeNote = concept.text(at: "ScopeNote")
      }
      _ = concept.attribute("PreferredConceptYN", is: "N")
      // A concept's name is the name of its preferred term.
      concept.child("ConceptName")?.markRead()
      readNames(concept, into: &condition)
    }
  }

  /// Reads the terms of a concept: the preferred name of each is one of the descriptor's entry terms.
  private static func readNames(_ concept: XMLElement, into condition: inout Condition) {
    guard let terms = concept.child("TermList") else { return }
    for term in terms.children("Term") {
      let isAbbreviation = ["ABB", "ACR", "ABX", "ACX"].contains(term.attribute("LexicalTag") ?? "")
      guard let text = term.text(at: "String") else { continue }
      // Of a term only the name is kept, not when and by whom it was entered.
      term.markRead()
      guard text != condition.name else { continue }
      guard !condition.otherNames.contains(where: { $0.text == text }) else { continue }
      condition.otherNames.append(.init(text, isAbbreviation: isAbbreviation, source: "MeSH"))
    }
  }
}
