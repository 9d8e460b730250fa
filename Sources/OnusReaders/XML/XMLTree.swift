internal import CLibXML2

/// The elements of one record, flat and in document order, with all their text in one run of bytes.
///
/// The text of an element is a range of those bytes, markup inside it included, so that no text is joined
/// and no string is made before a reader asks for it. The memory is used again for the next record.
struct XMLTree: ~Copyable {
  /// An element, whose descendants follow it directly, up to `end`.
  struct Node: BitwiseCopyable {
    var name: UInt32
    var parent: UInt32
    var textStart: UInt32
    var firstAttribute: UInt32
    var attributeCount: UInt32
    var line: UInt32
    var column: UInt32
    // What is zero at first stands together, to be written at once.
    var namespace: UInt32 = 0
    var end: UInt32 = 0
    var textEnd: UInt32 = 0
    var marks = Marks()

    /// What has been found out about an element.
    struct Marks: OptionSet, BitwiseCopyable {
      var rawValue: UInt32 = 0

      static let isRead = Marks(rawValue: 1)
      /// There is text other than white space directly in the element.
      static let hasOwnText = Marks(rawValue: 2)
      static let holdsRecord = Marks(rawValue: 4)
    }

    @inline(__always)
    var isRead: Bool { marks.contains(.isRead) }

    @inline(__always)
    var hasUnreadText: Bool { marks.intersection([.isRead, .hasOwnText]) == .hasOwnText }
  }

  /// An attribute of an element.
  struct Attribute: BitwiseCopyable {
    var name: UInt32
    var valueStart: UInt32
    var valueEnd: UInt32
    var element: UInt32
    var isRead = false
  }

  var nodes = GrowingBuffer<Node>(minimumCapacity: 1024)
  var attributes = GrowingBuffer<Attribute>(minimumCapacity: 512)
  var text = GrowingBuffer<UInt8>(minimumCapacity: 1 << 15)
  var attributeText = GrowingBuffer<UInt8>(minimumCapacity: 1 << 12)

  let repeatedTerms = RepeatedTerms()

  /// The name of the file, for locations.
  let file: String

  /// The parser's own table of names, in which element names are addresses.
  private let dictionary: xmlDictPtr
  private var names = GrowingBuffer<UnsafePointer<xmlChar>>(minimumCapacity: 256)
  private var numbers = AddressTable(minimumCapacity: 512)
  private var literals = AddressTable(minimumCapacity: 1024)
  private var paths: [String] = [""]
  private var pathNumbers = AddressTable(minimumCapacity: 256)

  init(file: String, dictionary: xmlDictPtr) {
    self.file = file
    self.dictionary = dictionary
    if let empty = xmlDictLookup(dictionary, "", 0) { _ = number(ofName: empty) }
  }

  /// The number of a name in the parser's dictionary; 0 stands for no name.
  @inline(__always)
  mutating func number(ofName name: UnsafePointer<xmlChar>?) -> UInt32 {
    guard let name else { return 0 }
    return numbers[name] ?? newNumber(of: name)
  }

  /// The number of a name that has been asked for before; `nil` for any other.
  @inline(__always)
  func knownNumber(ofName name: UnsafePointer<xmlChar>) -> UInt32? { numbers[name] }

  @inline(never)
  private mutating func newNumber(of name: UnsafePointer<xmlChar>) -> UInt32 {
    let number = UInt32(truncatingIfNeeded: names.count)
    names.append(name)
    numbers.insert(name, number)
    return number
  }

  /// The number of a name that a reader's source code spells out.
  @inline(__always)
  mutating func number(of literal: StaticString) -> UInt32 {
    guard literal.hasPointerRepresentation else { return number(ofText: literal.description) }
    return literals[literal.utf8Start] ?? newNumber(of: literal)
  }

  @inline(never)
  private mutating func newNumber(of literal: StaticString) -> UInt32 {
    let name = xmlDictLookup(dictionary, literal.utf8Start, Int32(literal.utf8CodeUnitCount))
    let number = number(ofName: name)
    literals.insert(literal.utf8Start, number)
    return number
  }

  /// The number of a name given at run time.
  mutating func number(ofText text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    return number(ofName: xmlDictLookup(dictionary, bytes, Int32(bytes.count)))
  }

  /// The path of an element or attribute below an ancestor, joined by `/`.
  ///
  /// The same few paths come in every record, so that each is put together once.
  mutating func path(of index: Int, below ancestor: Int, attribute: UInt32? = nil) -> String {
    var number = pathNumber(of: index, below: ancestor)
    if let attribute { number = pathNumber(parent: number, name: attribute, isAttribute: true) }
    return paths[Int(number)]
  }

  private mutating func pathNumber(of index: Int, below ancestor: Int) -> UInt32 {
    guard index != ancestor else { return 0 }
    let node = nodes[index]
    let parent = pathNumber(of: Int(node.parent), below: ancestor)
    return pathNumber(parent: parent, name: node.name, isAttribute: false)
  }

  private mutating func pathNumber(parent: UInt32, name: UInt32, isAttribute: Bool) -> UInt32 {
    // No name has the number 0, so that no key is 0.
    let key = UInt(parent) << 32 | UInt(name) << 1 | (isAttribute ? 1 : 0)
    if let number = pathNumbers[key] { return number }
    let number = UInt32(truncatingIfNeeded: paths.count)
    let last = (isAttribute ? "@" : "") + self.name(name)
    paths.append(parent == 0 ? last : paths[Int(parent)] + "/" + last)
    pathNumbers.insert(key, number)
    return number
  }

  /// The name behind a number.
  func name(_ number: UInt32) -> String { String(cString: names[Int(number)]) }

  /// Appends the attributes of the last element.
  ///
  /// - Parameter attributes: Of each attribute five pointers, as libxml2 hands them on: name, prefix, namespace, start
  ///   and end of the value.
  mutating func append(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, count: Int) {
    self.attributes.makeRoom(for: count)
    let element = UInt32(truncatingIfNeeded: nodes.count &- 1)
    var fields = attributes
    var rest = count
    while rest > 0 {
      let valueStart = attributeText.count
      if let start = fields[3], let end = fields[4] {
        let count = end - start
        if XMLText.hasAmpersand(start, count) {
          appendUnescaped(UnsafeBufferPointer(start: start, count: count))
        } else {
          attributeText.appendText(start, count: count)
        }
      }
      self.attributes.appendToRoom(
        Attribute(
          name: number(ofName: fields[0]), valueStart: UInt32(truncatingIfNeeded: valueStart),
          valueEnd: UInt32(truncatingIfNeeded: attributeText.count), element: element))
      fields += 5
      rest &-= 1
    }
  }

  /// Without entity expansion libxml2 hands an ampersand in an attribute on as `&#38;`.
  @inline(never)
  private mutating func appendUnescaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    let escape: StaticString = "&#38;"
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      attributeText.append(byte)
      let isEscape =
        byte == 0x26 && index + 5 <= bytes.count
        && escape.withUTF8Buffer { $0.elementsEqual(bytes[index..<index + 5]) }
      index += isEscape ? 5 : 1
    }
  }

  /// Forgets an element and everything after it.
  mutating func truncate(to index: Int) {
    let node = nodes[index]
    let first = Int(node.firstAttribute)
    if attributes.count > first {
      attributeText.truncate(to: Int(attributes[first].valueStart))
      attributes.truncate(to: first)
    }
    text.truncate(to: Int(node.textStart))
    nodes.truncate(to: index)
  }
}
