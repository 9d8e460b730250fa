internal import OnusModel

/// The cells that several tables show of a study.
extension CataloguedStudy {
  /// The name, leading to the primary report.
  var nameCell: EvidenceTable.Cell {
    let footnotes: [EvidenceTable.Footnote] =
      isRetracted ? ["The primary report of this study has been retracted."] : []
    guard let address = primaryAddress else { return .init(.text(study.name), footnotes: footnotes) }
    return .init(.link(study.name, to: address), footnotes: footnotes)
  }

  /// The web address of the primary report, at PubMed where it is there.
  var primaryAddress: String? {
    let known = (reports.first?.identifiers ?? []) + study.reports.prefix(1).map(\.value)
    for scheme in [Identifier.Scheme.pmid, .doi, .pmcid, .bookshelf, .url] {
      if let found = known.first(where: { $0.scheme == scheme })?.address { return found }
    }
    return reports.first?.addresses.first
  }

  /// The design with its blinding, for example "randomized trial, double-blind".
  var designText: String {
    guard case .value(let blinding)? = study.blinding?.value else { return study.design.value.label }
    return study.design.value.label + (blinding == .none ? ", open" : ", \(blinding.rawValue)-blind")
  }

  /// The design with its blinding and what it was compared with.
  var designWithComparator: String {
    guard case .value(let comparator)? = study.comparator?.value else { return designText }
    return designText + (study.hasControl == false ? ", no comparator" : ", against \(comparator)")
  }

  /// How many stayed to the end.
  var completedCell: EvidenceTable.Cell {
    switch study.sample?.counts[.completed]?.value {
    case .value(let count): .init(.integer(count))
    case .notReported: .init(.notReported)
    case nil: .init(.absent)
    }
  }

  /// The number of people, with a footnote where they are counted at another stage than entry.
  var sampleCell: EvidenceTable.Cell {
    guard let sample = study.sample else { return .init(.absent) }
    var footnotes: [EvidenceTable.Footnote] = []
    if study.design.value.family == .preclinical { footnotes.append("Not done in people.") }
    if let studies = sample.studies?.value.stated {
      footnotes.append(.init("In \(Counted.text(studies, "study", "studies")) that it includes."))
    }
    guard let (count, stage) = sample.headline else {
      return .init(
        sample.isNotReported || !sample.counts.isEmpty ? .notReported : .absent, footnotes: footnotes)
    }
    if stage != .enrolled { footnotes.append(.init("Counted as \(stage.rawValue).")) }
    return .init(.integer(count), footnotes: footnotes)
  }

  /// The duration that stands for the study, with a footnote where it is not that of the treatment.
  var durationCell: EvidenceTable.Cell {
    switch study.durations.headline {
    case nil: return .init(.absent)
    case .notReported: return .init(.notReported)
    case .value(let duration):
      let value = EvidenceTable.Value.duration(
        duration.printed, iso8601: duration.iso8601, days: duration.sortKey)
      if study.durations.treatment != nil { return .init(value) }
      let isFollowUp = study.durations.followUp != nil
      return .init(
        value, footnotes: [isFollowUp ? "Length of the follow-up." : "Length of the whole study."])
    }
  }

  /// Design, people and duration on three lines, as the head of a column.
  var headDetails: [String] {
    var details = [designText]
    if let (count, stage) = study.sample?.headline {
      details.append("n = \(count)\(stage == .enrolled ? "" : " \(stage.rawValue)")")
    }
    if let duration = study.durations.headline?.stated { details.append(duration.printed) }
    return details
  }

  /// Orders studies by OCEBM level, the newest first within a level, then by name.
  static func isStronger(_ left: CataloguedStudy, _ right: CataloguedStudy) -> Bool {
    let keys = [left, right].map { ($0.study.design.value.ocebmLevel ?? 6, -($0.year ?? 0), $0.study.name) }
    return keys[0] == keys[1] ? left.study.id < right.study.id : keys[0] < keys[1]
  }
}

extension EvidenceTable.Value {
  /// The value of a fact that a report may or may not state.
  static func reported(_ fact: Reported<String>?) -> Self {
    switch fact {
    case .value(let text): .optional(text)
    case .notReported: .notReported
    case nil: .absent
    }
  }

  /// The stance with its sign.
  static func stance(_ stance: EvidenceLink.Stance) -> Self { .symbol(stance.symbol, word: stance.rawValue) }
}

/// Numbers with the word they count.
enum Counted {
  /// The number and the word in the right form: "1 study", "2 studies".
  static func text(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
