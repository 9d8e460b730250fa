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
    // Text up to here is part of a field that has been listed.
    var covered = index
    for position in index..<Int(node.end) {
      let node = tree.pointee.nodes[position]
      // Nearly all of a record has been read.
      if node.attributeCount == 0, node.isRead || !node.hasOwnText { continue }
      let element = XMLElement(tree: tree, index: position)
      for attribute in Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount) {
        guard !tree.pointee.attributes[attribute].isRead else { continue }
        let value = element.attributeBytes(attribute)
        guard !value.isEmpty, !isSchemaHint(attribute) else { continue }
        let name = tree.pointee.attributes[attribute].name
        let kept = field(element, tree.pointee.path(of: position, below: index, attribute: name), value)
        fields.append(consume kept)
      }
      guard !node.isRead, node.hasOwnText, position >= covered else { continue }
      let path = position == index ? "text()" : tree.pointee.path(of: position, below: index)
      fields.append(field(element, path, XMLText.trimmed(element.bytes)))
      covered = Int(node.end)
    }
  }

  /// The names from the root of the file to this element, joined by `/`.
  package var path: String {
    index == 0 ? name : root.name + "/" + tree.pointee.path(of: index, below: 0)
  }

  private func field(_ element: XMLElement, _ path: String, _ value: UnsafeBufferPointer<UInt8>) -> KeptField
  {
    KeptField(path: path, value: XMLText.string(value), location: element.location)
  }

  /// Whether an attribute only tells a validator where to look.
  private func isSchemaHint(_ attribute: Int) -> Bool {
    let name = tree.pointee.attributes[attribute].name
    return name == tree.pointee.number(of: "schemaLocation")
      || name == tree.pointee.number(of: "noNamespaceSchemaLocation")
  }
}
