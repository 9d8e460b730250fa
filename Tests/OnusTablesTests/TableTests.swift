import OnusModel
public import OnusTables
public import Testing

@Suite struct TableTests {
  static let tables: [EvidenceTable] = [
    .claims(World.claims), .matrix(World.claims), .audit(World.claims), .characteristics(World.studies),
    .results(World.studies),
    .references(World.studies), .conditions(claims: World.claims, studies: World.studies),
  ]

  func column(_ key: String, of table: EvidenceTable) throws -> [EvidenceTable.Cell] {
    let index = try #require(table.columns.firstIndex { $0.key == key })
    return table.rows.map { $0.cells[index] }
  }

  @Test(arguments: tables) func everyTableIsWrittenInEveryFormat(_ table: EvidenceTable) throws {
    #expect(Set(table.rows.map(\.id)).count == table.rows.count)
    #expect(Set(table.columns.map(\.key)).count == table.columns.count)
    for writer in Writer.all { #expect(try !writer.render(table).isEmpty) }
    let records = try parseCSV(table.text(as: .csv))
    #expect(records.count == table.rows.count + 1)
    try expectBalanced(table.text(as: .html))
  }

  @Test func emptyInputsGiveTablesWithoutRows() throws {
    let tables: [EvidenceTable] = [
      .claims([]), .matrix([]), .audit([]), .characteristics([]), .results([]),
      .references([CataloguedStudy]()),
      .references([Reference]()), .conditions(claims: [], studies: []),
    ]
    for table in tables {
      #expect(table.rows.isEmpty)
      for writer in Writer.all { #expect(try !writer.render(table).isEmpty) }
    }
  }

  @Test func claimsHaveARowForEachLinkAndOneWithoutAStudy() throws {
    let table = EvidenceTable.claims(World.claims)
    #expect(
      table.rows.map(\.id) == [
        "works/1-gironi-2008", "works/2-sharafaddinzadeh-2010", "milan/1-gironi-2008", "cost",
      ])
    #expect(
      try column("stance", of: table).map(\.value) == [
        .symbol("△", word: "partly supports"), .symbol("▼", word: "contradicts"),
        .symbol("▲", word: "supports"), .absent,
      ])
    #expect(try column("sample", of: table)[1].value == .integer(96))
    #expect(
      try column("duration", of: table)[1].value
        == .duration("8 weeks per period", iso8601: "P8W", days: 56))
    #expect(try column("study", of: table)[3].value == .text("No study linked"))
    #expect(
      try column("evidence", of: table)[3].value
        == .list(["A search in PubMed in 2026 for funding decisions found nothing."]))
  }

  @Test func aClaimWithTwoStudiesIsDrawnOnce() {
    let table = EvidenceTable.claims(World.claims)
    let statement = "almost always works in multiple sclerosis"
    #expect(table.text(as: .html).ranges(of: statement).count == 1)
    #expect(table.text(as: .html).contains("<th scope=\"rowgroup\" rowspan=\"2\" class=\"pinned\">"))
    #expect(table.text(as: .markdown).ranges(of: statement).count == 1)
    #expect(table.text(as: .latex).ranges(of: statement).count == 1)
    #expect(table.text(as: .csv).ranges(of: statement).count == 2)
  }

  @Test func matrixHasOnlyLinkedStudiesTheStrongestFirst() throws {
    let table = EvidenceTable.matrix(World.claims)
    #expect(table.columns.map(\.key) == ["claim", "standing", "sharafaddinzadeh_2010", "gironi_2008"])
    #expect(
      table.columns[2].details == [
        "randomized crossover trial, double-blind", "n = 96", "8 weeks per period",
      ])
    #expect(
      try column("gironi_2008", of: table).map(\.value) == [
        .symbol("△", word: "partly supports"), .symbol("▲", word: "supports"), .absent,
      ])
    #expect(table.text(as: .markdown).contains("nobody has linked the study to the claim"))
  }

  @Test func characteristicsTellInferredFactsInFootnotes() throws {
    let table = EvidenceTable.characteristics(World.studies)
    #expect(table.lettering.footnotes.contains("Sample completed: inferred, 40 minus 5 drop-outs."))
    let text = table.text(as: .csv)
    #expect(text.contains("Funding: not reported"))
    #expect(text.contains("Registration: EudraCT 2005-005679-13"))
    #expect(text.contains("n: 40 enrolled, 35 completed"))
    #expect(!text.contains("One person progressed"))
  }

  @Test func resultsKeepPrintedDigits() throws {
    let table = EvidenceTable.results(World.studies)
    #expect(
      table.rows.map(\.id) == ["gironi-2008/progression", "sharafaddinzadeh-2010/quality", "faulty-2011"])
    #expect(try column("effect", of: table)[1].value == .text("MD -0.34"))
    #expect(try column("interval", of: table)[1].value == .text("-0.59 to 0.09"))
    #expect(try column("p", of: table)[1].value == .text("p = 0.04"))
    #expect(try column("events", of: table)[0].value == .list(["1 of 40"]))
    #expect(try column("direction", of: table)[1].value == .symbol("○", word: "no difference"))
    #expect(try column("outcome", of: table)[2].value == .text("No result recorded"))
  }

  @Test func referencesAreInNLMStyle() throws {
    let table = EvidenceTable.references(World.studies)
    #expect(table.rows.count == 3)
    #expect(
      table.text(as: .text(width: 400)).contains(
        "Gironi A, AuthorB B, AuthorC C, AuthorD D, AuthorE E, AuthorF F, et al. A pilot trial of low-dose "
          + "naltrexone. Mult Scler. 2008 Sep;14(8):1076-83. doi: 10.1000/18728058. PMID: 18728058."))
    #expect(
      try column("status", of: table).map(\.value) == [
        .text("retracted"), .text("not checked"), .text("not checked"),
      ])
    #expect(table.text(as: .markdown).contains("**RETRACTED:** Faulty A, AuthorB B"))
    #expect(table.text(as: .markdown).contains("Too good to be true? Mult Scler."))
    #expect(table.text(as: .markdown).contains("Not in the bibliographies."))
    #expect(EvidenceTable.references(World.gironi.reports).text(as: .csv).contains("Gironi 2008,"))
  }

  @Test func conditionsShowGapsAsZeroAndLeaveOutRetractedStudies() throws {
    let table = EvidenceTable.conditions(
      claims: World.claims, studies: World.studies, listing: [World.crohn])
    #expect(table.rows.map(\.id) == ["D003424", "D009103", "D020528"])
    #expect(try column("claims", of: table).map(\.value) == [.integer(0), .integer(2), .integer(1)])
    #expect(
      try column("claims_without_study", of: table).map(\.value) == [
        .integer(0), .integer(1), .integer(0),
      ])
    #expect(
      try column("randomized_trials", of: table).map(\.value) == [
        .integer(0), .integer(1), .integer(0),
      ])
    #expect(try column("participants", of: table).map(\.value) == [.integer(0), .integer(96), .integer(40)])
    #expect(
      try column("largest", of: table).map(\.value) == [
        .text("none"), .text("Sharafaddinzadeh 2010 (96)"), .text("Gironi 2008 (40)"),
      ])
    #expect(try column("condition", of: table)[1].footnotes == ["Without 1 retracted study."])
  }
}

extension EvidenceTable: CustomTestStringConvertible {
  /// Without it the runner prints whole tables.
  public var testDescription: String { id }
}
