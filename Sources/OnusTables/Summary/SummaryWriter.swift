/// A format that a summary can be written in.
public struct SummaryWriter: Sendable {
  /// The name used on the command line.
  public var name: String

  /// What the format is, for people.
  public var title: String

  /// The usual end of a file name, without its dot.
  public var fileExtension: String

  /// The media type, as registered with IANA.
  public var mediaType: String

  /// Turns a summary into bytes; the same summary always gives the same bytes.
  public var render: @Sendable (EvidenceSummary) -> [UInt8]

  /// Creates a format.
  public init(
    name: String, title: String, fileExtension: String, mediaType: String,
    render: @escaping @Sendable (EvidenceSummary) -> [UInt8]
  ) {
    self.name = name
    self.title = title
    self.fileExtension = fileExtension
    self.mediaType = mediaType
    self.render = render
  }

  /// Every format, in the order in which they are listed to people.
  public static let all: [SummaryWriter] = [.text, .markdown, .html]

  /// The format with a name; `nil` when there is none.
  public static func named(_ name: String) -> SummaryWriter? { all.first { $0.name == name } }
}

extension SummaryWriter: CustomStringConvertible {
  /// The name of the format.
  public var description: String { name }
}
