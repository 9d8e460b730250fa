/// The name under which a corpus or a vocabulary keeps something, typed by what it names.
public struct Key<Subject>: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible
{
  /// The key's text.
  public var rawValue: String

  /// Creates a key from its text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Creates a key from its text.
  public init(_ text: some StringProtocol) { rawValue = String(text) }

  /// The key's text.
  public var description: String { rawValue }

  /// Orders keys by their text.
  public static func < (left: Key, right: Key) -> Bool { left.rawValue < right.rawValue }
}
