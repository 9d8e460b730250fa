/// A health condition: a MeSH descriptor, or a local term.
public struct Condition: Hashable, Sendable, Codable {
  /// The name under which a condition is kept: a MeSH unique identifier or the corpus key of a local term.
  public typealias ID = Key<Condition>

  /// One of a condition's names.
  public struct Name: Hashable, Sendable, Codable {
    /// The name.
    public var text: String
    /// Whether it is a short form such as "MS", which is only looked for in text with its case and as a word.
    public var isAbbreviation: Bool
    /// Who gives it, for example "MeSH" or "Mondo".
    public var source: String?

    /// Creates a name.
    public init(_ text: String, isAbbreviation: Bool = false, source: String? = nil) {
      self.text = text
      self.isAbbreviation = isAbbreviation
      self.source = source
    }
  }

  /// The identifier.
  public var id: ID
  /// The preferred name.
  public var name: String
  /// Other names: entry terms, synonyms, abbreviations.
  public var otherNames: [Name]
  /// Places in the MeSH hierarchy, for example `C10.114.375.500`.
  public var treeNumbers: [String]
  /// Broader conditions named by a person, for local terms.
  public var broader: [Located<String>]
  /// What the term means.
  public var scopeNote: String?
  /// Whether the entry only adds names to the heading with its identifier, which a vocabulary defines.
  public var addsNames: Bool
  /// What the file says and no property above holds.
  public var kept: [KeptField]
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a condition.
  public init(
    id: ID, name: String, otherNames: [Name] = [], treeNumbers: [String] = [],
    broader: [Located<String>] = [], scopeNote: String? = nil, addsNames: Bool = false,
    kept: [KeptField] = [], location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.otherNames = otherNames
    self.treeNumbers = treeNumbers
    self.broader = broader
    self.scopeNote = scopeNote
    self.addsNames = addsNames
    self.kept = kept
    self.location = location
  }
}
