internal import OnusModel

extension Reader {
  /// Works in RDF in the terms of the Bibliographic Ontology, as Zotero and repositories export them.
  ///
  /// The file is a graph whose nodes may refer to any other, and is held in memory as a whole. Nodes that
  /// others are part of, such as journals and issues, are no works.
  public static let biboRDF = Reader.xml(
    name: "bibo-rdf", title: "Bibliographic Ontology RDF",
    keeps: "citations, abstract sections, subjects, people in their roles, notes",
    fileExtensions: ["rdf", "xml"],
    roots: [
      XMLRoot(
        "RDF", namespacePrefix: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        namespace: "http://purl.org/ontology/bibo/")
    ],
    records: ["RDF"]
  ) { root in
    let file = BIBORDF(root)
    let events = file.works.map { ReadEvent.record(.reference(file.reference($0))) }
    let problems = file.graph.nodes.filter { !$0.unread().isEmpty }.map { node in
      let message = "the \(file.graph.kind(of: node)) belongs to no work and is not used"
      return ReadEvent.problem(Diagnostic(.note, "not-a-work", message, at: node.location))
    }
    root.markRead()
    return events + problems
  }
}

/// A file in the terms of the Bibliographic Ontology while its works are read.
struct BIBORDF {
  let graph: RDFGraph
  private let containers: Set<Int>
  /// What Zotero says of works as items of somebody's library, by the work's node.
  private let items: [Int: [XMLElement]]

  init(_ root: XMLElement) {
    let graph = RDFGraph(root)
    self.graph = graph
    containers = Set(
      graph.nodes.flatMap { graph.nodes($0, "isPartOf", "presentedAt", "reproducedIn") }.map(\.index))
    var items: [Int: [XMLElement]] = [:]
    for item in graph.nodes where item.isNamed("UserItem") {
      for work in graph.nodes(item, "resource") { items[work.index, default: []].append(item) }
    }
    self.items = items
  }

  /// The nodes that are works: of a kind that is known, and not what another work is part of.
  var works: [XMLElement] {
    graph.nodes.filter { node in
      let isWork = graph.kinds(of: node).contains { Self.types[$0] != nil }
      return isWork && !containers.contains(node.index)
    }
  }

  func reference(_ node: XMLElement) -> Reference {
    var reference = Reference(location: node.location)
    reference.type = graph.kinds(of: node).lazy.compactMap { Self.types[$0] }.first ?? "document"
    for degree in node.children("degree") { readDegree(degree, into: &reference) }
    reference.title = graph.literals(node, "title").first
    readContributors(node, into: &reference)
    readIdentifiers(node, into: &reference)
    readPublisher(node, into: &reference)
    var linked: [XMLElement] = []
    for container in graph.nodes(node, "isPartOf", "presentedAt", "reproducedIn") {
      readContainer(container, depth: 0, into: &reference, linked: &linked)
    }
    readNumbers(node, into: &reference)
    readTexts(node, into: &reference)
    for item in items[node.index] ?? [] {
      readTags(item, into: &reference)
      linked.append(item)
    }
    refineArticle(&reference)
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
    return reference
  }

  private func readDegree(_ degree: XMLElement, into reference: inout Reference) {
    reference.type = "thesis"
    let name = graph.literal(degree) ?? degree.attribute("resource")
    guard let name = name?.split(whereSeparator: { "/#".contains($0) }).last else { return }
    reference.publicationTypes.append(Term(String(name)))
  }

  // MARK: Contributors

  /// Reads the ordered lists, and for roles without one the people named one by one.
  private func readContributors(_ node: XMLElement, into reference: inout Reference) {
    let lists: [(StaticString, [StaticString], Contributor.Role)] = [
      ("authorList", ["creator", "author"], .author), ("editorList", ["editor"], .editor),
      ("contributorList", ["contributor"], Contributor.Role(rawValue: "contributor")),
      ("translatorList", ["translator"], .translator),
    ]
    for (list, names, role) in lists {
      var people = graph.members(node, list)
      for name in names {
        for property in node.children(name) {
          let found = graph.targets(of: property).flatMap(graph.members)
          people += found.filter { person in !people.contains { $0.index == person.index } }
          // A name without a node.
          if found.isEmpty, let name = graph.literal(property).flatMap({ PersonName($0) }) {
            reference.contributors.append(name.contributor(role: role))
          }
        }
      }
      reference.contributors += people.compactMap { contributor($0, role: role) }
    }
  }

  private func contributor(_ person: XMLElement, role: Contributor.Role) -> Contributor? {
    defer { person.markRead() }
    let family = graph.literals(person, "surname", "familyName", "family_name", "lastName").first
    let given = graph.literals(person, "givenName", "givenname", "firstName").first
    if let name = PersonName(family: family, given: given) { return name.contributor(role: role) }
    guard let name = graph.literals(person, "name", "label", "value").first else { return nil }
    if person.isNamed("Organization") { return PersonName(literal: name).contributor(role: role) }
    return PersonName(name)?.contributor(role: role)
  }

  // MARK: Containers

  /// Reads a journal, book, issue, conference or series, and what that is part of.
  private func readContainer(
    _ node: XMLElement, depth: Int, into reference: inout Reference, linked: inout [XMLElement]
  ) {
    guard depth < 5 else { return }
    linked.append(node)
    let kind = graph.kind(of: node)
    var container = reference.container ?? Container()
    if let title = graph.literals(node, "title", "name").first {
      if container.title == nil, kind != "Series" {
        container.title = title
      } else if container.title != title {
        container.otherTitles.append(title)
      }
    }
    if container.abbreviation == nil {
      container.abbreviation = graph.literals(node, "shortTitle", "alternative").first
    }
    let numbers = graph.literals(node, "issn", "eissn").flatMap { StandardNumbers($0).serials }
    for number in numbers where !container.serialNumbers.contains(number) {
      container.serialNumbers.append(number)
    }
    let books = graph.literals(node, "isbn", "isbn10", "isbn13").flatMap { StandardNumbers($0).books }
    if !books.isEmpty { container.bookNumbers = (container.bookNumbers ?? []) + books.map(\.value) }
    reference.container = container
    if reference.volume == nil { reference.volume = graph.literals(node, "volume").first }
    if reference.issue == nil { reference.issue = graph.literals(node, "issue").first }
    if reference.number == nil { reference.number = graph.literals(node, "number").first }
    if reference.issued == nil {
      reference.issued = graph.literals(node, "date", "issued").first.map(PartialDate.init(written:))
    }
    readPublisher(node, into: &reference)
    readEditors(node, into: &reference)
    for outer in graph.nodes(node, "isPartOf") {
      readContainer(outer, depth: depth + 1, into: &reference, linked: &linked)
    }
  }

  private func readEditors(_ node: XMLElement, into reference: inout Reference) {
    let known = reference.contributors.contains { $0.role == .editor }
    guard !known else { return }
    let listed = graph.members(node, "editorList")
    let people = listed.isEmpty ? graph.nodes(node, "editor") : listed
    reference.contributors += people.compactMap { contributor($0, role: .editor) }
  }

  private func readPublisher(_ node: XMLElement, into reference: inout Reference) {
    for property in node.elements where ["publisher", "issuer", "distributor"].contains(property.name) {
      let nodes = graph.targets(of: property)
      if reference.publisher == nil {
        reference.publisher =
          nodes.lazy.compactMap { graph.literals($0, "name", "label").first }.first
          ?? graph.literal(property)
      }
      for place in nodes {
        let names = graph.literals(place, "localityName", "locality", "address")
        if reference.place == nil { reference.place = names.first }
        place.markRead()
      }
    }
  }

  /// Calls an article by where it stands.
  private func refineArticle(_ reference: inout Reference) {
    guard reference.type == "article" else { return }
    if reference.container?.title != nil { reference.type = "article-journal" }
  }
}
