/// An instrument with which people judge how a study can be biased: its domains and its words.
///
/// Domains have labels of our own; the wording of most instruments is not free to be printed.
public struct BiasInstrument: Hashable, Sendable {
  /// A way in which a study can be biased, or an item that is asked of it.
  public struct Domain: Hashable, Sendable {
    /// The name in pictures, for example `D1`.
    public var id: String
    /// What it is about, in a few words.
    public var label: String
    /// The most points it can get, in an instrument that counts; `nil` in others.
    public var points: Int?
  }

  /// The name that a corpus gives, for example `RoB 2`.
  public var name: String
  /// What it is for, with its version.
  public var title: String
  /// Where it was published.
  public var source: String
  /// The designs that it is made for.
  public var families: [StudyDesign.Family]
  /// Its domains, in order.
  public var domains: [Domain]
  /// Its judgements in order, the best first; empty in an instrument that counts points.
  public var levels: [BiasLevel]
  /// Whether its overall judgement may not be better than that of its worst domain.
  public var worstDomainRules: Bool

  init(
    _ name: String, _ title: String, source: String, for families: [StudyDesign.Family],
    _ domains: [Domain], levels: [BiasLevel] = [], worstDomainRules: Bool = false
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.families = families
    self.domains = domains
    self.levels = levels
    self.worstDomainRules = worstDomainRules
  }

  /// The instrument with a name, whatever its case; `nil` for one of the writer's own.
  public init?(named name: String) {
    let key = Self.key(name)
    guard let instrument = Self.all.first(where: { Self.key($0.name) == key }) else { return nil }
    self = instrument
  }

  private static func key(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The domain with this name or label, whatever its case; `nil` when there is none.
  ///
  /// What stands behind it in brackets does not count: reviews write "Allocation concealment (selection bias)".
  public func domain(named name: String) -> Domain? {
    let key = Self.key(name)
    let short = Self.key(String(name.prefix { $0 != "(" }))
    return domains.first { Self.key($0.id) == key }
      ?? domains.first { Self.key($0.label) == key || Self.key($0.label) == short }
  }

  /// A judgement in the words of this instrument; `nil` when it has no such words.
  ///
  /// - Parameters:
  ///   - text: The words, or a number of points.
  ///   - domain: The domain that is judged; `nil` for the overall judgement.
  public func level(named text: String, in domain: Domain?) -> BiasLevel? {
    guard levels.isEmpty else { return BiasLevel.named(text, among: levels) }
    let most = domain.map { $0.points ?? 0 } ?? domains.reduce(0) { $0 + ($1.points ?? 0) }
    let digits = text.collapsed.split(separator: " ").first.map(String.init) ?? ""
    guard let points = Int(digits), (0...most).contains(points) else { return nil }
    return .points(points, of: most)
  }

  /// What may be said of a domain, for messages.
  public func words(for domain: Domain?) -> [String] {
    guard levels.isEmpty else { return levels.map(\.name) }
    let most = domain.map { $0.points ?? 0 } ?? domains.reduce(0) { $0 + ($1.points ?? 0) }
    return ["0 to \(most) points"]
  }
}
