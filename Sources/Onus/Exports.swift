internal import OnusAudit
internal import OnusCatalogue
internal import OnusModel
internal import OnusReaders
public import OnusTables

extension Corpus {
  /// Writes everything that ``exports()`` makes, and removes what an earlier build of the folder made and this
  /// one does not.
  ///
  /// - Parameter folder: The path of the output folder, which must not lie within the corpus.
  /// - Returns: The number of files written.
  /// - Throws: A `Diagnostic` with code `output-within-corpus` or `cannot-write`.
  public func build(into folder: String) throws -> Int {
    let output = OutputFolder(path: folder)
    if Folder.resolved(output.path).hasPrefix(Folder.resolved(self.folder)) {
      throw Diagnostic(
        .error, "output-within-corpus",
        "the tables would be written into the corpus \(self.folder), which would then be read as a part of it",
        at: SourceLocation(file: folder))
    }
    let files = try exports()
    let list = files.map(\.path).sorted()
    let listName = ".contents"
    let earlier = CorpusFile(path: output.path + "/" + listName)
    let earlierPaths = (try? earlier.bytes()).map { bytes in
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let contents = OutputFile(path: listName, bytes: Array(list.joined(separator: "\n").utf8) + [10])
    try output.write(files + [contents])
    let current = Set(list)
    output.remove((earlierPaths ?? []).filter { !current.contains($0) && !$0.contains("..") })
    return files.count
  }

  /// Everything that a build writes: each table that has rows in each form of text, all tables as one document in each form of
  /// documents, a summary of each condition with claims, and one page to search and filter all of it.
  ///
  /// The same corpus gives the same files, byte for byte, wherever the folder is and whatever the locale.
  ///
  /// - Throws: A `Diagnostic` when the catalogue cannot be read.
  public func exports() throws -> [OutputFile] {
    let audit = try audit()
    var files: [OutputFile] = []
    let all = try TableRecipe.all.map { (recipe: $0, table: try $0.table(self, audit, nil)) }
    // A corpus of claims alone has no syntheses or reviews to show.
    let filled = all.filter { !$0.table.rows.isEmpty }
    let shown = filled.isEmpty ? all : filled
    for (recipe, table) in shown {
      for writer in Writer.all where writer.isText {
        files.append(
          OutputFile(path: "\(recipe.name).\(writer.fileExtension)", bytes: try writer.render(table)))
      }
    }
    let book = EvidenceBook(
      title: Self.bookTitle, remarks: try remarks(), tables: shown.map(\.table))
    for form in BookWriter.all {
      files.append(OutputFile(path: Self.bookPath(form), bytes: try form.render(book)))
    }
    for (condition, path) in try summaryPaths() {
      let summary = try summary(of: condition.id.rawValue, audit: audit)
      for form in SummaryWriter.all {
        files.append(OutputFile(path: "\(path).\(form.fileExtension)", bytes: form.render(summary)))
      }
    }
    var pictures = try PlotRecipe.all.compactMap { recipe in
      try recipe.picture(self, audit, nil).map { (name: recipe.name, title: recipe.title, picture: $0) }
    }
    pictures += try catalogue.syntheses().enumerated().compactMap { index, synthesis in
      guard let plot = synthesis.forestPlot else { return nil }
      let id = synthesis.synthesis.id.rawValue
      let name = id.fileName == id ? id : "\(id.fileName)-\(index + 1)"
      return ("forest-\(name)", plot.title, plot.picture())
    }
    for picture in pictures {
      files.append(OutputFile(path: Self.plotPath(picture.name), bytes: picture.picture.svg))
    }
    let plots = pictures.map { name, title, picture in
      Explorer.Plot(
        title: title, svg: String(decoding: picture.svg, as: UTF8.self), address: Self.plotPath(name))
    }
    files.append(
      OutputFile(
        path: "explorer.html", bytes: try explorer(audit: audit, plots: plots).page(digest: \.sha256)))
    let contents = try contents(of: shown.map(\.recipe), pictures: pictures.map { ($0.name, $0.title) })
    return files + [OutputFile(path: "index.html", bytes: try Writer.html.render(contents))]
  }

  private static func plotPath(_ name: String) -> String { "plots/\(name).svg" }

  private static let bookTitle = "Evidence tables"

  private static func bookPath(_ form: BookWriter) -> String { "evidence.\(form.fileExtension)" }

  /// What a reader is told beside the tables.
  private func remarks() throws -> [String] {
    ["The corpus holds \(try census()).", "This is not medical advice."]
  }

  /// A page that leads to all others.
  private func contents(
    of recipes: [TableRecipe], pictures: [(name: String, title: String)]
  ) throws -> EvidenceTable {
    typealias Cell = EvidenceTable.Cell
    let tables = recipes.map { recipe in
      (recipe.title, recipe.name, Writer.all.filter(\.isText).map(\.fileExtension))
    }
    let summaries = try summaryPaths().map { condition, path in
      (condition.name, path, SummaryWriter.all.map(\.fileExtension))
    }
    let explorer = EvidenceTable.Row(
      id: "explorer", group: "Explorer",
      cells: [
        Cell(.link("Search and filter claims, studies and the matrix", to: "explorer.html")),
        Cell(.text("one page that needs no network")),
      ])
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
    let drawings = pictures.map { name, title in
      EvidenceTable.Row(
        id: name, group: "Pictures",
        cells: [Cell(.link(title, to: Self.plotPath(name))), Cell(.text("SVG"))])
    }
    let books = BookWriter.all.map { form in
      EvidenceTable.Row(
        id: form.name, group: "All tables in one document",
        cells: [
          Cell(.link(form.title, to: Self.bookPath(form))),
          Cell(.list([.init([.init(form.fileExtension, link: Self.bookPath(form))])])),
        ])
    }
    return EvidenceTable(
      id: "contents", title: "Evidence tables and summaries",
      columns: [
        .init("page", "Page", isRowHeader: true), .init("forms", "Other forms"),
      ],
      rows: [explorer] + drawings + books + rows, notes: try remarks())
  }

  /// What the corpus knows of one condition, in sentences that each name what they rest on.
  ///
  /// - Parameter condition: A name, an abbreviation or a MeSH identifier.
  /// - Throws: A `Diagnostic` with code `unknown-condition` that lists the nearest names.
  public func summary(of condition: String) throws -> EvidenceSummary {
    try summary(of: condition, audit: audit())
  }

  private func summary(of condition: String, audit: Audit) throws -> EvidenceSummary {
    let claims = audit.attached(to: try catalogue.claims(about: condition))
    let interventions = Set(claims.flatMap { $0.interventions.map(\.id) })
    let kinds: [Claim.Kind] = [.safety, .contraindication, .interaction]
    let safety = audit.attached(to: try catalogue.claims()).filter { claim in
      kinds.contains(claim.claim.kind) && claim.interventions.contains { interventions.contains($0.id) }
    }
    return EvidenceSummary(
      condition: try catalogue.condition(named: condition), claims: claims,
      studies: try catalogue.studies(about: condition),
      outcomes: try catalogue.syntheses(about: condition).map { GradedOutcome(pooling: $0) },
      safety: safety)
  }

  /// The path of each condition's summary without its extension, in the order of the conditions' names.
  ///
  /// Names without Latin letters, and names that differ only in other characters, have the id with them.
  private func summaryPaths() throws -> [(condition: Condition, path: String)] {
    let conditions = try conditionsWithClaims()
    let uses = Dictionary(conditions.map { ($0.name.fileName, 1) }, uniquingKeysWith: +)
    return conditions.map { condition in
      let name = condition.name.fileName
      let isEnough = !name.isEmpty && uses[name] == 1
      return (condition, "summaries/" + (isEnough ? name : "\(name)-\(condition.id.rawValue)"))
    }
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
    // File systems limit the length of a name; 80 letters leave room for an id and an extension.
    String(
      lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-").prefix(80))
  }
}
