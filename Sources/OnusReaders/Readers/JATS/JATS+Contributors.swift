internal import OnusModel

extension JATS {
  /// Reads the contributors with their affiliations, which stand beside them and are referred to.
  static func readContributors(_ meta: XMLElement, into reference: inout Reference) {
    let affiliations = affiliations(meta)
    for group in meta.children("contrib-group") {
      readGroup(group, affiliations, otherwise: groupRole(group), into: &reference)
    }
    for notes in meta.children("author-notes") {
      for note in notes.elements {
        let text = note.isNamed("fn") ? Self.note(note) : correspondence(note)
        if let text { reference.notes.append(text) }
      }
    }
    for text in meta.children("on-behalf-of").compactMap(\.readableText) {
      reference.contributors.append(Contributor(literal: text))
    }
  }

  private static func correspondence(_ element: XMLElement) -> String? {
    element.child("label")?.markRead()
    return element.readableText
  }

  private static func readGroup(
    _ group: XMLElement, _ affiliations: [String: String], otherwise role: Contributor.Role,
    into reference: inout Reference
  ) {
    // An affiliation that nobody refers to is that of all in the group.
    let common = group.children("aff").filter { !$0.hasAttribute("id") }.compactMap(affiliation)
    for element in group.elements {
      if element.isNamed("contrib") {
        let role = Self.role(element, otherwise: role)
        guard var contributor = contributor(element, affiliations, role: role) else { continue }
        if contributor.affiliations.isEmpty { contributor.affiliations = common }
        reference.contributors.append(contributor)
        readMembers(element, affiliations, into: &reference)
      } else if element.isNamed("on-behalf-of") {
        if let text = element.readableText { reference.contributors.append(Contributor(literal: text)) }
      }
    }
  }

  /// Reads the people of a group author, who took part without being authors by their own names.
  private static func readMembers(
    _ contributor: XMLElement, _ affiliations: [String: String], into reference: inout Reference
  ) {
    for name in ["collab", "collab-alternatives"] as [StaticString] {
      for collaboration in contributor.children(name) {
        for group in collaboration.children("contrib-group") {
          readGroup(group, affiliations, otherwise: .investigator, into: &reference)
        }
      }
    }
  }

  private static func contributor(
    _ element: XMLElement, _ affiliations: [String: String], role: Contributor.Role
  ) -> Contributor? {
    guard var contributor = named(element, role: role) else { return nil }
    for part in element.elements {
      if part.isNamed("contrib-id") {
        guard let kind = part.attribute("contrib-id-type"), let text = part.nonEmptyText else { continue }
        _ = part.attribute("authenticated")
        let isORCID = kind.lowercased() == "orcid"
        contributor.identifiers[isORCID ? "ORCID" : kind] = isORCID ? ORCID.bare(text) : text
      } else if part.isNamed("xref") {
        readLink(part, affiliations, into: &contributor)
      } else if part.isNamed("aff") || part.isNamed("aff-alternatives") {
        if let text = affiliation(part) { contributor.affiliations.append(text) }
      } else if part.isNamed("email") {
        contributor.attributes["email"] = part.nonEmptyText
      } else if part.isNamed("address") {
        if let text = part.text(at: "email") { contributor.attributes["email"] = text }
      } else if part.isNamed("degrees") || part.isNamed("role") {
        contributor.attributes[part.name] = part.readableText
      } else if part.isNamed("bio") {
        part.markRead()
      }
    }
    for mark in ["corresp", "equal-contrib", "deceased"] as [StaticString] {
      if element.attribute(mark, is: "yes") { contributor.attributes[mark.description] = "yes" }
    }
    _ = element.attribute("id")
    return contributor
  }

  /// Reads a link to an affiliation; one to a footnote is layout, since the notes are read with their text.
  private static func readLink(
    _ link: XMLElement, _ affiliations: [String: String], into contributor: inout Contributor
  ) {
    if link.attribute("ref-type", is: "aff") {
      let names = link.attribute("rid")?.split(separator: " ") ?? []
      contributor.affiliations += names.compactMap { affiliations[String($0)] }
    } else if link.attribute("ref-type", is: "corresp") {
      contributor.attributes["corresp"] = "yes"
    }
    link.markRead()
  }

  /// The name of a person or group, of an author in front of an article or of a cited work.
  static func named(_ element: XMLElement, role: Contributor.Role) -> Contributor? {
    let names = element.child("name-alternatives") ?? element
    if let name = names.child("name") { return person(name, role: role) }
    if let name = names.child("string-name") { return person(name, role: role) }
    if let group = element.child("collab") ?? element.child("collab-alternatives")?.child("collab") {
      return collaboration(group, role: role)
    }
    return nil
  }

  /// A person by the parts of the name, or by its text where there are none.
  static func person(_ element: XMLElement, role: Contributor.Role) -> Contributor? {
    _ = element.attribute("name-style", is: "western")
    let given = element.child("given-names")
    var name = PersonName(
      family: element.child("surname")?.readableText, given: given?.readableText,
      suffix: element.text(at: "suffix"))
    if name == nil { name = element.readableText.flatMap { PersonName($0) } }
    guard var contributor = name?.contributor(role: role) else { return nil }
    if let initials = given?.attribute("initials") { contributor.initials = initials }
    if let prefix = element.text(at: "prefix") { contributor.attributes["prefix"] = prefix }
    element.markPunctuationRead()
    return contributor
  }

  /// A group by its name, without the list of its members that may be inside.
  static func collaboration(_ element: XMLElement, role: Contributor.Role) -> Contributor? {
    let words: String?
    if element.child("contrib-group") == nil {
      words = element.readableText
    } else if let part = element.child("named-content") ?? element.child("institution") {
      words = part.readableText
    } else {
      words = element.ownText.collapsed
      element.markOwnTextRead()
    }
    _ = element.attribute("collab-type")
    guard let words, !words.isEmpty else { return nil }
    return Contributor(role: role, literal: words)
  }

  // MARK: Roles

  private static func groupRole(_ group: XMLElement) -> Contributor.Role {
    group.attribute("content-type", is: "editors") ? .editor : .author
  }

  private static func role(_ contributor: XMLElement, otherwise role: Contributor.Role) -> Contributor.Role {
    guard let kind = contributor.attribute("contrib-type")?.lowercased() else { return role }
    return kind.contains("non-byline") ? .investigator : self.role(named: kind, otherwise: role)
  }

  /// The role that a type of contributors or of a group of names stands for.
  static func role(named kind: String, otherwise role: Contributor.Role = .author) -> Contributor.Role {
    switch kind.lowercased() {
    case "author", "authors", "allauthors", "": .author
    case "editor", "editors", "ed", "academic-editor", "section-editor": .editor
    case "translator", "transed", "translators": .translator
    case "collab", "collaborator", "investigator": .investigator
    case let kind: Contributor.Role(rawValue: kind)
    }
  }

  // MARK: Affiliations

  private static func affiliations(_ meta: XMLElement) -> [String: String] {
    var texts: [String: String] = [:]
    func add(_ parent: XMLElement) {
      for name in ["aff", "aff-alternatives"] as [StaticString] {
        for element in parent.children(name) {
          let inner = element.isNamed("aff") ? element : element.child("aff")
          guard let id = element.attribute("id") ?? inner?.attribute("id") else { continue }
          texts[id] = affiliation(element)
        }
      }
    }
    add(meta)
    for group in meta.children("contrib-group") { add(group) }
    return texts
  }

  /// An affiliation as one text, without its mark and without identifiers of institutions.
  private static func affiliation(_ element: XMLElement) -> String? {
    guard !element.isNamed("aff-alternatives") else {
      let all = element.children("aff").compactMap(affiliation)
      return all.first
    }
    var text = ""
    element.forEachPart { part in
      switch part {
      case .text(let bytes): text += String(decoding: bytes, as: UTF8.self)
      case .element(let child):
        if child.isNamed("label") || child.isNamed("sup") && text.trimmed.isEmpty {
          child.markRead()
        } else if child.isNamed("institution-wrap") {
          let names = child.children("institution").compactMap(\.readableText)
          append(names.joined(separator: ", "), to: &text)
          for name in child.children("institution") { name.markRead() }
          child.markOwnTextRead()
        } else if !child.isNamed("email") {
          append(child.readableText ?? "", to: &text)
          child.markRead()
        }
      }
    }
    element.markOwnTextRead()
    let result = text.collapsedLayout.trimmingTail { ",;. ".contains($0) }.drop { ",;. ".contains($0) }
    return result.isEmpty ? nil : String(result)
  }

  /// Appends a part of an affiliation behind a comma, unless the text brings its own punctuation.
  private static func append(_ part: String, to text: inout String) {
    guard !part.isEmpty else { return }
    let end = text.last { !$0.isWhitespace }
    if let end, !",;:(-".contains(end) { text = text.trimmed + (end == "." ? " " : ", ") }
    text += part
  }
}
