/// A finished drawing: an SVG with a title and a description in words.
public struct Picture: Sendable, Hashable {
  /// What it shows, in a few words.
  public var title: String
  /// What can be seen on it, for those who do not see it.
  public var description: String
  /// The SVG, in UTF-8.
  public var svg: [UInt8]

  /// Creates a picture from an SVG in UTF-8.
  public init(title: String, description: String, svg: [UInt8]) {
    self.title = title
    self.description = description
    self.svg = svg
  }

  init(_ drawing: Drawing, width: Double, height: Double, title: String, description: String) {
    self.title = title
    self.description = description
    svg = drawing.svg(width: width, height: height, title: title, description: description)
  }
}
