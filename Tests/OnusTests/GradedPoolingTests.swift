import Onus
import OnusModel
import OnusTables
import Testing

struct GradedPoolingTests {
  /// A row of a Summary of Findings: the synthesis of results of two trials that a test writes.
  private func row(
    _ one: String, _ two: String, measure: String = "RR", design: String = "rct", more: String = ""
  ) throws -> GradedOutcome {
    let folder = try TemporaryFolder([
      "tea.yaml": """
      conditions: { back-pain: { name: Back Pain } }
      interventions: { tea: { name: exercise } }
      studies:
        one: { name: One, design: \(design), results: { a: { outcome: falls, \(one) } } }
        two: { name: Two, design: rct, results: { a: { outcome: falls, \(two) } } }
      syntheses:
        s:
          conditions: [Back Pain]
          intervention: tea
          comparator: no exercise
          outcome: falls
          measure: \(measure)
          \(more)
          results: [one/a, two/a]
      """
    ])
    let corpus = try Corpus(path: folder.path)
    #expect(corpus.problems.isEmpty)
    return GradedOutcome(pooling: try #require(try corpus.catalogue.syntheses().first))
  }

  private func arms(_ events: Int, _ people: Int, _ others: Int, _ controls: Int) -> String {
    "arms: { exercise: { events: \(events), n: \(people) }, control: { events: \(others), n: \(controls) } }"
  }

  @Test func theArmWithTheInterventionIsNotTakenForTheComparison() throws {
    let row = try row(arms(5, 100, 20, 100), arms(5, 100, 20, 100))
    #expect(abs((row.estimate.effect?.value ?? 0) - 0.25) < 1e-9)
    #expect(row.estimate.comparisonRisk == 0.2)
    #expect(row.remarks.isEmpty)
  }

  @Test func aTrialWithoutEventsIsLeftOutOfARatioAndNamed() throws {
    let row = try row(arms(0, 500, 0, 500), arms(2, 500, 7, 500))
    #expect(row.estimate.studies == 1)
    #expect(row.estimate.participants == 1000)
    #expect(row.remarks == ["No RR follows from One, left out of the estimate"])
  }

  @Test func whyNothingCanBePooledIsSaid() throws {
    let row = try row(arms(5, 100, 20, 100), "finding: fewer")
    #expect(row.estimate.effect == nil)
    #expect(
      row.remarks == [
        "Not estimable: of Two, it gives neither figures of two arms nor an effect from which the RR follows"
      ])
  }

  @Test func armsOfACrossoverTrialAreWarnedOfAndItsPairedEffectIsNot() throws {
    #expect(
      try row(arms(5, 100, 20, 100), arms(5, 100, 20, 100), design: "rct-crossover").remarks == [
        "‘One’ is a crossover trial; arms taken as separate people give it a wrong error; "
          + "give the paired effect with its interval, or the results of the first period"
      ])
    #expect(
      try row("effect: RR 0.5, interval: 0.3 to 0.9", arms(5, 100, 20, 100), design: "rct-crossover").remarks
        .isEmpty)
  }

  @Test func theModelIsTheOneThatIsAskedFor() throws {
    let (one, two) = (arms(30, 100, 60, 100), arms(50, 100, 55, 100))
    let common = try row(one, two, more: "method: MH")
    let random = try row(one, two, more: "method: MH\n    model: random-effects")
    #expect(abs((common.estimate.effect?.value ?? 0) - 80.0 / 115) < 1e-9)
    let width = { (row: GradedOutcome) in
      (row.estimate.effect?.upper ?? 0) - (row.estimate.effect?.lower ?? 0)
    }
    #expect(width(random) > width(common))
  }
}
