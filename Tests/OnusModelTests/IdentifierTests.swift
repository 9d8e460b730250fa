import OnusModel
import Testing

struct IdentifierTests {
  @Test(arguments: [
    ("https://doi.org/10.1002/ANA.22006", "doi:10.1002/ana.22006"),
    ("doi:10.1002/ana.22006", "doi:10.1002/ana.22006"),
    ("10.1002/ana.22006", "doi:10.1002/ana.22006"),
    ("PMID: 018728058", "pmid:18728058"),
    ("pmcid:3381945", "pmcid:PMC3381945"), ("pmcid:PMCPMC3381945", "pmcid:PMC3381945"),
    ("pmcid:PMCID: PMC3381945", "pmcid:PMC3381945"), ("pmcid:NBK92772", "bookshelf:NBK92772"),
    ("pmcid:PMCNBK92772", "bookshelf:NBK92772"),
    ("issn:13524585", "issn:1352-4585"),
    ("isbn:0-8044-2957-x", "isbn:080442957X"),
    ("key:ldn-label", "key:ldn-label"),
  ])
  func spellingsOfOneIdentifierAreEqual(text: String, normal: String) throws {
    #expect(try #require(Identifier(parsing: text)).description == normal)
  }

  @Test(arguments: ["", "Gironi 2008", "ftp:xyz", "pmid:", "18728058"])
  func textWithoutASchemeIsNoIdentifier(text: String) {
    #expect(Identifier(parsing: text) == nil)
  }

  @Test(arguments: [
    ("pmid:18728058", true), ("pmid:187280589", false), ("pmid:1872805X", false),
    ("doi:10.1177/1352458508095828", true), ("doi:10.11/x", false), ("doi:11.1177/x", false),
    ("pmcid:PMC5669439", true), ("pmcid:PMCX", false),
    ("issn:1352-4585", true), ("issn:1352-4586", false), ("issn:2041-172X", false), ("issn:0028-0836", true),
    ("isbn:978-0-306-40615-7", true), ("isbn:978-0-306-40615-8", false), ("isbn:0-306-40615-2", true),
  ])
  func formAndCheckDigitsAreChecked(text: String, isWellFormed: Bool) throws {
    let identifier = try #require(Identifier(parsing: text))
    #expect((identifier.malformation == nil) == isWellFormed)
  }

  @Test(arguments: [
    ("NCT00501696", "NCT00501696", true), ("nct0050169", "NCT0050169", false),
    ("NCT0427877", "NCT0427877", false), ("EudraCT:2005-005679-13", "EudraCT 2005-005679-13", true),
    ("EudraCT:2005-5679-13", "EudraCT 2005-5679-13", false), ("ISRCTN12345678", "ISRCTN12345678", true),
  ])
  func registrationNumbersHaveTheFormOfTheirRegister(text: String, printed: String, isWellFormed: Bool) {
    let registration = Registration(parsing: text)
    #expect(registration.description == printed)
    #expect((registration.malformation == nil) == isWellFormed)
  }
}
