public import OnusModel
public import OnusSynthesis

/// A study with the figures that enter a synthesis.
public struct PooledStudy: Sendable, Hashable {
  /// What the study is called.
  public var name: String
  /// The group of studies it belongs to; `nil` where studies are not grouped.
  public var group: String?
  /// Its figures.
  public var data: StudyData
  /// The figures of the first and of the second group as they are shown, for example "12/100".
  public var shown: [String]
  /// Where the figures stand.
  public var location: SourceLocation?

  /// Creates a study.
  public init(
    name: String, group: String? = nil, data: StudyData, shown: [String]? = nil,
    location: SourceLocation? = nil
  ) {
    self.name = name
    self.group = group
    self.data = data
    self.shown = shown ?? data.shown
    self.location = location
  }
}

extension StudyData {
  /// The figures of each group in a few signs.
  fileprivate var shown: [String] {
    func number(_ value: Double) -> String {
      value == value.rounded() ? value.printed(decimals: 0) : value.printed(decimals: 2)
    }
    return switch self {
    case .counts(let table):
      [
        "\(number(table.events1))/\(number(table.size1))", "\(number(table.events2))/\(number(table.size2))",
      ]
    case .means(let means):
      [
        "\(number(means.mean1)) (\(number(means.sd1))), \(number(means.size1))",
        "\(number(means.mean2)) (\(number(means.sd2))), \(number(means.size2))",
      ]
    case .events(let events, let total): ["\(number(events))/\(number(total))"]
    case .rates(let events1, let time1, let events2, let time2):
      ["\(number(events1))/\(number(time1))", "\(number(events2))/\(number(time2))"]
    case .correlation(let r, let total): ["\(r.printed(decimals: 2)), \(number(total))"]
    case .observedMinusExpected(let difference, let variance):
      ["\(difference.printed(decimals: 2))", "\(variance.printed(decimals: 2))"]
    case .effect: []
    }
  }
}
