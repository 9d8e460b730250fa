internal import OnusModel

extension ConditionSummary {
  /// What was found for each outcome, with how sure one can be, then claim by claim.
  var found: [EvidenceSummary.Block] {
    var blocks: [EvidenceSummary.Block] = []
    let answers = outcomes.filter { $0.estimate.studies > 0 }.compactMap(\.answer)
    if !answers.isEmpty { blocks.append(.bullets(answers)) }
    let points = claims.filter { !$0.evidence.isEmpty }.map(\.answer)
    if !points.isEmpty {
      blocks.append(
        .paragraph([.init("Claim by claim:", traces: claims.filter { !$0.evidence.isEmpty }.map(\.trace))]))
      blocks.append(.bullets(points))
    }
    return blocks
  }

  /// What the words for certainty mean, where they are used.
  var reading: [EvidenceSummary.Block] {
    guard outcomes.contains(where: { $0.entry.certainty != nil }) else { return [] }
    let words = [
      "“May” means that we are not sure.", "“Probably” means that we are fairly sure.",
      "“Very uncertain” means that we do not know.",
      "How sure one can be was judged by people, who say why in the table of findings.",
    ]
    return [.bullets(words.map { [.init($0, traces: [.informativeStatements])] })]
  }
}

extension GradedOutcome {
  /// What was found for the outcome, in how many people, and out of 1,000 where that can be said.
  fileprivate var answer: [EvidenceSummary.Sentence]? {
    let traces = [trace] + synthesis.studies.map(\.trace)
    guard let plainSentence else { return nil }
    let rule: [EvidenceSummary.Trace] = entry.statement == nil ? [.informativeStatements] : []
    var sentences = [EvidenceSummary.Sentence(plainSentence, traces: traces + rule)]
    let people = estimate.participants.map { " with \(Counted.text($0, "person", "people"))" } ?? ""
    let studies = Counted.text(estimate.studies, "study", "studies")
    sentences.append(.init("This comes from \(studies)\(people).", traces: traces))
    if let absolute {
      let words =
        "Out of 1,000 people, about \(absolute.comparisonRisk.perThousand) had it with \(entry.comparator) and "
        + "about \(absolute.interventionRisk.value.perThousand) with \(synthesis.interventionName)."
      sentences.append(.init(words, traces: traces))
    }
    if isNotPooled, let reason = entry.reason {
      sentences.append(.init("The results were not put together. \(reason.asSentence)", traces: traces))
    }
    return sentences
  }

  /// The synthesis as an entry of the evidence list.
  var trace: EvidenceSummary.Trace {
    let certainty = entry.certainty.map { ", \($0.rating.value.rawValue) certainty" } ?? ""
    return .init(
      id: "synthesis:\(entry.id)",
      description: "Synthesis: \(entry.outcome.value), \(synthesis.interventionName) against "
        + "\(entry.comparator)\(certainty).")
  }
}

extension CataloguedClaim {
  /// The claim, where it stands, and the strongest evidence each way.
  fileprivate var answer: [EvidenceSummary.Sentence] {
    let all = [trace] + evidence.map(\.study.trace)
    let lead = EvidenceSummary.Sentence("\(quotation) \(tally)", traces: all)
    let details = EvidenceLink.Stance.allCases.flatMap { stance -> [EvidenceSummary.Sentence] in
      let linked = evidence.filter { $0.link.stance == stance }
        .sorted { CataloguedStudy.isStronger($0.study, $1.study) }
      return linked.prefix(2).map { evidence in
        let words =
          "\(stance.plainLead): \(evidence.study.plainName). \(evidence.link.rationale.asSentence)"
        return .init(words, traces: [evidence.study.trace])
      }
    }
    return [lead] + plainStanding + details
  }
}
