internal import OnusModel

/// The cells that several tables show of a claim.
extension CataloguedClaim {
  /// The statement, with a footnote for everything that a careful reader should look at.
  var statementCell: EvidenceTable.Cell {
    .init(
      .text(claim.statement.value),
      footnotes: weightyFindings.map { finding in
        EvidenceTable.Footnote(
          "\(finding.code.rawValue) (\(finding.severity.rawValue)): \(finding.message.asSentence)")
      })
  }

  /// The findings that are more than notes.
  var weightyFindings: [Diagnostic] { findings.filter { $0.severity > .note } }

  /// Where the claim stands, with the row of the decision table that says so; empty before an audit.
  var standingCell: EvidenceTable.Cell {
    .init(standing.map { .text("\($0.standing.rawValue) (\($0.row))") } ?? .absent)
  }

  /// Who makes the claim, and where: "David Gluck, Ask the Doctor, paragraph 12".
  var appearanceValue: EvidenceTable.Value {
    .lines(
      appearances.map { appearing in
        let source = appearing.source
        let place = appearing.appearance.place
        let head = source.authors.isEmpty ? "" : source.authors.joined(separator: ", ") + ", "
        let date = (appearing.appearance.date ?? source.published?.stated)?.iso8601.map { ", \($0)" } ?? ""
        return .init([
          .init(head), .init(source.title, link: source.address),
          .init(date + (place.isEmpty ? "" : ", \(place)")),
        ])
      })
  }

  /// The conditions the claim is about, with a footnote where they are not the very one asked for.
  var conditionsCell: EvidenceTable.Cell {
    let names = conditions.isEmpty ? claim.conditions.map(\.value) : conditions.map(\.name)
    let footnotes: [EvidenceTable.Footnote] =
      switch match {
      case .covering: ["About a broader class that covers the condition asked for."]
      case .narrower: ["About a narrower condition than the one asked for."]
      case .exact, nil: []
      }
    return .init(.lines((names.isEmpty ? claim.topics : names).map { .init($0) }), footnotes: footnotes)
  }

  /// What the checks say, one finding a line, the gravest first.
  var findingsValue: EvidenceTable.Value {
    guard !findings.isEmpty else { return .text("No finding") }
    return .lines(
      findings.sorted { $0.severity > $1.severity }.map { finding in
        .init([.init(finding.severity.rawValue + ": ", isStrong: true), .init(finding.message)])
      })
  }
}

extension EvidenceSearch {
  /// The search as one sentence.
  var sentence: String {
    let place = place.map { " in \($0)" } ?? ""
    let when = date.flatMap { date in
      date.iso8601.map { date.day == nil ? " in \($0)" : " on \($0)" }
    }
    return "A search\(place)\(when ?? "") for \(question) found \(found.asSentence)"
  }
}
