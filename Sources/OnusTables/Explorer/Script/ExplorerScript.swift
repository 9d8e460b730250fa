/// The page's script: small parts, one subject each, that share one strict scope.
///
/// Data reaches the page only as text nodes and attributes: no part writes markup or evaluates text.
enum ExplorerScript {
  /// The parts in the order in which they run.
  static let parts = [
    elements, words, index, state, matching, cards, evidence, results, matrix, studies, combobox, filters,
    start,
  ]

  /// The whole script.
  static let text = "(() => {\n\"use strict\";\n" + parts.joined(separator: "\n") + "\n})();"
}
