extension XMLElement {
  /// The elements with a name in the first list with another: `<measure_list><measure/></measure_list>`.
  func items(of list: StaticString, _ name: StaticString) -> [XMLElement] {
    child(list)?.children(name).map(\.self) ?? []
  }

  /// Whether there is no text in the element, nor in those inside it.
  var isBlank: Bool { XMLText.isBlank(bytes) }
}
