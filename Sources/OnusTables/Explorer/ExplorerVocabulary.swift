public import OnusModel

extension Explorer {
  /// Conditions and interventions with their hierarchies.
  public struct Vocabulary: Hashable, Sendable {
    /// Every condition that may be an ancestor of a named one.
    public var conditions: [Condition]
    /// The conditions that a person says include a condition, by its identifier.
    public var broaderConditions: [Condition.ID: [Condition.ID]]
    /// Every intervention.
    public var interventions: [Intervention]
    /// The interventions that include an intervention, by its key.
    public var broaderInterventions: [Key<Intervention>: [Key<Intervention>]]

    /// Creates a vocabulary.
    public init(
      conditions: [Condition] = [], broaderConditions: [Condition.ID: [Condition.ID]] = [:],
      interventions: [Intervention] = [],
      broaderInterventions: [Key<Intervention>: [Key<Intervention>]] = [:]
    ) {
      self.conditions = conditions
      self.broaderConditions = broaderConditions
      self.interventions = interventions
      self.broaderInterventions = broaderInterventions
    }
  }
}

/// Something that can be asked for, with all its names and everything that includes it.
struct ExplorerTerm {
  var id: String
  var name: String
  var otherNames: [String]
  /// The identifiers of all broader terms, near and far.
  var ancestors: [String]
}

/// The terms that claims and studies name, and all that are broader, in the order of their names.
struct ExplorerTerms {
  let terms: [ExplorerTerm]
  private let places: [String: Int]

  /// Gathers conditions: those that are named, and their ancestors by tree number or by a person's word.
  init(conditions named: [Condition], in vocabulary: Explorer.Vocabulary) {
    var known = Dictionary(vocabulary.conditions.map { ($0.id, $0) }) { first, _ in first }
    for condition in named where known[condition.id] == nil { known[condition.id] = condition }
    var byTree: [String: Condition.ID] = [:]
    for condition in vocabulary.conditions + named {
      for number in condition.treeNumbers where byTree[number] == nil { byTree[number] = condition.id }
    }
    let parents: (String) -> [String] = { id in
      let id = Condition.ID(id)
      let byNumber = (known[id]?.treeNumbers ?? []).compactMap { number in
        number.lastIndex(of: ".").flatMap { byTree[String(number[..<$0])] }
      }
      return (byNumber + (vocabulary.broaderConditions[id] ?? [])).map(\.rawValue)
    }
    self.init(named: named.map(\.id.rawValue), parents: parents) { id in
      known[Condition.ID(id)].map { ($0.name, $0.otherNames.map(\.text)) }
    }
  }

  /// Gathers interventions: those that are named, and those that include them.
  init(interventions named: [Intervention], in vocabulary: Explorer.Vocabulary) {
    let known = Dictionary((vocabulary.interventions + named).map { ($0.id, $0) }) { first, _ in first }
    let parents: (String) -> [String] = {
      (vocabulary.broaderInterventions[Key($0)] ?? []).map(\.rawValue)
    }
    self.init(named: named.map(\.id.rawValue), parents: parents) { id in
      known[Key(id)].map { ($0.name, $0.synonyms + $0.abbreviations) }
    }
  }

  private init(
    named: [String], parents: (String) -> [String], names: (String) -> (String, [String])?
  ) {
    var terms: [String: ExplorerTerm] = [:]
    var waiting = named
    while let id = waiting.popLast() {
      guard terms[id] == nil, let (name, otherNames) = names(id) else { continue }
      var ancestors: Set<String> = []
      var open = parents(id)
      while let next = open.popLast() {
        // What people write may run in a circle.
        guard next != id, names(next) != nil, ancestors.insert(next).inserted else { continue }
        open += parents(next)
      }
      terms[id] = ExplorerTerm(
        id: id, name: name, otherNames: otherNames.filter { $0 != name }, ancestors: ancestors.sorted())
      waiting += ancestors
    }
    self.terms = terms.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    places = Dictionary(self.terms.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// The places of terms in the list, in the order in which they are named.
  func places(of ids: [String]) -> [JSONValue] { ids.compactMap { places[$0] }.map { .integer($0) } }

  /// The terms as the page keeps them.
  var json: JSONValue {
    .array(
      terms.map { term in
        [
          "id": .string(term.id), "name": .string(term.name), "names": .texts(term.otherNames),
          "up": .list(places(of: term.ancestors)),
        ]
      })
  }
}
