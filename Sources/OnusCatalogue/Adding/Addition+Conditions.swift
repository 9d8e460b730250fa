internal import GRDB
internal import OnusModel

extension Addition {
  /// Adds conditions; one that adds names to a heading is merged into it, whichever comes first.
  mutating func add(_ conditions: [Condition]) throws {
    var broader: [(id: Int64, names: [Located<String>])] = []
    for condition in conditions {
      guard let id = try add(condition) else { continue }
      if !condition.broader.isEmpty { broader.append((id, condition.broader)) }
    }
    try reportUnknownHeadings(of: conditions.filter(\.addsNames))
    for (id, names) in broader {
      for broaderID in try resolve(names, in: .conditions) where broaderID != id {
        try execute(
          "INSERT OR IGNORE INTO condition_broader (broader_id, condition_id) VALUES (?, ?)",
          [broaderID, id])
      }
    }
  }

  /// Reports names for headings that no vocabulary has; without a vocabulary nobody can tell.
  private mutating func reportUnknownHeadings(of conditions: [Condition]) throws {
    guard try Row.fetchOne(db, sql: "SELECT 1 FROM condition_tree LIMIT 1") != nil else { return }
    for condition in conditions {
      let key = condition.id.rawValue
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT id, payload FROM condition WHERE key = ?"), arguments: [key])
      guard let row, try payload.decode(Condition.self, from: row[1]).addsNames else { continue }
      let known = try Vocabulary.conditions.nearest(to: condition.name, besides: row[0], in: db)
      let headings = try known.compactMap { name in
        try String.fetchOne(
          db,
          sql: """
            SELECT condition.key || ' (' || condition.name || ')' FROM condition_name
            JOIN condition ON condition.id = condition_name.condition_id
            WHERE condition_name.text = ? AND condition_name.kind IN (1, 2) AND condition.id <> ?
              AND condition.id IN (SELECT condition_id FROM condition_tree)
            ORDER BY condition_name.kind, condition.id
            """, arguments: [name, row[0] as Int64])
      }
      var seen = Set<String>()
      diagnostics.append(
        Diagnostic(
          .error, "unknown-condition",
          "no vocabulary has a heading with the id \"\(key)\""
            + suggestion(headings.filter { seen.insert($0).inserted }), at: condition.location))
    }
  }

  private mutating func add(_ condition: Condition) throws -> Int64? {
    let key = condition.id.rawValue
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, payload FROM condition WHERE key = ?"), arguments: [key])
    guard let row else {
      try execute(
        "INSERT INTO condition (key, name, payload) VALUES (?, ?, ?)",
        [key, condition.name, try payload.encode(condition)])
      let id = db.lastInsertedRowID
      try setNamesAndPlaces(of: id, to: condition)
      return id
    }
    let existing = try payload.decode(Condition.self, from: row[1])
    let isDuplicate =
      !existing.addsNames && !condition.addsNames && !existing.isDescriptor && !condition.isDescriptor
    if isDuplicate {
      diagnostics.append(
        Diagnostic(
          .error, "duplicate-id", "the condition id \"\(key)\" is used twice",
          at: condition.location, notes: [Diagnostic.Note("the first one is here", at: existing.location)]))
      return nil
    }
    let id: Int64 = row[0]
    let merged = existing.merged(with: condition)
    try execute(
      "UPDATE condition SET name = ?, payload = ? WHERE id = ?",
      [merged.name, try payload.encode(merged), id])
    try setNamesAndPlaces(of: id, to: merged)
    return id
  }

  private func setNamesAndPlaces(of id: Int64, to condition: Condition) throws {
    var names: [(text: String, kind: Vocabulary.NameKind)] = [
      (condition.id.rawValue, .identifier), (condition.name, .preferred),
    ]
    names += condition.otherNames.map { ($0.text, $0.isAbbreviation ? .abbreviation : .other) }
    try Vocabulary.conditions.setNames(names, of: id, in: db)
    try execute("DELETE FROM condition_heading WHERE condition_id = ?", [id])
    try execute(
      """
      INSERT INTO condition_heading (condition_id, heading_id)
      SELECT DISTINCT condition_name.condition_id, heading.id FROM condition_name
      JOIN heading ON heading.folded = condition_name.folded
      WHERE condition_name.condition_id = ? AND condition_name.kind < 3
      """, [id])
    try execute("DELETE FROM condition_tree WHERE condition_id = ?", [id])
    for treeNumber in condition.treeNumbers {
      try execute(
        "INSERT OR IGNORE INTO condition_tree (tree_number, condition_id) VALUES (?, ?)", [treeNumber, id])
    }
  }
}

extension Condition {
  /// Whether the condition stands for a MeSH descriptor: it has a place in the tree or a descriptor's id.
  var isDescriptor: Bool {
    let digits = id.rawValue.dropFirst()
    return !treeNumbers.isEmpty
      || id.rawValue.hasPrefix("D") && digits.count >= 6 && digits.allSatisfy(\.isASCIIDigit)
  }

  /// The condition with the names of another entry for it.
  ///
  /// The heading stands before an entry that adds names to it, and one with tree numbers before one without.
  func merged(with other: Condition) -> Condition {
    let isOtherBase =
      addsNames != other.addsNames ? addsNames : treeNumbers.isEmpty && !other.treeNumbers.isEmpty
    var merged = isOtherBase ? other : self
    let added = isOtherBase ? self : other
    var known = Set(merged.otherNames.map(\.text))
    known.insert(merged.name)
    for name in [Name(added.name)] + added.otherNames where known.insert(name.text).inserted {
      merged.otherNames.append(name)
    }
    for text in added.broader where !merged.broader.contains(where: { $0.value == text.value }) {
      merged.broader.append(text)
    }
    for field in added.kept where !merged.kept.contains(field) { merged.kept.append(field) }
    merged.scopeNote = merged.scopeNote ?? added.scopeNote
    return merged
  }
}
