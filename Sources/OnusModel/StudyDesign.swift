/// A study design, with what the published schemes say of it.
///
/// The designs and their mapping to PubMed publication types, MeSH headings, SEVCO codes, OCEBM 2011 levels
/// (treatment benefits) and GRADE starting certainty follow those schemes; "level" is a starting point that
/// a person may change with a reason, never a verdict.
public struct StudyDesign: Hashable, Sendable {
  /// The stable identifier, for example `rct-crossover`.
  public var id: String
  /// The name, in lower case, for example "randomized crossover trial".
  public var label: String
  /// PubMed publication types that say this design.
  public var publicationTypes: [Term]
  /// MeSH headings that point to this design.
  public var headings: [Term]
  /// Codes of the Scientific Evidence Code System (SEVCO) as in HL7 FHIR R5.
  public var sevco: [String]
  /// The OCEBM 2011 level for treatment benefits, 1 the highest; `nil` where the scheme has none.
  public var ocebmLevel: Int?
  /// The certainty at which GRADE starts; `nil` where GRADE does not rate the design.
  public var gradeStart: Certainty?
  /// Which risk-of-bias instruments are made for it.
  public var riskOfBiasTools: [String]
  /// What kind of control it has.
  public var family: Family

  /// A group of designs that share how a comparison is made.
  public enum Family: String, Sendable, CaseIterable {
    /// Puts other studies together.
    case synthesis
    /// Compares groups made by chance.
    case randomized
    /// Compares groups or times not made by chance.
    case controlled
    /// Has no comparison.
    case uncontrolled
    /// Not done in people.
    case preclinical
    /// Recommends, plans or comments and reports no new data.
    case secondary
    /// Anything else.
    case other
  }

  /// GRADE's four levels of certainty, from the lowest.
  public enum Certainty: Int, Sendable, CaseIterable, Comparable {
    /// Very low.
    case veryLow = 1
    /// Low.
    case low
    /// Moderate.
    case moderate
    /// High.
    case high

    /// Orders certainties from very low to high.
    public static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }

    /// The level's name.
    public var label: String {
      switch self {
      case .veryLow: "very low"
      case .low: "low"
      case .moderate: "moderate"
      case .high: "high"
      }
    }
  }

  /// The design with an identifier or a name, whatever its case; `nil` for an unknown one.
  public init?(named name: String) {
    let key = name.collapsed.lowercased()
    guard let design = Self.index[key] else { return nil }
    self = design
  }

  init(
    _ id: String, _ label: String, _ family: Family, ocebm: Int? = nil, grade: Certainty? = nil,
    types: [Term] = [], headings: [Term] = [], sevco: [String] = [], tools: [String] = []
  ) {
    self.id = id
    self.label = label
    self.family = family
    ocebmLevel = ocebm
    gradeStart = grade
    publicationTypes = types
    self.headings = headings
    self.sevco = sevco
    riskOfBiasTools = tools
  }

  /// Identifiers and names of all designs, in both spellings, to the design.
  private static let index: [String: StudyDesign] = {
    var index: [String: StudyDesign] = [:]
    for design in all {
      index[design.id] = design
      index[design.label] = design
      index[design.label.britishSpelling] = design
    }
    return index
  }()

  /// Whether a design is at least as strong a basis for a claim of effect, by OCEBM 2011 level.
  ///
  /// A design without a level is at least as strong only as another without one.
  public func isAtLeast(_ other: StudyDesign) -> Bool {
    (ocebmLevel ?? 6) <= (other.ocebmLevel ?? 6)
  }

  /// Whether the design has groups made by chance.
  public var isRandomized: Bool { family == .randomized }
}

extension StudyDesign: Codable {
  /// Reads a design from its identifier.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let id = try container.decode(String.self)
    guard let design = StudyDesign(named: id) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "unknown study design \(id)")
    }
    self = design
  }

  /// Writes the design's identifier.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(id)
  }
}

extension StudyDesign: CustomStringConvertible {
  /// The design's name.
  public var description: String { label }
}

extension String {
  /// The text with "randomized" in its other spelling, also within "non-randomized".
  fileprivate var britishSpelling: String {
    split(separator: "randomized", omittingEmptySubsequences: false).joined(separator: "randomised")
  }
}
