internal import OnusModel
internal import Yams

/// A value of a YAML document with its place; this file is the only one that knows the YAML library.
struct YAMLNode {
  indirect enum Content {
    case scalar(String)
    case null
    case list([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  var content: Content
  var location: SourceLocation

  /// Parses a document; an empty one gives an empty mapping.
  ///
  /// A key that a mapping has twice is reported, and its value is left out; a section of the file that is given
  /// twice goes on.
  ///
  /// - Throws: A `Diagnostic` with code `malformed-yaml`, or `duplicate-id` for a repeated key that cannot be
  ///   left out.
  static func parse(_ text: String, file: String, report: (Diagnostic) -> Void) throws -> YAMLNode {
    var keys = RepeatedKeys(text)
    while true {
      do {
        guard let node = try Yams.compose(yaml: keys.text) else {
          return YAMLNode(content: .mapping([]), location: SourceLocation(file: file))
        }
        // Every value takes a byte of its own unless aliases repeat it, a few lines of which can stand for
        // billions of values.
        var budget = text.utf8.count * 10 + 1000
        return try YAMLNode(node, file: file, repeated: keys.names, isRoot: true, budget: &budget)
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        let first = SourceLocation(file: file, line: context.mark.line, column: context.mark.column)
        let key = duplicates.first ?? ""
        let second = keys.rename(key, after: first)
        let problem = Diagnostic(
          .error, "duplicate-id", "\"\(keys.names[key] ?? key)\" is used more than once", at: second ?? first,
          notes: [Diagnostic.Note("first used here", at: first)])
        guard second != nil else { throw problem }
        report(problem)
      } catch let error as YamlError {
        throw diagnostic(of: error, file: file, text: text)
      }
    }
  }

  private init(content: Content, location: SourceLocation) {
    self.content = content
    self.location = location
  }

  private init(
    _ node: Node, file: String, repeated: [String: String], isRoot: Bool = false, budget: inout Int
  ) throws {
    budget -= 1
    guard budget > 0 else {
      throw Diagnostic(
        .error, "malformed-yaml", "the file's aliases repeat its values too often",
        at: SourceLocation(file: file))
    }
    location = SourceLocation(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      content = isPlain && ["", "~", "null"].contains(scalar.string) ? .null : .scalar(scalar.string)
    case .sequence(let sequence):
      content = .list(try sequence.map { try YAMLNode($0, file: file, repeated: repeated, budget: &budget) })
    case .mapping(let mapping):
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      for (key, value) in mapping {
        let key = try YAMLNode(key, file: file, repeated: repeated, budget: &budget)
        let value = try YAMLNode(value, file: file, repeated: repeated, budget: &budget)
        if let name = key.scalar.flatMap({ repeated[$0] }) {
          if isRoot { Self.extend(&pairs, name, with: value) }
        } else {
          pairs.append((key, value))
        }
      }
      content = .mapping(pairs)
    case .alias(let alias):
      content = .scalar("*\(alias.anchor.rawValue)")
    }
  }

  /// Adds the entries of a section's second part to those of its first.
  private static func extend(
    _ pairs: inout [(key: YAMLNode, value: YAMLNode)], _ name: String, with value: YAMLNode
  ) {
    guard case .mapping(let further) = value.content,
      let index = pairs.firstIndex(where: { $0.key.scalar == name }),
      case .mapping(let known) = pairs[index].value.content
    else { return }
    pairs[index].value.content = .mapping(known + further)
  }

  private static func diagnostic(of error: YamlError, file: String, text: String) -> Diagnostic {
    func place(_ mark: Mark?) -> SourceLocation {
      SourceLocation(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)
    }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let severalDocuments = context?.text.contains("expected a single document") ?? false
      let message = severalDocuments ? "the file holds several YAML documents; only one is read" : problem
      let notes = context.map {
        [Diagnostic.Note($0.text.collapsed, at: place($0.mark))]
      }
      return Diagnostic(.error, "malformed-yaml", message.trimmed, at: place(mark), notes: notes ?? [])
    case .reader(let problem, let offset, _, _):
      var location = SourceLocation(file: file)
      if let offset {
        let head = text.unicodeScalars.prefix(offset)
        location.line = head.count { $0 == "\n" } + 1
        location.column = head.reversed().prefix { $0 != "\n" }.count + 1
      }
      return Diagnostic(.error, "malformed-yaml", problem, at: location)
    default:
      return Diagnostic(.error, "malformed-yaml", "\(error)".collapsed, at: SourceLocation(file: file))
    }
  }
}

extension YAMLNode {
  /// The text of a scalar; `nil` for anything else.
  var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The items of a list; a scalar or a mapping counts as a list of one, nothing as an empty one.
  var items: [YAMLNode] {
    switch content {
    case .list(let nodes): nodes
    case .null: []
    default: [self]
    }
  }

  /// The pairs of a mapping whose keys are texts; none for anything else.
  var pairs: [(key: String, keyLocation: SourceLocation, value: YAMLNode)] {
    guard case .mapping(let pairs) = content else { return [] }
    return pairs.compactMap { key, value in key.scalar.map { ($0, key.location, value) } }
  }

  /// The value of a mapping's key.
  subscript(_ key: String) -> YAMLNode? {
    pairs.first { $0.key == key }?.value
  }

  /// What the value is, in the words of an error message.
  var kind: String {
    switch content {
    case .scalar(let text): "\"\(text.collapsed.prefix(60))\""
    case .null: "nothing"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}
