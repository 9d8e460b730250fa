/// A document in which claims appear.
public struct Source: Hashable, Sendable, Codable {
  /// The key of a source in the corpus.
  public typealias ID = Key<Source>

  /// What sort of document a source is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A journal article.
    case article
    /// A column or an article in a magazine.
    case magazineColumn = "magazine column"
    /// A guideline.
    case guideline
    /// A medicine's label.
    case label
    /// A web page.
    case webPage = "web page"
    /// A press release.
    case pressRelease = "press release"
    /// A book.
    case book
    /// A review article.
    case review
    /// A news report.
    case news
    /// A post.
    case socialMedia = "social media"
    /// Anything else.
    case other
  }

  /// The key in the corpus.
  public var id: ID
  /// The title, or a description of an untitled document.
  public var title: String
  /// Who wrote it.
  public var authors: [String]
  /// What sort of document it is.
  public var kind: Kind
  /// Where it was published.
  public var venue: String?
  /// When it was published.
  public var published: Reported<PartialDate>?
  /// Its web address.
  public var address: String?
  /// How many paragraphs it has.
  public var paragraphs: Int?
  /// What its author or publisher has to gain.
  public var interests: String?
  /// Its record in the bibliographies.
  public var reference: Located<Identifier>?
  /// Anything else.
  public var note: String?
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a source.
  public init(id: ID, title: String, kind: Kind, location: SourceLocation? = nil) {
    self.id = id
    self.title = title
    self.kind = kind
    self.location = location
    authors = []
  }
}
