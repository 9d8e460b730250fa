/// A place where a claim is made.
public struct Appearance: Hashable, Sendable, Codable {
  /// The source.
  public var source: Located<Source.ID>
  /// The paragraph, counted from 1.
  public var paragraph: Int?
  /// The page, as printed.
  public var page: String?
  /// The section's heading.
  public var section: String?
  /// The span in the source's text, in Unicode scalars from 0, its end excluded.
  public var characters: Range<Int>?
  /// When the claim was made there, where that differs from the source's date.
  public var date: PartialDate?

  /// Creates an appearance.
  public init(source: Located<Source.ID>) { self.source = source }

  /// The place in words, for example "paragraph 12".
  public var place: String {
    var parts: [String] = []
    if let section { parts.append("section \(section)") }
    if let page { parts.append("page \(page)") }
    if let paragraph { parts.append("paragraph \(paragraph)") }
    return parts.joined(separator: ", ")
  }
}
