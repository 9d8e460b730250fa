import Foundation
import OnusCatalogue
import OnusModel
import Testing

/// Abstracts with MeSH diseases given by people, and for each of 971 diseases the abstracts that have it or
/// anything narrower in MeSH 2017 (BC5CDR; Li et al., Database 2016, baw068).
@Suite(.enabled(if: GoldQueries.exist, "there is no ../shared/benchmarks/condition-query beside the package"))
struct ConditionQueryGoldTests {
  @Test func everyConditionFindsTheReferencesWithItOrAnythingNarrowerAndNoOther() throws {
    let queries = try GoldQueries.read(GoldQueries.Query.self, from: "condition_query_bc5cdr.jsonl")
    let abstracts = try GoldQueries.read(GoldQueries.Abstract.self, from: "concept_bc5cdr.jsonl")
    #expect(queries.count == 971)
    #expect(abstracts.count == 1_500)
    let catalogue = try Catalogue()
    let entries = Entries(
      conditions: queries.map { Condition(id: Key($0.query), name: $0.term, treeNumbers: $0.tree) },
      references: abstracts.map(\.reference))
    #expect(try catalogue.add(entries).isEmpty)
    let placed = Set(queries.map(\.query))
    // The file gives the places of 971 descriptors; an abstract may have a narrower one that is not among them.
    let unplaced = Set(abstracts.filter { !$0.concepts.allSatisfy(placed.contains) }.map(\.id))
    var precise = 0
    var complete = 0
    for query in queries {
      let found = Set(try catalogue.references(about: query.query).map(\.id.rawValue))
      if found.isSubset(of: query.gold) { precise += 1 }
      if Set(query.gold).subtracting(found).isSubset(of: unplaced) { complete += 1 }
      #expect(try catalogue.referenceCount(about: query.query) == found.count)
    }
    #expect(precise == 971)
    #expect(complete == 971)
  }

  @Test func withoutTheHierarchyLessThanAThirdOfTheReferencesIsFound() throws {
    let queries = try GoldQueries.read(GoldQueries.Query.self, from: "condition_query_bc5cdr.jsonl")
    let abstracts = try GoldQueries.read(GoldQueries.Abstract.self, from: "concept_bc5cdr.jsonl")
    let catalogue = try Catalogue()
    _ = try catalogue.add(
      Entries(
        conditions: queries.map { Condition(id: Key($0.query), name: $0.term, treeNumbers: $0.tree) },
        references: abstracts.map(\.reference)))
    let found = try queries.reduce(0) { try $0 + catalogue.referenceCount(about: $1.query, exact: true) }
    #expect(found * 3 < queries.reduce(0) { $0 + $1.gold.count })
  }
}

private enum GoldQueries {
  struct Query: Decodable {
    var query: String
    var term: String
    var tree: [String]
    var gold: [String]
  }

  struct Abstract: Decodable {
    var id: String
    var title: String
    var gold: [String]

    /// The descriptors; a person may have given several to one mention.
    var concepts: [String] { gold.flatMap { $0.split(separator: "|").map(String.init) } }

    var reference: Reference {
      var reference = Reference()
      reference.identifiers = Identifier(parsing: id).map { [$0] } ?? []
      reference.title = title
      reference.headings = concepts.map { SubjectHeading(SubjectHeading.Part(Term($0, ui: $0))) }
      return reference
    }
  }

  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    + "/../../../shared/benchmarks/condition-query/"

  static var exist: Bool {
    FileManager.default.fileExists(atPath: folder + "condition_query_bc5cdr.jsonl")
      && FileManager.default.fileExists(atPath: folder + "concept_bc5cdr.jsonl")
  }

  static func read<Value: Decodable>(_ type: Value.Type, from file: String) throws -> [Value] {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + file))
    return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(type, from: $0) }
  }
}
