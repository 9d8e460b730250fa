import Onus
import OnusModel
import OnusReaders
import OnusSynthesis
import Testing

struct PooledTableTests {
  private func pool(
    _ table: String, _ measure: EffectMeasure = .riskRatio,
    by method: PooledAnalysis.Method = .inverseVariance(.restrictedMaximumLikelihood),
    interval: IntervalMethod = .normal, prediction: PredictionMethod = .asTest
  ) throws -> PooledAnalysis {
    let file = CorpusFile(bytes: Array(table.utf8), name: "t.csv")
    return try PooledAnalysis(
      PooledStudy.studies(in: file, measure: measure),
      .init(measure, by: method, interval: interval, prediction: prediction))
  }

  private func failure(_ table: String, _ measure: EffectMeasure = .riskRatio) -> Diagnostic? {
    #expect(throws: Diagnostic.self) { try pool(table, measure) }
    do { _ = try pool(table, measure) } catch { return error as? Diagnostic }
    return nil
  }

  @Test(arguments: ["A,0,0,3,20\nB,5,100,10,100\nC,2,50,6,55", "B,5,100,10,100\nC,2,50,6,55\nA,0,0,3,20"])
  func aGroupWithoutPeopleHasNoEffectByAnyMethod(rows: String) throws {
    let table = "study,events1,n1,events2,n2\n" + rows
    for method in [
      PooledAnalysis.Method.mantelHaenszel, .peto, .inverseVariance(.common), .aboutMantelHaenszel,
    ] {
      let analysis = try pool(table, method == .peto ? .petoOddsRatio : .riskRatio, by: method)
      let empty = try #require(analysis.parts.first { $0.study.name == "A" })
      #expect(empty.effect == nil && empty.weight == 0)
      #expect(analysis.parts.filter { $0.study.name != "A" }.allSatisfy { $0.weight > 20 })
      #expect(analysis.warnings.contains("without an effect, and not pooled: A"))
      #expect(analysis.all.studies == 2)
    }
  }

  @Test func aDoubleArcsineIsTurnedBackAtTheSizeOfTheStudy() throws {
    // Miller's formula gives the observed proportions back.
    let analysis = try pool("study,events,n\nA,0,20\nB,5,20\nC,10,400\n", .doubleArcsineProportion)
    let values = analysis.parts.compactMap(\.effect?.value)
    for (value, expected) in zip(values, [0, 0.25, 0.025]) { #expect(abs(value - expected) < 1e-9) }
  }

  @Test func studiesThatCannotBePooledWithoutOneOfThemStillGiveAnAnalysis() throws {
    let analysis = try pool(
      "study,events1,n1,events2,n2\nA,5,100,10,100\nB,0,80,3,80\nC,0,50,6,55\n", by: .mantelHaenszel)
    #expect(analysis.withoutEach.map(\.study) == ["B", "C"])
    #expect(analysis.warnings.contains("without A the other studies cannot be pooled"))
  }

  @Test func studiesWithoutEventsSayThatThereIsNoDifference() throws {
    let table = "study,events1,n1,events2,n2\nA,0,500,0,500\nB,1,80,3,80\nC,2,50,6,55\n"
    let analysis = try pool(table, .riskDifference, by: .mantelHaenszel)
    #expect(analysis.all.studies == 3)
    #expect(analysis.all.participants == 1265)
    #expect(try pool(table).all.studies == 2)
  }

  @Test func groupsThatAgreeTooWellAreNotCompared() throws {
    let analysis = try pool(
      "study,effect,variance,subgroup\nA,0.5,0.04,x\nB,0.5,0.09,x\nC,0.3,0.02,y\nD,0.3,0.02,y\n", .generic,
      interval: .hartungKnapp)
    #expect(analysis.comparison == nil)
    #expect(analysis.groups.count == 2)
  }

  @Test func anIntervalNarrowerThanTheNormalOneIsWarnedOf() throws {
    let analysis = try pool(
      "study,effect,variance\nA,0.5,0.04\nB,0.5,0.09\nC,0.5,0.02\n", .generic, interval: .hartungKnapp)
    #expect(
      analysis.warnings.contains(
        "Hartung and Knapp's interval is narrower than the normal one, which goes from 0.29 to 0.71: the studies agree "
          + "more than chance lets expect"))
  }

  @Test func anIntervalThatIsNeverNarrowerIsNot() throws {
    let table = "study,effect,variance\nA,0.5,0.04\nB,0.5,0.09\nC,0.4,0.02\n"
    let normal = try pool(table, .generic).all.effect
    let other = try pool(table, .generic, interval: .hartungKnappNeverNarrower).all.effect
    #expect(other.lower < normal.lower && other.upper > normal.upper)
  }

  @Test func anotherStudyIsExpectedFartherAwayByTWithFewStudies() throws {
    let table = "study,effect,variance\nA,0.5,0.04\nB,0.5,0.09\nC,0.4,0.02\n"
    let normal = try #require(try pool(table, .generic).all.prediction)
    let t = try #require(try pool(table, .generic, prediction: .higgins).all.prediction)
    // t with one degree of freedom is 12.706, the normal quantile 1.960.
    #expect(abs((t.upper - t.lower) / (normal.upper - normal.lower) - 12.7062 / 1.95996) < 1e-3)
  }

  @Test func numbersWithoutAWeightCannotBePooled() {
    #expect(throws: SynthesisProblem.nothingToPool) {
      try pool("study,effect,variance\nA,1e200,1e300\nB,1e160,1e-300\n", .generic)
    }
  }

  @Test func aMethodThatDoesNotPoolTheMeasureIsRefused() {
    let table = "study,events1,n1,events2,n2\nA,5,100,10,100\nB,1,80,3,80\n"
    #expect(throws: SynthesisProblem.wrongMeasure(.riskRatio, method: "Peto's method")) {
      try pool(table, .riskRatio, by: .peto)
    }
    #expect(throws: SynthesisProblem.wrongMeasure(.petoOddsRatio, method: "Mantel–Haenszel")) {
      try pool(table, .petoOddsRatio, by: .mantelHaenszel)
    }
  }

  @Test func randomEffectsAboutMantelAndHaenszelHaveTheirWeights() throws {
    let analysis = try pool(
      "study,events1,n1,events2,n2\nA,30,100,60,100\nB,50,100,55,100\n", by: .aboutMantelHaenszel)
    #expect(abs(analysis.parts.map(\.weight).reduce(0, +) - 100) < 1e-9)
    #expect((analysis.all.tauSquared ?? 0) > 0)
  }

  @Test func thousandsOfPeopleMayHaveACommaAndDecimalsMayHaveOne() throws {
    let analysis = try pool(
      "study;mean1;sd1;n1;mean2;sd2;n2\nA;5,25;2;1,200;6.5;2;1 180\nB;0,125;2;50;6;2;48\n", .meanDifference)
    #expect(analysis.all.participants == 2478)
    #expect(
      analysis.parts.map(\.study.data) == [
        .means(TwoMeans(5.25, sd: 2, of: 1200, 6.5, sd: 2, of: 1180)),
        .means(TwoMeans(0.125, sd: 2, of: 50, 6, sd: 2, of: 48)),
      ])
  }

  @Test(arguments: [
    (
      "study;mean1;sd1;n1;mean2;sd2;n2\nA;5;2;1.200;6;2;50",
      "\"1.200\" can be 1200 or 1.200; write it in one of these ways", 7
    ),
    (
      "study;mean1;sd1;n1;mean2;sd2;n2\nA;1,234;2;50;6;2;50",
      "\"1,234\" can be 1234 or 1.234; write it in one of these ways", 3
    ),
    ("study;mean1;sd1;n1;mean2;sd2;n2\nA;1,23,4;2;50;6;2;50", "\"1,23,4\" is not a number", 3),
    ("study;mean1;sd1;n1;mean2;sd2;n2\nA;1;2;4e30;6;2;50", "there are not so many people", 7),
    ("study;ri;n\nA;1.5;40", "a correlation lies between -1 and 1, not at 1.5", 3),
  ])
  func aNumberThatCannotBeIsPointedAt(table: String, message: String, column: Int) throws {
    let measure: EffectMeasure = table.contains("ri") ? .correlation : .meanDifference
    let problem = try #require(failure(table, measure))
    #expect(problem.message == message)
    #expect(problem.location == SourceLocation(file: "t.csv", line: 2, column: column))
  }

  @Test func aColumnWithTheNameOfAnotherMeasureIsNotPooledAsThisOne() throws {
    let table = "study,md,lower,upper\nA,5,3,8\nB,6,4,9\n"
    let problem = try #require(failure(table))
    #expect(
      problem.message == "the column \"md\" holds the mean difference, but the risk ratio is to be pooled")
    #expect(problem.location?.column == 7)
    #expect(try pool(table, .meanDifference).all.studies == 2)
  }

  @Test func impossibleNumbersOfAProgramAreRefused() {
    let study = PooledStudy(
      name: "A", data: .means(TwoMeans(1, sd: -5, of: 10, 2, sd: 1, of: 10)), location: nil)
    #expect(throws: SynthesisProblem.impossible(study: "A", reason: "a standard deviation of -5.0")) {
      try PooledAnalysis([study, study], .init(.meanDifference))
    }
  }
}
