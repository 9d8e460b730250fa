internal import OnusModel

/// Measures of effect whose value without an effect is 1, by their usual short names.
private let ratioMeasures: Set<String> = ["rr", "or", "hr", "irr", "rom", "sir", "smr", "dor"]

extension StudyResult {
  /// The value of the effect measure that means no effect: 1 for ratios, 0 for differences.
  var valueOfNoEffect: Double { isRatio ? 1 : 0 }

  /// Whether the effect is a ratio: RR, OR, HR, IRR, or a measure named so, also "adjusted OR" or "odds
  /// ratio".
  ///
  /// The logarithm of a ratio is none, and "or" between other words is not an odds ratio.
  var isRatio: Bool {
    let words = (effect?.value.measure ?? "").split { !$0.isLetter }.map(String.init)
    let isLogarithm = words.contains { ["log", "ln"].contains($0.lowercased()) }
    return !isLogarithm
      && words.contains { word in
        word != "or" || words.count == 1
          ? ratioMeasures.contains(word.lowercased()) || word.lowercased() == "ratio" : false
      }
  }

  /// Whether the interval of the effect includes no effect; `nil` without an interval.
  var crossesNoEffect: Bool? {
    guard effect != nil, let interval = interval?.value else { return nil }
    return interval.lower <= valueOfNoEffect && valueOfNoEffect <= interval.upper
  }

  /// Whether the p value is at or above 0.05; `nil` without one that tells.
  var isNotSignificant: Bool? {
    guard let p = p?.value else { return nil }
    switch p.sign {
    case "<", "≤": return p.value <= 0.05 ? false : nil
    case ">", "≥": return p.value >= 0.05 ? true : nil
    default: return p.value >= 0.05 && p.printed != "0.05"
    }
  }

  /// Whether the result shows no benefit: nobody says that it does, or interval or p value say that chance
  /// may.
  var isNotInFavour: Bool {
    if let direction, [.noDifference, .harm, .unclear].contains(direction) { return true }
    return crossesNoEffect ?? isNotSignificant ?? false
  }

  /// Whether a result without a difference leaves room for one that matters: the interval of a ratio goes
  /// below 0.75 or above 1.25, GRADE's rough bounds of appreciable benefit and harm.
  ///
  /// - Parameter harmOnly: Whether only more events matter, as where safety is claimed.
  func leavesRoom(harmOnly: Bool) -> Bool {
    guard crossesNoEffect == true, isRatio, let interval = interval?.value else { return false }
    return interval.upper > 1.25 || !harmOnly && interval.lower < 0.75
  }
}
