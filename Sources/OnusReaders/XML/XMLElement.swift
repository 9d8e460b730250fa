package import OnusModel

/// An element of the record that is being read: a place in the record's tree.
///
/// It is valid only until the function that it was passed to returns; what is needed later is copied out as
/// strings. Reading a text or an attribute marks it as read, and ``unread()`` lists what is left.
package struct XMLElement {
  let tree: UnsafeMutablePointer<XMLTree>
  let index: Int

  @inline(__always)
  var node: XMLTree.Node { tree.pointee.nodes[index] }

  /// The name without its prefix.
  package var name: String { tree.pointee.name(node.name) }

  /// The namespace; `nil` when the element is in none.
  package var namespace: String? { node.namespace == 0 ? nil : tree.pointee.name(node.namespace) }

  /// Whether the name without its prefix is this one.
  @inline(__always)
  package func isNamed(_ name: StaticString) -> Bool { node.name == tree.pointee.number(of: name) }

  /// The place of the start tag's `<`.
  package var location: SourceLocation {
    SourceLocation(file: tree.pointee.file, line: Int(node.line), column: Int(node.column))
  }

  /// The element around this one; `nil` for the root.
  package var parent: XMLElement? { index == 0 ? nil : XMLElement(tree: tree, index: Int(node.parent)) }

  /// The outermost element of the file.
  package var root: XMLElement { XMLElement(tree: tree, index: 0) }
}

// MARK: - Text

extension XMLElement {
  /// All text in the element, that of inline markup included, with every run of white space as one blank
  /// and none at its ends.
  package var text: String { XMLText.collapsed(readBytes()) }

  /// All text in the element, as it stands in the file.
  package var rawText: String { String(decoding: readBytes(), as: UTF8.self) }

  /// The element's ``text``; `nil` when it is empty.
  package var nonEmptyText: String? {
    let text = text
    return text.isEmpty ? nil : text
  }

  /// The element's ``text``, which comes in many records and is one string for several of them; `nil` when it is
  /// empty.
  var repeatedText: String? { term(ui: nil)?.name }

  /// The term that is named by the element's ``text`` and has the value of an attribute as identifier; `nil` when
  /// there is no text, and then the attribute does not count as read.
  func term(ui attribute: XMLAttribute?) -> Term? {
    let name = XMLText.trimmed(readBytes())
    guard !name.isEmpty else { return nil }
    return tree.pointee.repeatedTerms.term(name, ui: attribute?.readBytes())
  }

  /// Whether the element's text stands in the file just as this one; only then it counts as read.
  func isText(_ text: String) -> Bool {
    let bytes = XMLText.trimmed(bytes)
    guard bytes.count == text.utf8.count else { return false }
    let isSame = text.utf8.withContiguousStorageIfAvailable { XMLText.areEqual($0, bytes) } ?? false
    if isSame { markTextRead() }
    return isSame
  }

  /// The number that the element's text is, when it is nothing but up to nine digits.
  package var digits: Int? {
    let bytes = XMLText.trimmed(bytes)
    guard bytes.count &- 1 < 9, bytes.count > 0 else { return nil }
    var number = 0
    for byte in bytes {
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    markTextRead()
    return number
  }

  /// The text of the first element directly inside this one that has this name; `nil` when there is none or it
  /// is empty.
  package func text(at name: StaticString) -> String? { child(name)?.nonEmptyText }

  /// The text of the first element with one of these names on each level; `nil` when there is none or it is
  /// empty.
  package func text(at path: StaticString...) -> String? {
    var element = self
    for name in path {
      guard let child = element.child(name) else { return nil }
      element = child
    }
    return element.nonEmptyText
  }

  /// Whether there are no elements in this one.
  package var isLeaf: Bool { Int(node.end) == index &+ 1 }

  /// Whether the element holds neither elements nor text other than white space.
  package var isEmpty: Bool { isLeaf && XMLText.isBlank(bytes) }

  /// The bytes of the element's text, without marking them as read.
  var bytes: UnsafeBufferPointer<UInt8> {
    let node = node
    return UnsafeBufferPointer(
      start: tree.pointee.text.start + Int(node.textStart), count: Int(node.textEnd - node.textStart))
  }

  private func readBytes() -> UnsafeBufferPointer<UInt8> {
    markTextRead()
    return bytes
  }

  /// Marks the element's text, and all that its descendants hold, as read.
  @inline(__always)
  package func markTextRead() {
    tree.pointee.nodes[index].marks.insert(.isRead)
    if !isLeaf { markDescendantsRead() }
  }

  @inline(never)
  private func markDescendantsRead() {
    for descendant in index + 1..<Int(node.end) {
      XMLElement(tree: tree, index: descendant).markOwnAttributesRead()
      tree.pointee.nodes[descendant].marks.insert(.isRead)
    }
  }

  /// Marks the element with its attributes and all that it holds as read.
  ///
  /// For what a reader knows and has no use for, such as the count of a list that it has read.
  package func markRead() {
    markTextRead()
    markOwnAttributesRead()
  }

  private func markOwnAttributesRead() {
    let first = Int(node.firstAttribute)
    for attribute in first..<first &+ Int(node.attributeCount) {
      tree.pointee.attributes[attribute].isRead = true
    }
  }
}

// MARK: - Attributes

extension XMLElement {
  /// The value of the attribute with this name, whatever its prefix; `nil` when there is none.
  package func attribute(_ name: StaticString) -> String? {
    attributeNamed(name)?.value
  }

  /// Whether the attribute has exactly this value; only then it counts as read.
  package func attribute(_ name: StaticString, is value: StaticString) -> Bool {
    attributeNamed(name)?.isRead(as: value) ?? false
  }

  /// The attribute with this name, whatever its prefix; `nil` when there is none.
  @inline(__always)
  func attributeNamed(_ name: StaticString) -> XMLAttribute? {
    let number = tree.pointee.number(of: name)
    let node = node
    for offset in 0..<Int(node.attributeCount) {
      let position = Int(node.firstAttribute) + offset
      if tree.pointee.attributes[position].name == number {
        return XMLAttribute(element: self, position: position)
      }
    }
    return nil
  }

  /// Visits the attributes in the order of the file.
  @inline(__always)
  func forEachAttribute(_ body: (XMLAttribute) -> Void) {
    let first = Int(node.firstAttribute)
    for position in first..<first &+ Int(node.attributeCount) {
      body(XMLAttribute(element: self, position: position))
    }
  }

  /// Whether there is an attribute with this name.
  package func hasAttribute(_ name: StaticString) -> Bool {
    attributeNamed(name) != nil
  }

  func attributeBytes(_ position: Int) -> UnsafeBufferPointer<UInt8> {
    let attribute = tree.pointee.attributes[position]
    return UnsafeBufferPointer(
      start: tree.pointee.attributeText.start + Int(attribute.valueStart),
      count: Int(attribute.valueEnd - attribute.valueStart))
  }
}

/// An attribute of an element, for those who read several at once.
struct XMLAttribute {
  fileprivate let element: XMLElement
  fileprivate let position: Int

  /// Whether the name without its prefix is this one.
  @inline(__always)
  func isNamed(_ name: StaticString) -> Bool {
    element.tree.pointee.attributes[position].name == element.tree.pointee.number(of: name)
  }

  /// The value, which then counts as read.
  var value: String { XMLText.string(readBytes()) }

  fileprivate func readBytes() -> UnsafeBufferPointer<UInt8> {
    element.tree.pointee.attributes[position].isRead = true
    return element.attributeBytes(position)
  }

  /// Whether the value is this one; only then it counts as read.
  @inline(__always)
  func isRead(as value: StaticString) -> Bool {
    let bytes = element.attributeBytes(position)
    let isSame =
      value.hasPointerRepresentation
      ? XMLText.areEqual(
        UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount), bytes)
      : value.withUTF8Buffer { XMLText.areEqual($0, bytes) }
    guard isSame else { return false }
    element.tree.pointee.attributes[position].isRead = true
    return true
  }
}

// MARK: - Children

extension XMLElement {
  /// The elements directly inside this one.
  package var elements: XMLElements { XMLElements(of: self, named: nil) }

  /// This element and those that start after it in the record, up to a number of them.
  func following(_ count: Int) -> [XMLElement] {
    (index..<Swift.min(index + count, tree.pointee.nodes.count)).map { XMLElement(tree: tree, index: $0) }
  }

  /// The elements directly inside this one that have this name.
  @inline(__always)
  package func children(_ name: StaticString) -> XMLElements {
    XMLElements(of: self, named: tree.pointee.number(of: name))
  }

  /// The first element directly inside this one that has this name.
  @inline(__always)
  package func child(_ name: StaticString) -> XMLElement? {
    let number = tree.pointee.number(of: name)
    let end = Int(node.end)
    var position = index + 1
    while position < end {
      if tree.pointee.nodes[position].name == number { return XMLElement(tree: tree, index: position) }
      position = Int(tree.pointee.nodes[position].end)
    }
    return nil
  }

  /// The first element at the end of a path of names, the first such name on each level.
  package func descendant(_ path: StaticString...) -> XMLElement? {
    var element = self
    for name in path {
      guard let child = element.child(name) else { return nil }
      element = child
    }
    return element
  }
}

extension XMLElements {
  /// How many elements are left.
  package var count: Int {
    var rest = self
    var count = 0
    while rest.next() != nil { count &+= 1 }
    return count
  }
}

/// Elements with the same parent, in the order of the file.
package struct XMLElements: Sequence, IteratorProtocol {
  private let tree: UnsafeMutablePointer<XMLTree>
  private var position: Int
  private let end: Int
  private let name: UInt32?

  init(of parent: XMLElement, named name: UInt32?) {
    tree = parent.tree
    position = parent.index + 1
    end = Int(parent.node.end)
    self.name = name
  }

  /// The next element.
  @inline(__always)
  package mutating func next() -> XMLElement? {
    while position < end {
      let index = position
      let node = tree.pointee.nodes[index]
      position = Int(node.end)
      if name == nil || name == node.name { return XMLElement(tree: tree, index: index) }
    }
    return nil
  }
}
