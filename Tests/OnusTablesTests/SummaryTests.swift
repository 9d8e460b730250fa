import OnusModel
import OnusTables
import Testing

@Suite struct SummaryTests {
  let summary = EvidenceSummary(condition: World.ms, claims: World.claims, studies: World.studies)

  func text(as writer: SummaryWriter) -> String {
    String(decoding: summary.rendered(as: writer), as: UTF8.self)
  }

  @Test func everySentenceRestsOnSomething() {
    let sentences = summary.sections.flatMap(\.blocks).flatMap { block in
      switch block {
      case .paragraph(let sentences): sentences
      case .bullets(let points): points.flatMap { $0 }
      }
    }
    #expect(sentences.count > 15)
    #expect(sentences.allSatisfy { !$0.traces.isEmpty })
    #expect(Set(summary.evidence.map(\.id)).count == summary.evidence.count)
  }

  @Test func sectionsFollowAReadersQuestions() {
    #expect(
      summary.sections.map(\.heading) == [
        "In short", "What is claimed, and by whom", "What has been studied", "What the studies found",
        "What is out of date or goes too far", "Harms and warnings", "What nobody has studied",
      ])
  }

  @Test(arguments: SummaryWriter.all) func sameSummaryGivesSameBytes(_ writer: SummaryWriter) {
    let again = EvidenceSummary(condition: World.ms, claims: World.claims, studies: World.studies)
    #expect(writer.render(summary) == writer.render(again))
    #expect(SummaryWriter.named(writer.name)?.title == writer.title)
    #expect(text(as: writer).contains("This is not medical advice."))
  }

  @Test func htmlIsBalancedAndItsLinksLeadSomewhere() throws {
    let html = text(as: .html)
    try expectBalanced(html)
    for (prefix, mark) in [("href=\"#", "id=\"")] {
      for target in html.split(separator: prefix).dropFirst() {
        let name = target.prefix { $0 != "\"" }
        #expect(html.contains("\(mark)\(name)\""))
      }
    }
  }

  @Test func guidelinesAndOpinionsAreNotCalledStudies() {
    let opinion = World.study(
      "society-2004", "Society 2004", .opinion, people: 1, duration: .days(1), conditions: [World.ms])
    let claims = [
      World.claim(
        "both", "It works.", paragraph: 1, conditions: [World.ms],
        evidence: [(opinion, .contradicts, "Says no"), (World.gironi, .contradicts, "Shows no")]),
      World.claim(
        "one", "It helps.", paragraph: 2, conditions: [World.ms], evidence: [(opinion, .supports, "Says so")]),
    ]
    let summary = EvidenceSummary(condition: World.ms, claims: claims)
    let text = String(decoding: summary.rendered(as: .text(width: 400)), as: UTF8.self)
    #expect(text.contains("“It works.” 1 study and 1 other document speak against it."))
    #expect(text.contains("“It helps.” 1 document supports it."))
  }

  @Test func anEmptyCatalogueSaysSo() {
    let empty = EvidenceSummary(condition: World.crohn, claims: [], studies: [])
    let text = String(decoding: empty.rendered(as: .text), as: UTF8.self)
    #expect(text.contains("The catalogue has no claim about Crohn Disease. [1]"))
    #expect(text.hasSuffix("This is not medical advice.\n"))
  }

  @Test func plainText() {
    #expect(
      text(as: .text(width: 90)) == """
        Multiple Sclerosis: what is claimed and what has been studied

        In short
        --------
        The catalogue has 3 claims about Multiple Sclerosis, made in 1 source. [1–3] The catalogue
        has 3 studies and documents about people with it. [4–6]

        What is claimed, and by whom
        ----------------------------
        David Gluck says in “Ask the Doctor”: [1–3]

        - Low-dose naltrexone almost always works in multiple sclerosis (paragraph 3). [1]
        - One of 40 people with PPMS progressed (paragraph 12). [2]
        - Drug firms will not study it (paragraph 15). [3]

        What David Gluck may have to gain: He edits a web site that promotes the treatment. [1–3]

        What has been studied
        ---------------------
        In people with Multiple Sclerosis: [4–6]

        - Other subjects: 1 randomized trial (96 people) and 1 study without a group to compare
          with (40 people). [5,6] The longest lasted 6 months. [5,6] The report of Faulty 2011 has
          been retracted, so it is not counted here. [4]

        What each kind of study can tell: [4–6]

        - Randomized trials: Chance decided who got which treatment, which makes the comparison
          fair. [4,5]
        - Studies without a group to compare with: Such studies cannot tell whether the treatment
          caused a change. [6]

        What the studies found
        ----------------------
        Claim by claim: [1,2]

        - “Low-dose naltrexone almost always works in multiple sclerosis.” 1 study supports a part
          of it, and 1 study speaks against it. [1,5,6] Partly for: Gironi 2008, a study without a
          group to compare with (40 people, 6 months). Only one person progressed, but nobody was
          compared. [6] Against: Sharafaddinzadeh 2010, a randomized trial (96 people, 8 weeks per
          period). No difference was found. [5]
        - “One of 40 people with PPMS progressed.” 1 study supports it. [2,6] For: Gironi 2008, a
          study without a group to compare with (40 people, 6 months). The figures match the
          report. [6]

        What is out of date or goes too far
        -----------------------------------
        - “Low-dose naltrexone almost always works in multiple sclerosis.” [1] It allows no
          exception, but studies found some. [7]

        Harms and warnings
        ------------------
        None of the studies in the catalogue reports harms in people with Multiple Sclerosis.
        [4–6]

        What nobody has studied
        -----------------------
        - No study is linked to “Drug firms will not study it.” [3] A search in PubMed in 2026 for
          funding decisions found nothing. [3]

        Evidence
        --------
        1  Claim: Low-dose naltrexone almost always works in multiple sclerosis. (Ask the Doctor,
           paragraph 3)
        2  Claim: One of 40 people with PPMS progressed. (Ask the Doctor, paragraph 12)
        3  Claim: Drug firms will not study it. (Ask the Doctor, paragraph 15)
        4  Study: Faulty 2011, a randomized trial (500 people, 1 year). Its report has been
           retracted.
        5  Study: Sharafaddinzadeh 2010, a randomized trial (96 people, 8 weeks per period).
        6  Study: Gironi 2008, a study without a group to compare with (40 people, 6 months).
        7  Check “universal-wording” of the claim works.

        This is not medical advice.

        """)
  }
}
