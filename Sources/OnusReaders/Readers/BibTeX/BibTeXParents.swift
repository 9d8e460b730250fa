internal import OnusModel

/// The entries of a file from which others take fields: the book of a chapter, the proceedings of a paper.
///
/// They may stand before or behind those that refer to them, so they are collected first.
struct BibTeXParents {
  private var entries: [String: BibTeXEntry] = [:]

  /// Collects the entries to which a file's entries refer.
  init(_ file: CorpusFile) throws {
    var names: Set<String> = []
    _ = try BibTeX.parse(file) { event in
      guard case .entry(let entry) = event else { return }
      for field in entry.fields where field.name == "crossref" || field.name == "xdata" {
        names.formUnion(Self.names(in: field.value))
      }
    }
    guard !names.isEmpty else { return }
    _ = try BibTeX.parse(file) { event in
      guard case .entry(let entry) = event, names.contains(entry.key.lowercased()) else { return }
      if entries[entry.key.lowercased()] == nil { entries[entry.key.lowercased()] = entry }
    }
  }

  private static func names(in value: String) -> [String] {
    value.split(separator: ",").map { $0.trimmed.lowercased() }
  }

  /// The entry with the fields that it lacks and its parents have.
  func completed(_ entry: BibTeXEntry) -> BibTeXEntry {
    // Entries that all refer to two others could be followed for ever.
    var budget = 64
    return completed(entry, visited: [entry.key.lowercased()], &budget)
  }

  private func completed(_ entry: BibTeXEntry, visited: Set<String>, _ budget: inout Int) -> BibTeXEntry {
    var entry = entry
    budget -= 1
    guard budget > 0 else { return entry }
    for name in Self.names(in: entry.value("xdata") ?? "") where !visited.contains(name) {
      guard let parent = entries[name] else { continue }
      let fields = completed(parent, visited: visited.union([name]), &budget).fields
      for field in fields { add(field, to: &entry) }
    }
    guard let name = entry.value("crossref").map({ $0.trimmed.lowercased() }), !visited.contains(name),
      let parent = entries[name].map({ completed($0, visited: visited.union([name]), &budget) })
    else { return entry }
    for var field in parent.fields {
      if let heir = heir(of: field.name, in: entry.kind) {
        field.name = heir
        add(field, to: &entry)
      }
    }
    return entry
  }

  private func add(_ field: BibTeXEntry.Field, to entry: inout BibTeXEntry) {
    if entry.value(field.name) == nil { entry.fields.append(field) }
  }

  /// The name under which a part inherits a field of the whole; `nil` for what is the parent's own.
  private func heir(of name: String, in kind: String) -> String? {
    let isPart =
      kind.hasPrefix("in") || kind == "conference" || kind.hasPrefix("supp") || kind == "bookinbook"
    let isArticle = kind == "article" || kind == "review"
    switch name {
    case "title": return isPart ? "booktitle" : isArticle ? "journaltitle" : nil
    case "subtitle": return isPart ? "booksubtitle" : isArticle ? "journalsubtitle" : nil
    case "author": return kind == "inbook" || kind == "bookinbook" ? "bookauthor" : nil
    case _ where Self.inherited.contains(name): return name
    default: return nil
    }
  }

  private static let inherited: Set = [
    "address", "booktitle", "booksubtitle", "date", "day", "edition", "editor", "editora", "eventdate",
    "eventtitle", "institution", "isbn", "issn", "journal", "journaltitle", "journalsubtitle", "language",
    "langid", "location", "maintitle", "month", "number", "organization", "publisher", "series",
    "shortjournal",
    "translator", "venue", "volume", "volumes", "year",
  ]
}
