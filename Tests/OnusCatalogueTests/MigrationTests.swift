import Foundation
import GRDB
import OnusModel
import Testing

@testable import OnusCatalogue

struct MigrationTests {
  @Test func aCatalogueOfTheFirstVersionIsPackedAndIndexed() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).sqlite").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    let encoder = JSONEncoder()
    do {
      let queue = try DatabaseQueue(path: path)
      try Catalogue.schema.migrate(queue, upTo: "1")
      try queue.write { db in
        for (index, reference) in World.references.enumerated() {
          try db.execute(
            sql: "INSERT INTO reference (title, abstract, year, payload) VALUES (?, ?, ?, ?)",
            arguments: [
              reference.title, reference.abstractText, reference.year, try encoder.encode(reference),
            ])
          try db.execute(
            sql: "INSERT INTO merged_record (reference_id, payload) VALUES (?, ?)",
            arguments: [index + 1, try encoder.encode(reference)])
        }
      }
    }
    let catalogue = try Catalogue(path: path)
    #expect(try catalogue.references() == World.references)
    #expect(try catalogue.references(withText: "naltrexone").count == 3)
    let identifier = try #require(World.references[1].identifiers.last)
    #expect(try catalogue.reference(for: identifier) == World.references[1])
    #expect(try catalogue.recordsMerged(into: identifier) == [World.references[1]])
    _ = try catalogue.add(Entries(conditions: World.conditions))
    #expect(try catalogue.referenceCount(about: "MS") == 2)
  }
}
