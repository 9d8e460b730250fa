import OnusAudit
import OnusModel
import Testing

/// A study with one result, whose own fields begin on line 9.
private func study(_ fields: String, design: String = "rct", sample: String = "{ enrolled: 40 }") -> String {
  """
  studies:
    tea:
      name: Tea 2019
      design: \(design)
      sample: \(sample)
      results:
        falls:
          outcome: falls
  \(fields.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n"))
  """
}

/// A study with counts alone.
private func counts(_ sample: String, design: String = "rct") -> String {
  "studies: { tea: { name: Tea 2019, design: \(design), sample: \(sample) } }"
}

struct NumberCheckTests {
  @Test func aShareThatNobodyHasIsReportedWithThoseThatSomeHave() throws {
    #expect(
      try findings(.percentImpossible, study("percent: \"89\"", sample: "{ enrolled: 17 }")) == [
        """
        corpus.yaml:9:18: warning: 89% with falls in Tea 2019 is not a share of its people: 15 of 17 is 88%, \
        16 of 17 is 94% [percent-impossible]
          help: the number of people that the percentage stands for, and of how many, from the full text
        """
      ])
  }

  @Test(arguments: [
    ("percent: \"67\"", "rct", "{ enrolled: 14, completed: 12 }"), ("percent: \"89\"", "meta-analysis", "17"),
    ("percent: \"89\"\nrole: subgroup", "rct", "17"),
    ("percent: \"89\"\nfinding: Pain fell by 89%.", "rct", "17"),
    ("percent: \"89\"", "rct", "{ enrolled: 17, arms: { tea: 9, water: 8 } }"),
    ("percent: \"89\"", "rct", "not reported"), ("percent: \"88.2\"", "rct", "17"),
    ("percent: \"89\"\narms: { tea: { n: 9 }, water: { n: 8 } }", "rct", "17"),
  ])
  func aShareOfOtherPeopleIsNotReported(_ fields: String, _ design: String, _ sample: String) throws {
    #expect(try findings(.percentImpossible, study(fields, design: design, sample: sample)) == [])
  }

  @Test func aPercentageOfAnArmIsHeldAgainstTheArm() throws {
    let arms = "arms: { tea: { n: 18, percent: \"88\" }, water: { n: 16, percent: \"38\" } }"
    #expect(
      try findings(.percentImpossible, study(arms)).map { $0.prefix(while: { $0 != "[" }) } == [
        """
        corpus.yaml:7:7: warning: 88% with falls in Tea 2019 is not a share of its people: 15 of 18 is 83%, \
        16 of 18 is 89%\u{20}
        """
      ])
    let events =
      "arms: { tea: { events: 41, n: 49, percent: \"85\" }, water: { events: 43, n: 50, percent: \"86\" } }"
    #expect(
      try findings(.percentNotOfEvents, study(events)) == [
        """
        corpus.yaml:7:7: error: 85% does not follow from 41 of 49, which is 84%: falls on tea in Tea 2019 \
        [percent-not-of-events]
          help: the number, the people and the percentage as the report prints them
        """
      ])
  }

  @Test func figuresThatAClaimsSourceStatesAreHeldAgainstEachOther() throws {
    let claim = "claims: { tea: { statement: Tea helps., kind: efficacy, asserts: { %@ } } }"
    func corpus(_ asserts: String) -> String {
      String(claim.split(separator: "%@", maxSplits: 1)[0]) + asserts + " } } }"
    }
    #expect(try findings(.percentImpossible, corpus("sample: 17, percent: 89")).count == 1)
    #expect(try findings(.percentImpossible, corpus("sample: 40, percent: 2.5")) == [])
    #expect(try findings(.percentNotOfEvents, corpus("events: 1 of 40, percent: 3.5")).count == 1)
    #expect(try findings(.percentNotOfEvents, corpus("events: 1 of 40, percent: 2.5")) == [])
    #expect(try findings(.percentNotOfEvents, corpus("events: 1 of 40, percent: 3")) == [])
  }

  @Test(arguments: [
    ("{ randomized: 99, arms: { a: { randomized: 49 }, b: { randomized: 50 } } }", "rct", 0),
    ("{ randomized: 98, arms: { a: { randomized: 49 }, b: { randomized: 50 } } }", "rct", 1),
    ("{ randomized: 120, arms: { a: { randomized: 49 }, b: { randomized: 50 } } }", "rct", 1),
    ("{ analysed: 120, arms: { a: { analysed: 49 }, b: { analysed: 50 } } }", "cross-sectional study", 0),
    ("{ randomized: 60, arms: { a: { randomized: 60 }, b: { randomized: 60 } } }", "rct-crossover", 0),
    ("{ randomized: 99, arms: { a: 49, b: 50 } }", "rct", 0),
    ("{ enrolled: 110, analysed: 99, arms: { a: 49, b: 50 } }", "rct", 0),
    ("{ randomized: 99, arms: { a: { randomized: 49 }, b: { randomized: not reported } } }", "rct", 0),
  ])
  func armsAddUpOrNot(_ sample: String, _ design: String, _ count: Int) throws {
    #expect(try findings(.armsDoNotAddUp, counts(sample, design: design)).count == count)
  }

  @Test(arguments: [
    ("{ enrolled: 80, randomized: 80, completed: 60, analysed: 60 }", 0),
    ("{ screened: 158, randomized: 99, completed: 99 }", 0), ("{ randomized: 60, analysed: 64 }", 1),
    ("{ completed: 50, analysed: 60, randomized: 60 }", 0), ("{ enrolled: 50, completed: 60 }", 1),
    ("{ randomized: 60, arms: { a: { randomized: 30, analysed: 31 }, b: { randomized: 30 } } }", 1),
  ])
  func nobodyJoinsOnTheWay(_ sample: String, _ count: Int) throws {
    #expect(try findings(.moreAnalysedThanRandomized, counts(sample)).count == count)
  }

  @Test func aResultHasNoMorePeopleThanItsStudy() throws {
    let many = "arms: { tea: { events: 3, n: 60 }, water: { events: 2, n: 20 } }"
    #expect(
      try findings(.moreAnalysedThanRandomized, study(many)) == [
        """
        corpus.yaml:7:7: warning: falls is given for 60 people on tea, and Tea 2019 has only 40 \
        [more-analysed-than-randomized]
        corpus.yaml:5:25: note: the study's size is here
          help: the number of people behind this result, or what is counted if not people
        """
      ])
  }

  @Test(arguments: [
    ("effect: HR 0.76\ninterval: 0.59 to 0.98", 0), ("effect: HR 0.5\ninterval: 0.59 to 0.98", 1),
    ("effect: MD 0.3\ninterval: -0.95 to 0.27", 0), ("effect: MD 0.34\ninterval: -0.95 to 0.27", 1),
  ])
  func anEstimateLiesWithinItsInterval(_ fields: String, _ count: Int) throws {
    #expect(try findings(.estimateOutsideInterval, study(fields)).count == count)
  }

  @Test(arguments: [
    ("effect: RR 2.2\ninterval: 1.1 to 4.3", 0), ("effect: RR 0.5\ninterval: 0.45 to 0.9", 1),
    ("effect: MD -0.34\ninterval: -0.95 to 0.27", 0), ("effect: MD -0.80\ninterval: -0.95 to 0.27", 1),
    ("effect: median difference -0.80\ninterval: -0.95 to 0.27", 0),
    ("effect: log OR -0.80\ninterval: -0.95 to 0.27", 0), ("effect: exact OR 0.5\ninterval: 0.45 to 0.9", 0),
  ])
  func anEstimateSitsInTheMiddle(_ fields: String, _ count: Int) throws {
    #expect(try findings(.intervalLopsided, study(fields)).count == count)
  }

  @Test func aPValueThatDoesNotFitItsIntervalIsReported() throws {
    #expect(
      try findings(.pNotFromInterval, study("effect: d -0.11\ninterval: -0.96 to 0.74\np: \"= 0.31\"")) == [
        """
        corpus.yaml:11:12: warning: p = 0.31 does not fit d -0.11 (-0.96 to 0.74) of Tea 2019: an interval \
        this wide goes with p of about 0.80, so one of the figures may be wrong [p-not-from-interval]
        corpus.yaml:10:19: note: the interval is here
          help: the figures as the full text prints them, and the test that the p value comes from
        """
      ])
    let other = "effect: RR 1.0\ninterval: 0.8 to 1.25\np: \"= 0.01\"\nfinding: Not inferior."
    #expect(try findings(.pNotFromInterval, study(other)) == [])
  }

  @Test(arguments: [
    ("0.07", "rct", 0), ("0.048", "rct", 0), ("0.004", "rct", 1), ("0.6", "rct", 1),
    ("0.004", "rct-crossover", 0),
  ])
  func aPValueFitsOneOfTheUsualTests(_ p: String, _ design: String, _ count: Int) throws {
    let fields = "arms: { tea: { events: 10, n: 100 }, water: { events: 20, n: 100 } }\np: \"= \(p)\""
    #expect(try findings(.pNotFromTable, study(fields, design: design)).count == count)
    #expect(
      try findings(.pNotFromTable, study(fields + "\nfinding: After adjustment.", design: design)) == [])
    #expect(try findings(.pNotFromTable, study(fields + "\neffect: HR 0.4", design: design)) == [])
  }

  @Test(arguments: [
    ("RR 2.22", 0), ("RR 0.45", 0), ("RR 0.27", 0), ("RR 2.3", 0), ("OR 8.33", 0), ("OR 0.12", 0),
    ("RD 0.46", 0),
    ("RD -46", 0), ("HR 3.1", 0), ("adjusted RR 8.33", 0), ("log OR 2.12", 0), ("IRR 5", 0), ("OR 2.22", 1),
    ("RR 3.1", 1), ("RD 0.6", 1),
  ])
  func anEffectFollowsFromItsArms(_ effect: String, _ count: Int) throws {
    let fields = "arms: { tea: { events: 15, n: 18 }, water: { events: 6, n: 16 } }\neffect: \(effect)"
    #expect(try findings(.effectNotFromTable, study(fields)).count == count)
  }

  @Test func anOddsRatioPrintedAsARiskRatioIsNamed() throws {
    let fields = "arms: { tea: { events: 15, n: 18 }, water: { events: 6, n: 16 } }\neffect: RR 8.33"
    #expect(
      try findings(.effectNotFromTable, study(fields)) == [
        """
        corpus.yaml:10:17: warning: RR 8.33 of Tea 2019 does not follow from 15 of 18 against 6 of 16 with \
        falls, which give RR 2.22; it is their odds ratio [effect-not-from-table]
          help: the counts and the effect as the report prints them, or "adjusted" before the measure
        """
      ])
  }

  @Test(arguments: [
    ("MD -0.34", "-1.3", "-0.9", 0), ("MD -0.4", "-1.3", "-0.9", 0), ("MD 0.4", "-1.3", "-0.9", 0),
    ("adjusted MD 0.49", "-0.33", "-0.64", 0), ("SMD 0.2", "-1.3", "-0.9", 0), ("MD -2.2", "-1.3", "-0.9", 1),
  ])
  func aMeanDifferenceFollowsFromItsMeans(
    _ effect: String, _ first: String, _ second: String, _ count: Int
  ) throws {
    let fields = "arms: { tea: { mean: \"\(first)\" }, water: { mean: \"\(second)\" } }\neffect: \(effect)"
    #expect(try findings(.effectNotFromTable, study(fields)).count == count)
  }

  @Test(arguments: [
    ("effect: OR 1.2\ninterval: -0.1 to 2", 1), ("effect: log OR -0.2", 0), ("percent: \"101\"", 1),
    ("percent: \"130\"\nfinding: A relative rise.", 0), ("p: \"= 0.000\"", 1), ("p: \"< 0.001\"", 0),
    ("effect: correlation 1.2", 1), ("effect: improved or stable -3", 0), ("effect: MD -1.2", 0),
  ])
  func figuresStayWithinTheirKind(_ fields: String, _ count: Int) throws {
    #expect(try findings(.valueOutOfRange, study(fields)).count == count)
  }

  @Test(arguments: [
    ("effect: RR 1.45\ninterval: 1.15 to 1.83\nfinding: Falls were fewer.", 1),
    ("effect: RR 1.45\ninterval: 1.15 to 1.83\nfinding: Falls were commoner.", 0),
    ("effect: RR 1.45\ninterval: 1.15 to 1.83\nfinding: No fewer fell.", 0),
    ("effect: RR 1.45\ninterval: 0.95 to 2.21\nfinding: Falls were fewer.", 0),
    ("effect: RR 1.45\ninterval: 1.15 to 1.83\nfinding: Fewer fell and more stumbled.", 0),
    ("effect: RR 1.45\ninterval: 1.15 to 1.83\ndirection: no difference", 1),
    ("effect: RR 1.15\ninterval: 0.85 to 1.56\ndirection: no difference", 0),
    (
      "arms: { before: { mean: 21.7 }, after: { mean: 34.2 } }\ncomparison: within group\nfinding: It fell.",
      1
    ),
    (
      "arms: { before: { mean: 34.2 }, after: { mean: 21.7 } }\ncomparison: within group\nfinding: It fell.",
      0
    ),
  ])
  func wordsPointWhereTheFiguresDo(_ fields: String, _ count: Int) throws {
    #expect(try findings(.directionAgainstEstimate, study(fields)).count == count)
  }

  @Test func aClaimOfADecreaseDoesNotRestOnARatioAboveOne() throws {
    let claim = """

      claims:
        tea-falls:
          statement: Tea prevents falls.
          kind: efficacy
          direction: decrease
          evidence: { study: tea, result: falls, stance: supports, because: Fewer fell. }
      """
    let above = study("effect: RR 1.45\ninterval: 1.15 to 1.83") + claim
    #expect(try findings(.directionAgainstEstimate, above).count == 1)
    let below = study("effect: RR 0.69\ninterval: 0.55 to 0.87") + claim
    #expect(try findings(.directionAgainstEstimate, below) == [])
  }

  @Test(arguments: [
    ("60", "33", "OR 3.05", "Three times as likely to respond.", 1),
    ("60", "33", "OR 3.05", "A 3-fold risk.", 1),
    ("60", "33", "OR 3.05", "People were 200% more likely to fall.", 1),
    ("60", "33", "OR 3.05", "The odds were three times as high.", 0),
    ("60", "33", "OR 3.05", "More likely to respond.", 0),
    ("60", "33", "OR 3.05", "They were 1.8 times as likely to respond.", 0),
    ("6", "2", "OR 3.06", "Three times as likely to respond.", 0),
    ("33", "60", "OR 0.33", "They were 67% less likely to fall.", 1),
    ("60", "33", "RR 1.82", "Twice as likely to respond.", 0),
  ])
  func anOddsRatioIsNotToldAsRisk(
    _ first: String, _ second: String, _ effect: String, _ finding: String, _ count: Int
  ) throws {
    let fields = """
      arms: { tea: { events: \(first), n: 100 }, water: { events: \(second), n: 100 } }
      effect: \(effect)
      finding: "\(finding)"
      """
    #expect(try findings(.oddsRatioAsRisk, study(fields)).count == count)
  }

  @Test func aTestInAnAbstractIsComputedAgain() throws {
    let corpus = "studies: { tea: { name: Tea 2019, design: rct, reports: [\"pmid:1\"] } }"
    let record = """
      PMID- 1
      TI  - Tea and falls
      AB  - Falls were fewer, t(14) = 1.70, p = .03.

      """
    #expect(
      try findings(.testAgainstP, corpus, references: record) == [
        """
        corpus.yaml:1:58: warning: "t(14) = 1.70, p = .03" in the abstract of Tea 2019 does not agree \
        with itself: the test gives p of 0.11, on the other side of 0.05 [test-against-p]
          help: the test and the p value as the full text prints them, and whether it was one-sided
        """
      ])
    let half = record.replacing(".03.", with: ".056, one-tailed.")
    #expect(try findings(.testAgainstP, corpus, references: half) == [])
  }

  @Test func meansAreOnlyHeldAgainstWholeNumbersWhereTheyAreSuch() throws {
    let arms = "arms: { tea: { n: 28, mean: \"5.19\", sd: \"1.60\" } }"
    #expect(try findings(.meanImpossible, study(arms)) == [])
    #expect(
      try findings(.meanImpossible, study(arms + "\nitems: 1")) == [
        """
        corpus.yaml:7:7: warning: a mean of 5.19 on tea in Tea 2019 cannot come from whole numbers of 28 \
        people; 5.18 and 5.21 can [mean-impossible]
          help: how many people the mean is of, and the mean as the full text prints it
        """
      ])
    #expect(try findings(.meanImpossible, study(arms + "\nitems: 4")) == [])
    #expect(try findings(.meanImpossible, study(arms + "\nitems: 1\nfinding: Adjusted for age.")) == [])
  }

  @Test func deviationsAreNeverBelowZero() throws {
    let arms = "arms: { tea: { mean: \"5.19\", sd: \"-1.60\" } }"
    #expect(try findings(.deviationImpossible, study(arms)).count == 1)
  }
}
