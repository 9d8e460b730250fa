import OnusModel
import Testing

struct StudyDesignTests {
  @Test func thereAre32DesignsWithDistinctNames() {
    #expect(StudyDesign.all.count == 32)
    #expect(Set(StudyDesign.all.map(\.id)).count == 32)
    #expect(Set(StudyDesign.all.map(\.label)).count == 32)
  }

  @Test(arguments: StudyDesign.all)
  func everyDesignIsFoundByItsNameAndItsIdentifier(design: StudyDesign) {
    #expect(StudyDesign(named: design.label.uppercased()) == design)
    #expect(StudyDesign(named: design.id) == design)
  }

  @Test func britishSpellingIsUnderstood() {
    #expect(StudyDesign(named: "non-randomised controlled trial") == .nonRandomizedControlledTrial)
    #expect(StudyDesign(named: "randomised trial") == .randomizedTrial)
    #expect(StudyDesign(named: "randomly") == nil)
  }

  // OCEBM Levels of Evidence Working Group, "The Oxford 2011 Levels of Evidence", row "Does this
  // intervention help?": systematic review of trials or n-of-1 trials 1, trial 2, cohort 3, case series 4,
  // mechanism 5.
  @Test func levelsFollowTheOxfordTable() {
    #expect(StudyDesign.systematicReview.ocebmLevel == 1)
    #expect(StudyDesign.nOf1Trial.ocebmLevel == 1)
    #expect(StudyDesign.randomizedTrial.ocebmLevel == 2)
    #expect(StudyDesign.prospectiveCohort.ocebmLevel == 3)
    #expect(StudyDesign.caseSeries.ocebmLevel == 4)
    #expect(StudyDesign.animalStudy.ocebmLevel == 5)
    #expect(StudyDesign.guideline.ocebmLevel == nil)
  }

  @Test func strongerDesignsAreAtLeastAsStrong() {
    #expect(StudyDesign.metaAnalysis.isAtLeast(.randomizedTrial))
    #expect(StudyDesign.randomizedCrossover.isAtLeast(.randomizedTrial))
    #expect(!StudyDesign.singleArmTrial.isAtLeast(.randomizedTrial))
    #expect(!StudyDesign.guideline.isAtLeast(.opinion))
  }

  // Cochrane Handbook, chapter 14: randomized trials start at high certainty, other studies at low.
  @Test func certaintyStartsWhereGRADESays() {
    #expect(StudyDesign.randomizedTrial.gradeStart == .high)
    #expect(StudyDesign.prospectiveCohort.gradeStart == .low)
    #expect(StudyDesign.caseReport.gradeStart == .veryLow)
  }
}
