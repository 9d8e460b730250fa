internal import OnusModel

extension RegisterEntry.Eligibility {
  /// Takes the criteria of a text, a paragraph each, and parts what people must have from what excludes them
  /// where the text has one heading for each, in this order.
  mutating func read(criteria paragraphs: [String]) {
    guard !paragraphs.isEmpty else { return }
    criteria = paragraphs.joined(separator: "\n")
    func headings(_ word: String) -> [Int] {
      paragraphs.indices.filter {
        let line = paragraphs[$0].lowercased().trimmingTail { ": ".contains($0) }
        return line.drop { "-* ".contains($0) }.hasPrefix(word) && line.count <= word.count + 12
      }
    }
    let inclusion = headings("inclusion")
    let exclusion = headings("exclusion")
    guard inclusion.count == 1, exclusion.count == 1, inclusion[0] < exclusion[0] else { return }
    let included = paragraphs[(inclusion[0] + 1)..<exclusion[0]]
    let excluded = paragraphs[(exclusion[0] + 1)...]
    self.inclusion = included.isEmpty ? nil : included.joined(separator: "\n")
    self.exclusion = excluded.isEmpty ? nil : excluded.joined(separator: "\n")
  }
}
