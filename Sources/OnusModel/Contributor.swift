/// A person or a group that made a document.
public struct Contributor: Hashable, Sendable, Codable {
  /// What the contributor did, in the terms of the MARC relator list.
  public struct Role: RawRepresentable, Hashable, Sendable, Codable {
    /// The role's name in lower case.
    public var rawValue: String

    /// Creates a role from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Wrote it.
    public static let author = Role(rawValue: "author")
    /// Edited it.
    public static let editor = Role(rawValue: "editor")
    /// Took part in the study without being an author.
    public static let investigator = Role(rawValue: "investigator")
    /// Published it.
    public static let publisher = Role(rawValue: "publisher")
    /// Translated it.
    public static let translator = Role(rawValue: "translator")
  }

  /// What the contributor did.
  public var role: Role
  /// The family name of a person.
  public var family: String?
  /// The given names of a person, as printed.
  public var given: String?
  /// The initials of the given names, without full stops.
  public var initials: String?
  /// A suffix such as "Jr" or "3rd".
  public var suffix: String?
  /// The name of a group, or of a person whose parts cannot be told.
  public var literal: String?
  /// Identifiers of the person or group, for example `ORCID` and its number.
  public var identifiers: [String: String]
  /// Where the contributor worked, as printed.
  public var affiliations: [String]
  /// Other facts the file gave about the contributor, name and value.
  public var attributes: [String: String]

  /// Creates a contributor.
  @inlinable @inline(__always)
  public init(
    role: Role = .author, family: String? = nil, given: String? = nil, initials: String? = nil,
    suffix: String? = nil, literal: String? = nil, identifiers: [String: String] = [:],
    affiliations: [String] = [], attributes: [String: String] = [:]
  ) {
    self.role = role
    self.family = family
    self.given = given
    self.initials = initials
    self.suffix = suffix
    self.literal = literal
    self.identifiers = identifiers
    self.affiliations = affiliations
    self.attributes = attributes
  }

  /// The name as NLM prints it: "Gironi M", "Smith JP Jr", or the group's name.
  public var citationName: String {
    guard let family else { return literal ?? given ?? "" }
    let letters = initials ?? given.map(Self.initials(of:))
    return [family, letters, suffix].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The first letters of given names, as NLM abbreviates them: "Jean-Paul M." becomes "JPM".
  public static func initials(of given: String) -> String {
    given.split { $0.isWhitespace || $0 == "-" || $0 == "." }.compactMap(\.first)
      .map { String($0).uppercased() }.joined()
  }
}
