/// The numbers of a synthesis: what a table prints of a pooled or single effect.
public struct SynthesisEstimate: Hashable, Sendable {
  /// The people of one side.
  public struct Side: Hashable, Sendable {
    /// How many had the event; `nil` for a mean.
    public var events: Int?
    /// How many were counted.
    public var total: Int

    /// Creates the counts of one side.
    public init(events: Int? = nil, total: Int) {
      self.events = events
      self.total = total
    }
  }

  /// An effect with the ends of its interval, in the units of the measure: a ratio is no logarithm.
  public struct Effect: Hashable, Sendable {
    /// The estimate.
    public var value: Double
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double

    /// Creates an effect.
    public init(_ value: Double, _ lower: Double, _ upper: Double) {
      self.value = value
      self.lower = lower
      self.upper = upper
    }
  }

  /// What the effect measures.
  public var measure: Synthesis.Measure?
  /// The effect; `nil` where none is estimable or results are not pooled.
  public var effect: Effect?
  /// The confidence level in percent.
  public var level: Double
  /// How many studies.
  public var studies: Int
  /// How many people; `nil` when no study says.
  public var participants: Int?
  /// The people with the intervention.
  public var intervention: Side?
  /// The people without it.
  public var comparison: Side?
  /// The risk without the intervention as the studies give it, a part of 1; an assumed one goes before it.
  public var comparisonRisk: Double?

  /// Creates the numbers of a synthesis without an effect.
  public init(studies: Int, participants: Int? = nil) {
    self.studies = studies
    self.participants = participants
    level = 95
  }
}
