internal import OnusModel

/// Notes in which PubMed's import leaves what EndNote has no field for.
enum NoteLines {
  /// Reads a note, in which PubMed's import puts publication types and notices about the document, one a
  /// line.
  ///
  /// A line that becomes a relation is all of that relation, and no note beside it.
  static func read(_ lines: [String], into reference: inout Reference) {
    var others: [String] = []
    for line in lines {
      if let relation = relation(line) {
        reference.relations.append(relation)
        continue
      }
      if let identifier = identifier(line) {
        let known = reference.identifier(identifier.scheme)
        if known == nil { reference.identifiers.append(identifier) }
        if known == nil || known == identifier.value { continue }
      }
      others.append(line)
      guard publicationTypes.contains(line.lowercased()),
        !reference.publicationTypes.contains(where: { $0.name == line })
      else { continue }
      reference.publicationTypes.append(Term(line))
    }
    if !others.isEmpty { reference.notes.append(others.joined(separator: "\n")) }
  }

  /// The identifier that a line such as "PMID: 30000001" consists of.
  static func identifier(_ line: String) -> Identifier? {
    let parts = line.split(separator: ":", maxSplits: 1).map(\.trimmed)
    let schemes: [String: Identifier.Scheme] = ["PMID": .pmid, "PMCID": .pmcid, "DOI": .doi]
    guard parts.count == 2, let scheme = schemes[parts[0].uppercased()] else { return nil }
    let identifier = Identifier(scheme, parts[1])
    return identifier.malformation == nil ? identifier : nil
  }

  /// The relation that a line such as "Erratum in: Lancet 2003" states.
  private static func relation(_ line: String) -> Relation? {
    guard let colon = line.firstIndex(of: ":"), let type = relations[line[..<colon].lowercased()] else {
      return nil
    }
    let citation = line[line.index(after: colon)...].trimmed
    guard !citation.isEmpty else { return nil }
    var identifiers = DOIText.all(in: citation)
    if let range = citation.firstRange(of: "PMID: ") {
      let digits = citation[range.upperBound...].prefix(while: \.isASCIIDigit)
      if !digits.isEmpty { identifiers.insert(Identifier(.pmid, String(digits)), at: 0) }
    }
    return Relation(type: type, citation: citation, identifiers: identifiers)
  }

  private static let relations = [
    "comment in": "CommentIn", "comment on": "CommentOn", "erratum in": "ErratumIn",
    "erratum for": "ErratumFor", "retraction in": "RetractionIn", "retraction of": "RetractionOf",
    "expression of concern in": "ExpressionOfConcernIn",
    "expression of concern for": "ExpressionOfConcernFor",
    "corrected and republished in": "CorrectedandRepublishedIn",
    "corrected and republished from": "CorrectedandRepublishedFrom", "republished in": "RepublishedIn",
    "republished from": "RepublishedFrom", "retracted and republished in": "RetractedandRepublishedIn",
    "retracted and republished from": "RetractedandRepublishedFrom", "update in": "UpdateIn",
    "update of": "UpdateOf", "original report in": "OriginalReportIn",
    "summary for patients in": "SummaryForPatientsIn",
  ]

  /// Publication types of MeSH that say what a study is or what became of it.
  private static let publicationTypes: Set = [
    "adaptive clinical trial", "case reports", "clinical study", "clinical trial", "clinical trial protocol",
    "clinical trial, phase i", "clinical trial, phase ii", "clinical trial, phase iii",
    "clinical trial, phase iv", "clinical trial, veterinary", "comment", "comparative study",
    "consensus development conference", "controlled clinical trial", "corrected and republished article",
    "editorial", "equivalence trial", "evaluation study", "evaluation studies", "expression of concern",
    "guideline", "historical article", "journal article", "letter", "meta-analysis", "multicenter study",
    "network meta-analysis", "observational study", "practice guideline", "pragmatic clinical trial",
    "preprint", "published erratum", "randomized controlled trial", "retracted publication",
    "retraction of publication", "review", "scoping review", "systematic review", "twin study",
    "validation study", "validation studies",
  ]
}
