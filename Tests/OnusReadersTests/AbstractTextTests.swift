import OnusModel
import Testing

@testable import OnusReaders

/// A structured abstract in one text, taken apart at its labels.
struct AbstractTextTests {
  private static func parts(_ text: String) -> [String] {
    AbstractText.sections(text).map { "\($0.label ?? "-")|\($0.text)" }
  }

  @Test(arguments: [
    (
      "BACKGROUND: Paper cuts hurt. METHODS: We cut 12 people. RESULTS: They bled (P < 0.05).",
      ["BACKGROUND|Paper cuts hurt.", "METHODS|We cut 12 people.", "RESULTS|They bled (P < 0.05)."]
    ),
    (
      "Objective: To cut. Main outcome measures: Blood. Conclusions and relevance: None.",
      ["Objective|To cut.", "Main outcome measures|Blood.", "Conclusions and relevance|None."]
    ),
    (
      "Hintergrund: Papier. Methoden: Wir schnitten. Schlussfolgerungen: Keine.",
      ["Hintergrund|Papier.", "Methoden|Wir schnitten.", "Schlussfolgerungen|Keine."]
    ),
    (
      "OBJECTIVE: To cut. PAPER USED: A4. CONCLUSION: It cuts. TRIAL REGISTRATION: NCT00000000.",
      ["OBJECTIVE|To cut.", "PAPER USED|A4.", "CONCLUSION|It cuts.", "TRIAL REGISTRATION|NCT00000000."]
    ),
    (
      "We all know paper. METHODS: We cut it. RESULTS: It was cut.",
      ["-|We all know paper.", "METHODS|We cut it.", "RESULTS|It was cut."]
    ),
    ("BACKGROUND: There is one label.", ["BACKGROUND|There is one label."]),
    ("METHODS : We cut.", ["METHODS|We cut."]),
  ]) func labelsBeginSections(text: String, parts: [String]) { #expect(Self.parts(text) == parts) }

  @Test(arguments: [
    "Paper cuts hurt. We say how much.", "We had one aim: to cut. Results: none were found.",
    "There were three groups. Methods: see above.", "The ratio was 1:2. DNA: a molecule.",
    "Objective To cut paper. Results It was cut.", "The following methods: cutting. And results: blood.",
  ]) func sentencesWithColonsAreNoLabels(text: String) { #expect(Self.parts(text) == ["-|" + text]) }

  @Test(arguments: [
    "BACKGROUND: Paper cuts hurt. METHODS: We cut 12 people. RESULTS: They bled.",
    "Some words. AIM: To cut.\n\nMETHODS:\nWe cut. RESULTS: Blood.", "No labels at all: none.",
    "Aim: A. Methods: B. Results: C? Conclusion: D!",
  ]) func sectionsBehindTheirLabelsAreTheTextAgain(text: String) {
    var reference = Reference()
    reference.abstract = AbstractText.sections(text)
    #expect(reference.abstractText == text.collapsed)
  }

  @Test func textWithoutWordsHasNoSections() { #expect(AbstractText.sections(" \n").isEmpty) }

  @Test(arguments: [
    ("TY  - JOUR\nTI  - A\nAB  - AIM: To cut. METHODS: We cut.\nER  - \n", "ris"),
    ("PMID- 30000001\nTI  - A\nAB  - AIM: To cut. METHODS: We\n      cut.\n", "nbib"),
    ("@article{a, title = {A}, abstract = {AIM: To cut. METHODS: We cut.}}", "bibtex"),
    ("%0 Journal Article\n%T A\n%X AIM: To cut. METHODS: We cut.\n", "endnote"),
    (
      #"[{"id": "a", "type": "article-journal", "title": "A", "abstract": "AIM: To cut. METHODS: We cut."}]"#,
      "csl-json"
    ),
  ]) func readersOfTextTakeThemApart(text: String, name: String) throws {
    let file = CorpusFile(text, name: "list")
    let reader = try Reader.recognizing(file)
    #expect(reader.name.hasPrefix(name))
    let sections = try reader.events(in: file).references[0].abstract
    #expect(sections.map(\.label) == ["AIM", "METHODS"])
    #expect(sections.map(\.text) == ["To cut.", "We cut."])
  }
}
