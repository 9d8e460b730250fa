public import OnusModel

extension Check {
  /// What checks look at, indexed once so that no check needs to look at all pairs.
  public struct Input: Sendable {
    /// The claims, with their sources and evidence.
    public let claims: [CataloguedClaim]
    /// The studies.
    public let studies: [CataloguedStudy]
    /// The syntheses, with their results.
    public let syntheses: [CataloguedSynthesis]
    /// The reviews, with the documents they found.
    public let reviews: [CataloguedReview]
    /// Which conditions include which.
    public let conditions: Hierarchy<Condition>
    /// Which interventions include which.
    public let interventions: Hierarchy<Intervention>
    /// The bibliographies.
    public let references: References

    /// The studies whose primary report was retracted.
    public let retractedStudies: [CataloguedStudy]

    private let studyPositions: [Study.ID: Int]
    private let studiesByTopic: [Topic: [Int]]
    private let claimsByTopic: [Topic: [Int]]
    private let linksByStudy: [Study.ID: [LinkPosition]]

    /// Creates the input of a run.
    ///
    /// - Parameters:
    ///   - claims: The claims.
    ///   - studies: The studies.
    ///   - syntheses: The syntheses.
    ///   - reviews: The reviews.
    ///   - conditions: Which conditions include which.
    ///   - interventions: Which interventions include which.
    ///   - references: The bibliographies.
    public init(
      claims: [CataloguedClaim], studies: [CataloguedStudy], syntheses: [CataloguedSynthesis] = [],
      reviews: [CataloguedReview] = [], conditions: Hierarchy<Condition> = Hierarchy(),
      interventions: Hierarchy<Intervention> = Hierarchy(), references: References = .none
    ) {
      self.claims = claims
      self.studies = studies
      self.syntheses = syntheses
      self.reviews = reviews
      self.conditions = conditions
      self.interventions = interventions
      self.references = references
      retractedStudies = studies.filter(\.isRetracted)
      studyPositions = Dictionary(
        studies.indices.map { (studies[$0].study.id, $0) }, uniquingKeysWith: { first, _ in first })
      var topics = TopicIndex(conditions: conditions, interventions: interventions)
      studiesByTopic = topics.positions(of: studies.map { ($0.conditions, $0.interventions) })
      claimsByTopic = topics.positions(of: claims.map { ($0.conditions, $0.interventions) })
      var links: [Study.ID: [LinkPosition]] = [:]
      for (position, claim) in claims.enumerated() {
        for index in claim.claim.evidence.indices {
          links[claim.claim.evidence[index].study.value, default: []].append(LinkPosition(position, index))
        }
      }
      linksByStudy = links
    }

    /// The study with an id.
    public func study(_ id: Study.ID) -> CataloguedStudy? { studyPositions[id].map { studies[$0] } }

    /// The studies of an intervention in a condition, or of narrower ones, in the order of ``studies``.
    public func studies(
      of intervention: Key<Intervention>, in condition: Condition.ID
    ) -> [CataloguedStudy] {
      (studiesByTopic[Topic(condition, intervention)] ?? []).map { studies[$0] }
    }

    /// The claims about an intervention in a condition, or about narrower ones, in the order of ``claims``.
    public func claims(of intervention: Key<Intervention>, in condition: Condition.ID) -> [CataloguedClaim] {
      (claimsByTopic[Topic(condition, intervention)] ?? []).map { claims[$0] }
    }

    /// Whether a study is linked to a claim by a link that passes a test; nothing is copied.
    public func hasLink(to study: Study.ID, where test: (Claim, EvidenceLink) -> Bool = { _, _ in true })
      -> Bool
    {
      (linksByStudy[study] ?? []).contains { place in
        test(claims[place.claim].claim, claims[place.claim].claim.evidence[place.link])
      }
    }

    /// The claims to which a study is linked, each once for every link, in the order of ``claims``.
    public func links(to study: Study.ID) -> [(claim: CataloguedClaim, link: EvidenceLink)] {
      (linksByStudy[study] ?? []).map { (claims[$0.claim], claims[$0.claim].claim.evidence[$0.link]) }
    }
  }

  /// The bibliographies of a catalogue, which need not fit into memory.
  public struct References: Sendable {
    /// Gives one reference after the other.
    public var each: @Sendable ((Reference) throws -> Void) throws -> Void
    /// Gives the reference with an identifier.
    public var find: @Sendable (Identifier) throws -> Reference?

    /// Creates access to references.
    public init(
      each: @escaping @Sendable ((Reference) throws -> Void) throws -> Void,
      find: @escaping @Sendable (Identifier) throws -> Reference?
    ) {
      self.each = each
      self.find = find
    }

    /// No references.
    public static let none = References(each: { _ in }, find: { _ in nil })

    /// References in memory.
    public init(_ references: [Reference]) {
      let positions = Dictionary(
        references.indices.flatMap { index in references[index].identifiers.map { ($0, index) } },
        uniquingKeysWith: { first, _ in first })
      self.init(
        each: { body in for reference in references { try body(reference) } },
        find: { positions[$0].map { references[$0] } })
    }
  }
}

/// The place of an evidence link: the position of its claim, and its own within the claim.
private struct LinkPosition: Sendable {
  var claim: Int
  var link: Int

  init(_ claim: Int, _ link: Int) {
    self.claim = claim
    self.link = link
  }
}

/// A condition and an intervention.
private struct Topic: Hashable, Sendable {
  var condition: Condition.ID
  var intervention: Key<Intervention>

  init(_ condition: Condition.ID, _ intervention: Key<Intervention>) {
    self.condition = condition
    self.intervention = intervention
  }
}

/// Finds the topics under which entries are looked up: their own and all that include these.
private struct TopicIndex {
  let conditions: Hierarchy<Condition>
  let interventions: Hierarchy<Intervention>
  private var widerConditions: [Condition.ID: [Condition.ID]] = [:]
  private var widerInterventions: [Key<Intervention>: [Key<Intervention>]] = [:]

  init(conditions: Hierarchy<Condition>, interventions: Hierarchy<Intervention>) {
    self.conditions = conditions
    self.interventions = interventions
  }

  /// The positions of entries by topic, in their order.
  mutating func positions(of entries: [([Condition], [Intervention])]) -> [Topic: [Int]] {
    var positions: [Topic: [Int]] = [:]
    for (position, entry) in entries.enumerated() {
      var topics: Set<Topic> = []
      for condition in entry.0.flatMap({ wider($0.id) }) {
        for intervention in entry.1.flatMap({ wider($0.id) }) {
          topics.insert(Topic(condition, intervention))
        }
      }
      for topic in topics { positions[topic, default: []].append(position) }
    }
    return positions
  }

  private mutating func wider(_ id: Condition.ID) -> [Condition.ID] {
    if let known = widerConditions[id] { return known }
    let wider = [id] + conditions.ancestors(of: id)
    widerConditions[id] = wider
    return wider
  }

  private mutating func wider(_ id: Key<Intervention>) -> [Key<Intervention>] {
    if let known = widerInterventions[id] { return known }
    let wider = [id] + interventions.ancestors(of: id)
    widerInterventions[id] = wider
    return wider
  }
}
