/// How many people, animals or studies a study counts, at each of its stages.
public struct SampleSize: Hashable, Sendable, Codable {
  /// A stage at which people are counted, from the plan to the analysis.
  public enum Stage: String, Sendable, Codable, CaseIterable {
    /// Planned.
    case planned
    /// Screened for eligibility.
    case screened
    /// Entered the study.
    case enrolled
    /// Assigned to an arm by chance.
    case randomized
    /// Stayed to the end.
    case completed
    /// Counted in the analysis.
    case analysed
  }

  /// One arm of a study and its counts.
  public struct Arm: Hashable, Sendable, Codable {
    /// The arm's name, for example "naltrexone".
    public var name: String
    /// Its counts by stage.
    public var counts: [Stage: Located<Reported<Int>>]

    /// Creates an arm.
    public init(name: String, counts: [Stage: Located<Reported<Int>>]) {
      self.name = name
      self.counts = counts
    }
  }

  /// The counts of the whole study by stage.
  public var counts: [Stage: Located<Reported<Int>>]

  /// The counts of each arm.
  public var arms: [Arm]

  /// In a review, how many studies it includes.
  public var studies: Located<Reported<Int>>?

  /// Whether the report was read and gives no size at all.
  public var isNotReported: Bool

  /// Creates a sample size.
  public init(
    counts: [Stage: Located<Reported<Int>>] = [:], arms: [Arm] = [],
    studies: Located<Reported<Int>>? = nil, isNotReported: Bool = false
  ) {
    self.counts = counts
    self.arms = arms
    self.studies = studies
    self.isNotReported = isNotReported
  }

  /// The stated count at a stage; `nil` when absent or not reported.
  public subscript(stage: Stage) -> Int? { counts[stage]?.value.stated }

  /// The count that stands for the study when one number is asked for: enrolled, else randomized, analysed,
  /// completed, else planned.
  public var headline: (count: Int, stage: Stage)? {
    for stage in [Stage.enrolled, .randomized, .analysed, .completed, .planned] {
      if let count = self[stage] { return (count, stage) }
    }
    return nil
  }

  /// The counts in one line, for example "80 enrolled, 60 completed".
  public var text: String? {
    var parts: [String] = []
    if let studies = studies?.value.stated {
      parts.append("\(studies) \(studies == 1 ? "study" : "studies")")
    }
    for stage in Stage.allCases {
      switch counts[stage]?.value {
      case .value(let count): parts.append("\(count) \(stage.rawValue)")
      case .notReported: parts.append("\(stage.rawValue): not reported")
      case nil: break
      }
    }
    if parts.isEmpty { return isNotReported ? "not reported" : nil }
    return parts.joined(separator: ", ")
  }
}
