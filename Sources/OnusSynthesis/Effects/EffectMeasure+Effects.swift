extension EffectMeasure {
  /// The effects of studies, in their order.
  ///
  /// - Parameters:
  ///   - studies: the data.
  ///   - zeroCells: what is done with counts of zero; it concerns counts, proportions and rates.
  ///   - smdVariance: the variance of standardised mean differences.
  /// - Returns: for each study its effect, or `nil` where there is none: the study was left out by the rule for
  ///   zeros, a group has no people, a number is impossible (``StudyData/flaw``), the effect or its variance is not a finite number, or these data do not give this measure.
  public func effects(
    of studies: [StudyData], zeroCells: ZeroCells = .half, smdVariance: SMDVariance = .largeSample
  ) -> [EffectSize?] {
    let zeroCells = needsNoAddition ? ZeroCells(add: 0, dropsOneSided: zeroCells.dropsOneSided) : zeroCells
    let anyZeroTable = studies.contains { study in
      guard case .counts(let table) = study else { return false }
      return table.hasZero && !(zeroCells.dropsOneSided && table.isOneSided)
    }
    let anyZeroProportion = studies.contains { study in
      guard case .events(let events, let total) = study else { return false }
      return events == 0 || events == total
    }
    let anyZeroRate = studies.contains { study in
      guard case .rates(let events1, _, let events2, _) = study else { return false }
      return events1 == 0 || events2 == 0
    }
    return studies.map { study -> EffectSize? in
      if study.flaw != nil { return nil }
      switch study {
      case .counts(let table):
        // Nothing is known of a group without people, whatever is added to its cells.
        if table.size1 == 0 || table.size2 == 0 { return nil }
        if zeroCells.dropsOneSided, table.isOneSided { return nil }
        let adds = zeroCells.adds(to: table.hasZero, anyZeroTable)
        return effect(of: adds ? table.adding(zeroCells.added) : table)
      case .means(let means):
        return effect(of: means, smdVariance: smdVariance)
      case .events(let events, let total):
        if total == 0 { return nil }
        let adds = zeroCells.adds(to: events == 0 || events == total, anyZeroProportion)
        let added = adds ? zeroCells.added : 0
        return effect(events: events + added, of: total + 2 * added)
      case .rates(let events1, let time1, let events2, let time2):
        if zeroCells.dropsOneSided, events1 + events2 == 0 { return nil }
        let added = zeroCells.adds(to: events1 == 0 || events2 == 0, anyZeroRate) ? zeroCells.added : 0
        return effect(events1: events1 + added, time1: time1, events2: events2 + added, time2: time2)
      case .correlation(let r, let total):
        return effect(correlation: r, of: total)
      case .observedMinusExpected(let difference, let variance):
        guard self == .hazardRatio || self == .petoOddsRatio else { return nil }
        return EffectSize(difference / variance, variance: 1 / variance)
      case .effect(let effect):
        return effect
      }
    }.map { effect in effect.flatMap { $0.isUsable ? $0 : nil } }
  }
}
