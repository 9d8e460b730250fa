public import OnusModel

/// A format that Onus reads: how its files are told from others, and how one becomes records.
///
/// ``all`` lists the formats that Onus knows. A further one is a value of this type.
public struct Reader: Sendable {
  /// The name by which the format is chosen, in lower case.
  public let name: String

  /// What people should know of the format.
  public let format: Format

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

  /// What a format looks like from outside.
  public struct Format: Sendable {
    /// What people call the format.
    public let title: String

    /// What of its records has a place in the model, in a few words; everything else is kept verbatim.
    public let keeps: String

    /// The usual endings of file names, without the full stop; they are not used to recognise a file.
    public let fileExtensions: [String]

    /// Describes a format.
    public init(title: String, keeps: String, fileExtensions: [String]) {
      self.title = title
      self.keeps = keeps
      self.fileExtensions = fileExtensions
    }
  }

  /// Describes a format and how it is read.
  public init(
    name: String, format: Format, recognition: Recognition, alternativeTo alternative: String? = nil,
    read: @escaping @Sendable (_ file: CorpusFile, _ receive: (ReadEvent) throws -> Void) throws -> Void
  ) {
    self.name = name
    self.format = format
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
  /// A record; kept behind a pointer, because events are passed on and kept in lists, and a record is large.
  indirect case record(Record)
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
