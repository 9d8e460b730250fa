public import OnusModel

extension EvidenceTable {
  /// The characteristics of studies in the layout of Cochrane reviews: methods, participants,
  /// interventions, outcomes, notes; no results.
  ///
  /// The layout follows the Cochrane Handbook 5.1, section 11.2.2. Facts that somebody inferred carry a
  /// footnote that says why.
  public static func characteristics(_ studies: [CataloguedStudy]) -> EvidenceTable {
    EvidenceTable(
      id: "characteristics", title: "Characteristics of studies",
      columns: [
        Column("study", "Study", isRowHeader: true),
        Column("methods", "Methods"),
        Column("participants", "Participants"),
        Column("interventions", "Interventions"),
        Column("outcomes", "Outcomes"),
        Column("notes", "Notes"),
      ],
      rows: studies.map { study in
        Row(
          id: study.study.id.rawValue, cells: Entry.allCases.map { $0.cell(for: study) },
          location: study.study.location)
      },
      notes: [
        "One row for each study, however many reports it has. Results are in the table of results.",
        "Abbreviations: n, number of people. Facts are stated in the reports unless a footnote says that they "
          + "were inferred.",
      ])
  }
}

/// The entries of a study, in Cochrane's order.
private enum Entry: CaseIterable {
  case name, methods, participants, interventions, outcomes, notes

  func cell(for study: CataloguedStudy) -> EvidenceTable.Cell {
    let footnotes = inferences(in: study.study)
    if self == .name {
      let cell = study.nameCell
      guard let title = study.study.title else {
        return .init(cell.value, footnotes: cell.footnotes + footnotes)
      }
      return .init(.list(cell.value.lines + [.init(title)]), footnotes: cell.footnotes + footnotes)
    }
    return .init(.lines(lines(for: study)), footnotes: footnotes)
  }

  private func lines(for catalogued: CataloguedStudy) -> [EvidenceTable.Line] {
    let study = catalogued.study
    func names(_ resolved: [String], _ written: [Located<String>]) -> [String] {
      resolved.isEmpty ? written.map(\.value) : resolved
    }
    switch self {
    case .name: return []
    case .methods:
      return [
        labelled("Design", study.design.value.label),
        labelled(
          "Blinding",
          study.blinding.map { blinding in
            blinding.value.stated.map { $0 == .none ? "none" : "\($0.rawValue)-blind" } ?? notReported
          }),
        labelled("Duration", study.durations.text),
      ].compactMap { $0 }
    case .participants:
      let arms = study.sample?.arms.map { arm in "\(arm.name): \(SampleSize(counts: arm.counts).text ?? "")" }
      return [
        labelled("Who", study.participants),
        labelled(
          "Conditions", list(names(catalogued.conditions.map(\.name), study.conditions), separator: "; ")),
        labelled("n", study.sample?.text),
        labelled("Arms", arms.flatMap { list($0, separator: "; ") }),
        labelled("Setting", study.setting),
      ].compactMap { $0 }
    case .interventions:
      return [
        labelled("Tested", list(names(catalogued.interventions.map(\.name), study.interventions))),
        labelled("Dose", study.dose),
        labelled("Compared with", study.comparator),
      ].compactMap { $0 }
    case .outcomes:
      let reported = study.results.map { result in
        result.outcome.value + (result.timePoint.map { " (\($0))" } ?? "")
      }
      return [
        labelled("Primary", list(study.primaryOutcomes.map(\.value), separator: "; ")),
        labelled("Secondary", list(study.secondaryOutcomes.map(\.value), separator: "; ")),
        labelled("Reported", list(reported, separator: "; ")),
      ].compactMap { $0 }
    case .notes: return notes(of: study)
    }
  }

  private func notes(of study: Study) -> [EvidenceTable.Line] {
    let others = study.otherValues.map { "\($0.fact.value) \($0.value) (\($0.basis))" }
    var lines = [
      labelled("Funding", study.funding),
      labelled("Declarations of interest", study.interests),
      labelled("Registration", list(study.registrations.map(\.value.description))),
      labelled("Limitations", list(study.limitations.map(\.value), separator: "; ")),
      labelled("Other values", list(others, separator: "; ")),
    ].compactMap { $0 }
    lines += study.notes.map { .init($0.value) }
    let reports = study.reports.map(\.value).map { identifier in
      EvidenceTable.Span(Citation.label(of: identifier), link: identifier.address)
    }
    if !reports.isEmpty {
      let parts = reports.enumerated().flatMap { index, span in index == 0 ? [span] : [.init(", "), span] }
      lines.append(.init([.init("Reports: ", isStrong: true)] + parts))
    }
    return lines
  }

  /// The inferred facts of the entry, as footnotes.
  private func inferences(in study: Study) -> [EvidenceTable.Footnote] {
    study.bases.sorted { $0.key < $1.key }.compactMap { path, basis in
      guard case .inferred = basis.value, Self.entry(forFact: path) == self else { return nil }
      let fact = path.isEmpty ? "All facts" : path.replacing(".", with: " ")
      return .init("\(fact.capitalizedSentence.dropLast()): \(basis.value.description.asSentence)")
    }
  }

  private static func entry(forFact path: String) -> Entry {
    switch path.prefix(while: { $0 != "." }) {
    case "", "default": .name
    case "design", "blinding", "duration": .methods
    case "participants", "setting", "conditions", "sample": .participants
    case "interventions", "dose", "comparator": .interventions
    case "outcomes", "results": .outcomes
    default: .notes
    }
  }

  private var notReported: String { EvidenceTable.Value.notReportedWords }

  /// Items in one line; where they are sentences, they follow one another as such.
  private func list(_ items: [String], separator: String = ", ") -> String? {
    guard !items.isEmpty else { return nil }
    let areSentences = items.contains { $0.hasSuffix(".") }
    return areSentences
      ? items.map(\.asSentence).joined(separator: " ") : items.joined(separator: separator)
  }

  private func labelled(_ label: String, _ text: String?) -> EvidenceTable.Line? {
    text.map { .init(label: label, $0) }
  }

  private func labelled(_ label: String, _ fact: Located<Reported<String>>?) -> EvidenceTable.Line? {
    labelled(label, fact.map { $0.value.stated ?? notReported })
  }
}
