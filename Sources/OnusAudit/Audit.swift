public import OnusModel

/// What the checks say of a whole catalogue, and where each claim stands.
public struct Audit: Sendable {
  /// A finding that a setting of the corpus has switched off.
  public struct Suppressed: Hashable, Sendable, Codable {
    /// The finding.
    public var finding: Finding
    /// The setting, with its reason.
    public var setting: CheckSetting

    /// Pairs a finding with the setting that switches it off.
    public init(finding: Finding, setting: CheckSetting) {
      self.finding = finding
      self.setting = setting
    }
  }

  /// Everything that was found, in the order of the places that must change.
  public let findings: [Finding]
  /// What was found and is switched off by a setting, in the order of the places.
  public let suppressed: [Suppressed]

  private let byClaim: [Claim.ID: [Diagnostic]]
  private let standings: [Claim.ID: DerivedStanding]

  /// Holds a catalogue against checks.
  ///
  /// - Parameters:
  ///   - input: The entries of the catalogue.
  ///   - checks: The checks to run.
  ///   - settings: What people have settled for the checks; the narrowest one counts, and of two alike the
  ///     later.
  /// - Throws: What a check throws, for example when the bibliographies cannot be read.
  public init(_ input: Check.Input, checks: [Check] = Check.all, settings: [CheckSetting] = []) throws {
    let settings = SettingIndex(settings)
    var kept: [Finding] = []
    var suppressed: [Suppressed] = []
    for var finding in try checks.flatMap({ try $0.run(input) }).inPlaceOrder {
      if let setting = settings.setting(for: finding) {
        guard let severity = setting.severity else {
          suppressed.append(Suppressed(finding: finding, setting: setting))
          continue
        }
        finding.diagnostic.severity = severity
      }
      kept.append(finding)
    }
    // A finding that somebody does not want to hear of still tells where the claim stands.
    var codes: [Claim.ID: Set<Diagnostic.Code>] = [:]
    for finding in kept + suppressed.map(\.finding) where DecisionTable.codes.contains(finding.check) {
      if let claim = finding.claim { codes[claim, default: []].insert(finding.check) }
    }
    self.init(
      findings: kept, suppressed: suppressed,
      standings: Dictionary(
        input.claims.map {
          ($0.claim.id, DecisionTable.standing(of: $0, findings: codes[$0.claim.id] ?? []))
        }, uniquingKeysWith: { first, _ in first }))
  }

  private init(findings: [Finding], suppressed: [Suppressed], standings: [Claim.ID: DerivedStanding]) {
    self.findings = findings
    self.suppressed = suppressed
    self.standings = standings
    var byClaim: [Claim.ID: [Diagnostic]] = [:]
    for finding in findings {
      if let claim = finding.claim { byClaim[claim, default: []].append(finding.diagnostic) }
    }
    self.byClaim = byClaim
  }

  /// What the checks say of one claim, in the order of the places that must change.
  public func findings(of claim: Claim.ID) -> [Diagnostic] { byClaim[claim] ?? [] }

  /// Where a claim stands; `nil` for one that was not audited.
  public func standing(of claim: Claim.ID) -> DerivedStanding? { standings[claim] }

  /// Claims with what the checks say of them, and where they stand.
  public func attached(to claims: [CataloguedClaim]) -> [CataloguedClaim] {
    claims.map { claim in
      var claim = claim
      claim.findings = findings(of: claim.claim.id)
      claim.standing = standing(of: claim.claim.id)
      return claim
    }
  }
}

extension Audit: Codable {
  private enum CodingKeys: String, CodingKey { case findings, suppressed, standings }

  private struct Standings: Codable {
    var claim: Claim.ID
    var standing: DerivedStanding
  }

  /// Reads an audit that was kept.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let standings = try container.decode([Standings].self, forKey: .standings)
    self.init(
      findings: try container.decode([Finding].self, forKey: .findings),
      suppressed: try container.decode([Suppressed].self, forKey: .suppressed),
      standings: Dictionary(
        standings.map { ($0.claim, $0.standing) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Writes an audit so that it can be kept; claims stand in the order of their keys.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(findings, forKey: .findings)
    try container.encode(suppressed, forKey: .suppressed)
    let ordered = standings.map(Standings.init).sorted { $0.claim < $1.claim }
    try container.encode(ordered, forKey: .standings)
  }
}

extension [Finding] {
  /// The findings in the order of their places; those at one place keep their order, those without come last.
  fileprivate var inPlaceOrder: [Finding] {
    // Positions are sorted, not findings, which are large.
    let places = self.map(\.diagnostic.location)
    return indices.sorted { left, right in
      switch (places[left], places[right]) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: left < right
      }
    }.map { self[$0] }
  }
}

/// Finds the setting that holds for a finding.
private struct SettingIndex {
  private let byCode: [String: [CheckSetting]]

  init(_ settings: [CheckSetting]) { byCode = Dictionary(grouping: settings, by: \.code.value) }

  /// The narrowest setting that holds: of the claim or study, of the longest path, of the corpus.
  func setting(for finding: Finding) -> CheckSetting? {
    var best: (width: Int, setting: CheckSetting)?
    for setting in byCode[finding.check.rawValue] ?? [] {
      guard let narrowness = narrowness(of: setting.scope, for: finding) else { continue }
      if best.map({ narrowness >= $0.width }) ?? true { best = (narrowness, setting) }
    }
    return best?.setting
  }

  private func narrowness(of scope: CheckSetting.Scope, for finding: Finding) -> Int? {
    switch scope {
    case .everywhere: return 0
    case .path(let path):
      guard let file = finding.diagnostic.location?.file else { return nil }
      let folder = path.hasSuffix("/") ? path : path + "/"
      return file == path || file.hasPrefix(folder) ? path.count + 1 : nil
    case .claim(let id): return finding.claim == id ? Int.max : nil
    case .study(let id): return finding.study == id && finding.claim == nil ? Int.max : nil
    }
  }
}
