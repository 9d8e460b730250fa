import OnusModel
import Testing

@testable import OnusReaders

struct MeSHTests {
  static let events = outcome(.mesh, fixture("mesh/descriptors.xml")).events
  static let condition = events.conditions.first ?? Condition(id: .init(""), name: "")

  @Test func descriptorBecomesACondition() {
    let condition = Self.condition
    #expect(condition.id.rawValue == "D900001")
    #expect(condition.name == "Invented Sclerosis")
    #expect(condition.treeNumbers == ["C10.900.100", "C20.900.200"])
    #expect(condition.scopeNote == "A disorder that nobody has.")
    #expect(condition.location?.line == 4)
  }

  @Test func termsOfAllConceptsAreOtherNames() {
    #expect(
      Self.condition.otherNames.map(\.text) == [
        "Sclerosis, Invented", "IS", "Northern Invented Sclerosis",
      ])
    #expect(Self.condition.otherNames.map(\.isAbbreviation) == [false, true, false])
  }

  @Test func notesForIndexersAreKept() {
    let kept = Self.condition.kept.map { "\($0.path)=\($0.value)" }
    #expect(kept.contains("Annotation=coordinate with the region"))
    #expect(kept.contains("@DescriptorClass=1"))
    #expect(!kept.contains { $0.contains("Qualifier") })
  }

  @Test func descriptorWithoutIdentifierIsAProblemAndReadingGoesOn() {
    let problem = Self.events.problems.first
    #expect(
      problem?.description
        == "mesh/descriptors.xml:45:3: warning: a descriptor has no DescriptorUI or no DescriptorName [missing-element]"
    )
  }
}
