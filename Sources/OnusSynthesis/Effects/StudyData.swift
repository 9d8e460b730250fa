/// What a study gives to compute an effect from.
public enum StudyData: Sendable, Hashable {
  /// Events and no events in two groups.
  case counts(TwoByTwo)
  /// Means of two groups.
  case means(TwoMeans)
  /// Events among so many people of one group.
  case events(Double, of: Double)
  /// Events and person-time in two groups.
  case rates(events1: Double, time1: Double, events2: Double, time2: Double)
  /// A correlation in so many people.
  case correlation(Double, of: Double)
  /// Observed minus expected events and their variance, of a log-rank analysis.
  case observedMinusExpected(Double, variance: Double)
  /// An effect on the scale on which it is pooled.
  case effect(EffectSize)

  /// The number of people, where the data tell it.
  public var participants: Double? {
    switch self {
    case .counts(let table): table.total
    case .means(let means): means.size1 + means.size2
    case .events(_, let total), .correlation(_, let total): total
    case .rates, .observedMinusExpected, .effect: nil
    }
  }

  /// What cannot be: fewer people or events than none, a standard deviation below 0, a correlation beyond 1, a number
  /// that is none; `nil` when all can be.
  public var flaw: String? {
    func first(_ numbers: [(Double, String)]) -> String? {
      numbers.first { !($0.0 >= 0 && $0.0.isFinite) }.map { "\($0.1) of \($0.0)" }
    }
    switch self {
    case .counts(let table): return first(table.cells.map { ($0, "a number of people") })
    case .means(let means):
      guard means.mean1.isFinite, means.mean2.isFinite else { return "a mean that is no number" }
      return first([
        (means.sd1, "a standard deviation"), (means.sd2, "a standard deviation"),
        (means.size1, "a number of people"), (means.size2, "a number of people"),
      ])
    case .events(let events, let total):
      return first([(events, "a number of events"), (total - events, "a number of others")])
    case .rates(let events1, let time1, let events2, let time2):
      return first([
        (events1, "a number of events"), (time1, "person-time"), (events2, "a number of events"),
        (time2, "person-time"),
      ])
    case .correlation(let r, let total):
      if !(abs(r) <= 1) { return "a correlation of \(r)" }
      return first([(total, "a number of people")])
    case .observedMinusExpected(let difference, let variance):
      return difference.isFinite ? first([(variance, "a variance")]) : "a difference that is no number"
    case .effect(let effect):
      return effect.estimate.isFinite
        ? first([(effect.variance, "a variance")]) : "an effect that is no number"
    }
  }
}

/// Two groups with and without an event.
public struct TwoByTwo: Sendable, Hashable {
  /// People with the event in the first group (the treated).
  public var events1: Double
  /// People without the event in the first group.
  public var others1: Double
  /// People with the event in the second group (the controls).
  public var events2: Double
  /// People without the event in the second group.
  public var others2: Double

  /// A table from its four cells, row by row.
  public init(_ events1: Double, _ others1: Double, _ events2: Double, _ others2: Double) {
    self.events1 = events1
    self.others1 = others1
    self.events2 = events2
    self.others2 = others2
  }

  /// A table from events and group sizes.
  public init(events1: Double, of size1: Double, events2: Double, of size2: Double) {
    self.init(events1, size1 - events1, events2, size2 - events2)
  }

  /// The size of the first group.
  public var size1: Double { events1 + others1 }
  /// The size of the second group.
  public var size2: Double { events2 + others2 }
  /// All people.
  public var total: Double { size1 + size2 }
  /// All people with the event.
  public var events: Double { events1 + events2 }
  /// All people without the event.
  public var others: Double { others1 + others2 }

  var cells: [Double] { [events1, others1, events2, others2] }
  var hasZero: Bool { cells.contains(0) }
  /// Nobody, or everybody, has the event in both groups: the table says nothing of a ratio.
  var isOneSided: Bool { events == 0 || others == 0 }
  func adding(_ x: Double) -> TwoByTwo { TwoByTwo(events1 + x, others1 + x, events2 + x, others2 + x) }
}

/// Two groups with means, standard deviations and sizes.
public struct TwoMeans: Sendable, Hashable {
  /// The mean of the first group (the treated).
  public var mean1: Double
  /// The standard deviation of the first group.
  public var sd1: Double
  /// The size of the first group.
  public var size1: Double
  /// The mean of the second group (the controls).
  public var mean2: Double
  /// The standard deviation of the second group.
  public var sd2: Double
  /// The size of the second group.
  public var size2: Double

  /// Two groups, each with mean, standard deviation and size.
  public init(
    _ mean1: Double, sd sd1: Double, of size1: Double, _ mean2: Double, sd sd2: Double, of size2: Double
  ) {
    (self.mean1, self.sd1, self.size1) = (mean1, sd1, size1)
    (self.mean2, self.sd2, self.size2) = (mean2, sd2, size2)
  }

  /// The variance within the groups, pooled.
  var pooledVariance: Double {
    ((size1 - 1) * sd1 * sd1 + (size2 - 1) * sd2 * sd2) / (size1 + size2 - 2)
  }
}
