internal import OnusModel

/// Two records of one document that disagree about an identifier.
struct IdentifierConflict {
  var mine: Identifier
  var other: Identifier

  /// Whether it shows that there are two documents, as two PMIDs do.
  var keepsApart: Bool { mine.scheme == .pmid }

  func diagnostic(
    sharing shared: Identifier, _ record: Reference, _ existing: Reference
  ) -> Diagnostic {
    let outcome = keepsApart ? "they are kept apart" : "they are kept as one, with both"
    return Diagnostic(
      .warning, "identifier-conflict",
      "two records share \(shared) but one has \(mine) and the other \(other); \(outcome)",
      at: record.location, notes: [Diagnostic.Note("the other record is here", at: existing.location)])
  }
}

extension Reference {
  /// The text of the abstract's sections, for searching.
  var abstractText: String? {
    abstract.isEmpty ? nil : abstract.map(\.text).joined(separator: "\n")
  }

  /// An identifier of which both records have one, but not the same; the PMID's counts first.
  func conflict(with other: Reference) -> IdentifierConflict? {
    for scheme in [Identifier.Scheme.pmid, .doi, .pmcid] {
      let mine = identifiers.filter { $0.scheme == scheme }
      let others = other.identifiers.filter { $0.scheme == scheme }
      guard let first = mine.first, let otherFirst = others.first else { continue }
      if Set(mine).isDisjoint(with: others) { return IdentifierConflict(mine: first, other: otherFirst) }
    }
    return nil
  }

  /// Whether two records have one title, as far as both have any.
  func hasTitle(of other: Reference) -> Bool {
    guard let title, let otherTitle = other.title else { return true }
    return foldedName(title) == foldedName(otherTitle)
  }

  /// The record with another's identifiers, and with what the other says where this one says nothing.
  ///
  /// Ties to other records and publication types are united, because a retraction may only be told by the
  /// later record.
  func filled(from other: Reference) -> Reference {
    var filled = self
    func unite<Element: Equatable>(_ path: WritableKeyPath<Reference, [Element]>) {
      filled[keyPath: path] += other[keyPath: path].filter { !self[keyPath: path].contains($0) }
    }
    unite(\.identifiers)
    unite(\.publicationTypes)
    unite(\.accessions)
    unite(\.relations)
    for path in [
      \Reference.title, \.vernacularTitle, \.volume, \.issue, \.edition, \.publisher, \.place,
    ] {
      filled[keyPath: path] = self[keyPath: path] ?? other[keyPath: path]
    }
    filled.container = container ?? other.container
    filled.pages = pages ?? other.pages
    filled.issued = issued ?? other.issued
    filled.published = published ?? other.published
    if contributors.isEmpty { filled.isAuthorListComplete = other.isAuthorListComplete }
    func fill<Element>(_ path: WritableKeyPath<Reference, [Element]>) {
      if self[keyPath: path].isEmpty { filled[keyPath: path] = other[keyPath: path] }
    }
    fill(\.abstract)
    fill(\.otherAbstracts)
    fill(\.contributors)
    fill(\.history)
    fill(\.languages)
    fill(\.headings)
    fill(\.keywords)
    fill(\.chemicals)
    fill(\.grants)
    fill(\.citations)
    fill(\.addresses)
    fill(\.notes)
    return filled
  }
}
