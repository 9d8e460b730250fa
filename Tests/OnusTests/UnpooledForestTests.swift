import Onus
import OnusModel
import OnusTables
import Testing

struct UnpooledForestTests {
  private func corpus(pooled: String) throws -> Corpus {
    let folder = try TemporaryFolder([
      "tea.yaml": """
      conditions: { headache: { name: Headache } }
      interventions: { tea: { name: willow tea } }
      studies:
        one:
          name: One 2019
          design: randomized trial
          conditions: [Headache]
          interventions: [tea]
          results:
            free:
              outcome: free of pain
              arms: { tea: { events: 8, n: 20 }, water: { events: 4, n: 20 } }
        two:
          name: Two 2020
          design: randomized trial
          conditions: [Headache]
          interventions: [tea]
          results:
            free: { outcome: free of pain, finding: More with tea. }
      syntheses:
        free:
          conditions: [Headache]
          intervention: tea
          comparator: water
          outcome: free of pain
          measure: RR
          results: [one/free, two/free]
          pooled: "\(pooled)"
          because: One of them gives no numbers.
      """
    ])
    return try Corpus(path: folder.path)
  }

  @Test func studiesThatAreNotPooledStandOnOneAxisWithTheReason() throws {
    let synthesis = try #require(try corpus(pooled: "no").catalogue.syntheses().first)
    let plot = try #require(synthesis.forestPlot)
    #expect(plot.rows.count == 3)
    guard case .study("One 2019", ["8/20", "4/20"], nil, "2.00 (0.72 to 5.59)", .some) = plot.rows[0],
      case .study("Two 2020", [], nil, "not estimable", nil) = plot.rows[1]
    else {
      Issue.record("\(plot.rows)")
      return
    }
    #expect(plot.rows[2] == .remark("Not pooled: One of them gives no numbers."))
    #expect(plot.picture().description == "A forest plot of 2 studies. The effects are not pooled.")
  }

  @Test func whatIsToBePooledAndCannotBeHasNoPlot() throws {
    let synthesis = try #require(try corpus(pooled: "yes").catalogue.syntheses().first)
    #expect(synthesis.forestPlot == nil)
  }
}
