/// The figures with which a result enters a synthesis.
public enum SynthesisFigures: Hashable, Sendable {
  /// Events and people with the intervention and without it.
  case counts(Count, comparison: Count)
  /// Means, standard deviations and people with the intervention and without it.
  case means(Mean, comparison: Mean)
  /// An effect with the ends of its interval, and the interval's level in per cent; `isLogarithm` where all three are
  /// logarithms of a ratio.
  case effect(Double, from: Double, to: Double, level: Double, isLogarithm: Bool)

  /// The events of one group.
  public struct Count: Hashable, Sendable {
    /// How many had the event.
    public var events: Int
    /// How many people.
    public var people: Int

    init?(_ arm: StudyResult.Arm) {
      guard let events = arm.events, let people = arm.count, events <= people else { return nil }
      (self.events, self.people) = (events, people)
    }
  }

  /// The mean of one group.
  public struct Mean: Hashable, Sendable {
    /// The mean.
    public var mean: Double
    /// The standard deviation, above 0.
    public var deviation: Double
    /// How many people, above 1.
    public var people: Int

    init?(_ arm: StudyResult.Arm) {
      guard let mean = arm.mean.flatMap(parseNumber),
        let deviation = arm.standardDeviation.flatMap(parseNumber), deviation > 0, let people = arm.count,
        people > 1
      else { return nil }
      (self.mean, self.deviation, self.people) = (mean, deviation, people)
    }
  }

  /// Whether they are those of groups of people, and not an effect that may allow for how people were allocated.
  public var areOfGroups: Bool {
    if case .effect = self { false } else { true }
  }
}

extension CataloguedSynthesis {
  /// The arm of a result with the intervention and the one without; `nil` where there are not two, or it cannot be told
  /// which is which.
  ///
  /// The arm without the intervention bears the comparator's name, or the other one the intervention's; else it is called
  /// control or comparison. Words that two names share decide only where they speak for one arm alone.
  public func arms(of part: Part) -> (intervention: StudyResult.Arm, comparison: StudyResult.Arm)? {
    let arms = part.result.arms
    guard arms.count == 2 else { return nil }
    let names = arms.map { $0.name.words }
    let comparator = synthesis.comparator.words
    let interventions = interventionNames.map(\.words)
    /// The one arm of which something holds and that does not hold of the other.
    func only(_ test: ([String]) -> Bool) -> Int? {
      let found = names.indices.filter { test(names[$0]) }
      return found.count == 1 ? found.first : nil
    }
    func shares(_ one: [String], _ other: [String]) -> Bool {
      !one.isEmpty && (Set(one).isSubset(of: other) || Set(other).isSubset(of: one))
    }
    let place: Int? =
      only { $0 == comparator }
      ?? only { interventions.contains($0) }.map { 1 - $0 }
      ?? only { ["control", "controls", "comparison", "comparator"].contains($0.joined()) }
      ?? only { name in
        shares(name, comparator) && !interventions.contains { shares(name, $0) }
      }
      ?? only { name in
        interventions.contains { shares(name, $0) } && !shares(name, comparator)
      }.map { 1 - $0 }
    return place.map { (arms[1 - $0], arms[$0]) }
  }

  private var interventionNames: [String] {
    [synthesis.intervention.value] + (intervention.map { [$0.id.rawValue, $0.name] + $0.synonyms } ?? [])
      + (intervention?.abbreviations ?? [])
  }

  /// The figures with which a result enters: those of its arms, else its effect with the interval; `nil` where it gives
  /// neither for the measure of the synthesis.
  public func figures(of part: Part) -> SynthesisFigures? {
    guard let measure = synthesis.measure?.value, part.result.comparesGroups else { return nil }
    let pair = arms(of: part)
    switch measure {
    case .riskRatio, .oddsRatio, .petoOddsRatio, .riskDifference:
      if let pair, let one = SynthesisFigures.Count(pair.intervention),
        let other = SynthesisFigures.Count(pair.comparison)
      {
        return .counts(one, comparison: other)
      }
    case .meanDifference, .standardizedMeanDifference:
      if let pair, let one = SynthesisFigures.Mean(pair.intervention),
        let other = SynthesisFigures.Mean(pair.comparison)
      {
        return .means(one, comparison: other)
      }
    case .hazardRatio, .rateRatio, .proportion: break
    }
    guard let effect = part.result.effect?.value, let interval = part.result.interval?.value,
      let isLogarithm = measure.isPrinted(as: effect.measure)
    else { return nil }
    return .effect(
      effect.value, from: interval.lower, to: interval.upper, level: part.result.level,
      isLogarithm: isLogarithm)
  }

  /// Why a result cannot enter, in a sentence without a full stop; `nil` where it can, or the synthesis has no measure.
  public func obstacle(of part: Part) -> String? {
    guard let measure = synthesis.measure?.value, figures(of: part) == nil else { return nil }
    let result = part.result
    if !result.comparesGroups { return "it compares no groups with each other" }
    if result.arms.count > 2 {
      return "it has \(result.arms.count) arms, of which two must be chosen or combined"
    }
    if result.arms.count == 2, arms(of: part) == nil {
      return
        "none of its arms \(result.arms.map { "“\($0.name)”" }.joined(separator: " and ")) can be told to be the one "
        + "with “\(synthesis.comparator)”"
    }
    if let effect = result.effect?.value, measure.isPrinted(as: effect.measure) != nil {
      return "its effect has no interval"
    }
    return "it gives neither figures of two arms nor an effect from which the \(measure.rawValue) follows"
  }
}

extension Synthesis.Measure {
  /// Whether an effect under a name is one of this measure, and is its logarithm; `nil` where it is another measure.
  fileprivate func isPrinted(as name: String) -> Bool? {
    guard name != rawValue else { return false }
    let words = name.split(separator: " ").map(String.init)
    guard words.last == rawValue else { return nil }
    let before = words.dropLast().map { $0.lowercased() }
    if isRatio, before == ["log"] || before == ["ln"] { return true }
    let harmless = [
      "adjusted", "unadjusted", "crude", "raw", "pooled", "mean", "multivariable", "univariable",
    ]
    return before.allSatisfy { harmless.contains($0) || $0.hasSuffix("-adjusted") } ? false : nil
  }
}

extension StudyResult {
  /// Whether it compares groups, as every result does that does not say otherwise.
  fileprivate var comparesGroups: Bool { comparison == nil || comparison == .betweenGroups }
}

extension String {
  /// The words of a name, without case and signs.
  fileprivate var words: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
