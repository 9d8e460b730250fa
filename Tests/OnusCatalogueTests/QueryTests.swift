import OnusModel
import Testing

@testable import OnusCatalogue

struct QueryTests {
  let catalogue: Catalogue

  init() throws { catalogue = try World.catalogue() }

  @Test func aConditionFindsExactThenNarrowerThenCoveringClaims() throws {
    #expect(
      try catalogue.claims(about: "multiple sclerosis").summary == [
        "ms-always exact", "ms-quality exact", "cost exact", "ppms-one-progressed narrower",
        "immune covering",
      ])
  }

  @Test func exactSwitchesOffNarrowerAndCovering() throws {
    #expect(
      try catalogue.claims(about: "MS", exact: true).summary == [
        "ms-always exact", "ms-quality exact", "cost exact",
      ])
  }

  @Test func autoimmuneDiseasesFindMSAndNotCrohn() throws {
    #expect(
      try catalogue.claims(about: "Autoimmune Diseases").summary == [
        "immune exact", "ms-always narrower", "ms-quality narrower", "cost narrower",
      ])
  }

  @Test func inflammatoryBowelDiseaseFindsCrohn() throws {
    #expect(try catalogue.claims(about: "IBD").summary == ["crohn narrower"])
  }

  @Test func aLocalTermReachesTheClassesAboveItsBroaderTerm() throws {
    #expect(
      try catalogue.claims(about: "PPMS").summary == [
        "ppms-one-progressed exact", "ms-always covering", "ms-quality covering", "cost covering",
      ])
  }

  @Test func studiesOfABroaderClassDoNotCount() throws {
    #expect(try catalogue.studies(about: "PPMS").summary == [])
    #expect(
      try catalogue.studies(about: "MS").summary == [
        "cree-2010 exact", "sharafaddinzadeh-2010 exact", "gironi-2008 narrower",
      ])
    #expect(
      try catalogue.studies(about: "MS", exact: true).summary == [
        "cree-2010 exact", "sharafaddinzadeh-2010 exact",
      ])
  }

  @Test func referencesAreFoundByHeadingWithAndWithoutIdentifier() throws {
    #expect(try catalogue.references(about: "MS").map(\.id.rawValue) == ["pmid:18728058", "pmid:20695007"])
    #expect(try catalogue.references(about: "MS", exact: true).map(\.id.rawValue) == ["pmid:20695007"])
    #expect(try catalogue.references(about: "IBD").map(\.id.rawValue) == ["pmid:17222320"])
    #expect(try catalogue.references(limit: 1, offset: 1).map(\.id.rawValue) == ["pmid:20695007"])
  }

  @Test func referencesAreStreamedAndTheBodyMayAskTheCatalogue() throws {
    var titles: [String?] = []
    try catalogue.forEachReference(matching: .year(2007...2008)) { reference in
      for identifier in reference.identifiers.prefix(1) {
        titles.append(try catalogue.reference(for: identifier)?.title)
      }
    }
    #expect(titles == [World.references[0].title, World.references[2].title])
  }

  @Test func whatComesOutIsWhatWentIn() throws {
    #expect(try catalogue.claims().map(\.claim) == World.claims)
    #expect(try catalogue.studies().map(\.study) == World.studies)
    #expect(try catalogue.references() == World.references)
    #expect(try catalogue.sources() == World.sources)
    #expect(try catalogue.interventions() == World.interventions)
  }

  @Test func aClaimComesWithItsSourcesEvidenceAndCitations() throws {
    let claim = try #require(try catalogue.claim(Key("ppms-one-progressed")))
    #expect(claim.appearances.map(\.source.title) == ["Ask the Doctor"])
    #expect(claim.conditions.map(\.name) == ["Primary progressive MS"])
    #expect(claim.interventions.map(\.name) == ["low-dose naltrexone"])
    #expect(claim.evidence.map(\.study.study.name) == ["Gironi 2008"])
    #expect(claim.evidence.first?.result?.events?.value.description == "1 of 40")
    #expect(claim.evidence.first?.study.reports.map(\.year) == [2008])
    #expect(claim.cited.map(\.study.name) == ["Gironi 2008"])
    #expect(try catalogue.claim(Key("none")) == nil)
  }

  @Test func countsCountEverything() throws {
    #expect(
      try catalogue.counts()
        == Catalogue.Counts(
          conditions: 9, interventions: 2, sources: 1, studies: 4, claims: 6, evidenceLinks: 7, references: 3,
          mergedRecords: 0))
  }
}
