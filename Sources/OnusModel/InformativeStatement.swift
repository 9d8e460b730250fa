/// A plain sentence whose words are bound to how large an effect is and how sure people are of it.
///
/// Source: Santesso N et al. J Clin Epidemiol 2020;119:126-35, which is Table 15.6.b of the Cochrane Handbook.
public enum InformativeStatement {
  /// What the words of a sentence say, whoever wrote it.
  public struct Reading: Hashable, Sendable {
    /// How sure the words sound.
    public var rating: Certainty.Rating
    /// How large they call the effect; `nil` where they give no size.
    public var size: Synthesis.EffectSize?

    /// Creates a reading.
    public init(rating: Certainty.Rating, size: Synthesis.EffectSize?) {
      self.rating = rating
      self.size = size
    }
  }

  /// The sentence for a judged effect.
  ///
  /// - Parameters:
  ///   - intervention: The name of the intervention.
  ///   - outcome: The name of the outcome.
  ///   - rating: The certainty.
  ///   - size: The size as judged.
  ///   - direction: Whether there is less or more of the outcome.
  /// - Returns: The sentence; `nil` where size or direction is needed and nobody has judged it. At very low
  ///   certainty neither is.
  public static func sentence(
    intervention: String, outcome: String, rating: Certainty.Rating, size: Synthesis.EffectSize?,
    direction: Synthesis.EffectDirection?
  ) -> String? {
    if rating == .veryLow {
      return "The evidence is very uncertain about the effect of \(intervention) on \(outcome)."
    }
    let subject = intervention.prefix(1).uppercased() + intervention.dropFirst()
    let hedge =
      switch rating {
      case .low: "may "
      case .moderate: "probably "
      case .high, .veryLow: ""
      }
    let isBare = rating == .low
    let results = hedge + (isBare ? "result" : "results")
    switch size {
    case nil: return nil
    case .trivial, .none?: return "\(subject) \(results) in little to no difference in \(outcome)."
    case .large:
      return direction.map { "\(subject) \(results) in a large \($0.rawValue) in \(outcome)." }
    case .moderate, .small:
      let slightly = size == .small ? " slightly" : ""
      return direction.map { direction in
        let verb = (direction == .reduction ? "reduce" : "increase") + (isBare ? "" : "s")
        return "\(subject) \(hedge)\(verb) \(outcome)\(slightly)."
      }
    }
  }

  /// Reads how sure a sentence sounds and how large it calls the effect.
  ///
  /// "May" and "the evidence suggests" are words for low certainty, "probably" and "likely" for moderate; a
  /// sentence without such words sounds highly certain.
  public static func reading(of sentence: String) -> Reading {
    let text = " " + sentence.lowercased().split { !$0.isLetter }.joined(separator: " ") + " "
    func has(_ words: [String]) -> Bool { words.contains { text.contains(" \($0) ") } }
    let rating: Certainty.Rating =
      if has(["very uncertain", "very low certainty"]) {
        .veryLow
      } else if has(["may", "might", "could", "suggests", "suggest", "possibly"]) {
        .low
      } else if has(["probably", "likely"]) {
        .moderate
      } else {
        .high
      }
    let isNone = [
      "little to no difference", "little or no difference", "no difference", "little to no effect",
      "little or no effect", "not reduce", "not increase", "not change", "no effect",
    ]
    let size: Synthesis.EffectSize? =
      if rating == .veryLow {
        nil
      } else if has(isNone) {
        .trivial
      } else if has(["large", "greatly", "much", "substantially"]) {
        .large
      } else if has(["slight", "slightly", "small", "little"]) {
        .small
      } else {
        .moderate
      }
    return Reading(rating: rating, size: size)
  }
}
