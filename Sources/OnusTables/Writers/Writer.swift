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

  /// Whether the format is text in UTF-8; a format that is not belongs in a file, not on a terminal.
  public var isText: Bool

  /// Turns a table into bytes; the same table always gives the same bytes.
  ///
  /// Formats of text never throw. Others throw a `Diagnostic` when a library or the system refuses.
  public var render: @Sendable (EvidenceTable) throws -> [UInt8]

  /// Creates a format.
  public init(
    name: String, title: String, fileExtension: String, mediaType: String, isText: Bool = true,
    render: @escaping @Sendable (EvidenceTable) throws -> [UInt8]
  ) {
    self.name = name
    self.title = title
    self.fileExtension = fileExtension
    self.mediaType = mediaType
    self.isText = isText
    self.render = render
  }
}

extension Writer {
  /// The format of a document that here holds a single table.
  public init(_ book: BookWriter) {
    self.init(
      name: book.name, title: book.title, fileExtension: book.fileExtension, mediaType: book.mediaType,
      isText: false
    ) { table in
      try book.render(EvidenceBook(title: table.title, tables: [table]))
    }
  }

  /// The format with a name; `nil` when there is none.
  public static func named(_ name: String) -> Writer? { all.first { $0.name == name } }
}

extension Writer: CustomStringConvertible {
  /// The name of the format.
  public var description: String { name }
}
