internal import OnusModel

extension Reader {
  /// Zotero's own RDF, the form in which it exports a library with notes and collections.
  ///
  /// The file is a graph whose nodes may refer to any other, and is held in memory as a whole. Attachments,
  /// notes and collections are no works; they go to the works that they belong to.
  public static let zoteroRDF = Reader.xml(
    name: "zotero-rdf", title: "Zotero RDF",
    keeps: "citations, abstract sections, tags, people in their roles, related items, notes",
    fileExtensions: ["rdf", "xml"],
    roots: [
      XMLRoot(
        "RDF", namespacePrefix: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", containing: "itemType",
        namespace: "http://purl.org/net/biblio#")
    ],
    records: ["RDF"]
  ) { root in
    var file = ZoteroRDF(root)
    return file.events()
  }
}

/// A file of Zotero's RDF while its works are read.
struct ZoteroRDF {
  let root: XMLElement
  let graph: RDFGraph
  /// The names of the collections that hold a work, by the work's name.
  private var collections: [String: [String]] = [:]
  /// Nodes beside the works that belong to the work being read.
  private var linked: [XMLElement] = []

  init(_ root: XMLElement) {
    self.root = root
    graph = RDFGraph(root)
    for node in graph.nodes where node.isNamed("Collection") {
      let title = graph.literals(node, "title").first ?? ""
      for part in node.children("hasPart") {
        if let name = part.attribute("resource") { collections[name, default: []].append(title) }
      }
    }
  }

  mutating func events() -> [ReadEvent] {
    let events: [ReadEvent] = graph.nodes.filter(isWork).map { .record(.reference(reference($0))) }
    // What is left says something of no work: collections, notes and files that stand alone.
    var problems: [ReadEvent] = []
    for node in graph.nodes where !node.isNamed("Collection") {
      guard !node.unread().isEmpty else { continue }
      let kind = graph.literals(node, "itemType").first ?? graph.kind(of: node)
      let message = "the \(kind) belongs to no work and is not used"
      problems.append(.problem(Diagnostic(.note, "not-a-work", message, at: node.location)))
    }
    root.markRead()
    return events + problems
  }

  private func isWork(_ node: XMLElement) -> Bool {
    if let type = graph.literals(node, "itemType").first {
      return !["attachment", "note", "annotation"].contains(type)
    }
    // Files of older versions have no type; what others refer to is a journal or an attachment.
    return Self.kinds[graph.kind(of: node)] != nil && graph.useCount(of: node) == 0
  }

  private mutating func reference(_ node: XMLElement) -> Reference {
    var reference = Reference(location: node.location)
    linked = []
    let kind = graph.kind(of: node)
    let type = graph.literals(node, "itemType").first
    reference.type = type.flatMap { Self.types[$0] } ?? Self.kinds[kind] ?? "document"
    reference.title = graph.literals(node, "title").first
    if let key = graph.literals(node, "citationKey").first {
      reference.identifiers.append(Identifier(.key, key))
    }
    readContributors(node, into: &reference)
    readNumbers(node, into: &reference)
    readIdentifiers(node, into: &reference)
    readContainers(node, into: &reference)
    readTexts(node, into: &reference)
    readLinks(node, into: &reference)
    keepRest(of: node, in: &reference)
    return reference
  }

  private mutating func keepRest(of node: XMLElement, in reference: inout Reference) {
    for part in graph.descriptions(of: node) {
      reference.kept += part.unread()
      part.markRead()
    }
    for part in linked {
      reference.kept += part.unread().map { field in
        KeptField(path: part.name + "/" + field.path, value: field.value, location: field.location)
      }
      part.markRead()
    }
    for title in RDFGraph.name(of: node).flatMap({ collections[$0] }) ?? [] {
      reference.kept.append(KeptField(path: "Collection/title", value: title))
    }
  }

  // MARK: What belongs to a work

  private mutating func readLinks(_ node: XMLElement, into reference: inout Reference) {
    for memo in graph.nodes(node, "isReferencedBy") {
      guard let text = memo.text(at: "value").map(HTMLText.plain), !text.isEmpty else { continue }
      if !reference.notes.contains(text) { reference.notes.append(text) }
      linked.append(memo)
    }
    for attachment in graph.nodes(node, "link") {
      linked.append(attachment)
      for address in addresses(attachment) {
        if !reference.addresses.contains(address) { reference.addresses.append(address) }
        // A snapshot of PubMed's page tells which record it is.
        guard let identifier = WebAddress.identifier(address), identifier.scheme != .doi,
          reference.identifier(identifier.scheme) == nil
        else { continue }
        reference.identifiers.append(identifier)
      }
    }
    for property in node.children("relation") {
      guard let name = property.attribute("resource") else { continue }
      let title = graph.nodes(named: name).compactMap { $0.child("title") }.first.map {
        String(decoding: $0.bytes, as: UTF8.self).collapsed
      }
      let identifier = WebAddress.isOne(name) ? Identifier(.url, name) : Identifier(parsing: name)
      reference.relations.append(
        Relation(type: "Related", citation: title ?? name, identifiers: [identifier].compactMap { $0 }))
    }
  }

  /// The web addresses among a node's identifiers.
  func addresses(_ node: XMLElement) -> [String] {
    graph.nodes(node, "identifier").compactMap { $0.text(at: "value") }.filter(WebAddress.isOne)
  }

  /// Adds a node beside the work whose unread parts are the work's.
  mutating func link(_ node: XMLElement) { linked.append(node) }
}
