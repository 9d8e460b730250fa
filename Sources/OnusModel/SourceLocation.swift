/// A place in a file: what a diagnostic points at.
///
/// Lines and columns are counted from 1. Columns count Unicode scalars, not bytes and not grapheme
/// clusters, in every reader. A location of a whole file has line 0 and column 0.
public struct SourceLocation: Hashable, Sendable, Comparable, Codable {
  /// The path of the file, as it was given to the reader or relative to the corpus folder.
  public var file: String

  /// The line, counted from 1; 0 when the whole file is meant.
  public var line: Int

  /// The column in Unicode scalars, counted from 1; 0 when the whole line or file is meant.
  public var column: Int

  /// Creates the location of a place in a file, or of the file itself when no line is given.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Orders locations by file, line and column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The location as compilers print it: `file:line:column`, without the parts that are 0.
  public var description: String {
    switch (line, column) {
    case (0, _): file
    case (_, 0): "\(file):\(line)"
    default: "\(file):\(line):\(column)"
    }
  }
}

/// A value together with the place in a file where a person wrote it.
public struct Located<Value> {
  /// The value itself.
  public var value: Value

  /// Where it was written; `nil` for a value made by a program.
  public var location: SourceLocation?

  /// Pairs a value with its place.
  public init(_ value: Value, at location: SourceLocation? = nil) {
    self.value = value
    self.location = location
  }

  /// Returns the transformed value at the same place.
  public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
    Located<Other>(try transform(value), at: location)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Encodable where Value: Encodable {}
extension Located: Decodable where Value: Decodable {}
