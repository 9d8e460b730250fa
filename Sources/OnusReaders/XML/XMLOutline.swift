internal import OnusModel

/// What the first part of an XML file shows: its outermost element, and the names and namespaces of
/// those that follow.
struct XMLOutline {
  /// An element's name.
  struct Name: Hashable, CustomStringConvertible {
    var localName: String
    var namespace: String?

    var description: String {
      namespace.map { "<\(localName)> in the namespace \($0)" } ?? "<\(localName)>"
    }
  }

  var root: Name
  var localNames: Set<String>
  var namespaces: Set<String>

  /// Reads the part of a file that is at hand; that it ends too early does not matter.
  ///
  /// - Throws: A `Diagnostic` when there is no element.
  init(firstBytes: [UInt8], file: CorpusFile) throws {
    let parser = try XMLRecordParser(CorpusFile(bytes: firstBytes, name: file.name), records: nil)
    var failure: (any Error)?
    var outline: XMLOutline?
    do {
      try parser.parse { event in
        if case .record(let element) = event { outline = XMLOutline(element.root, count: 1000) }
      }
    } catch { failure = error }
    guard let outline = outline ?? parser.openRoot.map({ XMLOutline($0, count: 1000) }) else {
      throw failure ?? Diagnostic(.error, "malformed-xml", "there is no element", at: file.location)
    }
    self = outline
  }

  private init(_ root: XMLElement, count: Int) {
    self.root = Name(localName: root.name, namespace: root.namespace)
    let elements = root.following(count)
    localNames = Set(elements.map(\.name))
    namespaces = Set(elements.compactMap(\.namespace))
  }

  /// Whether bytes can be the start of an XML file: `<` comes first, perhaps after white space, or an XML
  /// declaration comes soon.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return start.first { !XMLText.isBlank($0) } == 0x3C || CorpusFileStream.declaration(in: start) != nil
  }
}
