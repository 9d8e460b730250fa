/// What a corpus settles for a check: that it is off, or how much its findings weigh, and why.
public struct CheckSetting: Hashable, Sendable, Codable {
  /// What a setting holds for.
  public enum Scope: Hashable, Sendable, Codable {
    /// The whole corpus.
    case everywhere
    /// The files whose path within the corpus is this, or starts with this folder.
    case path(String)
    /// One claim.
    case claim(Claim.ID)
    /// One study.
    case study(Study.ID)
  }

  /// The check's code.
  public var code: Located<String>
  /// How much the findings weigh; `nil` when the check is off.
  public var severity: Diagnostic.Severity?
  /// What it holds for.
  public var scope: Scope
  /// Why, in the words of who settled it.
  public var reason: String

  /// Creates a setting.
  public init(code: Located<String>, severity: Diagnostic.Severity?, scope: Scope, reason: String) {
    self.code = code
    self.severity = severity
    self.scope = scope
    self.reason = reason
  }
}
