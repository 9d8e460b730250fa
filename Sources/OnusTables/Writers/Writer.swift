/// A format that a table can be written in.
///
/// A new format is one file with a static member and one line in ``all``.
public struct Writer: Sendable {
  /// The name used on the command line.
  public var name: String

  /// What the format is, for people.
  public var title: String

  /// The usual end of a file name, without its dot.
  public var fileExtension: String

  /// The media type, as registered with IANA.
  public var mediaType: String

  /// Turns a table into bytes; the same table always gives the same bytes.
  public var render: @Sendable (EvidenceTable) -> [UInt8]

  /// Creates a format.
  public init(
    name: String, title: String, fileExtension: String, mediaType: String,
    render: @escaping @Sendable (EvidenceTable) -> [UInt8]
  ) {
    self.name = name
    self.title = title
    self.fileExtension = fileExtension
    self.mediaType = mediaType
    self.render = render
  }
}

extension Writer {
  /// The format with a name; `nil` when there is none.
  public static func named(_ name: String) -> Writer? { all.first { $0.name == name } }
}

extension Writer: CustomStringConvertible {
  /// The name of the format.
  public var description: String { name }
}
