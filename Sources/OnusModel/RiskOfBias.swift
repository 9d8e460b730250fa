/// What people make of how a study can be biased, with one instrument; it is never computed.
public struct RiskOfBias: Hashable, Sendable, Codable {
  /// A judgement about one domain, or about all of them together.
  public struct Judgement: Hashable, Sendable, Codable {
    /// The domain as it is written, for example `D1` or "Allocation concealment"; "overall" for all together.
    public var domain: String
    /// The judgement as it is written, for example "some concerns".
    public var judgement: String
    /// Why it was judged so.
    public var reason: String?
    /// Where it is written.
    public var location: SourceLocation?

    /// Creates a judgement.
    public init(
      domain: String, judgement: String, reason: String? = nil, location: SourceLocation? = nil
    ) {
      self.domain = domain
      self.judgement = judgement
      self.reason = reason
      self.location = location
    }
  }

  /// The instrument as it is written.
  public var tool: Located<String>
  /// The outcome that it is about; `nil` for the study as a whole.
  public var outcome: String?
  /// Who judged.
  public var raters: String?
  /// Where the judgement was published.
  public var source: Located<Identifier>?
  /// The domains in the order in which they are written.
  public var domains: [Judgement]
  /// The judgement of all domains together.
  public var overall: Judgement?
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a judgement without domains.
  public init(tool: Located<String>, location: SourceLocation? = nil) {
    self.tool = tool
    self.location = location
    domains = []
  }

  /// The instrument; `nil` for one of the writer's own.
  public var instrument: BiasInstrument? { BiasInstrument(named: tool.value) }

  /// A judgement in the instrument's words; `nil` when the words are of no instrument.
  public func level(of judgement: Judgement) -> BiasLevel? {
    guard let instrument else { return BiasLevel.named(judgement.judgement, among: BiasLevel.words) }
    let domain = judgement == overall ? nil : instrument.domain(named: judgement.domain)
    return instrument.level(named: judgement.judgement, in: domain)
  }

  /// What is wrong with the words of the judgements: that there are none, an unknown domain, one that is judged twice,
  /// an unknown judgement.
  public var problems: [Diagnostic] {
    var problems: [Diagnostic] = []
    if domains.isEmpty, overall == nil {
      problems.append(
        Diagnostic(
          .error, "missing-judgement", "nothing is judged by “\(tool.value)”", at: location,
          notes: [Diagnostic.Note("there must be domains: or overall:")]))
    }
    var judged: [String: Judgement] = [:]
    for judgement in domains {
      var key = judgement.domain.collapsed.lowercased()
      if let instrument {
        guard let domain = instrument.domain(named: judgement.domain) else {
          problems.append(Self.unknownDomain(judgement, of: instrument))
          continue
        }
        key = domain.id
      }
      if let first = judged.updateValue(judgement, forKey: key) {
        problems.append(
          Diagnostic(
            .error, "duplicate-domain", "“\(judgement.domain)” is judged twice", at: judgement.location,
            notes: [Diagnostic.Note("first judged here", at: first.location)]))
      }
      if level(of: judgement) == nil {
        problems.append(unknownLevel(judgement, instrument?.domain(named: judgement.domain)))
      }
    }
    if let overall, level(of: overall) == nil { problems.append(unknownLevel(overall, nil)) }
    return problems
  }

  private static func unknownDomain(_ judgement: Judgement, of instrument: BiasInstrument) -> Diagnostic {
    let names = instrument.domains.flatMap { [$0.id, $0.label] }
    var notes = nearest(to: judgement.domain, among: names).prefix(1).map {
      Diagnostic.Note("did you mean “\($0)”?")
    }
    let all = instrument.domains.map { "\($0.id) (\($0.label))" }
    notes.append(Diagnostic.Note("its domains: " + all.joined(separator: ", ")))
    return Diagnostic(
      .error, "unknown-domain", "“\(judgement.domain)” is not a domain of \(instrument.name)",
      at: judgement.location, notes: notes)
  }

  private func unknownLevel(_ judgement: Judgement, _ domain: BiasInstrument.Domain?) -> Diagnostic {
    let words = instrument.map { $0.words(for: domain) } ?? BiasLevel.words.map(\.name)
    return Diagnostic(
      .error, "unknown-judgement",
      "“\(judgement.judgement)” is not a judgement of \(instrument?.name ?? "any instrument")",
      at: judgement.location, notes: [Diagnostic.Note("its judgements: " + words.joined(separator: ", "))])
  }
}

extension Study {
  /// Every judgement of how the study can be biased: those of the corpus, and those of a review that describes it.
  public var allRiskOfBias: [RiskOfBias] {
    var ofReview: [RiskOfBias] = []
    for judgement in appraisal?.riskOfBias ?? [] {
      if ofReview.last?.tool.value != judgement.instrument {
        ofReview.append(
          RiskOfBias(
            tool: Located(judgement.instrument, at: judgement.location), location: judgement.location))
      }
      // RevMan's name of the group that stands for all.
      let outcomes = judgement.outcomes == "All outcomes" ? nil : judgement.outcomes
      let domain = outcomes.map { "\(judgement.domain): \($0)" } ?? judgement.domain
      ofReview[ofReview.count - 1].domains.append(
        RiskOfBias.Judgement(
          domain: domain, judgement: judgement.judgement, reason: judgement.support,
          location: judgement.location))
    }
    return riskOfBias + ofReview
  }
}
