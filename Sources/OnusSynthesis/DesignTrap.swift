/// A design that an analysis of independent people in two groups gets wrong.
public enum DesignTrap: Sendable, Hashable {
  /// People of a crossover trial are counted as if each arm had other people (Handbook 6.4, section 23.2.6).
  case crossover(study: String)
  /// People of clusters are counted as if they had been allocated one by one (Handbook 6.4, section 23.1.3).
  case cluster(study: String)
  /// One group is compared with several others, and its people counted more than once (section 23.3.4).
  case sharedGroup(study: String)
  /// Several results of one study are pooled as if they were of different people (section 10.10.1).
  case severalResults(study: String)
}

extension DesignTrap: CustomStringConvertible {
  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .crossover(let study):
      "‘\(study)’ is a crossover trial; arms taken as separate people give it a wrong error"
    case .cluster(let study):
      "‘\(study)’ allocated clusters; people taken one by one give it too much weight"
    case .sharedGroup(let study):
      "‘\(study)’ enters with several comparisons that share a group, whose people count twice"
    case .severalResults(let study):
      "‘\(study)’ enters with several results of the same people"
    }
  }

  /// What would be right.
  public var remedy: String {
    switch self {
    case .crossover: "give the paired effect with its interval, or the results of the first period"
    case .cluster: "give an interval that allows for the clusters, or divide the people by the design effect"
    case .sharedGroup: "combine the groups, or divide the shared one among the comparisons"
    case .severalResults: "choose one result, or combine them before pooling"
    }
  }
}
