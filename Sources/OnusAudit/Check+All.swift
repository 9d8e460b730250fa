internal import OnusModel

extension Check {
  /// Checks of one subject, as they are listed together.
  public struct Group: Sendable {
    /// What the checks are about.
    public var title: String
    /// The checks, in the order in which they are documented.
    public var checks: [Check]

    /// Creates a group.
    public init(_ title: String, _ checks: [Check]) {
      self.title = title
      self.checks = checks
    }
  }

  /// Every group; the checks of each are listed in a file beside them.
  public static let groups: [Group] = [
    .claims, .numbers, .certainty, .bias, .reviews, .sources, .time, .completeness,
  ]

  /// Every check, in the order in which they are documented.
  public static let all: [Check] = groups.flatMap(\.checks)

  /// The check with a code.
  public static func named(_ code: String) -> Check? { all.first { $0.code.rawValue == code } }
}
