public import OnusModel

/// Findings, ready to be written in any form.
public struct FindingReport: Sendable {
  /// How findings are put together.
  public enum Grouping: String, Sendable, CaseIterable {
    /// In the order of their places.
    case place
    /// By the claim, then the study, that they are about.
    case claim
    /// By the check that says them.
    case rule
  }

  /// What was found, in the order of the places.
  public var findings: [Finding]
  /// What was found and is switched off, with the reason.
  public var suppressed: [Audit.Suppressed]
  /// How they are put together, in the forms that are read by people.
  public var grouping: Grouping
  /// The statements and standings of the claims, by their ids, for headings.
  public var headings: [Claim.ID: String]
  /// The text of the line that a location names, for an excerpt.
  public var sourceLine: @Sendable (SourceLocation) -> String?

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - findings: What was found, in the order of the places.
  ///   - suppressed: What was found and is switched off.
  ///   - grouping: How they are put together, in the forms that are read by people.
  ///   - headings: What stands above the findings of each claim.
  ///   - sourceLine: The text of the line that a location names.
  public init(
    findings: [Finding], suppressed: [Audit.Suppressed] = [], grouping: Grouping = .place,
    headings: [Claim.ID: String] = [:],
    sourceLine: @escaping @Sendable (SourceLocation) -> String? = { _ in nil }
  ) {
    self.findings = findings
    self.suppressed = suppressed
    self.grouping = grouping
    self.headings = headings
    self.sourceLine = sourceLine
  }

  /// A heading with the findings below it; the heading is empty where there is one group only.
  public var groups: [(heading: String, findings: [Finding])] {
    switch grouping {
    case .place: return findings.isEmpty ? [] : [("", findings)]
    case .claim: return grouped { claimHeading(of: $0) }
    case .rule:
      return grouped { finding in
        let title = Check.named(finding.check.rawValue)?.documentation.title
        return finding.check.rawValue + (title.map { ": \($0)" } ?? "")
      }
    }
  }

  private func claimHeading(of finding: Finding) -> String {
    if let claim = finding.claim { return headings[claim] ?? claim.rawValue }
    return finding.study.map { "study \($0)" } ?? "bibliographies and files"
  }

  /// Groups in the order of their first findings.
  private func grouped(by heading: (Finding) -> String) -> [(heading: String, findings: [Finding])] {
    var positions: [String: Int] = [:]
    var groups: [(heading: String, findings: [Finding])] = []
    for finding in findings {
      let heading = heading(finding)
      if let position = positions[heading] {
        groups[position].findings.append(finding)
      } else {
        positions[heading] = groups.count
        groups.append((heading, [finding]))
      }
    }
    return groups
  }
}
