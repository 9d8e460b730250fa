internal import OnusModel

/// The text of a YAML file in which keys that a mapping has twice are given names of their own.
///
/// The YAML library refuses a mapping with two equal keys and the rest of the file with it. A repeated key gets
/// a first character that the file has nowhere, so that all places stay where they are, and the file is read
/// once more.
struct RepeatedKeys {
  /// The text with the renamed keys.
  private(set) var text: String
  /// The keys as they are written, by their new names.
  private(set) var names: [String: String] = [:]

  /// More than these are no slips of the pen, and each costs a reading of the file.
  private static let limit = 100

  private var lines: [[Unicode.Scalar]]
  private var unused: [Unicode.Scalar]

  init(_ text: String) {
    self.text = text
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    let used = Set(text.unicodeScalars.filter { (0xE000...0xF8FF).contains($0.value) })
    // Characters for private use, which no standard gives a meaning.
    unused = (0xE000...0xF8FF).lazy.compactMap(Unicode.Scalar.init).filter { !used.contains($0) }.prefix(
      Self.limit
    )
    .map(\.self)
  }

  /// Renames the next key equal to one that stands at a place of the same mapping.
  ///
  /// - Returns: Where the key stood; `nil` when it is not found, or when there have been too many.
  mutating func rename(_ key: String, after first: SourceLocation) -> SourceLocation? {
    guard !key.isEmpty, !unused.isEmpty, lines.indices.contains(first.line - 1), first.column > 0 else {
      return nil
    }
    let name = Array(key.unicodeScalars)
    guard let place = isInBraces(first) ? placeInBraces(of: name, first) : placeInBlock(of: name, first)
    else {
      return nil
    }
    var renamed = name
    renamed[0] = unused.removeFirst()
    lines[place.line].replaceSubrange(place.column..<(place.column + name.count), with: renamed)
    text = lines.map { Self.string($0) }.joined(separator: "\n")
    names[Self.string(renamed)] = key
    let isQuoted = place.column > 0 && Self.isQuote(lines[place.line][place.column - 1])
    return SourceLocation(
      file: first.file, line: place.line + 1, column: place.column + (isQuoted ? 0 : 1))
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }

  /// Whether the mapping is written as `{a: 1, b: 2}`: what stands before a key of another has at most a dash.
  private func isInBraces(_ first: SourceLocation) -> Bool {
    for scalar in lines[first.line - 1].prefix(first.column - 1).reversed() where scalar != " " {
      return scalar == "{" || scalar == ","
    }
    return false
  }

  /// Whether a key begins here, in quotation marks or not, and where its first character stands.
  private func start(of key: [Unicode.Scalar], line: Int, column: Int) -> Int? {
    let rest = lines[line].dropFirst(column)
    let isQuoted = rest.first.map(Self.isQuote) ?? false
    guard rest.dropFirst(isQuoted ? 1 : 0).starts(with: key) else { return nil }
    let behind = rest.dropFirst(key.count + (isQuoted ? 2 : 0)).drop { $0 == " " }
    return behind.first == ":" ? column + (isQuoted ? 1 : 0) : nil
  }

  /// The next line with the same indentation and key, before the mapping ends.
  private func placeInBlock(of key: [Unicode.Scalar], _ first: SourceLocation) -> (line: Int, column: Int)? {
    let indent = first.column - 1
    for index in lines.indices.dropFirst(first.line) {
      let blanks = lines[index].prefix { $0 == " " }.count
      let head = lines[index].dropFirst(blanks).first
      guard let head, head != "#", head != "\r" else { continue }
      guard blanks >= indent else { return nil }
      if blanks == indent, let column = start(of: key, line: index, column: blanks) { return (index, column) }
    }
    return nil
  }

  /// The next equal key between the same braces.
  private func placeInBraces(of key: [Unicode.Scalar], _ first: SourceLocation) -> (line: Int, column: Int)? {
    var depth = 0
    var quote: Unicode.Scalar?
    var isKeyNext = false
    for line in lines.indices.dropFirst(first.line - 1) {
      let begin = line == first.line - 1 ? first.column - 1 : 0
      for column in lines[line].indices.dropFirst(begin) {
        let scalar = lines[line][column]
        if isKeyNext, scalar != " ", scalar != "\r" {
          if depth == 0, let place = start(of: key, line: line, column: column) { return (line, place) }
          isKeyNext = false
        }
        if let open = quote {
          if scalar == open { quote = nil }
        } else if Self.isQuote(scalar) {
          quote = scalar
        } else if "{[".unicodeScalars.contains(scalar) {
          depth += 1
        } else if "}]".unicodeScalars.contains(scalar) {
          depth -= 1
          if depth < 0 { return nil }
        } else if scalar == "," {
          isKeyNext = true
        }
      }
    }
    return nil
  }
}
