internal import OnusModel

/// What a value of the corpus format must look like.
///
/// The grammar is data: the same shapes check a file, name what was meant by a misspelt key, and are printed
/// as a JSON Schema for editors.
indirect enum Shape: Sendable {
  /// Any text.
  case text
  /// A text that some form rules; the last function says whether it fits.
  case form(String, pattern: String, @Sendable (String) -> Bool)
  /// A whole number, not negative.
  case count
  /// One of a closed set of words.
  case word([String])
  /// The value, or the words "not reported".
  case reported(Shape)
  /// A list, or a single value that stands for a list of one.
  case list(Shape)
  /// A mapping with known keys.
  case mapping([Field])
  /// A mapping whose keys are ids chosen by the writer.
  case entries(String, Shape)
  /// A mapping whose keys are names, in the writer's or a published instrument's words.
  case named(String, Shape)
  /// A scalar of the first shape, or a mapping of the second.
  case scalarOr(Shape, Shape)

  /// A key of a mapping.
  struct Field: Sendable {
    var key: String
    var shape: Shape
    var isRequired: Bool
    var meaning: String

    init(_ key: String, _ shape: Shape, required: Bool = false, _ meaning: String) {
      self.key = key
      self.shape = shape
      isRequired = required
      self.meaning = meaning
    }
  }

  static let notReported = "not reported"

  /// Checks a value and everything in it.
  ///
  /// - Returns: One diagnostic for each thing that is wrong, each at its place; nothing when all is well.
  func problems(in node: YAMLNode, owner: String) -> [Diagnostic] {
    switch self {
    case .text, .form, .count, .word: return scalarProblems(in: node, owner: owner)
    case .reported(let shape):
      return node.scalar == Self.notReported ? [] : shape.problems(in: node, owner: owner)
    case .list(let shape):
      return node.items.flatMap { shape.problems(in: $0, owner: owner) }
    case .scalarOr(let scalar, let mapping):
      if case .mapping = node.content { return mapping.problems(in: node, owner: owner) }
      return scalar.problems(in: node, owner: owner)
    case .entries(let subject, let shape):
      return entryProblems(in: node, subject: subject, shape: shape)
    case .named(let subject, let shape):
      guard case .mapping(let pairs) = node.content else { return [wrongType(node, owner: owner)] }
      return pairs.flatMap { key, value -> [Diagnostic] in
        guard let name = key.scalar, !name.trimmed.isEmpty else {
          let message = "\(key.kind) cannot be the name of a \(subject)"
          return [Diagnostic(.error, "wrong-type", message, at: key.location)]
        }
        return shape.problems(in: value, owner: "\(subject) \"\(name)\"")
      }
    case .mapping(let fields):
      return fieldProblems(in: node, fields: fields, owner: owner)
    }
  }

  private func scalarProblems(in node: YAMLNode, owner: String) -> [Diagnostic] {
    guard let text = node.scalar else {
      let hint =
        if case .mapping = node.content, case .text = self {
          [Diagnostic.Note("a text that contains a colon and a blank must be put in quotation marks")]
        } else {
          [Diagnostic.Note]()
        }
      return [wrongType(node, owner: owner, notes: hint)]
    }
    switch self {
    case .count:
      // More digits than there are people cannot be meant, and sums of them would overflow.
      guard let number = Int(text), number >= 0, text.count <= 10, text.allSatisfy(\.isASCIIDigit) else {
        return [wrongType(node, owner: owner)]
      }
    case .form(_, _, let fits):
      if !fits(text) { return [wrongType(node, owner: owner)] }
    case .text:
      if text.trimmed.isEmpty { return [wrongType(node, owner: owner)] }
      let isControl = { (scalar: Unicode.Scalar) in
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      }
      if text.unicodeScalars.contains(where: isControl) {
        let message = "\(owner): the text holds a control character"
        return [Diagnostic(.error, "control-character", message, at: node.location)]
      }
    case .word(let words):
      if !words.contains(text) { return [unknownWord(text, words, at: node.location, owner: owner)] }
    default: break
    }
    return []
  }

  private func unknownWord(_ text: String, _ words: [String], at location: SourceLocation, owner: String)
    -> Diagnostic
  {
    var notes: [Diagnostic.Note] = []
    if let near = nearest(to: text, among: words).first { notes.append(.init("did you mean \"\(near)\"?")) }
    if notes.isEmpty || words.count < 20 { notes.append(.init("allowed: " + words.joined(separator: ", "))) }
    return Diagnostic(.error, "unknown-value", "\"\(text)\" is not a \(owner)", at: location, notes: notes)
  }

  private func entryProblems(in node: YAMLNode, subject: String, shape: Shape) -> [Diagnostic] {
    switch node.content {
    case .null: return []
    case .mapping(let pairs):
      return pairs.flatMap { key, value -> [Diagnostic] in
        guard let id = key.scalar, Self.isID(id) else {
          let message = "\(key.kind) cannot be the id of a \(subject)"
          let note = Diagnostic.Note("an id is lower-case letters, digits, hyphens, dots and underscores")
          return [Diagnostic(.error, "malformed-id", message, at: key.location, notes: [note])]
        }
        return shape.problems(in: value, owner: "\(subject) \"\(id)\"").map { problem in
          var problem = problem
          if problem.location?.line == 0 { problem.location = key.location }
          return problem
        }
      }
    default:
      let message = "expected a mapping of \(subject) ids, found \(node.kind)"
      return [Diagnostic(.error, "wrong-type", message, at: node.location)]
    }
  }

  private func fieldProblems(in node: YAMLNode, fields: [Field], owner: String) -> [Diagnostic] {
    guard case .mapping(let pairs) = node.content else { return [wrongType(node, owner: owner)] }
    var problems: [Diagnostic] = []
    for (key, value) in pairs {
      guard let name = key.scalar, let field = fields.first(where: { $0.key == name }) else {
        problems.append(unknownKey(key, fields: fields, owner: owner))
        continue
      }
      problems += field.shape.problems(in: value, owner: name)
    }
    let present = Set(pairs.compactMap(\.key.scalar))
    for field in fields where field.isRequired && !present.contains(field.key) {
      let message = "the \(owner) has no \"\(field.key)\""
      problems.append(
        Diagnostic(.error, "missing-key", message, at: node.location, notes: [.init(field.meaning)]))
    }
    return problems
  }

  private func unknownKey(_ key: YAMLNode, fields: [Field], owner: String) -> Diagnostic {
    let name = key.scalar ?? ""
    let keys = fields.map(\.key)
    var notes: [Diagnostic.Note] = []
    if let near = nearest(to: name, among: keys).first { notes.append(.init("did you mean \"\(near)\"?")) }
    notes.append(.init("known keys: " + keys.joined(separator: ", ")))
    let found = key.scalar == nil ? key.kind : "\"\(name)\""
    return Diagnostic(
      .error, "unknown-key", "\(found) is not a key of the \(owner)", at: key.location, notes: notes)
  }

  private func wrongType(_ node: YAMLNode, owner: String, notes: [Diagnostic.Note] = []) -> Diagnostic {
    let message = "\(owner): expected \(expectation), found \(node.kind)"
    return Diagnostic(.error, "wrong-type", message, at: node.location, notes: notes)
  }

  /// What is expected, in the words of an error message.
  var expectation: String {
    switch self {
    case .text: "a text"
    case .form(let description, _, _): description
    case .count: "a whole number"
    case .word(let words): words.joined(separator: " or ")
    case .reported(let shape): "\(shape.expectation) or \"\(Self.notReported)\""
    case .list(let shape): "\(shape.expectation) or a list of such"
    case .mapping: "a mapping"
    case .entries(let subject, _): "a mapping of \(subject) ids"
    case .named(let subject, _): "a mapping of \(subject)s"
    case .scalarOr(let scalar, _): "\(scalar.expectation) or a mapping"
    }
  }

  static func isID(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first != "-", first != ".", first != "_" else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "." || $0 == "_"
    }
  }
}
