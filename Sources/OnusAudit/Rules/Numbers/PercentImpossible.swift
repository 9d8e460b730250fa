internal import OnusModel

extension Check {
  /// A percentage that no whole number of people gives.
  public static let percentImpossible = Check(
    "percent-impossible",
    documentation: Documentation(
      title: "A percentage that no whole number of the people gives",
      explanation: """
        Of 17 people 15 are 88% and 16 are 94%: 89% of them is nobody's share. Such a percentage was \
        computed from fewer or other people than the ones recorded, or it is misprinted, and until that is \
        settled nobody can say how many people it stands for. Every count of the study and of its arms is \
        tried, and halves may have been rounded either way.
        """,
      sources: [
        "Brown NJL, Heathers JAJ. The GRIM test. Soc Psychol Personal Sci 2017;8:363-9",
        "CONSORT 2010, item 17b (absolute figures of binary outcomes)",
      ],
      needs: "A percentage of people without its number of events, and how many people there were.",
      falsePositives: "A percentage that is no share of people and does not say so, or a truncated one."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: single-arm trial
            sample: { enrolled: 18 }
            results:
              response: { outcome: response, percent: "88" }
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: single-arm trial
            sample: { enrolled: 18 }
            results:
              response: { outcome: response, percent: "89" }
        """)
  ) { input in
    let studies = input.studies.flatMap { entry in
      entry.study.impossiblePercentages.map { Finding($0.diagnostic(.warning, code), study: entry.study.id) }
    }
    let claims = input.claims.compactMap { entry in
      entry.claim.impossiblePercentage.map { Finding($0.diagnostic(.warning, code), claim: entry.claim.id) }
    }
    return studies + claims
  }

  private static let code: Diagnostic.Code = "percent-impossible"
}

extension Study {
  fileprivate var impossiblePercentages: [Check.Remark] {
    guard design.value.family != .synthesis else { return [] }
    return results.flatMap { result -> [Check.Remark] in
      guard result.role != .subgroup, result.tellsShareOfPeople else { return [] }
      let ofArms = result.arms.compactMap { arm -> Check.Remark? in
        guard arm.events == nil, let printed = arm.percent, let count = arm.count else { return nil }
        return remark(printed, of: [count], what: result.outcome.value, at: result.location)
      }
      guard result.events == nil, let percent = result.percent else { return ofArms }
      let arms = result.arms.compactMap(\.count)
      let counts = arms.isEmpty ? peopleCounts : arms + [arms.reduce(0, +)]
      let whole = remark(percent.value, of: counts, what: result.outcome.value, at: percent.location)
      return ofArms + [whole].compactMap { $0 }
    }
  }

  private func remark(
    _ printed: String, of counts: [Int], what: String, at place: SourceLocation?
  ) -> Check.Remark? {
    Share(printed, of: counts).map { share in
      Check.Remark(
        "\(printed)% with \(what) in \(name) is not a share of its people: \(share.words)",
        at: place ?? location,
        remedy: "the number of people that the percentage stands for, and of how many, from the full text")
    }
  }

  /// Every number of people that is given for the study or one of its arms, each once, as they are written.
  private var peopleCounts: [Int] {
    guard let sample else { return [] }
    var counts = SampleSize.Stage.allCases.compactMap { sample[$0] }
    for arm in sample.arms {
      counts += SampleSize.Stage.allCases.compactMap { arm.counts[$0]?.value.stated }
    }
    for other in otherValues where other.fact.value.hasPrefix("sample") {
      counts += other.value.split { !$0.isASCIIDigit }.compactMap { Int($0) }
    }
    var seen: Set<Int> = []
    return counts.filter { $0 > 0 && seen.insert($0).inserted }
  }
}

extension Claim {
  fileprivate var impossiblePercentage: Check.Remark? {
    guard let percent = asserts.percent, asserts.events == nil, let sample = asserts.sample,
      let share = Share(percent.value, of: [sample.value])
    else { return nil }
    return Check.Remark(
      "\(percent.value)% is not a share of the people that the source speaks of: \(share.words)",
      at: percent.location ?? statement.location,
      remedy: "the figures of the study itself, or how many people the percentage is of")
  }
}

extension StudyResult {
  /// Whether nothing that is said of the result tells that its percentage is something else than a share of
  /// people.
  var tellsShareOfPeople: Bool {
    let text = [outcome.value, measure, unit, finding].compactMap { $0?.lowercased() }.joined(separator: " ")
    let others = [
      "reduction", "change", "decrease", "increase", "fell by", "fall of", "rose by", "rise of", "dropped by",
      "mean ",
      "median", "average", "relative", "of baseline", "per cent of", "% less", "% lower", "% higher",
      "% more", "estimate", "weighted", "rate ratio", "sensitivity", "specificity", "kaplan", "cumulative",
      "incidence", "a year", "per year",
    ]
    return !others.contains { text.contains($0) }
  }
}

/// A percentage that is no share of any of some numbers of people.
private struct Share {
  /// Which shares they do have.
  var words: String

  /// Returns `nil` for a percentage that is possible, or that cannot be told.
  init?(_ printed: String, of counts: [Int]) {
    guard let percent = PrintedNumber(printed), (0...100).contains(percent.value), !counts.isEmpty,
      !counts.contains(where: { Granularity.isPossible(percent: percent, of: $0) })
    else { return nil }
    words = counts.map { people in
      let near = Granularity.nearestCounts(percent: percent, of: people).map {
        "\($0) of \(people) is \(percent.printing(100 * Double($0) / Double(people)))%"
      }
      return near.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}
