internal import OnusModel

extension Certainty.Assessment {
  /// Why the certainty is rated down or up, as a footnote; `nil` where the level changes nothing.
  var footnote: EvidenceTable.Footnote? {
    guard steps != 0 else { return nil }
    let levels = ["one level", "two levels", "three levels"][min(abs(steps), 3) - 1]
    let change = steps < 0 ? "Downgraded" : "Upgraded"
    let why = reason.map { " " + $0.asSentence } ?? " No reason is given."
    return .init("\(change) \(levels) for \(domain.title).\(why)")
  }

  /// What stands in the domain's own column of an evidence profile.
  var cell: EvidenceTable.Cell {
    .init(.text(level), footnotes: footnote.map { [$0] } ?? [])
  }

  /// The words under "other considerations"; `nil` where there is nothing to consider.
  fileprivate var consideration: String? {
    guard steps != 0 else { return nil }
    return switch (domain, level) {
    case (.publicationBias, _): "publication bias strongly suspected"
    case (.doseResponse, _): "dose response gradient"
    case (.opposingConfounding, "would suggest an effect"):
      "all plausible residual confounding would suggest spurious effect, while no effect was observed"
    case (.opposingConfounding, _):
      "all plausible residual confounding would reduce the demonstrated effect"
    default: level
    }
  }
}

extension GradedOutcome {
  /// The circles with their word, and a letter for each reason to rate down or up.
  var certaintyCell: EvidenceTable.Cell {
    guard let certainty = entry.certainty else {
      return .init(.text(estimate.studies == 0 ? "-" : "not rated"))
    }
    let rating = certainty.rating.value
    let ordered = Certainty.Domain.allCases.compactMap { certainty[$0] }
    var footnotes = ordered.compactMap(\.footnote)
    if let explanation = certainty.explanation { footnotes.append(.init(explanation.asSentence)) }
    return .init(.symbol(rating.symbol, word: rating.title), footnotes: footnotes)
  }

  /// The cell of one domain.
  func cell(of domain: Certainty.Domain) -> EvidenceTable.Cell {
    guard let certainty = entry.certainty else { return .init(.text("-")) }
    return certainty[domain]?.cell ?? .init(.text("not serious"))
  }

  /// Publication bias and what raises the certainty, in one cell.
  var otherConsiderations: EvidenceTable.Cell {
    guard let certainty = entry.certainty else { return .init(.text("-")) }
    let domains: [Certainty.Domain] = [.publicationBias, .largeEffect, .doseResponse, .opposingConfounding]
    let assessments = domains.compactMap { certainty[$0] }
    let words = assessments.compactMap(\.consideration)
    return .init(
      .text(words.isEmpty ? "none" : words.joined(separator: "; ")),
      footnotes: assessments.compactMap(\.footnote))
  }

  /// The outcome with its scale and the length of the follow-up, and the author's explanations.
  var outcomeCell: EvidenceTable.Cell {
    var lines = [EvidenceTable.Line([.init(entry.outcome.value, isStrong: true)])]
    if let scale = entry.scale { lines.append(.init("assessed with: \(scale)")) }
    if let followUp = entry.followUp { lines.append(.init("follow-up: \(followUp)")) }
    return .init(.list(lines), footnotes: (entry.notes + remarks).map { .init($0.asSentence) })
  }

  /// Where the risk or the mean without the intervention comes from.
  var assumption: [EvidenceTable.Footnote] {
    guard !isNotPooled else { return [] }
    let mean = isMean ? entry.assumedMean.map { ("mean", $0.source) } : nil
    let risk = absolute == nil ? nil : entry.assumedRisk.map { ("risk", $0.value.source) }
    if let (noun, source) = mean ?? risk {
      return [.init("Source of the assumed \(noun): \((source ?? "not stated").asSentence)")]
    }
    return absolute == nil ? [] : ["The assumed risk is the median risk of the comparison groups."]
  }

  /// The plain sentence, why results are not combined, and which way they point.
  var comments: EvidenceTable.Cell {
    var lines = [plainSentence].compactMap { $0 }
    if !entry.isPooled, let reason = entry.reason { lines.append(reason.asSentence) }
    if let directions { lines.append(directions) }
    return .init(.lines(lines.map { .init($0) }))
  }
}
