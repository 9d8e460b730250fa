/// What a title says, apart from what databases add to it.
struct FoldedTitle {
  /// What sort of text about another text a title announces.
  enum Notice: UInt8 {
    case correction, retraction, concern, comment
  }

  /// A title, or the title in the document's language that stands behind it.
  struct Form {
    var text: FoldedText
    var hash: UInt64
    /// The words as hashes, in order.
    var words: [UInt64]
    /// The numbers in the order of the title: "Part II", "type 2" and "two" all give 2.
    var numbers: [UInt32]

    init(_ text: FoldedText) {
      self.text = text
      hash = stableHash(text.bytes)
      words = (0..<text.count).map { stableHash(text.word($0)) }
      numbers = Self.numbers(of: text)
    }
  }

  /// The title without additions, and further forms of it in other languages.
  var forms: [Form] = []
  /// Which sort of text about another one it announces.
  var notice: Notice?
  /// Whether it announces a plan of a study.
  var isProtocol = false
  /// Whether it says that it is an abstract.
  var isAbstract = false
  /// Whether the title ends in an ellipsis.
  var isCut = false

  init(_ title: String?, vernacular: String?) {
    if let title { read(title) }
    if let vernacular { addForm(FoldedText(vernacular)) }
    for form in forms where Self.announcesProtocol(form.text) { isProtocol = true }
  }

  /// The title itself.
  var main: Form? { forms.first }

  // MARK: Reading

  private mutating func read(_ title: String) {
    var bytes = Array(title.utf8)[...]
    var alternatives: [FoldedText] = []
    Self.trim(&bytes)
    isCut = bytes.suffix(3).elementsEqual("...".utf8) || bytes.suffix(3).elementsEqual("…".utf8)
    // A title that is bracketed as a whole is a translation.
    if bytes.first == UInt8(ascii: "["), let whole = Self.lastBracket(of: bytes),
      whole.startIndex == bytes.startIndex + 1
    {
      bytes = whole
      Self.trim(&bytes)
    }
    // "Title. [Review] [45 refs]", "Title [Titel in der Sprache des Artikels]"
    while let content = Self.lastBracket(of: bytes), content.startIndex > bytes.startIndex + 1 {
      let text = FoldedText(bytes: Array(content))
      switch TitleAddition(text) {
      case .remark: break
      case .abstract: isAbstract = true
      case .correction: notice = .correction
      case nil:
        guard bytes[content.startIndex - 1] == UInt8(ascii: "["), text.count > 2 else {
          finish(bytes, alternatives)
          return
        }
        alternatives.append(text)
      }
      bytes = bytes[..<(content.startIndex - 1)]
      Self.trim(&bytes)
    }
    finish(bytes, alternatives)
  }

  private mutating func finish(_ bytes: ArraySlice<UInt8>, _ alternatives: [FoldedText]) {
    var text = FoldedText(bytes: Array(bytes))
    if let standing = TitleMarker.standing(of: text) { text = text.words(standing..<text.count) }
    if let (kind, core) = TitleMarker.notice(of: text) {
      notice = notice ?? kind
      text = text.words(core)
    }
    addForm(text)
    for alternative in alternatives { addForm(alternative) }
  }

  private mutating func addForm(_ text: FoldedText) {
    guard text.count > 0 else { return }
    let form = Form(text)
    if !forms.contains(where: { $0.hash == form.hash }) { forms.append(form) }
  }

  /// What stands in the bracket that ends a title.
  private static func lastBracket(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let last = bytes.last, last == UInt8(ascii: "]") || last == UInt8(ascii: ")") else { return nil }
    let open = last == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "(")
    var depth = 0
    var index = bytes.endIndex - 1
    while index >= bytes.startIndex {
      if bytes[index] == last { depth += 1 }
      if bytes[index] == open { depth -= 1 }
      if depth == 0 { return bytes[(index + 1)..<(bytes.endIndex - 1)] }
      index -= 1
    }
    return nil
  }

  private static func trim(_ bytes: inout ArraySlice<UInt8>) {
    while let last = bytes.last, last == 0x20 || last == UInt8(ascii: ".") || last == UInt8(ascii: "*") {
      bytes.removeLast()
    }
  }

  private static func announcesProtocol(_ text: FoldedText) -> Bool {
    var hasRationale = false
    var hasDesign = false
    for index in 0..<text.count {
      let word = text.word(index)
      if word.elementsEqual("protocol".utf8) { return true }
      if word.elementsEqual("rationale".utf8) { hasRationale = true }
      if word.elementsEqual("design".utf8) { hasDesign = true }
    }
    return hasRationale && hasDesign
  }
}

extension FoldedTitle.Form {
  fileprivate static func numbers(of text: FoldedText) -> [UInt32] {
    var numbers: [UInt32] = []
    var counted = false
    for index in 0..<text.count {
      let word = text.word(index)
      let isLast = index == text.count - 1 || text.breaks.contains(text.ends[index])
      var value: UInt32?
      for byte in word {
        if (0x30...0x39).contains(byte) {
          value = (value ?? 0) &* 10 &+ UInt32(byte - 0x30)
        } else if let number = value {
          numbers.append(number)
          value = nil
        }
      }
      if let value { numbers.append(value) }
      if word.count <= 6 {
        let spelling = String(decoding: word, as: UTF8.self)
        if let number = spelt[spelling] { numbers.append(number) }
        // A lone i, v or x is a number only where something is counted.
        if let number = roman[spelling], word.count > 1 || counted || isLast { numbers.append(number) }
        counted = Self.counted.contains(spelling)
      } else {
        counted = Self.counted.contains(String(decoding: word, as: UTF8.self))
      }
    }
    return numbers
  }

  private static let spelt: [String: UInt32] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
  ]
  private static let roman: [String: UInt32] = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
    "xii": 12, "xiii": 13, "xiv": 14, "xv": 15,
  ]
  private static let counted: Set = [
    "part", "phase", "type", "study", "stage", "section", "volume", "class", "chapter", "grade", "group",
    "level", "paper", "no", "number", "report", "teil", "parte", "partie",
  ]
}
