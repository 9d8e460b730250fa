import OnusModel
import Testing

@testable import OnusCatalogue

/// For each rule a pair that it decides, and a pair like it that it must leave alone.
struct DeduplicationRuleTests {
  struct Example: CustomTestStringConvertible {
    var rule: Deduplication.Rule.Name
    var fires: (Reference, Reference)
    var quiet: (Reference, Reference)
    var testDescription: String { rule.rawValue }
  }

  static let text = AbstractSection(
    text: (1...80).map { "word\($0)" }.joined(separator: " "))

  static func withText(_ reference: Reference, _ section: AbstractSection = text) -> Reference {
    var reference = reference
    reference.abstract = [section]
    return reference
  }

  static func tied(_ reference: Reference, _ type: String, to identifier: Identifier) -> Reference {
    var reference = reference
    reference.relations = [Relation(type: type, citation: nil, identifiers: [identifier])]
    return reference
  }

  static let examples: [Example] = [
    Example(
      rule: .tie,
      fires: (
        cited("A short note", by: "Else, B", ids: [.pmid("2")]),
        tied(cited(effects, ids: [.pmid("1")]), "CommentIn", to: .pmid("2"))
      ),
      quiet: (
        cited("A short note", by: "Else, B", ids: [.pmid("3")]),
        tied(cited(effects, ids: [.pmid("1")]), "CommentIn", to: .pmid("2"))
      )),
    Example(
      rule: .pmid,
      fires: (
        cited(effects, ids: [.pmid("1")]), cited("Effects of long walks", year: nil, ids: [.pmid("1")])
      ),
      quiet: (cited(effects, ids: [.pmid("1")]), cited(effects, ids: [.pmid("2")]))),
    Example(
      rule: .version,
      fires: (
        cited(effects, year: 2010, in: "Cochrane Database of Systematic Reviews", "1", nil, "CD001234"),
        cited(effects, year: 2014, in: "Cochrane Database Syst Rev", "1", nil, "CD001234")
      ),
      quiet: (
        cited(effects, year: 2010, in: "Cochrane Database of Systematic Reviews", "1", nil, "CD001234"),
        cited(effects, year: 2010, in: "Cochrane Database Syst Rev", nil, "1", "CD001234")
      )),
    Example(
      rule: .notice,
      fires: (cited(effects, "3", "1", "10-20"), cited("Erratum to: " + effects, year: 2011, "4", "1", "99")),
      quiet: (cited(effects, "3", "1", "10-20"), cited("RETRACTED: " + effects, "3", "1", "10-20"))),
    Example(
      rule: .doi,
      fires: (
        cited(effects, year: 2009, ids: [.doi("10.1000/a")]),
        cited(effects + ": a trial", "12", "3", "44-9", ids: [.doi("10.1000/A.")])
      ),
      quiet: (
        cited(effects, ids: [.doi("10.1000/a")]), cited(effects, year: 2015, ids: [.doi("10.1000/b")])
      )),
    Example(
      rule: .pmcid,
      fires: (
        cited(effects, year: nil, ids: [Identifier(.pmcid, "PMC7")]),
        cited(effects, year: nil, in: nil, ids: [Identifier(.pmcid, "7")])
      ),
      quiet: (
        cited(effects, year: nil, ids: [Identifier(.pmcid, "PMC7")]),
        cited(effects, year: nil, in: nil, ids: [Identifier(.pmcid, "8")])
      )),
    Example(
      rule: .accession,
      fires: (
        cited(effects, year: nil, ids: [Identifier(.webOfScience, "WOS:1")]),
        cited(effects, year: nil, in: nil, ids: [Identifier(.webOfScience, "WOS:1")])
      ),
      quiet: (
        cited(effects, year: nil, ids: [Identifier(.webOfScience, "WOS:1")]),
        cited("Other examples and their walks in the snow", ids: [Identifier(.webOfScience, "WOS:1")])
      )),
    Example(
      rule: .clash,
      fires: (
        cited(effects, ids: [.doi("10.1000/a")]),
        cited("Snow in examples", by: "Else, B", ids: [.doi("10.1000/a")])
      ),
      quiet: (
        cited(effects, ids: [.doi("10.1000/a")]),
        cited("Snow in examples", by: "Else, B", ids: [.doi("10.1000/c")])
      )),
    Example(
      rule: .preprint,
      fires: (
        cited(effects, year: 2020, in: "medRxiv", ids: [.doi("10.1101/2020.01.02.1")]),
        cited(effects, year: 2021, "4", "2", "7-19", ids: [.doi("10.1000/a")])
      ),
      quiet: (
        cited(effects, year: 2020, in: "medRxiv", ids: [.doi("10.1101/2020.01.02.1")]),
        cited(effects, by: "Else, B", year: 2021, "4", "2", "7-19", ids: [.doi("10.1000/a")])
      )),
    Example(
      rule: .place,
      fires: (
        cited(effects, "12", "3", "123-8"),
        cited(effects + ": a randomised trial", in: "J Exampl", "12", nil, "123–128")
      ),
      quiet: (
        cited(effects, "12", "3", "123-8"), cited("On snow in examples", by: "Else, B", "12", "3", "123-8")
      )),
    Example(
      rule: .twoIdentifiers,
      fires: (
        cited(effects, "12", "3", "123-8", ids: [.pmid("1")]),
        cited(effects, "12", "3", "123-8", ids: [.pmid("2")])
      ),
      quiet: (
        cited(effects, "12", "3", "123-8", ids: [.pmid("1")]), cited(effects, "12", "3", "123-8")
      )),
    Example(
      rule: .plan,
      fires: (
        cited(effects + ": study protocol", year: 2008, in: "Trials", "9", nil, "17"),
        cited(effects, "12", "3", "123-8")
      ),
      quiet: (
        cited(effects + ": study protocol", year: 2008, in: "Trials", "9", nil, "17"),
        cited(effects + ": study protocol", year: 2008, in: "Trials", "9", nil, nil)
      )),
    Example(
      rule: .series,
      fires: (
        cited("Long walks in the rain. Part I", "12", "1", "1-8"),
        cited("Long walks in the rain. Part II", "12", "2", "81-90")
      ),
      quiet: (
        cited("Long walks in the rain. Part 2", "12", "2", "81-90"),
        cited("Long walks in the rain. Part II", "12", "2", "81-90")
      )),
    Example(
      rule: .text,
      fires: (
        withText(cited("Long walks in the rain and the mood of our examples")),
        withText(cited("Long walks in rain and moods of our first examples"))
      ),
      quiet: (
        withText(cited("Long walks in the rain and the mood of our examples")),
        withText(cited("Long walks in rain and moods of our first examples"), AbstractSection(text: "Short."))
      )),
    Example(
      rule: .column,
      fires: (cited("Editorial", "12", "1", "1"), cited("Editorial", "12", "2", "81")),
      quiet: (cited("Editorial", "12", "1", "1"), cited("Editorial", in: "Annals of Snow", "4", "2", "81"))),
    Example(
      rule: .issue,
      fires: (cited(effects, "12", "1", "S8"), cited(effects, "12", "1", "S31")),
      quiet: (cited(effects, "12", "1", "8-19"), cited(effects, "12", "1", "31-40"))),
    Example(
      rule: .journal,
      fires: (cited(effects, year: 2009), cited(effects, in: "J. Examples", "12", "3", "123-8")),
      quiet: (cited(effects, year: 2005), cited(effects, in: "J. Examples", "12", "3", "123-8"))),
    Example(
      rule: .citation,
      fires: (cited(effects, in: nil), cited(effects, "12", "3", "123-8")),
      quiet: (cited(effects, by: "Else, B", in: nil), cited(effects, "12", "3", "123-8"))),
    Example(
      rule: .shared,
      fires: (cited(effects, "12", nil, "8-19"), cited(effects, "12", nil, "31-40")),
      quiet: (cited(effects, "12", nil, "8-19"), cited(effects, "12", nil, "8"))),
    Example(
      rule: .abstract,
      fires: (
        cited(effects, year: 2009, in: "Annals of Snow", "4", "Suppl 1", "S31"),
        cited(effects, "12", "3", "123-8")
      ),
      quiet: (
        cited(effects, by: "Else, B", year: 2009, in: "Annals of Snow", "4", "Suppl 1", "S31"),
        cited(effects, "12", "3", "123-8")
      )),
    Example(
      rule: .republication,
      fires: (cited(effects, in: "Annals of Snow", "4", "1", "31-40"), cited(effects, "12", "3", "123-8")),
      quiet: (
        cited(effects, by: "Else, B", in: "Annals of Snow", "4", "1", "31-40"),
        cited(effects, "12", "3", "123-8")
      )),
    Example(
      rule: .thin,
      fires: (cited(effects, year: 2010, in: nil), cited(effects, year: 2011, in: nil)),
      quiet: (cited(effects, by: "Else, B", year: 2010, in: nil), cited(effects, year: 2011, in: nil))),
  ]

  @Test(arguments: examples)
  func aRuleDecidesItsPairAndLeavesTheOtherAlone(example: Example) {
    #expect(decision(example.fires.0, example.fires.1)?.rule == example.rule)
    #expect(decision(example.fires.1, example.fires.0)?.rule == example.rule)
    #expect(decision(example.quiet.0, example.quiet.1)?.rule != example.rule)
  }

  @Test func everyRuleIsPrintedOnceAndHasAnExample() {
    let printed = Deduplication.rules.map(\.name)
    #expect(Set(printed) == Set(Deduplication.Rule.Name.allCases))
    #expect(printed.count == Deduplication.Rule.Name.allCases.count)
    #expect(Set(Self.examples.map(\.rule)).union([.chain]) == Set(printed))
  }

  @Test(arguments: examples)
  func aDecisionHasTheGradeThatItsRuleIsPrintedWith(example: Example) throws {
    let found = try #require(decision(example.fires.0, example.fires.1))
    let rule = try #require(Deduplication.rules.first { $0.name == found.rule })
    if let grade = rule.grade { #expect(found.grade == grade) }
    #expect(!found.facts.isEmpty)
  }
}
