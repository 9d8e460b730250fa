internal import OnusModel
public import OnusTables

extension Corpus {
  /// Everything that a build writes: each table in each form, and a summary of each condition with claims.
  ///
  /// The same corpus gives the same files, byte for byte, wherever the folder is and whatever the locale.
  ///
  /// - Throws: A `Diagnostic` when the catalogue cannot be read.
  public func exports() throws -> [OutputFile] {
    var files: [OutputFile] = []
    for recipe in TableRecipe.all {
      let table = try recipe.table(catalogue, nil)
      for writer in Writer.all {
        files.append(
          OutputFile(path: "\(recipe.name).\(writer.fileExtension)", bytes: writer.render(table)))
      }
    }
    for condition in try conditionsWithClaims() {
      let summary = try summary(of: condition.id.rawValue)
      for form in SummaryWriter.all {
        let path = "summaries/\(condition.name.fileName).\(form.fileExtension)"
        files.append(OutputFile(path: path, bytes: form.render(summary)))
      }
    }
    return files + [OutputFile(path: "index.html", bytes: Writer.html.render(try contents()))]
  }

  /// A page that leads to all others.
  private func contents() throws -> EvidenceTable {
    typealias Cell = EvidenceTable.Cell
    let tables = TableRecipe.all.map { recipe in
      (recipe.title, recipe.name, Writer.all.map(\.fileExtension))
    }
    let summaries = try conditionsWithClaims().map { condition in
      (condition.name, "summaries/\(condition.name.fileName)", SummaryWriter.all.map(\.fileExtension))
    }
    let rows = [("Tables", tables), ("Summaries by condition", summaries)].flatMap { group, items in
      items.map { title, path, extensions in
        EvidenceTable.Row(
          id: path, group: group,
          cells: [
            Cell(.link(title, to: "\(path).html")),
            Cell(
              .list([
                .init(
                  extensions.filter { $0 != "html" }.enumerated().flatMap { index, ending in
                    [EvidenceTable.Span(index > 0 ? ", " : ""), .init(ending, link: "\(path).\(ending)")]
                  })
              ])),
          ])
      }
    }
    return EvidenceTable(
      id: "contents", title: "Evidence tables and summaries",
      columns: [
        .init("page", "Page", isRowHeader: true), .init("forms", "Other forms"),
      ],
      rows: rows, notes: ["The corpus holds \(try census()).", "This is not medical advice."])
  }

  /// What the corpus knows of one condition, in sentences that each name what they rest on.
  ///
  /// - Parameter condition: A name, an abbreviation or a MeSH identifier.
  /// - Throws: A `Diagnostic` with code `unknown-condition` that lists the nearest names.
  public func summary(of condition: String) throws -> EvidenceSummary {
    EvidenceSummary(
      condition: try catalogue.condition(named: condition), claims: try catalogue.claims(about: condition),
      studies: try catalogue.studies(about: condition))
  }

  /// The conditions that claims name, in the order of their names.
  private func conditionsWithClaims() throws -> [Condition] {
    var named: [Condition.ID: Condition] = [:]
    for condition in try catalogue.claims().flatMap(\.conditions) { named[condition.id] = condition }
    return named.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}

extension String {
  /// The text in lower case with everything but letters and digits turned into single hyphens.
  fileprivate var fileName: String {
    lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }
}
