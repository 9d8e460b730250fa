import OnusModel
import OnusTables
import Testing

struct GradeTableTests {
  private let summary = EvidenceTable.summaryOfFindings(GradeWorld.outcomes)
  private let profile = EvidenceTable.evidenceProfile(GradeWorld.outcomes)

  /// The words of one row's cells, with the letters of their footnotes.
  private func words(_ table: EvidenceTable, _ id: String) -> [String] {
    let lettering = table.lettering
    return table.rows.first { $0.id == id }.map { row in
      row.cells.map { cell in
        let marks = lettering.marks(of: cell.footnotes).joined(separator: ",")
        return cell.value.plainWords + (marks.isEmpty ? "" : " [\(marks)]")
      }
    } ?? []
  }

  @Test func columnsAndHeadAreThoseOfTheHandbook() {
    #expect(summary.title == "Willow tea compared to water for Back Pain")
    #expect(
      summary.introduction.map { $0.spans.map(\.text).joined() } == [
        "Patient or population: Adults with back pain", "Setting: primary care", "Intervention: willow tea",
        "Comparison: water",
      ])
    #expect(
      summary.columns.map(\.heading) == [
        "Outcomes", "Risk with water", "Risk with willow tea", "Relative effect (95% CI)",
        "№ of participants (studies)", "Certainty of the evidence (GRADE)", "Comments",
      ])
    #expect(summary.columns[1].group == "Anticipated absolute effects* (95% CI)")
  }

  @Test func aRiskIsPrintedPerThousandWithItsInterval() {
    #expect(
      words(summary, "leave") == [
        "sick leave | follow-up: 12 weeks", "112 per 1,000 [a]", "78 per 1,000 (59 to 112)",
        "RR 0.70 (0.53 to 1.00)", "438 (3 RCTs)", "⊕⊕◯◯ Low [b,c]", "Willow tea may reduce sick leave.",
      ])
  }

  @Test func aMeanIsPrintedAsADifference() {
    #expect(
      words(summary, "pain") == [
        "pain | assessed with: 0 to 10, lower is better", "The mean pain was 5.2 [d]",
        "MD 1.20 lower (2.00 lower to 0.40 higher)", "-", "438 (2 RCTs)", "⊕⊕⊕◯ Moderate [b]",
        "Willow tea probably reduces pain slightly.",
      ])
  }

  @Test func whatIsNotPooledSaysSoWithItsReason() {
    #expect(
      words(summary, "sleep") == [
        "sleep", "not pooled", "not pooled", "not pooled", "438 (3 RCTs)", "⊕◯◯◯ Very low",
        "The evidence is very uncertain about the effect of willow tea on sleep. | The scales differ. | "
          + "Of 3 results: 1 of 2 with a direction in favour of the intervention, 1 without a direction "
          + "(direction only; says nothing about size).",
      ])
    #expect(
      words(summary, "function") == [
        "function", "not estimable", "not estimable", "not estimable", "(0 studies)", "-", "",
      ])
  }

  @Test func theFooterStandsInTheOrderOfTheHandbook() {
    #expect(
      summary.notes[0]
        == "*The risk in the intervention group (and its 95% confidence interval) is based on the assumed risk "
        + "in the comparison group and the relative effect of the intervention (and its 95% CI).")
    #expect(
      summary.notes[1]
        == "CI: confidence interval; RR: risk ratio; MD: mean difference; RCT: randomised controlled trial")
    #expect(summary.notes[2] == "GRADE Working Group grades of evidence")
    #expect(summary.notes[3].hasPrefix("High certainty: we are very confident"))
    #expect(summary.notes.count == 7)
    #expect(summary.footnotesHeading == "Explanations")
    #expect(
      summary.lettering.footnotes.map(\.text) == [
        "Source of the assumed risk: the median of the trials.",
        "Downgraded one level for risk of bias. Nobody was blinded in 2 of 3 trials.",
        "Downgraded one level for imprecision. Few events.", "Source of the assumed mean: one cohort.",
      ])
  }

  @Test func aProfileHasEveryDomain() {
    #expect(
      words(profile, "leave") == [
        "sick leave | follow-up: 12 weeks", "3", "randomised trials", "serious [a]", "not serious",
        "not serious", "serious [b]", "none", "17/219 (7.8%)", "24/219 (11.0%)", "RR 0.70 (0.53 to 1.00)",
        "34 fewer per 1,000 (from 53 fewer to 0 fewer) [c]", "⊕⊕◯◯ Low [a,b]", "CRITICAL",
      ])
    #expect(Set(profile.columns.compactMap(\.group)) == ["Certainty assessment", "№ of patients", "Effect"])
  }

  @Test func otherConsiderationsAreNamed() {
    let raised = GradeWorld.outcome("raised", "falls") { synthesis in
      synthesis.certainty = GradeWorld.certainty(
        .moderate,
        [
          .init(.largeEffect, level: "very strong association", reason: "RR 0.1"),
          .init(.publicationBias, level: "strongly suspected", reason: "Two trials are unpublished"),
          .init(.opposingConfounding, level: "no"),
        ], start: .low)
    }
    let table = EvidenceTable.evidenceProfile([raised])
    #expect(
      words(table, "raised")[7]
        == "publication bias strongly suspected; very strong association [a,b]")
    #expect(
      table.lettering.footnotes.map(\.text) == [
        "Downgraded one level for publication bias. Two trials are unpublished.",
        "Upgraded two levels for large effect. RR 0.1.",
      ])
  }

  @Test func twoQuestionsStandInGroups() {
    var other = GradeWorld.pain
    other.synthesis.synthesis.comparator = "exercise"
    let table = EvidenceTable.summaryOfFindings([GradeWorld.sickLeave, other])
    #expect(table.title == "Summary of findings")
    #expect(table.introduction.isEmpty)
    #expect(
      table.rows.map(\.group) == [
        "Willow tea compared to water for Back Pain", "Willow tea compared to exercise for Back Pain",
      ])
    #expect(table.columns[1].heading == "Risk with comparison")
  }

  @Test func moreThanSevenOutcomesAreSaidToBeTooMany() {
    let seven = (1...7).map { GradeWorld.outcome("o\($0)", "outcome \($0)") }
    #expect(EvidenceTable.summaryOfFindings(seven).notes.count == 7)
    let eight = seven + [GradeWorld.sleep]
    #expect(
      EvidenceTable.summaryOfFindings(eight).notes.last
        == "This table has more than seven outcomes; the Handbook allows seven.")
  }

  @Test func everyWriterPrintsTheHeadAndTheExplanationsAfterTheNotes() throws {
    for writer in [Writer.html, .markdown, .text(width: 200), .latex] {
      let text = summary.text(as: writer)
      let head = try #require(text.firstRange(of: "primary care"))
      let note = try #require(text.firstRange(of: "GRADE Working Group"))
      let heading = try #require(text.firstRange(of: "Explanations"))
      let footnote = try #require(text.firstRange(of: "Source of the assumed risk"))
      #expect(head.lowerBound < note.lowerBound)
      #expect(note.lowerBound < heading.lowerBound)
      #expect(heading.lowerBound < footnote.lowerBound)
    }
    let html = summary.text(as: .html)
    #expect(html.contains("<span role=\"img\" aria-label=\"Low certainty\">⊕⊕◯◯</span>"))
    try expectBalanced(html)
    #expect(summary.text(as: .latex).contains("$\\oplus$$\\oplus$$\\bigcirc$$\\bigcirc$ Low"))
    #expect(summary.text(as: .csv).contains(",Low,"))
  }

  @Test func aSingleResultIsPrintedAsItIs() {
    var part = GradeWorld.study("only", .randomizedTrial, .noDifference)
    part.result.effect = StudyResult.Effect(parsing: "MD -0.34").map { Located($0) }
    part.result.interval = StudyResult.Interval(parsing: "-0.95 to 0.27").map { Located($0) }
    var synthesis = GradeWorld.pain.synthesis
    synthesis.parts = [part]
    let outcome = GradedOutcome(asPrinted: synthesis)
    #expect(outcome.estimate.effect == SynthesisEstimate.Effect(-0.34, -0.95, 0.27))
    #expect(outcome.estimate.participants == 146)
    synthesis.parts.append(GradeWorld.study("second", .randomizedTrial, .benefit))
    #expect(GradedOutcome(asPrinted: synthesis).estimate.effect == nil)
  }
}

extension EvidenceTable.Value {
  fileprivate var plainWords: String {
    switch self {
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .symbol(let sign, let word): "\(sign) \(word)"
    case .list(let lines): lines.map { $0.spans.map(\.text).joined() }.joined(separator: " | ")
    default: ""
    }
  }
}
