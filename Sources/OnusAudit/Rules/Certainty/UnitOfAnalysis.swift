internal import OnusModel

extension Check {
  /// People of a crossover or cluster trial, or of one study twice, pooled as if each were another person in one group.
  public static let unitOfAnalysis = Check(
    ofEachSynthesis: "unit-of-analysis",
    documentation: Documentation(
      title: "People are pooled as if each had been allocated alone and once",
      explanation: """
        The arms of a crossover trial are the same people, those of a cluster trial are alike within their cluster, and \
        several results of one study count its people several times. Pooled as separate people they give a wrong error \
        and a wrong weight. An effect with an interval that allows for the design has no such fault.
        """,
      sources: [
        "Higgins JPT et al. Cochrane Handbook 6.5, sections 6.2, 23.1.3, 23.2.6 and 23.3.4"
      ],
      needs: "A pooled synthesis whose results have figures of arms, and the designs of the studies.",
      falsePositives: """
        Figures of the first period of a crossover trial, or of a cluster trial that were divided by the design effect; \
        several results of one study that are about different people.
        """),
    examples: Examples(
      firing: Self.corpus(design: "cluster randomized trial"), quiet: Self.corpus(design: "rct"))
  ) { entry, _ in
    guard entry.synthesis.isPooled, entry.parts.count > 1 else { return [] }
    var counts: [Study.ID: Int] = [:]
    return entry.parts.flatMap { part -> [Remark] in
      let study = part.study.study
      counts[study.id, default: 0] += 1
      let place = entry.location(of: part)
      var remarks: [Remark] = []
      if entry.figures(of: part)?.areOfGroups ?? false {
        if study.design.value == .randomizedCrossover {
          remarks.append(
            Remark(
              "the arms of \(study.name), a crossover trial, are pooled as if they were different people",
              at: place,
              remedy: "the paired effect with its interval, or the results of the first period"))
        } else if study.design.value == .clusterRandomizedTrial {
          remarks.append(
            Remark(
              "the people of \(study.name), a cluster trial, are pooled as if each had been allocated alone",
              at: place,
              remedy:
                "an effect whose interval allows for the clusters, or figures divided by the design effect"))
        }
      }
      if counts[study.id] == 2 {
        remarks.append(
          Remark(
            "several results of \(study.name) are pooled, so that its people count more than once", at: place,
            remedy: "one of the results, or a result that combines them"))
      }
      return remarks
    }
  }

  private static func corpus(design: String) -> Example {
    Example(
      corpus: """
        conditions: { back-pain: { name: Back Pain } }
        interventions: { tea: { name: willow tea } }
        studies:
          tea-2019:
            name: Tea 2019
            design: \(design)
            results:
              pain: { outcome: pain, arms: { tea: { events: 5, n: 50 }, water: { events: 9, n: 50 } } }
          tea-2020:
            name: Tea 2020
            design: rct
            results:
              pain: { outcome: pain, arms: { tea: { events: 3, n: 40 }, water: { events: 6, n: 40 } } }
        syntheses:
          pain:
            conditions: [Back Pain]
            intervention: tea
            comparator: water
            outcome: pain
            measure: RR
            results: [tea-2019/pain, tea-2020/pain]
        """)
  }
}
