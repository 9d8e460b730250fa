public import OnusModel

/// Studies as a list for a terminal: each with its design, size, duration and conditions.
public struct StudyListing: Sendable {
  /// The studies, in the order in which they are listed.
  public var studies: [CataloguedStudy]

  /// The name of the condition that was asked for; `nil` when none was.
  public var condition: String?

  /// Creates a list.
  public init(_ studies: [CataloguedStudy], about condition: String? = nil) {
    self.studies = studies
    self.condition = condition
  }

  /// The list as text.
  ///
  /// - Parameter width: The longest line, in terminal columns; at least 40.
  public func text(width: Int) -> String {
    var lines: [String] = []
    var heading: String?
    for study in studies {
      if let condition, let match = study.match, heading != match.heading(condition) {
        heading = match.heading(condition)
        lines += (lines.isEmpty ? [] : [""]) + [match.heading(condition).withoutControls, ""]
      }
      let facts = [study.designWithComparator, study.study.sample?.text, study.study.durations.text]
      let head = "\(study.study.name): " + facts.compactMap { $0 }.joined(separator: "; ")
      let conditions = study.conditions.map(\.name).joined(separator: "; ")
      let reports = study.study.reports.map(\.value.description).joined(separator: " ")
      lines += ListingLines.wrapped([head], indent: 0, width: max(40, width))
      lines += ListingLines.wrapped(
        [study.study.title, conditions, "\(study.study.id) \(reports)"].compactMap { $0 }.filter {
          !$0.isEmpty
        },
        indent: 2, width: max(40, width))
    }
    return ListingLines.text(of: lines)
  }
}
