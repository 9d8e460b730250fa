package import OnusModel

extension XMLElement {
  /// What nobody has read: each text that is not blank and each attribute that is not empty, in the order of
  /// the file.
  ///
  /// Paths start below this element. An element that mixes text and markup is one field. Text is trimmed at
  /// its ends and else verbatim.
  package func unread() -> [KeptField] {
    var fields: [KeptField] = []
    appendUnread(to: &fields)
    return fields
  }

  /// Appends what nobody has read to a list.
  func appendUnread(to fields: inout [KeptField]) {
    // As many as there are in most records of PubMed.
    fields.reserveCapacity(fields.count + 8)
    var attribute = Int(node.firstAttribute)
    // Text up to here is part of a field that has been listed.
    var covered = index
    for position in index..<Int(node.end) where tree.pointee.nodes[position].hasUnreadText {
      appendUnreadAttributes(from: &attribute, upTo: position, to: &fields)
      guard position >= covered else { continue }
      let element = XMLElement(tree: tree, index: position)
      let path = position == index ? "text()" : tree.pointee.path(of: position, below: index)
      fields.append(element.field(path, XMLText.trimmed(element.bytes)))
      covered = Int(element.node.end)
    }
    appendUnreadAttributes(from: &attribute, upTo: Int(node.end) - 1, to: &fields)
  }

  /// Appends the attributes that nobody has read, up to those of an element.
  private func appendUnreadAttributes(
    from attribute: inout Int, upTo last: Int, to fields: inout [KeptField]
  ) {
    let node = tree.pointee.nodes[last]
    let end = Int(node.firstAttribute &+ node.attributeCount)
    while attribute < end {
      defer { attribute &+= 1 }
      guard !tree.pointee.attributes[attribute].isRead else { continue }
      let element = XMLElement(tree: tree, index: Int(tree.pointee.attributes[attribute].element))
      let value = element.attributeBytes(attribute)
      guard !value.isEmpty, !isSchemaHint(attribute) else { continue }
      let name = tree.pointee.attributes[attribute].name
      fields.append(element.field(tree.pointee.path(of: element.index, below: index, attribute: name), value))
    }
  }

  /// The names from the root of the file to this element, joined by `/`.
  package var path: String {
    index == 0 ? name : root.name + "/" + tree.pointee.path(of: index, below: 0)
  }

  private func field(_ path: String, _ value: UnsafeBufferPointer<UInt8>) -> KeptField {
    KeptField(path: path, value: XMLText.string(value), location: location)
  }

  /// Whether an attribute only tells a validator where to look.
  private func isSchemaHint(_ attribute: Int) -> Bool {
    let name = tree.pointee.attributes[attribute].name
    return name == tree.pointee.number(of: "schemaLocation")
      || name == tree.pointee.number(of: "noNamespaceSchemaLocation")
  }
}
