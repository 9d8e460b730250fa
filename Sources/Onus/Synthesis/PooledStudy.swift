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
  /// How people came into its groups.
  public var allocation: Allocation
  /// Where the figures stand.
  public var location: SourceLocation?

  /// How people came into the groups of a study.
  public enum Allocation: Sendable, Hashable {
    /// Each one by one into one of them.
    case single
    /// Each into all of them, one after the other.
    case crossover
    /// Together with others, such as those of a ward.
    case cluster

    /// That of a design.
    init(_ design: StudyDesign) {
      switch design {
      case .randomizedCrossover: self = .crossover
      case .clusterRandomizedTrial: self = .cluster
      default: self = .single
      }
    }

    /// That which words such as "cross-over" or "cluster randomised" name.
    init(words: String) {
      let words = words.lowercased().filter(\.isLetter)
      self = words.contains("crossover") ? .crossover : words.contains("cluster") ? .cluster : .single
    }
  }

  /// Creates a study.
  public init(
    name: String, group: String? = nil, data: StudyData, shown: [String]? = nil,
    allocation: Allocation = .single, location: SourceLocation? = nil
  ) {
    self.name = name
    self.group = group
    self.data = data
    self.shown = shown ?? data.shown
    self.allocation = allocation
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
