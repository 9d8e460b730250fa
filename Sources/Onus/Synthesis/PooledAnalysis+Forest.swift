public import OnusModel
internal import OnusSynthesis
public import OnusTables

extension PooledAnalysis {
  /// The analysis as a forest plot.
  ///
  /// - Parameters:
  ///   - title: What the plot shows; `nil` says what was done.
  ///   - left: What lies on the left of no effect, for example "favours treatment".
  ///   - right: What lies on the right of it.
  public func forestPlot(titled title: String? = nil, left: String? = nil, right: String? = nil) -> ForestPlot
  {
    let count = parts.map(\.study.shown.count).max() ?? 0
    func study(_ part: Part) -> ForestPlot.Row {
      .study(
        part.study.name, figures: part.study.shown, weight: part.effect == nil ? nil : part.weight,
        words: part.effect.map(text) ?? "not estimable", effect: part.effect.map(drawn))
    }
    func pooled(_ pool: Pool, _ name: String) -> [ForestPlot.Row] {
      [
        .pooled(
          people(of: pool).map { "\(name), \($0)" } ?? name, figures: [], weight: weight(of: pool),
          words: text(pool.effect), effect: drawn(pool.effect))
      ]
    }
    var rows: [ForestPlot.Row] = []
    if groups.isEmpty {
      rows += parts.map(study)
    } else {
      for group in groups {
        rows.append(.heading(group.name ?? ""))
        rows += parts.filter { $0.study.group == group.name }.map(study)
        rows += pooled(group, "Together")
        if group.studies > 1 { rows.append(.remark("Heterogeneity: \(heterogeneity(group))")) }
      }
      let named = Set(groups.map(\.name))
      let others = parts.filter { !named.contains($0.study.group) }
      if !others.isEmpty { rows += [.heading("Other studies")] + others.map(study) }
    }
    if all.studies > 1 {
      rows += pooled(all, groups.isEmpty ? "Together" : "All studies")
      if let prediction = all.prediction {
        rows.append(
          .prediction("Expected in another study", words: range(prediction), effect: drawn(prediction)))
      }
      rows.append(.remark("Heterogeneity: \(heterogeneity(all))"))
      if plan.measure.comparesGroups { rows.append(.remark("Overall effect: \(all.p.printedP)")) }
      if let comparison {
        rows.append(
          .remark(
            "Between the groups: Q = \(comparison.q.printed(decimals: 2)) on "
              + "\(degrees(comparison.degreesOfFreedom)) (\(comparison.p.printedP))"))
      }
    }
    let headings = (0..<count).map { index in
      count == 1 ? "Figures" : "\(index == 0 ? "Treated" : "Control"): \((figures ?? "figures").lowercased())"
    }
    return ForestPlot(
      title: title ?? heading, figureHeadings: headings, effectHeading: effectHeading, rows: rows,
      isLogarithmic: plan.measure.isRatio, hasNoEffect: plan.measure.comparesGroups,
      favoursLeft: left ?? (plan.measure.comparesGroups ? "lower with treatment" : ""),
      favoursRight: right ?? (plan.measure.comparesGroups ? "higher with treatment" : ""))
  }

  private func drawn(_ estimate: Estimate) -> ForestPlot.Estimate {
    ForestPlot.Estimate(estimate.value, from: estimate.lower, to: estimate.upper)
  }
}

extension CataloguedSynthesis {
  /// The results of the synthesis as a forest plot, pooled where the synthesis pools them; `nil` where their figures
  /// do not give effects.
  public var forestPlot: ForestPlot? {
    let outcome = synthesis.outcome.value
    let conditions = self.conditions.map(\.name).joined(separator: ", ")
    let title =
      "\(interventionName) against \(synthesis.comparator)"
      + (conditions.isEmpty ? "" : " for \(conditions)") + ": \(outcome)"
    return synthesis.isPooled
      ? (try? PooledAnalysis(self))?.forestPlot(titled: title) : forestPlotOfEach(titled: title)
  }

  /// The effect of each study on one axis, with the reason why they are not pooled.
  private func forestPlotOfEach(titled title: String) -> ForestPlot? {
    guard let plan else { return nil }
    let plots = parts.map { part in
      pooledStudy(part).flatMap { try? PooledAnalysis([$0], plan) }?.forestPlot(titled: title)
    }
    guard var plot = plots.compactMap(\.self).max(by: { $0.figureHeadings.count < $1.figureHeadings.count })
    else { return nil }
    plot.rows = zip(parts, plots).map { part, own in
      guard case .study(let name, let figures, _, let words, let effect) = own?.rows.first else {
        return .study(part.study.study.name, figures: [], weight: nil, words: "not estimable", effect: nil)
      }
      return .study(name, figures: figures, weight: nil, words: words, effect: effect)
    }
    plot.rows.append(.remark("Not pooled" + (synthesis.reason.map { ": \($0)" } ?? ".")))
    return plot
  }
}
