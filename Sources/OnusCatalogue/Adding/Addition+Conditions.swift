internal import GRDB
internal import OnusModel

extension Addition {
  /// Adds conditions; one that adds names to a descriptor is merged into it, whichever comes first.
  mutating func add(_ conditions: [Condition]) throws {
    var broader: [(id: Int64, names: [Located<String>])] = []
    for condition in conditions {
      guard let id = try add(condition) else { continue }
      if !condition.broader.isEmpty { broader.append((id, condition.broader)) }
    }
    for (id, names) in broader {
      for broaderID in try resolve(names, in: .conditions) where broaderID != id {
        try execute(
          "INSERT OR IGNORE INTO condition_broader (broader_id, condition_id) VALUES (?, ?)",
          [broaderID, id])
      }
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
    if !existing.isDescriptor, !condition.isDescriptor {
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
  /// The one with tree numbers stands, of two such the later edition: tree numbers change with the year.
  func merged(with other: Condition) -> Condition {
    let isOtherBase =
      treeNumbers.isEmpty != other.treeNumbers.isEmpty
      ? treeNumbers.isEmpty : (other.edition ?? "") > (edition ?? "")
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
