public import OnusModel

/// Finds the records that stand for one document, by published rules and without a word being lost.
///
/// Every decision about two records names its rule (``rules``) and the facts it rests on. Records that must
/// not be merged although they look alike, such as a correction and its article, become typed relations.
/// What the rules cannot decide is left to a person.
public enum Deduplication {
  /// What a decision says of two records.
  public enum Grade: Hashable, Sendable {
    /// They stand for one document.
    case same
    /// They stand for two documents that have to do with each other.
    case related(RelationKind)
    /// The rules cannot tell.
    case needsPerson
  }

  /// How two documents have to do with each other; the words go between the first and the second.
  public enum RelationKind: String, Hashable, Sendable, CaseIterable {
    /// An erratum or corrigendum and its article.
    case correction = "corrects"
    /// A notice of retraction or withdrawal and its article.
    case retraction = "retracts"
    /// An expression of concern and its article.
    case concern = "expresses concern about"
    /// A comment, letter or reply and what it is about.
    case comment = "comments on"
    /// A preprint and its article.
    case preprint = "is a preprint of"
    /// The plan of a study and its results.
    case plan = "is the protocol of"
    /// Two versions of one work, as Cochrane Reviews have.
    case version = "is another version of"
    /// Two works whose titles differ in a number.
    case series = "is of the same series as"
    /// An abstract in a supplement or of a conference and the full paper.
    case abstract = "is an abstract of"
    /// The same text or title, published in two places.
    case republication = "was also published as"
    /// Two issues of one column, with the same heading.
    case column = "has the same heading as"
    /// A tie of another sort that one of the records tells of.
    case tie = "is tied to"
  }

  /// What was decided about two records, and why.
  public struct Decision: Hashable, Sendable {
    /// The position of the first record in the input; in a relation with a direction, that of the notice,
    /// comment, preprint, protocol or abstract.
    public var first: Int
    /// The position of the second record.
    public var second: Int
    /// What was decided.
    public var grade: Grade
    /// The rule that decided.
    public var rule: Rule.Name
    /// The facts: "same PMID 123", "title 0.98", "year 2009 / 2010".
    public var facts: [String]
  }

  /// What de-duplication found in a list of records.
  public struct Outcome: Sendable {
    /// The records that stand for one document, as positions in the input; groups of one are left out.
    public var groups: [[Int]]
    /// Every decision, ordered by the positions of its records.
    public var decisions: [Decision]

    /// Pairs that stand for two documents which have to do with each other.
    public var relations: [Decision] {
      decisions.filter { if case .related = $0.grade { true } else { false } }
    }
    /// Pairs that a person has to look at.
    public var questions: [Decision] { decisions.filter { $0.grade == .needsPerson } }
  }

  /// Groups records that stand for one document.
  ///
  /// The time it takes grows with the number of records, not with its square. The groups do not depend on the
  /// order of the records.
  ///
  /// - Parameter references: The records.
  /// - Returns: The groups, and a decision for every pair that looks alike.
  public static func groups(of references: [Reference]) -> Outcome {
    let records = inParallel(references.runs(of: 500)) { $0.map(DeduplicationRecord.init) }
    return outcome(records.flatMap(\.self)) { references[$0] }
  }

  /// What is found in a list of records of which only what is compared is in memory.
  ///
  /// - Parameter reference: Gives a record whole, for the facts that explain a decision.
  static func outcome(
    _ records: [DeduplicationRecord], reference: (Int) throws -> Reference
  ) rethrows -> Outcome {
    let judge = PairJudge(records)
    let found = inParallel(CandidatePairs(records).pairs.runs(of: 5000)) { run in
      run.compactMap { pair in judge.finding(Int(pair >> 32), Int(pair & 0xFFFF_FFFF)) }
    }.flatMap(\.self)
    return try Grouping(records, judge, found, reference: reference).outcome
  }
}
