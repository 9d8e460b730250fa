/// How a study, or one of its results, bears on a claim.
///
/// Stance and directness are separate axes; how strong the evidence is follows from the study's facts.
public struct EvidenceLink: Hashable, Sendable, Codable {
  /// Which way the evidence points.
  public enum Stance: String, Sendable, Codable, CaseIterable {
    /// It supports the claim.
    case supports
    /// It supports a part of the claim, or a weaker form of it.
    case partlySupports = "partly supports"
    /// It contradicts the claim.
    case contradicts
    /// It bears on the claim and points no way.
    case inconclusive

    /// A sign that tells the stance without colour; it is always shown beside the word.
    public var symbol: String {
      switch self {
      case .supports: "▲"
      case .partlySupports: "△"
      case .contradicts: "▼"
      case .inconclusive: "◇"
      }
    }
  }

  /// How close the evidence is to what the claim is about.
  public enum Directness: String, Sendable, Codable, CaseIterable {
    /// The same people, intervention and outcome.
    case direct
    /// A proxy: another outcome or measure.
    case indirect
    /// Another dose of the intervention.
    case otherDose = "other dose"
    /// Other people.
    case otherPopulation = "other population"
    /// Animals.
    case animal
    /// Reasoning from how something works.
    case mechanistic
    /// A label or a decision of an authority.
    case regulatory
    /// A guideline.
    case guideline
    /// A position of a body or an expert.
    case position
    /// A review of studies.
    case review
    /// A reference work.
    case reference
  }

  /// The study.
  public var study: Located<Study.ID>
  /// The result within the study, where one is meant.
  public var result: Located<String>?
  /// Which way it points.
  public var stance: Stance
  /// How close it is.
  public var directness: Directness
  /// Why it bears on the claim in this way.
  public var rationale: String
  /// Words of the study's report that say so, exactly as they stand there.
  public var quote: Located<String>?
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a link.
  public init(
    study: Located<Study.ID>, result: Located<String>? = nil, stance: Stance,
    directness: Directness = .direct, rationale: String, location: SourceLocation? = nil
  ) {
    self.study = study
    self.result = result
    self.stance = stance
    self.directness = directness
    self.rationale = rationale
    self.location = location
  }
}

/// A search for studies that bear on a claim, and what it found.
public struct EvidenceSearch: Hashable, Sendable, Codable {
  /// What was looked for.
  public var question: String
  /// What was found: "nothing", or a description.
  public var found: String
  /// Where it was looked for.
  public var place: String?
  /// When.
  public var date: PartialDate?
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a search.
  public init(
    question: String, found: String, place: String? = nil, date: PartialDate? = nil,
    location: SourceLocation? = nil
  ) {
    self.question = question
    self.found = found
    self.place = place
    self.date = date
    self.location = location
  }

  /// Whether the search found nothing.
  public var isEmpty: Bool { found.lowercased() == "nothing" }
}
