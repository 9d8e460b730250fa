package import OnusModel

extension XMLElement {
  /// What nobody has read: each text that is not blank and each attribute that is not empty, in the order of
  /// the file.
  ///
  /// Paths start below this element. An element that mixes text and markup is one field. Text is trimmed at
  /// its ends and else verbatim.
  package func unread() -> [KeptField] {
    var fields: [KeptField] = []
    // Text up to here is part of a field that has been listed.
    var covered = index
    for position in index..<Int(node.end) {
      let element = XMLElement(tree: tree, index: position)
      let node = element.node
      for attribute in Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount) {
        guard !tree.pointee.attributes[attribute].isRead else { continue }
        let value = element.attributeBytes(attribute)
        guard !value.isEmpty, !isSchemaHint(attribute) else { continue }
        let name = "@" + tree.pointee.name(tree.pointee.attributes[attribute].name)
        fields.append(field(element, suffix: name, value))
      }
      guard !node.isRead, position >= covered, element.hasOwnText else { continue }
      fields.append(field(element, suffix: nil, XMLText.trimmed(element.bytes)))
      covered = Int(node.end)
    }
    return fields
  }

  private func field(_ element: XMLElement, suffix: String?, _ value: UnsafeBufferPointer<UInt8>)
    -> KeptField
  {
    var path = element.path(below: index)
    if let suffix { path.append(suffix) }
    return KeptField(
      path: path.isEmpty ? "text()" : path.joined(separator: "/"),
      value: String(decoding: value, as: UTF8.self),
      location: element.location)
  }

  /// The names from the root of the file to this element, joined by `/`.
  package var path: String { ([root.name] + path(below: 0)).joined(separator: "/") }

  private func path(below ancestor: Int) -> [String] {
    var names: [String] = []
    var element = self
    while element.index != ancestor, let parent = element.parent {
      names.append(element.name)
      element = parent
    }
    return names.reversed()
  }

  /// Whether an attribute only tells a validator where to look.
  private func isSchemaHint(_ attribute: Int) -> Bool {
    let name = tree.pointee.attributes[attribute].name
    return name == tree.pointee.number(of: "schemaLocation")
      || name == tree.pointee.number(of: "noNamespaceSchemaLocation")
  }

  /// Whether there is text other than white space directly in the element.
  private var hasOwnText: Bool {
    let node = node
    var start = Int(node.textStart)
    for child in elements {
      if !isBlank(start, Int(child.node.textStart)) { return true }
      start = Int(child.node.textEnd)
    }
    return !isBlank(start, Int(node.textEnd))
  }

  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    XMLText.isBlank(UnsafeBufferPointer(start: tree.pointee.text.start + start, count: end - start))
  }
}
