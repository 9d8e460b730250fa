/// What is done with tables in which nobody, or everybody, of a group has the event.
///
/// A ratio cannot be computed from such a table, so a small number is added to its cells; the conventions of the
/// programs differ, and so do their results (Sweeting et al. 2004, Statistics in Medicine 23:1351).
public struct ZeroCells: Sendable, Hashable {
  /// Which tables the number is added to.
  public enum Target: String, Sendable, Hashable, CaseIterable {
    /// Those that have a cell of zero.
    case onlyZero = "only0"
    /// All, if any has a cell of zero.
    case ifAnyZero = "if0all"
    /// All.
    case all
    /// None.
    case none
  }

  /// The number added to each cell.
  public var added: Double
  /// The tables it is added to.
  public var target: Target
  /// Whether tables without any event, or with nothing but events, in both groups are left out.
  public var dropsOneSided: Bool

  /// A rule: the number, the tables it is added to, and whether one-sided tables are left out.
  public init(add added: Double = 0.5, to target: Target = .onlyZero, dropsOneSided: Bool = false) {
    self.added = added
    self.target = target
    self.dropsOneSided = dropsOneSided
  }

  /// One half to the cells of tables that have a zero: the default of metafor, and of pooling by inverse variance.
  public static let half = ZeroCells()
  /// One half as before, but one-sided tables are left out: RevMan's rule for ratios (Cochrane Handbook 6.4,
  /// section 10.4.4), and metafor's for the effects beside a Mantel–Haenszel or Peto estimate.
  public static let halfWithoutOneSided = ZeroCells(dropsOneSided: true)
  /// The rule that is usual for a measure.
  ///
  /// For ratios of risks and odds one-sided tables are left out, since they say nothing of a ratio; for differences
  /// they are kept, since they say that there is none. Peto's odds ratio needs no addition.
  ///
  /// Source: Cochrane Handbook 6.4, section 10.4.4.
  public static func usual(for measure: EffectMeasure) -> ZeroCells {
    switch measure {
    case .riskRatio, .oddsRatio: .halfWithoutOneSided
    case .petoOddsRatio: ZeroCells(add: 0, to: .none, dropsOneSided: true)
    default: .half
    }
  }
  /// Nothing is added.
  public static let none = ZeroCells(add: 0, to: .none)

  /// The tables after the rule; `nil` for one that is left out.
  public func applied(to tables: [TwoByTwo]) -> [TwoByTwo?] {
    let kept = tables.map { dropsOneSided && $0.isOneSided ? nil : $0 }
    let anyZero = kept.contains { $0?.hasZero ?? false }
    return kept.map { table in table.map { adds(to: $0.hasZero, anyZero) ? $0.adding(added) : $0 } }
  }

  /// Whether the number is added to one set of counts, given whether it, or any, has a zero.
  func adds(to hasZero: Bool, _ anyZero: Bool) -> Bool {
    switch target {
    case .onlyZero: hasZero
    case .ifAnyZero: anyZero
    case .all: true
    case .none: false
    }
  }
}
