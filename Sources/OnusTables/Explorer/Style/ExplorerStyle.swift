/// The style sheet of the explorer's page, beside what all pages share.
enum ExplorerStyle {
  /// The parts in the order in which they apply.
  static let text = [frame, form, claims, evidence, matrix, paper].joined(separator: "\n")
}
