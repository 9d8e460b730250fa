/// A systematic review as it is done: where was searched, and what people have decided of each record.
///
/// Stages and boxes are those of the PRISMA 2020 flow diagram (Page MJ et al. BMJ 2021;372:n71, figure 1).
public struct Review: Hashable, Sendable, Codable {
  /// A stable name of a review within a corpus.
  public typealias ID = Key<Review>

  /// Numbers of studies and of the reports of these.
  public struct Size: Hashable, Sendable, Codable {
    /// Studies; `nil` where nobody says.
    public var studies: Int?
    /// Reports of the studies; `nil` where nobody says.
    public var reports: Int?

    /// Creates a size.
    public init(studies: Int? = nil, reports: Int? = nil) {
      self.studies = studies
      self.reports = reports
    }
  }

  /// Records that were removed before anyone read their titles.
  public struct Removed: Hashable, Sendable, Codable {
    /// Duplicates; `nil` where they follow from the files of the searches.
    public var duplicates: Located<Int>?
    /// Those that a program held for ineligible.
    public var automation: Int?
    /// Those removed for other reasons.
    public var other: Int?

    /// Creates numbers of removed records.
    public init(duplicates: Located<Int>? = nil, automation: Int? = nil, other: Int? = nil) {
      self.duplicates = duplicates
      self.automation = automation
      self.other = other
    }
  }

  /// The id that others refer to.
  public var id: ID
  /// Its title.
  public var title: String
  /// The conditions it is about.
  public var conditions: [Located<String>]
  /// Where it was registered, or its protocol published.
  public var registration: String?
  /// What an earlier version of the review included; `nil` for a new review.
  public var previous: Size?
  /// Where records were looked for.
  public var searches: [Search]
  /// What was removed before screening.
  public var removed: Removed
  /// What is known in numbers of the records of databases and registers.
  public var databases: StageCounts
  /// What is known in numbers of the records that were found in other ways.
  public var otherMethods: StageCounts
  /// The new studies that are included, where they do not follow from the decisions.
  public var included: Size?
  /// The studies in its meta-analysis.
  public var metaAnalysis: Size?
  /// What people have decided, in the order in which it is written.
  public var decisions: [ScreeningDecision]
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a review.
  public init(id: ID, title: String, location: SourceLocation? = nil) {
    self.id = id
    self.title = title
    self.location = location
    conditions = []
    searches = []
    removed = Removed()
    databases = StageCounts()
    otherMethods = StageCounts()
    decisions = []
  }

  /// A place where records were looked for, or another way in which they were found.
  public struct Search: Hashable, Sendable, Codable {
    /// What kind of place it is, in the words of PRISMA 2020.
    public enum Kind: String, CaseIterable, Sendable, Codable {
      case database
      case register
      case website
      case organisation
      case citations = "citation searching"

      /// Whether it stands on the side of databases and registers.
      public var isDatabase: Bool { self == .database || self == .register }
    }

    /// Its name, for example `MEDLINE (Ovid)`.
    public var name: String
    /// What kind of place it is.
    public var kind: Kind
    /// When it was searched.
    public var date: PartialDate?
    /// The words of the search.
    public var query: String?
    /// How many records it gave; `nil` where they are counted from the files.
    public var records: Located<Int>?
    /// The files of the corpus that hold its records.
    public var files: [Located<String>]
    /// Where it is written.
    public var location: SourceLocation?

    /// Creates a search.
    public init(
      name: String, kind: Kind, date: PartialDate? = nil, query: String? = nil,
      records: Located<Int>? = nil, files: [Located<String>] = [], location: SourceLocation? = nil
    ) {
      self.name = name
      self.kind = kind
      self.date = date
      self.query = query
      self.records = records
      self.files = files
      self.location = location
    }
  }

  /// Numbers of one side of the flow, for what was done elsewhere; each is `nil` where nobody says.
  public struct StageCounts: Hashable, Sendable, Codable {
    /// Records whose titles and abstracts were read.
    public var screened: Located<Int>?
    /// Records that were excluded by title and abstract.
    public var excluded: Located<Int>?
    /// Reports that were sought.
    public var sought: Located<Int>?
    /// Reports that could not be had.
    public var notRetrieved: Located<Int>?
    /// Reports that were read in full.
    public var assessed: Located<Int>?
    /// Reports that were excluded after reading, by reason, in the order in which they are written.
    public var reasons: [Reason]

    /// How many reports were excluded for a reason.
    public struct Reason: Hashable, Sendable, Codable {
      /// The reason.
      public var reason: String
      /// How many reports.
      public var count: Int

      /// Creates a reason.
      public init(_ reason: String, _ count: Int) {
        self.reason = reason
        self.count = count
      }
    }

    /// Creates numbers.
    public init(reasons: [Reason] = []) { self.reasons = reasons }

    /// Whether nothing is said.
    public var isEmpty: Bool { self == StageCounts() }
  }
}
