internal import OnusModel

extension DuplicateDecision {
  /// What a corpus file decides about records that look alike.
  static func decisions(in root: YAMLNode) -> [DuplicateDecision] {
    (root["duplicates"]?.pairs ?? []).flatMap { _, _, node in
      [("same", true), ("apart", false)].compactMap { key, areSame in
        let records = node[key]?.items.compactMap { $0.located(Identifier.init(parsing:)) } ?? []
        guard records.count > 1 else { return nil }
        return DuplicateDecision(records: records, areSame: areSame, reason: node.text("because") ?? "")
      }
    }
  }
}
