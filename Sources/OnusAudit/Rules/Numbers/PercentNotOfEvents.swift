internal import OnusModel

extension Check {
  /// A percentage that does not follow from the events beside it.
  public static let percentNotOfEvents = Check(
    "percent-not-of-events", severity: .error,
    documentation: Documentation(
      title: "A percentage does not follow from the numbers beside it",
      explanation: """
        "41 of 49" and "84%" say one thing twice. Where they say two, one of the three figures is wrong, or \
        the percentage is of other people. Halves may have been rounded either way.
        """,
      sources: ["CONSORT 2010, item 17b (absolute figures of binary outcomes)"],
      needs: "A percentage and the number of events with the number of people.",
      falsePositives: "A percentage that was truncated, or estimated over time."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              failed: { outcome: tests failed, events: 69 of 274, percent: "26.2" }
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              failed: { outcome: tests failed, events: 69 of 274, percent: "25.2" }
        """)
  ) { input in
    let studies = input.studies.flatMap { entry in
      entry.study.results.flatMap(\.disagreements).map { remark in
        var remark = remark
        remark.message += " in \(entry.study.name)"
        remark.location = remark.location ?? entry.study.location
        return Finding(remark.diagnostic(.error, code), study: entry.study.id)
      }
    }
    let claims = input.claims.compactMap { entry -> Finding? in
      guard let events = entry.claim.asserts.events?.value, let percent = entry.claim.asserts.percent,
        let remark = Remark(
          percent.value, events.count, events.total, "the source of the claim",
          at: percent.location ?? entry.claim.statement.location)
      else { return nil }
      return Finding(remark.diagnostic(.error, code), claim: entry.claim.id)
    }
    return studies + claims
  }

  private static let code: Diagnostic.Code = "percent-not-of-events"
}

extension StudyResult {
  fileprivate var disagreements: [Check.Remark] {
    guard tellsShareOfPeople else { return [] }
    var remarks = arms.compactMap { arm -> Check.Remark? in
      guard let percent = arm.percent, let events = arm.events, let count = arm.count else { return nil }
      return Check.Remark(percent, events, count, "\(outcome.value) on \(arm.name)", at: location)
    }
    if let events = events?.value, let percent {
      let whole = Check.Remark(
        percent.value, events.count, events.total, outcome.value, at: percent.location ?? location)
      remarks += [whole].compactMap { $0 }
    }
    return remarks
  }
}

extension Check.Remark {
  /// Says that a percentage does not follow from a number of events; `nil` when it does.
  fileprivate init?(_ printed: String, _ events: Int, _ total: Int, _ what: String, at place: SourceLocation?)
  {
    guard let percent = PrintedNumber(printed), total > 0, events <= total else { return nil }
    let share = 100 * Double(events) / Double(total)
    guard !percent.canBe(share) else { return nil }
    self.init(
      "\(printed)% does not follow from \(events) of \(total), which is \(percent.printing(share))%: \(what)",
      at: place, remedy: "the number, the people and the percentage as the report prints them")
  }
}
