internal import OnusModel

extension Crossref {
  /// Reads one of Crossref's programs: funders, trials, relations; licences are kept.
  static func readProgram(_ program: XMLElement, into work: inout Reference) {
    let name = program.attribute("name")?.lowercased()
    if name == "fundref" {
      readFunders(program, agency: nil, into: &work)
    } else if program.child("related_item") != nil {
      for item in program.children("related_item") { readRelatedItem(item, into: &work) }
    } else if program.child("clinical-trial-number") != nil {
      for element in program.children("clinical-trial-number") {
        guard let number = element.nonEmptyText else { continue }
        let registry = element.attribute("registry") ?? ""
        _ = element.attribute("type")
        work.accessions.append(
          AccessionNumber(bank: registers[registry.lowercased()] ?? registry, number: number))
      }
    }
  }

  /// Crossref's DOIs of trial registers.
  private static let registers = [
    "10.18810/clinical-trials-gov": "ClinicalTrials.gov", "10.18810/isrctn": "ISRCTN",
    "10.18810/anzctr": "ANZCTR", "10.18810/chictr": "ChiCTR", "10.18810/ctri": "CTRI",
    "10.18810/drks": "DRKS", "10.18810/euctr": "EUCTR", "10.18810/irct": "IRCT", "10.18810/jprn": "JPRN",
    "10.18810/ntr": "NTR", "10.18810/pactr": "PACTR", "10.18810/rebec": "ReBec", "10.18810/rpcec": "RPCEC",
    "10.18810/slctr": "SLCTR", "10.18810/tctr": "TCTR", "10.18810/kcts": "CRIS",
  ]

  /// Reads funders with their awards, in a group for each or all in one list.
  private static func readFunders(_ element: XMLElement, agency: String?, into work: inout Reference) {
    let assertions = element.children("assertion").map(\.self)
    var agency = agency
    var numbers: [String] = []
    var hasFunder = false
    func finish() {
      guard hasFunder || !numbers.isEmpty else { return }
      for number in numbers.isEmpty ? [nil] : numbers.map(Optional.some) {
        work.grants.append(Grant(number: number, acronym: nil, agency: agency, country: nil))
      }
      numbers = []
    }
    for assertion in assertions {
      switch assertion.attribute("name") {
      case "fundgroup": readFunders(assertion, agency: nil, into: &work)
      case "funder_name":
        if hasFunder { finish() }
        agency = assertion.ownText.collapsed
        hasFunder = true
        assertion.markOwnTextRead()
        // The register's number of the funder is inside its name.
        for inner in assertion.children("assertion") where inner.attribute("name", is: "funder_identifier") {
          _ = inner.attribute("provider")
        }
      case "award_number": if let text = assertion.nonEmptyText { numbers.append(text) }
      default: break
      }
    }
    finish()
  }

  /// Reads a relation to another work; types are given in PubMed's words where they mean the same.
  private static func readRelatedItem(_ item: XMLElement, into work: inout Reference) {
    for name in ["inter_work_relation", "intra_work_relation"] as [StaticString] {
      for element in item.children(name) {
        let kind = element.attribute("relationship-type") ?? "related"
        let scheme = element.attribute("identifier-type") ?? "doi"
        guard let text = element.nonEmptyText else { continue }
        let target =
          scheme == "uri"
          ? WebAddress.identifier(text) ?? Identifier(.url, text)
          : Identifier(Identifier.Scheme(rawValue: scheme.lowercased()), text)
        work.relations.append(
          Relation(
            type: relations[kind.lowercased()] ?? kind, citation: nil, identifiers: [target],
            note: item.text(at: "description")))
      }
    }
  }

  private static let relations = [
    "ispreprintof": "UpdateIn", "haspreprint": "UpdateOf", "iscommenton": "CommentOn",
    "hascomment": "CommentIn", "isreplyto": "CommentOn", "hasreply": "CommentIn",
  ]

  // MARK: Crossmark

  /// Reads what Crossmark says: updates to other works, dates of the manuscript, funders, trials.
  static func readCrossmark(_ mark: XMLElement, into work: inout Reference) {
    for update in mark.child("updates")?.elements ?? mark.children("update") {
      let kind = update.attribute("type") ?? update.attribute("label") ?? "update"
      guard let doi = update.nonEmptyText else { continue }
      work.relations.append(
        Relation(
          type: updates[kind.lowercased().filter(\.isLetter)] ?? kind, citation: nil,
          identifiers: [Identifier(.doi, doi)], note: update.attribute("date")))
    }
    guard let metadata = mark.child("custom_metadata") else { return }
    for program in metadata.children("program") { readProgram(program, into: &work) }
    for assertion in metadata.children("assertion") {
      let words = [assertion.attribute("name"), assertion.attribute("label")].compactMap { $0?.lowercased() }
      let event = ["received", "accepted", "revised", "epub", "published", "online"].first { word in
        words.contains { $0.contains(word) }
      }
      guard let event, let text = assertion.nonEmptyText else { continue }
      let date = PartialDate(written: text)
      for name in ["group_name", "group_label", "order"] as [StaticString] { _ = assertion.attribute(name) }
      work.history.append(HistoryDate(event, date))
    }
  }

  /// This work is the notice, and the other one is affected.
  private static let updates = [
    "retraction": "RetractionOf", "withdrawal": "RetractionOf", "removal": "RetractionOf",
    "partialretraction": "PartialRetractionOf", "correction": "ErratumFor", "corrigendum": "ErratumFor",
    "erratum": "ErratumFor", "addendum": "ErratumFor", "expressionofconcern": "ExpressionOfConcernFor",
    "newversion": "UpdateOf", "newedition": "UpdateOf",
  ]

  // MARK: Citations

  /// Reads the list of references: what is only printed, or the parts in the order of Vancouver style.
  static func readCitations(_ list: XMLElement, into work: inout Reference) {
    for element in list.children("citation") {
      _ = element.attribute("key")
      var citation = Citation(text: element.child("unstructured_citation")?.readableText)
      for (name, scheme) in [("doi", .doi), ("isbn", .isbn)] as [(StaticString, Identifier.Scheme)] {
        guard let part = element.child(name) else { continue }
        _ = part.attribute("provider")
        if let text = part.nonEmptyText { citation.identifiers.append(Identifier(scheme, text)) }
      }
      // The ISSN is that of the cited journal.
      element.child("issn")?.markRead()
      let parts = printed(element)
      citation.text = citation.text.map { EscapedMarkup.plain(Mojibake.repaired($0)) } ?? parts
      if citation.text != nil || !citation.identifiers.isEmpty { work.citations.append(citation) }
    }
  }

  private static func printed(_ citation: XMLElement) -> String? {
    func text(_ name: StaticString) -> String? { citation.child(name)?.readableText }
    var details = text("cYear") ?? ""
    if let volume = text("volume") { details += (details.isEmpty ? "" : ";") + volume }
    if let issue = text("issue") { details += "(\(issue))" }
    if let page = text("first_page") ?? text("elocation_id") {
      details += (details.isEmpty ? "" : ":") + page
    }
    let titles = ["article_title", "journal_title", "volume_title", "series_title"] as [StaticString]
    let parts = [text("author")] + titles.map(text) + [text("edition_number"), details]
    let words = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return words.isEmpty ? nil : EscapedMarkup.plain(Mojibake.repaired(words.joined(separator: ". ") + "."))
  }
}
