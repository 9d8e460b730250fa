internal import OnusModel

extension CSLItem {
  /// Reads what became of the document: CSL's status, and Crossref's links between articles and notices.
  mutating func readNotices(into reference: inout Reference) {
    if let status = text("status") {
      if ["retracted", "withdrawn"].contains(status.lowercased()) {
        let type = Term("Retracted Publication", ui: "D016441")
        if reference.status.standing != .retracted {
          reference.publicationTypes.append(type)
        }
      } else {
        reference.notes.append("status: \(status)")
      }
    }
    readUpdates("update-to", names: Self.noticeOf, into: &reference)
    readUpdates("updated-by", names: Self.noticeIn, into: &reference)
    readCrossrefLists(into: &reference)
  }

  private mutating func readUpdates(_ name: String, names: [String: String], into reference: inout Reference)
  {
    for update in take(name)?.elements ?? [] {
      let kind = update["type"]?.text ?? "update"
      let relation = Relation(
        type: names[kind] ?? (name == "update-to" ? "UpdateOf" : "UpdateIn"), citation: update["label"]?.text,
        identifiers: update["DOI"]?.text.map { [Identifier(.doi, $0)] } ?? [],
        note: names[kind] == nil ? kind : update["source"]?.text)
      if !reference.relations.contains(relation) { reference.relations.append(relation) }
    }
  }

  /// Crossref's kinds of updates in the words of PubMed, seen from the article.
  private static let noticeIn = [
    "retraction": "RetractionIn", "withdrawal": "RetractionIn", "removal": "RetractionIn",
    "partial_retraction": "RetractionIn", "expression_of_concern": "ExpressionOfConcernIn",
    "correction": "ErratumIn", "corrigendum": "ErratumIn", "erratum": "ErratumIn", "addendum": "ErratumIn",
    "clarification": "ErratumIn", "new_version": "UpdateIn", "new_edition": "UpdateIn",
  ]

  /// The same, seen from the notice.
  private static let noticeOf = noticeIn.mapValues { name in
    switch name {
    case "RetractionIn": "RetractionOf"
    case "ExpressionOfConcernIn": "ExpressionOfConcernFor"
    case "ErratumIn": "ErratumFor"
    default: "UpdateOf"
    }
  }

  /// Reads grants, registrations and the reference list as Crossref gives them.
  private mutating func readCrossrefLists(into reference: inout Reference) {
    for funder in take("funder")?.elements ?? [] {
      let awards = funder["award"]?.elements?.compactMap(\.text) ?? []
      for award in awards.isEmpty ? [nil] : awards.map(Optional.some) {
        reference.grants.append(
          Grant(number: award, acronym: nil, agency: funder["name"]?.text, country: nil))
      }
    }
    for trial in take("clinical-trial-number")?.elements ?? [] {
      guard let number = trial["clinical-trial-number"]?.text else { continue }
      reference.accessions.append(AccessionNumber(bank: trial["registry"]?.text ?? "", number: number))
    }
    for cited in take("reference")?.elements ?? [] {
      let parts = [
        "unstructured", "author", "year", "article-title", "journal-title", "volume", "first-page",
      ]
      let text =
        cited["unstructured"]?.text
        ?? parts.dropFirst().compactMap { cited[$0]?.text }.joined(separator: ". ")
      let doi = cited["DOI"]?.text.map { [Identifier(.doi, $0)] } ?? []
      reference.citations.append(Citation(text: text.isEmpty ? nil : text, identifiers: doi))
    }
  }
}
