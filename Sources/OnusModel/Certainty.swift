/// How sure people are of an estimate by GRADE, domain by domain, each with its reason.
///
/// The rating is a judgement and is never computed; what is computed is whether it agrees with its own domains.
public struct Certainty: Hashable, Sendable, Codable {
  /// How sure people are.
  public enum Rating: String, Sendable, Codable, CaseIterable, Comparable {
    /// The true effect lies close to the estimate.
    case high
    /// The true effect is likely to be close to the estimate.
    case moderate
    /// The true effect may be substantially different.
    case low
    /// The true effect is likely to be substantially different.
    case veryLow = "very low"
  }

  /// A reason to be less sure, or surer.
  public enum Domain: String, Sendable, Codable, CaseIterable {
    /// Flaws of the studies.
    case riskOfBias = "risk-of-bias"
    /// Results that differ without explanation.
    case inconsistency
    /// Other people, treatments, comparators or outcomes than were asked about.
    case indirectness
    /// Few people or events, wide intervals.
    case imprecision
    /// Studies that stayed unpublished.
    case publicationBias = "publication-bias"
    /// An effect too large for flaws to explain.
    case largeEffect = "large-effect"
    /// More effect with more of the intervention.
    case doseResponse = "dose-response"
    /// Confounding that would work against what was found.
    case opposingConfounding = "opposing-confounding"
  }

  /// What is judged of one domain.
  public struct Assessment: Hashable, Sendable, Codable {
    /// The domain.
    public var domain: Domain
    /// The level, one of `Domain.levels`.
    public var level: String
    /// Why.
    public var reason: String?
    /// Where it is written.
    public var location: SourceLocation?

    /// Creates an assessment.
    public init(_ domain: Domain, level: String, reason: String? = nil, location: SourceLocation? = nil) {
      self.domain = domain
      self.level = level
      self.reason = reason
      self.location = location
    }

    /// By how many ratings the level lowers (below 0) or raises the certainty.
    public var steps: Int { domain.levels.first { $0.word == level }?.steps ?? 0 }
  }

  /// Where the body of evidence starts: high for randomized trials, low for other studies.
  public var start: Located<Rating>
  /// What is judged, domain by domain, in the order in which it is written.
  public var assessments: [Assessment]
  /// The rating that a person gives.
  public var rating: Located<Rating>
  /// Who rated it.
  public var raters: String?
  /// What else explains the rating.
  public var explanation: String?
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a judgement.
  public init(
    start: Located<Rating>, assessments: [Assessment] = [], rating: Located<Rating>,
    location: SourceLocation? = nil
  ) {
    self.start = start
    self.assessments = assessments
    self.rating = rating
    self.location = location
  }

  /// What is judged of a domain; `nil` when nothing is written.
  public subscript(_ domain: Domain) -> Assessment? { assessments.first { $0.domain == domain } }

  /// The rating that start and domains add up to, between very low and high; for comparison only.
  public var sum: Rating {
    let level = start.value.level + assessments.reduce(0) { $0 + $1.steps }
    return Rating.allCases.first { $0.level == min(max(level, 1), 4) } ?? .veryLow
  }
}

extension Certainty.Rating {
  /// Orders ratings from very low to high.
  public static func < (left: Self, right: Self) -> Bool { left.level < right.level }

  /// The number of filled circles: 4 for high, 1 for very low.
  public var level: Int {
    switch self {
    case .high: 4
    case .moderate: 3
    case .low: 2
    case .veryLow: 1
    }
  }

  /// The four circles of GRADE, filled from the left.
  public var symbol: String {
    String(repeating: "⊕", count: level) + String(repeating: "◯", count: 4 - level)
  }

  /// The rating with a capital letter.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// What the rating means, in the words of the GRADE Working Group.
  ///
  /// Source: Balshem H et al. J Clin Epidemiol 2011;64:401-6.
  public var meaning: String {
    switch self {
    case .high: "we are very confident that the true effect lies close to that of the estimate of the effect"
    case .moderate:
      "we are moderately confident in the effect estimate: the true effect is likely to be close to the "
        + "estimate of the effect, but there is a possibility that it is substantially different"
    case .low:
      "our confidence in the effect estimate is limited: the true effect may be substantially different from "
        + "the estimate of the effect"
    case .veryLow:
      "we have very little confidence in the effect estimate: the true effect is likely to be substantially "
        + "different from the estimate of effect"
    }
  }
}

extension Certainty.Domain {
  /// Whether the domain can only lower the certainty.
  public var isDowngrading: Bool {
    switch self {
    case .riskOfBias, .inconsistency, .indirectness, .imprecision, .publicationBias: true
    case .largeEffect, .doseResponse, .opposingConfounding: false
    }
  }

  /// The words for what can be judged, each with the ratings that it adds.
  public var levels: [(word: String, steps: Int)] {
    switch self {
    case .riskOfBias, .inconsistency, .indirectness, .imprecision:
      [("not serious", 0), ("serious", -1), ("very serious", -2), ("extremely serious", -3)]
    case .publicationBias: [("undetected", 0), ("strongly suspected", -1)]
    case .largeEffect: [("no", 0), ("strong association", 1), ("very strong association", 2)]
    case .doseResponse: [("no", 0), ("gradient", 1)]
    case .opposingConfounding: [("no", 0), ("would reduce the effect", 1), ("would suggest an effect", 1)]
    }
  }

  /// The domain in words.
  public var title: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}
