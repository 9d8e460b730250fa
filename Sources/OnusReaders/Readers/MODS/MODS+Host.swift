internal import OnusModel

extension MODS {
  /// Reads the journal or book that a document is in, whose ISBN and DOI are not the document's.
  static func readHost(_ host: XMLElement, into reference: inout Reference) {
    var container = reference.container ?? Container()
    if container.title == nil { container.title = title(host) }
    for info in host.children("titleInfo") where info.attribute("type", is: "abbreviated") {
      if container.abbreviation == nil { container.abbreviation = info.text(at: "title") }
    }
    for info in host.children("titleInfo") where info.attribute("type", is: "alternative") {
      if let title = info.text(at: "title") { container.otherTitles.append(title) }
    }
    for element in host.children("identifier") where element.attribute("type", is: "issn") {
      if let text = element.nonEmptyText { container.serialNumbers.append(SerialNumber(issn: text)) }
    }
    for element in host.children("identifier") where element.attribute("type", is: "isbn") {
      guard let number = identifier(element)?.value else { continue }
      container.bookNumbers = (container.bookNumbers ?? []) + [number]
    }
    reference.container = container
    for origin in host.children("originInfo") { readOrigin(origin, into: &reference) }
    for part in host.children("part") { readPart(part, into: &reference) }
    for name in host.children("name") {
      // An author of the host without a role of its own is no author of the part.
      readName(name, into: &reference, otherwise: Contributor.Role(rawValue: "container-author"))
    }
  }

  /// Reads volume, issue and pages, which stand in the host or in the document itself.
  static func readPart(_ part: XMLElement, into reference: inout Reference) {
    for detail in part.children("detail") {
      if detail.attribute("type", is: "volume") {
        if reference.volume == nil { reference.volume = number(detail) }
      } else if detail.attribute("type", is: "issue") || detail.attribute("type", is: "number") {
        if reference.issue == nil { reference.issue = number(detail) }
      } else if detail.attribute("type", is: "report number") {
        if reference.number == nil { reference.number = number(detail) }
      }
    }
    for extent in part.children("extent") where reference.pages == nil {
      guard !extent.hasAttribute("unit") || isOfPages(extent) else { continue }
      if let start = extent.text(at: "start") {
        let end = extent.text(at: "end")
        reference.pages = PageRange(end.map { $0 == start ? start : "\(start)-\($0)" } ?? start)
      } else if let list = extent.text(at: "list") ?? (extent.isLeaf ? extent.nonEmptyText : nil) {
        reference.pages = PageRange(list)
      }
    }
    if reference.issued == nil, let text = part.text(at: "date") { reference.issued = date(text) }
  }

  private static func isOfPages(_ extent: XMLElement) -> Bool {
    ["pages", "page", "pp", "pp."].contains(extent.attribute("unit"))
  }

  private static func number(_ detail: XMLElement) -> String? {
    detail.text(at: "number") ?? (detail.isLeaf ? detail.nonEmptyText : nil)
  }
}
