public import OnusModel

/// A test that claims, studies or references must pass, put together from simple ones.
///
/// ```swift
/// catalogue.claims(about: "multiple sclerosis",
///   matching: .design(atLeast: .randomizedTrial) && .sampleSize(atLeast: 50) && !.kind(.economic))
/// ```
///
/// Some tests are about studies: ``design(atLeast:)``, ``design(_:)``, ``sampleSize(atLeast:)``,
/// ``duration(atLeast:)``, ``followUp(atLeast:)``, ``year(_:)``, and ``stance(_:)``, which is about the
/// link to a study. Asked of claims, those that are joined by `&&` must hold for **one and the same**
/// linked study, and the claim is given with all its evidence, also the studies that do not pass. Likewise,
/// asked of studies, ``kind(_:)``, ``wording(atLeast:)``, ``source(_:)`` and ``stance(_:)`` must hold for
/// one linked claim, and asked of references, tests about studies must hold for one study that the
/// reference reports.
///
/// A study that does not state a number does not pass a test of it. `!filter` passes exactly what `filter`
/// does not: `!.design(.caseReport)` gives the claims of which no linked study is a case report.
public struct Filter: Hashable, Sendable {
  indirect enum Expression: Hashable, Sendable {
    case everything
    case predicate(Predicate)
    case conjunction([Expression])
    case disjunction([Expression])
    case negation(Expression)
  }

  enum Predicate: Hashable, Sendable {
    case designAtLeast(StudyDesign)
    case design(StudyDesign)
    case sampleAtLeast(Int)
    case durationAtLeast(StudyDuration)
    case followUpAtLeast(StudyDuration)
    case stance(EvidenceLink.Stance)
    case kind(Claim.Kind)
    case wordingAtLeast(Claim.Wording)
    case intervention(String)
    case source(Source.ID)
    case year(ClosedRange<Int>)
    case text(String)
  }

  var expression: Expression

  private init(_ expression: Expression) { self.expression = expression }

  private init(_ predicate: Predicate) { expression = .predicate(predicate) }

  /// Passes everything.
  public static let all = Filter(.everything)

  /// A study's design is at least as strong a basis as another, by OCEBM 2011 level.
  public static func design(atLeast design: StudyDesign) -> Filter { Filter(.designAtLeast(design)) }

  /// A study has a design.
  public static func design(_ design: StudyDesign) -> Filter { Filter(.design(design)) }

  /// A study's headline sample, see `SampleSize.headline`, counts at least so many.
  public static func sampleSize(atLeast count: Int) -> Filter { Filter(.sampleAtLeast(count)) }

  /// A study's treatment lasted at least so long.
  public static func duration(atLeast duration: StudyDuration) -> Filter {
    Filter(.durationAtLeast(duration))
  }

  /// A study followed people at least so long.
  public static func followUp(atLeast duration: StudyDuration) -> Filter {
    Filter(.followUpAtLeast(duration))
  }

  /// A study bears on a claim in a certain way.
  public static func stance(_ stance: EvidenceLink.Stance) -> Filter { Filter(.stance(stance)) }

  /// A claim is of a sort.
  public static func kind(_ kind: Claim.Kind) -> Filter { Filter(.kind(kind)) }

  /// A claim is worded at least so strongly.
  public static func wording(atLeast wording: Claim.Wording) -> Filter { Filter(.wordingAtLeast(wording)) }

  /// A claim or a study is about an intervention or one that it includes; any of its names will do.
  ///
  /// Asked of references, it is about the intervention of the study they report.
  public static func intervention(_ name: String) -> Filter { Filter(.intervention(name)) }

  /// A claim is made in a source.
  public static func source(_ id: Source.ID) -> Filter { Filter(.source(id)) }

  /// A study's first report, or a reference, was published within years.
  public static func year(_ years: ClosedRange<Int>) -> Filter { Filter(.year(years)) }

  /// All the words occur in a claim's statement, a study's record, or a reference's title and abstract.
  public static func text(_ words: String) -> Filter {
    words.allSatisfy(\.isWhitespace) ? .all : Filter(.text(words))
  }

  /// Passes what passes both.
  public static func && (left: Filter, right: Filter) -> Filter {
    Filter(.conjunction(left.expression.conjuncts + right.expression.conjuncts))
  }

  /// Passes what passes one of them or both.
  public static func || (left: Filter, right: Filter) -> Filter {
    Filter(.disjunction([left.expression, right.expression]))
  }

  /// Passes what does not pass.
  public static prefix func ! (filter: Filter) -> Filter { Filter(.negation(filter.expression)) }
}

extension Filter.Expression {
  /// The parts that are joined by AND, flat, so that grouping by parentheses makes no difference.
  var conjuncts: [Filter.Expression] {
    switch self {
    case .everything: []
    case .conjunction(let parts): parts.flatMap(\.conjuncts)
    default: [self]
    }
  }

  /// Every predicate in the expression.
  var predicates: [Filter.Predicate] {
    switch self {
    case .everything: []
    case .predicate(let predicate): [predicate]
    case .conjunction(let parts), .disjunction(let parts): parts.flatMap(\.predicates)
    case .negation(let part): part.predicates
    }
  }
}
