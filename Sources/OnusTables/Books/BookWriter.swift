/// A format of documents that hold several tables.
///
/// Each is a ``Writer`` of single tables as well. A new format is one file with a static member and one line in
/// ``all``.
public struct BookWriter: Sendable {
  /// The name used on the command line.
  public var name: String

  /// What the format is, for people.
  public var title: String

  /// The usual end of a file name, without its dot.
  public var fileExtension: String

  /// The media type, as registered with IANA.
  public var mediaType: String

  /// Turns tables into the bytes of one document; the same tables always give the same bytes.
  ///
  /// Throws a `Diagnostic` with code `cannot-write` when a library or the system refuses.
  public var render: @Sendable (EvidenceBook) throws -> [UInt8]

  /// Creates a format.
  public init(
    name: String, title: String, fileExtension: String, mediaType: String,
    render: @escaping @Sendable (EvidenceBook) throws -> [UInt8]
  ) {
    self.name = name
    self.title = title
    self.fileExtension = fileExtension
    self.mediaType = mediaType
    self.render = render
  }
}

extension BookWriter: CustomStringConvertible {
  /// The name of the format.
  public var description: String { name }
}
