internal import OnusModel

extension Check {
  /// An arm in which more people had an event than were in it.
  public static let moreEventsThanPeople = Check(
    ofEachStudy: "more-events-than-people", severity: .error,
    documentation: Documentation(
      title: "More people had an event than were counted",
      explanation: """
        A person has an event or has none, so there cannot be more people with it than people. Where events \
        are counted and not people, as with relapses, the figure is a rate and no number out of n.
        """,
      sources: ["Cochrane Handbook 6.7 (counts of events)"],
      needs: "The events and the people of an arm.",
      falsePositives: "None; counts of repeated events do not belong under events."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              falls:
                outcome: falls
                arms: { tea: { events: 31, n: 30 }, water: { events: 12, n: 30 } }
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              falls:
                outcome: falls
                arms: { tea: { events: 13, n: 30 }, water: { events: 12, n: 30 } }
        """)
  ) { entry, _ in
    entry.study.results.flatMap { result in
      result.arms.compactMap { arm in
        guard let events = arm.events, let count = arm.count, events > count else { return nil }
        return Remark(
          """
          \(events) of \(count) with \(result.outcome.value) on \(arm.name) in \(entry.study.name) cannot \
          be: there are more people with the event than people
          """, at: result.location ?? entry.study.location,
          remedy: "people with at least one event, or the rate of events as the effect")
      }
    }
  }
}
