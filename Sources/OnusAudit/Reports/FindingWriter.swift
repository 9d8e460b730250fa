/// A form in which findings are written.
///
/// ``all`` lists the forms. A further one is one file that makes a value of this type, and one line in the list.
public struct FindingWriter: Sendable {
  /// The name on the command line.
  public let name: String
  /// What people call it.
  public let title: String
  /// Writes a report; the text ends with a line break, unless it is empty.
  public let render: @Sendable (FindingReport) -> String

  /// Describes a form.
  public init(name: String, title: String, render: @escaping @Sendable (FindingReport) -> String) {
    self.name = name
    self.title = title
    self.render = render
  }

  /// Every form.
  public static let all: [FindingWriter] = [text, json, sarif, github, errorformat]

  /// The form with a name.
  public static func named(_ name: String) -> FindingWriter? { all.first { $0.name == name } }
}

extension FindingWriter: CustomStringConvertible {
  /// The form's name.
  public var description: String { name }
}
