public import OnusModel

/// One YAML file of a corpus: what a person wrote in it, each value with its place.
public struct CorpusDocument: Sendable {
  /// What the file says, as far as it can be understood.
  public var entries: Entries

  /// Everything that is wrong with the file, in the order of its lines.
  public var problems: [Diagnostic]

  /// Reads a file.
  ///
  /// All problems are collected; what is understood despite them is kept, so that one misspelt key does not
  /// make every link to its study dangle.
  ///
  /// - Parameters:
  ///   - text: The YAML text.
  ///   - file: The name that locations carry.
  public init(_ text: String, file: String) {
    entries = Entries()
    problems = []
    do {
      let root = try YAMLNode.parse(text, file: file) { problems.append($0) }
      problems += CorpusGrammar.file.problems(in: root, owner: "corpus file")
      decode(root)
      problems += entries.studies.flatMap(\.riskOfBias).flatMap(\.problems)
      problems += entries.reviews.flatMap(\.problems)
      let syntheses = Dictionary(
        entries.syntheses.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
      for (key, _, node) in root["syntheses"]?.pairs ?? [] {
        problems += syntheses[key]?.problems(in: node) ?? []
      }
    } catch let problem as Diagnostic {
      problems.append(problem)
    } catch {
      problems.append(Diagnostic(.error, "malformed-yaml", "\(error)", at: SourceLocation(file: file)))
    }
    let start = SourceLocation(file: file)
    problems.sort { ($0.location ?? start) < ($1.location ?? start) }
  }

  /// More than a thousand times what a person writes into one file; the values of YAML take many times the
  /// memory of its bytes.
  static let largestSize = 1 << 24

  /// Reads a file.
  ///
  /// - Throws: A `Diagnostic` when the file cannot be read, is not UTF-8, or is larger than 16 MB, unpacked
  ///   where it is compressed. A file without any byte holds nothing, which is no error.
  public init(contentsOf file: CorpusFile) throws {
    var bytes: ArraySlice<UInt8>
    do {
      bytes = try file.bytes(upTo: Self.largestSize, of: "a corpus file")[...]
    } catch let problem as Diagnostic where problem.code == "empty-file" {
      bytes = []
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.encodingProblem(in: bytes, file: file.name)
    }
    self.init(text, file: file.name)
  }

  /// Says where the first byte stands that is no UTF-8.
  private static func encodingProblem(in bytes: ArraySlice<UInt8>, file: String) -> Diagnostic {
    var line = 1
    for piece in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: piece, as: UTF8.self) == nil {
        let column =
          String(decoding: piece, as: UTF8.self).unicodeScalars.prefix { $0 != "\u{FFFD}" }.count + 1
        return Diagnostic(
          .error, "not-utf-8", "the text is not UTF-8",
          at: SourceLocation(file: file, line: line, column: column))
      }
      line += 1
    }
    return Diagnostic(.error, "not-utf-8", "the text is not UTF-8", at: SourceLocation(file: file))
  }

  private mutating func decode(_ root: YAMLNode) {
    func each<Value>(_ section: String, _ make: (String, SourceLocation, YAMLNode) -> Value) -> [Value] {
      (root[section]?.pairs ?? []).map { make($0.key, $0.keyLocation, $0.value) }
    }
    entries.sources = each("sources", Source.init)
    entries.conditions = each("conditions", Condition.init)
    entries.interventions = each("interventions", Intervention.init)
    entries.studies = each("studies", Study.init)
    entries.claims = each("claims", Claim.init)
    entries.syntheses = each("syntheses", Synthesis.init)
    entries.reviews = each("reviews", Review.init)
    entries.checkSettings = CheckSetting.settings(in: root)
    entries.duplicateDecisions = DuplicateDecision.decisions(in: root)
  }

  /// The JSON Schema (draft 2020-12) of a corpus file, for editors that complete and check YAML.
  public static var jsonSchema: JSONValue {
    guard case .object(let members) = CorpusGrammar.file.jsonSchema else { return .null }
    return .object(
      [
        JSONValue.Member("$schema", "https://json-schema.org/draft/2020-12/schema"),
        JSONValue.Member("title", "Onus corpus file"),
      ] + members)
  }

  static func span(_ text: String) -> Range<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = Int(parts[0]), let end = Int(parts[1]), start <= end else {
      return nil
    }
    return start..<end
  }
}

extension YAMLNode {
  /// The text of a key's value.
  func text(_ key: String) -> String? { self[key]?.scalar }

  /// The text of a key's value with its place.
  func located(_ key: String) -> Located<String>? {
    self[key].flatMap { node in node.scalar.map { Located($0, at: node.location) } }
  }

  /// The texts of a key's list.
  func texts(_ key: String) -> [String] { self[key]?.items.compactMap(\.scalar) ?? [] }

  /// The texts of a key's list with their places.
  func locatedTexts(_ key: String) -> [Located<String>] {
    self[key]?.items.compactMap { node in node.scalar.map { Located($0, at: node.location) } } ?? []
  }

  /// A key's value read by a function; `nil` when the key is absent or the value does not fit.
  func value<Value>(_ key: String, _ read: (String) -> Value?) -> Value? { text(key).flatMap(read) }

  /// A key's value read by a function, with its place.
  func located<Value>(_ key: String, _ read: (String) -> Value?) -> Located<Value>? {
    self[key].flatMap { $0.located(read) }
  }

  /// This scalar read by a function, with its place.
  func located<Value>(_ read: (String) -> Value?) -> Located<Value>? {
    scalar.flatMap(read).map { Located($0, at: location) }
  }

  /// A key's value read by a function, or that it is not reported, with its place.
  func reported<Value>(_ key: String, _ read: (String) -> Value?) -> Located<Reported<Value>>? {
    self[key].flatMap { $0.reported(read) }
  }

  /// This scalar read by a function, or that it is not reported, with its place.
  func reported<Value>(_ read: (String) -> Value?) -> Located<Reported<Value>>? {
    if scalar == Shape.notReported { return Located(.notReported, at: location) }
    return located(read)?.map(Reported.value)
  }
}
