import Foundation
import OnusModel
import Testing

@testable import OnusCatalogue

/// The shipped subset of MeSH, read just well enough for these tests.
enum ShippedVocabulary {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Corpus/vocabularies/mesh-diseases-2024.xml").path

  static let text = try? String(contentsOfFile: path, encoding: .utf8)

  static func conditions() -> [Condition] {
    (text ?? "").components(separatedBy: "<DescriptorRecord ").dropFirst().compactMap { record in
      func texts(_ tag: String) -> [String] {
        record.components(separatedBy: "<\(tag)>").dropFirst().compactMap {
          $0.components(separatedBy: "</").first?.replacingOccurrences(of: "&amp;", with: "&")
        }
      }
      let names = texts("String")
      guard let id = texts("DescriptorUI").first, let name = names.first else { return nil }
      return Condition(
        id: Condition.ID(id), name: name, otherNames: names.dropFirst().map { Condition.Name($0) },
        treeNumbers: texts("TreeNumber"))
    }
  }
}

@Suite(.enabled(if: ShippedVocabulary.text != nil, "the shipped vocabulary is not here"))
struct VocabularyTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Self.shared.get() }

  /// Some thousands of conditions, added once for all tests.
  static let shared = Result {
    let catalogue = try Catalogue()
    let abbreviations = [("D015212", "IBD"), ("D009103", "MS"), ("D000690", "ALS")].map { id, text in
      Condition(
        id: Condition.ID(id), name: text, otherNames: [Condition.Name("\(text)s", isAbbreviation: true)],
        addsNames: true)
    }
    let subjects = [
      "Crohn Disease", "Colitis, Ulcerative", "Multiple Sclerosis", "Amyotrophic Lateral Sclerosis",
      "Autistic Disorder", "Autoimmune Diseases",
    ]
    let claims = subjects.map { subject in
      var claim = Claim(id: Claim.ID(foldedName(subject)), statement: Located("On \(subject)."), kind: .other)
      claim.conditions = [Located(subject)]
      return claim
    }
    let problems = try catalogue.add(
      Entries(conditions: ShippedVocabulary.conditions() + abbreviations, claims: claims))
    #expect(problems == [])
    return catalogue
  }

  @Test func theTreeAnswersTheQuestionsItIsKnownBy() throws {
    func narrower(_ name: String) throws -> [String] {
      try catalogue.claims(about: name).filter { $0.match != .covering }.map(\.claim.id.rawValue)
    }
    #expect(try narrower("ibd") == ["crohn disease", "ulcerative colitis"])
    #expect(try narrower("Autoimmune Diseases") == ["autoimmune diseases", "multiple sclerosis"])
    #expect(try narrower("Motor Neuron Disease") == ["amyotrophic lateral sclerosis"])
    #expect(try narrower("autism spectrum disorder") == ["autistic disorder"])
  }

  @Test func aClaimOnAutoimmuneDiseasesCoversMultipleSclerosisAndNotCrohnDisease() throws {
    #expect(
      try catalogue.claims(about: "MS").summary == [
        "multiple sclerosis exact", "autoimmune diseases covering",
      ])
    #expect(try catalogue.claims(about: "Crohn's disease").summary == ["crohn disease exact"])
  }

  @Test func everyNameFindsItsDescriptor() throws {
    for (index, condition) in ShippedVocabulary.conditions().enumerated() where index.isMultiple(of: 9) {
      for name in [condition.id.rawValue, condition.name] + condition.otherNames.map(\.text) {
        #expect(try catalogue.condition(named: name).id == condition.id)
      }
    }
  }

  @Test func namesInATextAreFoundAmongThousands() throws {
    let text = "People with Crohn's disease, relapsing remitting multiple sclerosis or cold hands."
    #expect(
      try catalogue.mentions(in: text).map { "\($0.condition) \($0.text)" } == [
        "D003424 Crohn's disease", "D020529 relapsing remitting multiple sclerosis",
      ])
  }
}
