import OnusModel
import Testing

@testable import OnusReaders

struct TrialDesignTests {
  @Test(arguments: [
    ("Interventional", "Randomized", "Parallel Assignment", StudyDesign.randomizedTrial),
    ("Interventional", "Randomized", "Crossover Assignment", .randomizedCrossover),
    ("Interventional", "Randomized", "Factorial Assignment", .randomizedTrial),
    ("Interventional", "Randomized", "Single Group Assignment", .other),
    ("Interventional", "Non-Randomized", "Parallel Assignment", .nonRandomizedControlledTrial),
    ("Interventional", "Non-Randomized", "Single Group Assignment", .singleArmTrial),
    ("Interventional", "N/A", "Single Group Assignment", .singleArmTrial),
    ("Interventional", "", "Parallel Assignment", .other),
    ("Interventional", "Non-randomised controlled trial", "", .nonRandomizedControlledTrial),
    ("Observational", "", "Case-Control", .caseControl),
    ("Observational [Patient Registry]", "", "Cohort", .registryStudy),
    ("Observational", "", "Ecologic or Community", .ecological),
    ("Observational", "", "Cohort", .other),
    ("Expanded Access", "", "", .other), ("N/A", "", "", .other),
  ])
  func rules(type: String, allocation: String, model: String, design: StudyDesign) {
    let trial = TrialDesign(
      type: type, allocation: allocation.isEmpty ? nil : allocation, model: model.isEmpty ? nil : model)
    #expect(trial.studyDesign == design)
  }

  @Test(arguments: [
    ("Prospective", StudyDesign.prospectiveCohort), ("Retrospective", .retrospectiveCohort),
    ("Cross-Sectional", .other),
  ])
  func cohortIsOneByItsPerspective(perspective: String, design: StudyDesign) {
    let trial = TrialDesign(type: "Observational", model: "Cohort", perspective: perspective)
    #expect(trial.studyDesign == design)
  }

  @Test(arguments: [
    ("A phase 3, randomised, double-blind, parallel trial", StudyDesign.randomizedTrial, "double" as String?),
    ("Multicentre cluster randomised controlled trial", .clusterRandomizedTrial, nil),
    ("Open label, non-randomized, single arm study", .singleArmTrial, "none"),
    ("Randomised cross-over study, single blinded", .randomizedCrossover, "single"),
    (
      "Controlled: yes Randomised: yes Open: no Single blind: no Double blind: yes Parallel group: yes "
        + "Cross over: no", .randomizedTrial, "double"
    ),
    ("Controlled: yes Randomised: no Open: yes Single blind: no Double blind: no", .other, "none"),
    ("Not stated", .other, nil),
  ])
  func wordsAreReadWhereThereAreNoFields(words: String, design: StudyDesign, blinding: String?) {
    #expect(TrialDesign(type: "Interventional", words: words).studyDesign == design)
    #expect(Study.Blinding(masking: words)?.rawValue == blinding)
  }

  @Test(arguments: [
    ("None (Open Label)", "none" as String?), ("Open Label", "none"),
    ("Single (Outcomes Assessor)", "single"),
    ("Double", "double"),
    ("Quadruple (Participant, Care Provider, Investigator, Outcomes Assessor)", "quadruple"),
    ("Open (masking not used)", "none"), ("Not Specified", nil), ("Single arm", nil),
    ("Double-dummy, two groups", nil), ("Clinical trial, two arms, open.", "none"), ("Single", "single"),
  ])
  func masking(text: String, blinding: String?) {
    #expect(Study.Blinding(masking: text)?.rawValue == blinding)
  }

  @Test(arguments: [
    ("12 weeks", "12 weeks" as String?), ("Baseline, week 8", "8 weeks"),
    ("At 3, 6 and 12 months", "12 months"),
    ("At weeks 0, 4, 24, and 48", "48 weeks"), ("Up to 2 years", "Up to 2 years"), ("5 years", "5 years"),
    ("12-weeks, 52-weeks", "52 weeks"), ("Every 3 months", nil), ("Baseline", nil), ("24 hours", nil),
    ("After two 28 day cycles", nil), ("12 weeks, and 2 years of follow-up", nil), ("day 1", "1 day"),
    ("week", nil), ("", nil),
  ])
  func timeFrames(text: String, duration: String?) {
    #expect(TimeFrame.duration(text)?.description == duration)
  }

  @Test(arguments: [
    ("NCT00501696", "ClinicalTrials.gov NCT00501696"), ("isrctn12345678", "ISRCTN ISRCTN12345678"),
    ("EUCTR2005-005679-13-IT", "EudraCT 2005-005679-13"), ("ChiCTR2000029308", "ChiCTR ChiCTR2000029308"),
    ("ACTRN12612000334820", "ANZCTR ACTRN12612000334820"), ("RBR-2gb3sd", "ReBEC RBR-2gb3sd"),
    ("RBR-6pngwz", "ReBEC RBR-6pngwz"),
    ("CTRI/2020/01/022345", "CTRI CTRI/2020/01/022345"), ("EudraCT:2005-005679-13", "EudraCT 2005-005679-13"),
    ("Irctic study 5", " Irctic study 5"),
  ])
  func registersAreToldByTheirNumbers(text: String, expected: String) {
    let registration = Registration(parsing: text)
    #expect("\(registration.register) \(registration.number)" == expected)
  }

  @Test func keysHaveNoSlashes() {
    #expect(Study.key("CTRI/2020/01/022345").rawValue == "ctri-2020-01-022345")
    #expect(Study.key("NCT00501696").rawValue == "nct00501696")
  }

  @Test func listsStayListsWhenTextIsUnwrapped() {
    let text = "\n   One\n   sentence.\n     -  first\n        item\n     -  second\r\n\r\n 1. third"
    #expect(WrappedText.paragraphs(text) == ["One sentence.", "- first item", "- second", "1. third"])
    #expect(WrappedText.linesOfMarkup("a &lt; b<br><br>1. c<br />d") == "a < b\n1. c\nd")
  }
}
