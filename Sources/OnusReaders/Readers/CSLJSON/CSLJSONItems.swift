internal import OnusModel

extension Reader {
  /// CSL-JSON as citation processors exchange it, and Crossref's dialect of it with its notices.
  ///
  /// Follows the [schema 1.0.2](https://github.com/citation-style-language/schema).
  public static let cslJSON = Reader.text(
    name: "csl-json", title: "CSL-JSON",
    keeps: "citations, abstract sections, keywords, retraction notices, further dates, notes",
    fileExtensions: ["json"],
    matches: { CSLJSON.isStart(of: $0) }
  ) { lines, receive in
    var reader = JSONReader(cursor: try TextCursor(lines))
    try reader.readElements { node in
      for item in CSLJSON.items(in: node) {
        try receive(CSLJSON.event(item))
      }
    }
    try reader.cursor.skipWhiteSpace()
    if reader.cursor.next != nil { throw reader.malformed("nothing should follow the list") }
  }
}

/// The items of CSL-JSON and what becomes of them.
enum CSLJSON {
  /// Whether a text starts with a list of items, an item, or an object that holds items.
  static func isStart(of outline: TextOutline) -> Bool {
    guard let first = outline.start.first, first == "[" || first == "{" else { return false }
    let text = outline.lines.joined(separator: "\n")
    guard let lines = try? TextLines(CorpusFile(bytes: text.utf8, name: "")),
      let cursor = try? TextCursor(lines)
    else { return false }
    var isItem = false
    // The text may be cut anywhere; what can be read of it decides.
    var reader = JSONReader(cursor: cursor)
    try? reader.readElements { node in
      isItem = items(in: node).contains(where: isItem(_:))
      throw FirstItem()
    }
    return isItem || hasItemSigns(text)
  }

  /// Ends reading when the first item has been read.
  private struct FirstItem: Error {}

  /// Whether the first part of an item or a wrapper that is too long to be read whole looks like one.
  private static func hasItemSigns(_ text: String) -> Bool {
    let plain = text.filter { !$0.isWhitespace }
    guard plain.utf8.count > 60_000, !plain.contains("\"identifiers\":[") else { return false }
    return CSLType.names.keys.contains { plain.contains("\"type\":\"\($0)\"") }
      && plain.contains("\"title\":")
  }

  private static func isItem(_ node: JSONNode) -> Bool {
    guard let members = node.members, let type = node["type"]?.text, CSLType.names[type] != nil else {
      return false
    }
    let names = Set(members.map(\.name))
    // The project's own lines of JSON share the types.
    return names.isDisjoint(with: ["identifiers", "contributors"])
      && !names.isDisjoint(with: ["id", "title", "author", "citation-key", "DOI", "issued"])
  }

  /// The items that a value is or holds: in a list of Zotero's or Pandoc's, in an answer of Crossref.
  static func items(in node: JSONNode) -> [JSONNode] {
    guard let members = node.members, node["type"] == nil else { return [node] }
    for name in ["items", "references", "message", "data"] {
      guard let inner = node[name] else { continue }
      return inner.elements ?? items(in: inner)
    }
    // An object whose members are items under their ids.
    let nodes = members.map(\.node)
    return !nodes.isEmpty && nodes.allSatisfy { $0["type"] != nil } ? nodes : [node]
  }

  static func event(_ node: JSONNode) -> ReadEvent {
    guard node.members != nil else {
      return .problem(
        Diagnostic(.warning, "malformed-record", "an item should be an object", at: node.location))
    }
    guard isItem(node) || node["title"] != nil || node["author"] != nil else {
      return .problem(
        Diagnostic(
          .warning, "malformed-record", "the object is no item: it has neither a known type nor a title",
          at: node.location))
    }
    var item = CSLItem(node)
    return .record(.reference(item.reference()))
  }
}
