/// A synthesis as a catalogue gives it: with the results it is made of.
public struct CataloguedSynthesis: Hashable, Sendable {
  /// A result with its study.
  public struct Part: Hashable, Sendable {
    /// The study.
    public var study: CataloguedStudy
    /// The result.
    public var result: StudyResult

    /// Pairs a result with its study.
    public init(study: CataloguedStudy, result: StudyResult) {
      self.study = study
      self.result = result
    }
  }

  /// The synthesis.
  public var synthesis: Synthesis
  /// The conditions it is about.
  public var conditions: [Condition]
  /// The intervention; `nil` when the catalogue knows none by the written name.
  public var intervention: Intervention?
  /// Its results, in the order in which they are written.
  public var parts: [Part]
  /// How it relates to the condition that was asked for; `nil` when none was.
  public var match: ConditionMatch?

  /// Creates a catalogued synthesis.
  public init(
    synthesis: Synthesis, conditions: [Condition] = [], intervention: Intervention? = nil,
    parts: [Part] = [], match: ConditionMatch? = nil
  ) {
    self.synthesis = synthesis
    self.conditions = conditions
    self.intervention = intervention
    self.parts = parts
    self.match = match
  }

  /// The studies of its results, each once.
  public var studies: [CataloguedStudy] {
    var seen: Set<Study.ID> = []
    return parts.map(\.study).filter { seen.insert($0.study.id).inserted }
  }

  /// Where the synthesis names a result of its own.
  public func location(of part: Part) -> SourceLocation? {
    let named = synthesis.results.first {
      $0.value.study == part.study.study.id && $0.value.result == part.result.id
    }
    return named?.location ?? synthesis.location
  }

  /// The name of the intervention.
  public var interventionName: String { intervention?.name ?? synthesis.intervention.value }
}
