public import OnusModel

extension EvidenceTable {
  /// The bibliography of some studies, in NLM style, with identifiers that lead to the documents.
  ///
  /// A report that a study names and no bibliography holds keeps a row, so that the gap can be seen.
  public static func references(_ studies: [CataloguedStudy]) -> EvidenceTable {
    var names: [Reference.ID: [String]] = [:]
    var references: [Reference] = []
    var missing: [Row] = []
    for study in studies {
      for reference in study.reports {
        if names[reference.id] == nil { references.append(reference) }
        names[reference.id, default: []].append(study.study.name)
      }
      let known = Set(study.reports.flatMap(\.identifiers))
      for report in study.study.reports where !known.contains(report.value) {
        missing.append(row(forMissing: report, of: study.study))
      }
    }
    let rows = references.map { row(for: $0, label: (names[$0.id] ?? []).joined(separator: ", ")) }
    return bibliography(rows: (rows + missing).sorted { (label($0), $0.id) < (label($1), $1.id) })
  }

  /// A bibliography of references that need not belong to a study, named by first author and year.
  public static func references(_ references: [Reference]) -> EvidenceTable {
    let rows = references.map { reference in
      let author = reference.authors.first.map { $0.family ?? $0.citationName }
      let name = author ?? reference.title ?? reference.id.rawValue
      return row(for: reference, label: name + (reference.year.map { " \($0)" } ?? ""))
    }
    return bibliography(rows: rows.sorted { (label($0), $0.id) < (label($1), $1.id) })
  }

  private static func bibliography(rows: [Row]) -> EvidenceTable {
    EvidenceTable(
      id: "references", title: "References",
      columns: [
        Column("study", "Study", isRowHeader: true),
        Column("reference", "Reference"),
        Column("status", "Status"),
        Column("record", "Record", kind: .identifier),
      ], rows: rows,
      notes: [
        "Status is what the record itself says of retractions, corrections and updates; “not checked” means "
          + "that it says nothing, which is not proof that there was none."
      ])
  }

  private static func row(for reference: Reference, label: String) -> Row {
    let status = reference.status
    var spans = Citation(reference).spans
    if status.standing == .retracted { spans.insert(Span("RETRACTED: ", isStrong: true), at: 0) }
    return Row(
      id: reference.id.rawValue,
      cells: [
        Cell(.text(label)), Cell(.list([Line(spans)])), Cell(value(of: status)),
        Cell(.text(reference.id.rawValue)),
      ], location: reference.location)
  }

  /// The standing with the notice that tells of it.
  private static func value(of status: ReferenceStatus) -> Value {
    guard status.standing != .noneKnown else { return .text("not checked") }
    let notice = status.relation?.citation.map { [Line("Notice: \($0)")] } ?? []
    return notice.isEmpty ? .text(status.standing.rawValue) : .list([Line(status.standing.rawValue)] + notice)
  }

  private static func row(forMissing report: Located<Identifier>, of study: Study) -> Row {
    let link = Span(Citation.label(of: report.value), link: report.value.address)
    return Row(
      id: "\(study.id)/\(report.value)",
      cells: [
        Cell(.text(study.name)), Cell(.list([Line([Span("Not in the bibliographies. "), link])])),
        Cell(.text("not checked")), Cell(.text(report.value.description)),
      ], location: report.location)
  }

  private static func label(_ row: Row) -> String { row.cells[0].value.lines.map(\.words).joined() }
}
