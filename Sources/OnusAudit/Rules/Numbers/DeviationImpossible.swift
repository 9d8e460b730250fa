internal import OnusModel

extension Check {
  /// A standard deviation that whole numbers with this mean cannot have.
  public static let deviationImpossible = Check(
    ofEachStudy: "deviation-impossible",
    documentation: Documentation(
      title: "A standard deviation that no whole numbers with this mean have",
      explanation: """
        The squares of whole numbers add up to a whole number, which is even or odd as their own sum is. For \
        few people that leaves gaps between the standard deviations that go with a mean. Divisors n and n - \
        1 are both allowed. Only asked where items says that values are whole numbers, and where the mean \
        itself is possible. A standard deviation below 0 is always reported.
        """,
      sources: [
        "Anaya J. The GRIMMER test. PeerJ Preprints 2016;4:e2400v1", "Allard A. Analytic-GRIMMER, 2018",
      ],
      needs: "items of the result, and an arm's n with mean and standard deviation as printed.",
      falsePositives: "An n that includes people whose value is missing."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain:
                outcome: back pain
                measure: scale of 0 to 10
                items: 1
                arms: { tea: { n: 10, mean: "3.50", sd: "0.31" } }
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain:
                outcome: back pain
                measure: scale of 0 to 10
                items: 1
                arms: { tea: { n: 10, mean: "3.50", sd: "0.53" } }
        """)
  ) { entry, _ in
    entry.study.results.flatMap { result in
      result.arms.compactMap { arm in
        guard let deviation = arm.standardDeviation.flatMap(PrintedNumber.init) else { return nil }
        let place = result.location ?? entry.study.location
        let remedy = "the standard deviation as the full text prints it, and whether it is a standard error"
        if deviation.digits < 0 {
          return Remark(
            """
            a standard deviation of \(deviation.text) on \(arm.name) in \(entry.study.name) cannot be: it is \
            never below 0
            """, at: place, remedy: remedy)
        }
        guard let items = result.items, !result.isModelled, let mean = arm.mean.flatMap(PrintedNumber.init),
          let count = arm.count,
          !Granularity.isPossible(deviation: deviation, mean: mean, of: count, items: items)
        else { return nil }
        return Remark(
          """
          no whole numbers of \(count) people have a mean of \(mean.text) and a standard deviation of \
          \(deviation.text), as \(arm.name) in \(entry.study.name) should
          """, at: place, remedy: remedy)
      }
    }
  }
}
