internal import OnusModel

/// A claim as the explorer's page keeps it.
extension CataloguedClaim {
  /// The claim with the places of its terms, sources and studies in the page's lists.
  func explorerJSON(
    conditions terms: ExplorerTerms, interventions: ExplorerTerms, studies: [Study.ID: Int],
    sources: [Source.ID: Int]
  ) -> JSONValue {
    [
      "id": .string(claim.id.rawValue),
      "text": .string(claim.statement.value),
      "kind": .string(claim.kind.rawValue),
      "wording": .string(claim.wording.value.rawValue),
      "outcome": .text(claim.outcome),
      "conditions": .list(terms.places(of: conditions.map(\.id.rawValue))),
      "interventions": .list(interventions.places(of: self.interventions.map(\.id.rawValue))),
      "topics": .texts(subjects(beside: terms)),
      "standing": standing.map { .string($0.standing.rawValue) },
      "row": standing.map { .integer($0.row) },
      "why": standing.map { .string($0.reason.capitalizedSentence) },
      "verdict": claim.verdict.map { .array([.string($0.standing.value.rawValue), .string($0.reason)]) },
      "made": .list(
        appearances.compactMap { appearing in
          guard let source = sources[appearing.source.id] else { return nil }
          let date = (appearing.appearance.date ?? appearing.source.published?.stated)?.iso8601
          let place = [appearing.appearance.place, date ?? ""].filter { !$0.isEmpty }
          return .array([.integer(source), .string(place.joined(separator: ", "))])
        }),
      "links": .list(
        evidence.compactMap { evidence in
          studies[evidence.study.study.id].map { evidence.explorerJSON(study: $0) }
        }),
      "cites": .list(cited.compactMap { studies[$0.study.id].map { .integer($0) } }),
      "findings": .list(
        findings.sorted { $0.severity > $1.severity }.map { finding in
          .array([
            .string(finding.severity.rawValue), .string(finding.code.rawValue),
            .string(finding.message.capitalizedSentence),
          ])
        }),
      "searches": .texts(claim.searches.map(\.sentence)),
      "note": .text(claim.note),
    ]
  }

  /// Subjects that are no known condition: topics, and conditions whose names no vocabulary has.
  private func subjects(beside terms: ExplorerTerms) -> [String] {
    claim.topics + (conditions.isEmpty ? claim.conditions.map(\.value) : [])
  }
}

extension CataloguedEvidence {
  /// The link with the place of its study.
  fileprivate func explorerJSON(study place: Int) -> JSONValue {
    [
      "study": .integer(place),
      "stance": .string(link.stance.rawValue),
      "direct": link.directness == .direct ? nil : .string(link.directness.rawValue),
      "why": .string(link.rationale),
      "result": .text(result?.id),
      "quote": .text(link.quote?.value),
    ]
  }
}

extension Source {
  /// The source as the page keeps it.
  var explorerJSON: JSONValue {
    [
      "title": .string(title), "authors": .texts(authors), "kind": .string(kind.rawValue),
      "venue": .text(venue), "address": .text(address?.webAddress), "interests": .text(interests),
    ]
  }
}
