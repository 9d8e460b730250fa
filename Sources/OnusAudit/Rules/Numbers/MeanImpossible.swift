internal import OnusModel

extension Check {
  /// A mean that whole numbers cannot have.
  public static let meanImpossible = Check(
    ofEachStudy: "mean-impossible",
    documentation: Documentation(
      title: "A mean that no whole numbers of so many people have",
      explanation: """
        Scores in whole points add up to a whole number, and a whole number divided by 28 is 5.18 or 5.21 \
        and never 5.19. Such a mean was computed from other people than the ones counted, or it is \
        misprinted. Only asked where items says that values are whole numbers, or means of so many of them, \
        and where the mean has enough decimals to tell.
        """,
      sources: ["Brown NJL, Heathers JAJ. The GRIM test. Soc Psychol Personal Sci 2017;8:363-9"],
      needs: "items of the result, and an arm's mean as printed and its n.",
      falsePositives: "An n that includes people whose value is missing, and means that were adjusted."),
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
                arms: { tea: { n: 28, mean: "5.19" } }
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
                arms: { tea: { n: 28, mean: "5.18" } }
        """)
  ) { entry, _ in
    entry.study.results.flatMap { result in
      result.arms.compactMap { arm in
        guard let items = result.items, !result.isModelled, let mean = arm.mean.flatMap(PrintedNumber.init),
          let count = arm.count, !Granularity.isPossible(mean: mean, of: count, items: items)
        else { return nil }
        let near = Granularity.nearestSums(mean: mean, of: count, items: items).map {
          mean.printing(Double($0) / Double(count * items))
        }
        let numbers =
          items == 1
          ? "whole numbers of \(count) people" : "\(items) whole numbers of each of \(count) people"
        return Remark(
          """
          a mean of \(mean.text) on \(arm.name) in \(entry.study.name) cannot come from \(numbers); \
          \(near.joined(separator: " and ")) can
          """, at: result.location ?? entry.study.location,
          remedy: "how many people the mean is of, and the mean as the full text prints it")
      }
    }
  }
}
