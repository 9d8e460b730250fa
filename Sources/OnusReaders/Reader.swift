public import OnusModel

/// A format that Onus reads: how its files are told from others, and how one becomes records.
///
/// ``all`` lists the formats that Onus knows. A further one is a value of this type.
public struct Reader: Sendable {
  /// The name by which the format is chosen, in lower case.
  public let name: String

  /// What people call the format.
  public let title: String

  /// The usual endings of file names, without the full stop; they are not used to recognise a file.
  public let fileExtensions: [String]

  /// How a file of this format is recognised.
  public let recognition: Recognition

  /// The name of the format whose files this one reads in another way; `nil` for nearly all.
  ///
  /// Such a format is never chosen for a file by itself, only when it is asked for by its name: the article
  /// comes before its list of references.
  public let alternative: String?

  /// Reads a file from start to end, and hands on records and problems in the order of the file.
  ///
  /// It throws a `Diagnostic` when the file cannot be read to its end; what stands before that place has
  /// been handed on. It also passes on what the receiver of the events throws.
  public let read: @Sendable (_ file: CorpusFile, _ receive: (ReadEvent) throws -> Void) throws -> Void

  /// Describes a format.
  public init(
    name: String, title: String, fileExtensions: [String], recognition: Recognition,
    alternativeTo alternative: String? = nil,
    read: @escaping @Sendable (_ file: CorpusFile, _ receive: (ReadEvent) throws -> Void) throws -> Void
  ) {
    self.name = name
    self.title = title
    self.fileExtensions = fileExtensions
    self.recognition = recognition
    self.alternative = alternative
    self.read = read
  }
}

extension Reader: CustomStringConvertible {
  /// The format's name.
  public var description: String { name }
}

/// What a reader finds in a file.
public enum ReadEvent: Hashable, Sendable {
  /// A record.
  case record(Record)
  /// Something is wrong or cannot be used, and reading goes on.
  case problem(Diagnostic)
}

/// What a file of records can hold.
public enum Record: Hashable, Sendable {
  /// A bibliographic record.
  case reference(Reference)
  /// A study that a register or a review describes; it comes behind the reference that describes it.
  case study(Study)
  /// A term of a vocabulary of health conditions.
  case condition(Condition)
  /// The word that a record with this identifier has been withdrawn.
  case deletion(Located<Identifier>)
}

extension Reader {
  /// All events of a file, for files that fit into memory.
  ///
  /// - Throws: A `Diagnostic` when the file cannot be read to its end.
  public func events(in file: CorpusFile) throws -> [ReadEvent] {
    var events: [ReadEvent] = []
    try read(file) { events.append($0) }
    return events
  }

  /// All records of a file, for files that fit into memory.
  ///
  /// - Throws: A `Diagnostic` when the file cannot be read to its end, or the first problem that is an error.
  public func records(in file: CorpusFile) throws -> [Record] {
    var records: [Record] = []
    try read(file) { event in
      switch event {
      case .record(let record): records.append(record)
      case .problem(let problem): if problem.severity == .error { throw problem }
      }
    }
    return records
  }
}
