internal import OnusModel

extension Check {
  /// A p value that no usual test of the events gives.
  public static let pNotFromTable = Check(
    ofEachStudy: "p-not-from-table",
    documentation: Documentation(
      title: "A p value does not fit the numbers of events",
      explanation: """
        Two groups with their events give a p value by Fisher's exact test and by the chi-squared test with \
        and without Yates's correction. A printed one that is far from all three, or on the other side of \
        0.05, was computed from other counts or is misprinted.
        """,
      sources: [
        "Cochrane Handbook 6.4.1",
        "Altman DG. Practical Statistics for Medical Research. London: Chapman and Hall, 1991",
      ],
      needs: "Events and people of two groups, and a p value.",
      falsePositives: "Adjusted, paired or clustered analyses, and tests of the time to the event."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              falls:
                outcome: falls
                arms: { tea: { events: 10, n: 100 }, water: { events: 20, n: 100 } }
                p: "= 0.004"
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              falls:
                outcome: falls
                arms: { tea: { events: 10, n: 100 }, water: { events: 20, n: 100 } }
                p: "= 0.07"
        """)
  ) { entry, _ in
    guard !entry.study.design.value.comparesPeopleWithThemselves else { return [] }
    return entry.study.results.compactMap { result in
      guard let p = result.p?.value, let printed = PrintedNumber(p.printed), let table = result.table,
        !result.isModelled, !result.hasOtherNullHypothesis,
        result.measureWords.isDisjoint(with: ["hr", "hazard", "irr", "rate"])
      else { return nil }
      let fisher = table.fisherP
      let values = [fisher, table.chiSquaredP(corrected: false), table.chiSquaredP(corrected: true)]
      let distances = values.map(Distributions.normalDeviate(twoSided:)).sorted()
      guard let least = distances.first, let greatest = distances.last,
        PDistance(p, printed).contradicts(least...greatest)
      else { return nil }
      let direct = values.min() ?? fisher
      return Remark(
        """
        \(p) does not fit \(result.tableWords) with \(result.outcome.value) in \(entry.study.name): Fisher's \
        exact test gives \(PrintedNumber.textP(fisher)), the smallest of the usual tests \
        \(PrintedNumber.textP(direct))
        """, at: result.p?.location ?? result.location,
        remedy: "the counts and the p value as the report prints them, or how it was computed under method")
    }
  }
}
