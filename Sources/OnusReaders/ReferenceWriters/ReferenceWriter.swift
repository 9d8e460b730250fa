public import OnusModel

/// A form in which references leave Onus again: one record after another, so that a list of any length
/// streams through.
public struct ReferenceWriter: Sendable {
  /// What stands before the first record, between two, and after the last.
  public struct Frame: Sendable {
    /// Text before the first record.
    public var start: String
    /// Text between two records.
    public var separator: String
    /// Text after the last record.
    public var end: String
  }

  /// The name on the command line, for example `csl-json`.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// The usual extension of its files, without the dot.
  public let fileExtension: String
  /// What stands around the records.
  public let frame: Frame
  /// Writes one record, with the line break at its end where the form asks for one.
  public let record: @Sendable (Reference) -> String

  /// Creates a writer.
  public init(
    name: String, title: String, fileExtension: String, frame: Frame,
    record: @escaping @Sendable (Reference) -> String
  ) {
    self.name = name
    self.title = title
    self.fileExtension = fileExtension
    self.frame = frame
    self.record = record
  }

  /// Every writer; a new one is one file and one line here.
  public static let all: [ReferenceWriter] = [.jsonLines, .cslJSON]
}
