import OnusAudit
import OnusModel

/// What the front door does with a catalogue, done in memory: names and ids are put together as written.
extension Check.Input {
  init(linking entries: Entries) {
    let conditions = Dictionary(
      entries.conditions.flatMap { condition in
        ([condition.id.rawValue, condition.name] + condition.otherNames.map(\.text)).map { ($0, condition) }
      }, uniquingKeysWith: { first, _ in first })
    let interventions = Dictionary(
      entries.interventions.flatMap { intervention in
        ([intervention.id.rawValue, intervention.name] + intervention.synonyms).map { ($0, intervention) }
      }, uniquingKeysWith: { first, _ in first })
    let studies = entries.studies.map { study in
      CataloguedStudy(
        study: study,
        reports: study.reports.compactMap { report in
          entries.references.first { $0.identifiers.contains(report.value) }
        },
        conditions: study.conditions.compactMap { conditions[$0.value] },
        interventions: study.interventions.compactMap { interventions[$0.value] })
    }
    let byID = Dictionary(studies.map { ($0.study.id, $0) }, uniquingKeysWith: { first, _ in first })
    let claims = entries.claims.map { claim in
      CataloguedClaim(
        claim: claim,
        appearances: claim.appearances.compactMap { appearance in
          entries.sources.first { $0.id == appearance.source.value }.map {
            CataloguedClaim.Appearing(appearance: appearance, source: $0)
          }
        },
        conditions: claim.conditions.compactMap { conditions[$0.value] },
        interventions: claim.interventions.compactMap { interventions[$0.value] },
        evidence: claim.evidence.compactMap { link in
          byID[link.study.value].map { study in
            CataloguedEvidence(
              link: link, study: study, result: study.study.results.first { $0.id == link.result?.value })
          }
        },
        cited: claim.cites.compactMap { byID[$0.value] })
    }
    let syntheses = entries.syntheses.map { synthesis in
      CataloguedSynthesis(
        synthesis: synthesis, conditions: synthesis.conditions.compactMap { conditions[$0.value] },
        intervention: interventions[synthesis.intervention.value],
        parts: synthesis.results.compactMap { reference in
          guard let study = byID[reference.value.study],
            let result = study.study.results.first(where: { $0.id == reference.value.result })
          else { return nil }
          return CataloguedSynthesis.Part(study: study, result: result)
        })
    }
    let reviews = entries.reviews.map { review in
      CataloguedReview(
        review: review, conditions: review.conditions.compactMap { conditions[$0.value] },
        documents: entries.references.map { reference in
          CataloguedReview.Document(
            identifiers: reference.identifiers, reference: reference,
            studies: studies.filter { $0.reports.contains(reference) }.map(\.study.id),
            decisions: review.decisions.indices.filter { index in
              review.decisions[index].records.contains { reference.identifiers.contains($0.value) }
            })
        })
    }
    self.init(
      claims: claims, studies: studies, syntheses: syntheses, reviews: reviews,
      conditions: Hierarchy(
        entries.conditions,
        broader: Dictionary(
          entries.conditions.map { ($0.id, $0.broader.compactMap { conditions[$0.value]?.id }) },
          uniquingKeysWith: { first, _ in first })),
      interventions: Hierarchy(
        parents: Dictionary(
          entries.interventions.map { ($0.id, $0.broader.compactMap { interventions[$0.value]?.id }) },
          uniquingKeysWith: { first, _ in first })),
      references: Check.References(entries.references))
  }
}
