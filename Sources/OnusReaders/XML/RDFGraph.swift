/// The nodes of an RDF file in XML, and the ways between them.
///
/// In RDF it makes no difference whether a node stands inside the property that leads to it or elsewhere in
/// the file, behind any number of others. That is why a file of RDF is held in memory as a whole, unlike all
/// other formats: two passes would read twice and still hold what is referred to.
struct RDFGraph {
  /// The nodes directly inside the outermost element, in the order of the file.
  let nodes: [XMLElement]
  private var named: [String: [XMLElement]] = [:]
  private var uses: [String: Int] = [:]

  init(_ root: XMLElement) {
    nodes = root.elements.map(\.self)
    var open = nodes
    while let node = open.popLast() {
      if let name = Self.name(of: node) { named[name, default: []].append(node) }
      for property in node.elements {
        if let name = Self.target(of: property) { uses[name, default: 0] += 1 }
        open += property.elements
      }
    }
    for name in named.keys { named[name]?.sort { $0.index < $1.index } }
  }

  /// The name by which other nodes refer to a node.
  static func name(of node: XMLElement) -> String? {
    node.attribute("about") ?? node.attribute("ID").map { "#" + $0 }
      ?? node.attribute("nodeID").map { "_:" + $0 }
  }

  /// The name of the node that a property refers to.
  private static func target(of property: XMLElement) -> String? {
    property.attribute("resource") ?? property.attribute("nodeID").map { "_:" + $0 }
  }

  /// How many properties refer to a node by its name.
  func useCount(of node: XMLElement) -> Int { Self.name(of: node).flatMap { uses[$0] } ?? 0 }

  /// The node with a name and what the file says of it elsewhere.
  func nodes(named name: String) -> [XMLElement] { named[name] ?? [] }

  /// The kind of a node without its namespace: the element's name, or the end of its `rdf:type`.
  func kind(of node: XMLElement) -> String { kinds(of: node).first ?? node.name }

  /// All kinds of a node.
  func kinds(of node: XMLElement) -> [String] {
    let own = node.isNamed("Description") ? [] : [node.name]
    let types = node.children("type").compactMap { $0.attribute("resource") }.map { type in
      String(type.split { $0 == "#" || $0 == "/" }.last ?? "")
    }
    return own + types
  }

  /// The nodes to which the properties with one of these names lead.
  func nodes(_ node: XMLElement, _ names: StaticString...) -> [XMLElement] {
    descriptions(of: node).flatMap { node in
      names.flatMap { node.children($0).flatMap(targets) }
    }
  }

  /// The nodes to which a property leads; none when it holds a literal or leads out of the file.
  func targets(of property: XMLElement) -> [XMLElement] {
    if let name = Self.target(of: property) { return named[name] ?? [] }
    if property.attribute("parseType", is: "Resource") { return [property] }
    _ = property.attribute("parseType", is: "Collection")
    return property.elements.map(\.self)
  }

  /// A node and what the file says of it elsewhere.
  func descriptions(of node: XMLElement) -> [XMLElement] {
    guard let name = Self.name(of: node), let all = named[name], all.count > 1 else { return [node] }
    return all
  }

  /// The literals of the properties with one of these names, in the order of the names.
  func literals(_ node: XMLElement, _ names: StaticString...) -> [String] {
    descriptions(of: node).flatMap { node in
      names.flatMap { name in
        node.children(name).compactMap(literal) + (node.attribute(name).map { [$0] } ?? [])
      }
    }
  }

  /// The literal of a property, or the value of the node that it leads to.
  func literal(_ property: XMLElement) -> String? {
    if property.isLeaf, Self.target(of: property) == nil {
      _ = property.attribute("datatype")
      return property.nonEmptyText
    }
    for node in targets(of: property) {
      if let value = node.text(at: "value") { return value }
    }
    return nil
  }

  /// The members of the lists that properties with this name lead to, or the nodes themselves, in order.
  func members(_ node: XMLElement, _ name: StaticString) -> [XMLElement] {
    nodes(node, name).flatMap(members)
  }

  /// The members of a list; a node that is no list is its own only member.
  func members(of node: XMLElement) -> [XMLElement] {
    if node.isNamed("Seq") || node.isNamed("Bag") || node.isNamed("Alt") {
      return node.elements.flatMap(targets)
    }
    guard node.child("first") != nil else { return [node] }
    var members: [XMLElement] = []
    var rest: XMLElement? = node
    var remaining = 10_000
    while let cell = rest, remaining > 0, cell.child("first") != nil {
      members += nodes(cell, "first")
      rest = nodes(cell, "rest").first
      remaining -= 1
    }
    return members
  }
}
