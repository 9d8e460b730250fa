/// Something done to or taken by people, about which claims are made.
public struct Intervention: Hashable, Sendable, Codable {
  /// The key in the corpus.
  public var id: Key<Intervention>
  /// The name.
  public var name: String
  /// Other names.
  public var synonyms: [String]
  /// Short forms.
  public var abbreviations: [String]
  /// The usual dose.
  public var dose: String?
  /// Interventions that include this one, as written.
  public var broader: [Located<String>]
  /// Anything else.
  public var note: String?
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates an intervention.
  public init(id: Key<Intervention>, name: String, location: SourceLocation? = nil) {
    self.id = id
    self.name = name
    self.location = location
    synonyms = []
    abbreviations = []
    broader = []
  }
}
