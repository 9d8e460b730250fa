import Foundation
import OnusModel
import Testing

@testable import OnusCatalogue

struct CatalogueFileTests {
  /// Runs a test with a path that is free, and removes what it left there.
  func withFreePath(_ body: (String) throws -> Void) rethrows {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).sqlite").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    try body(path)
  }

  @Test func aReopenedFileGivesTheSameAnswers() throws {
    try withFreePath { path in
      let filter = Filter.design(atLeast: .randomizedTrial) && .text("MS")
      let answers = { (catalogue: Catalogue) throws in
        (
          try catalogue.claims(about: "MS"), try catalogue.studies(matching: filter),
          try catalogue.references(about: "IBD"), try catalogue.conditions(),
          try catalogue.counts()
        )
      }
      let first = try {
        let catalogue = try Catalogue(path: path)
        _ = try catalogue.add(World.entries)
        return try answers(catalogue)
      }()
      let second = try answers(try Catalogue(path: path))
      #expect(first.0 == second.0 && !first.0.isEmpty)
      #expect(first.1 == second.1)
      #expect(first.2 == second.2 && !first.2.isEmpty)
      #expect(first.3 == second.3 && !first.3.isEmpty)
      #expect(first.4 == second.4)
    }
  }

  @Test func aLaterAdditionIsLinkedToWhatTheFileHolds() throws {
    try withFreePath { path in
      _ = try Catalogue(path: path).add(World.entries)
      let catalogue = try Catalogue(path: path)
      let claim = World.claim(
        "later", "LDN helps.", line: 300, condition: "IBD", evidence: [("smith-2007", .supports)])
      #expect(try catalogue.add(Entries(claims: [claim])).isEmpty)
      #expect(try catalogue.claims(about: "Crohn Disease").summary == ["crohn exact", "later covering"])
    }
  }

  @Test func anUnfinishedLoadIsFinishedWhenTheFileIsOpened() throws {
    try withFreePath { path in
      let catalogue = try Catalogue(path: path)
      _ = try catalogue.load { add in
        try add(World.references)
        #expect(try catalogue.references(matching: .text("naltrexone")).isEmpty)
        #expect(try Catalogue(path: path).references(matching: .text("naltrexone")).count == 3)
      }
    }
  }

  @Test func whatIsLeftOfALoadThatWasKilledHoldsWholeBatchesThatAreFound() throws {
    try withFreePath { path in
      let batches = (0..<5).map { batch in
        (0..<40).map { number in
          World.reference(
            pmid: "\(1 + batch * 40 + number)", title: "Batch \(batch) number \(number)", year: 2000 + batch,
            headings: [Term("Crohn Disease")])
        }
      }
      let catalogue = try Catalogue(path: path)
      _ = try catalogue.add(Entries(conditions: World.conditions))
      var added = 0
      _ = try catalogue.load { add in
        for batch in batches {
          try add(batch)
          added += batch.count
          // The question waits for the batch; what lies on disk then is what a kill would leave.
          #expect(try catalogue.counts().references == added)
          try withFreePath { copy in
            for end in ["", "-wal"] {
              try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
            }
            let left = try Catalogue(path: copy)
            #expect(try left.counts().references == added)
            #expect(try left.references(matching: .text("batch")).count == added)
            #expect(try left.referenceCount(about: "Crohn's disease") == added)
            #expect(try left.reference(for: Identifier(.pmid, "\(added)")) == batch.last)
          }
        }
      }
      #expect(try catalogue.referenceCount(about: "Crohn's disease") == 200)
    }
  }

  @Test func aFileThatIsNoCatalogueIsAnError() throws {
    try withFreePath { path in
      try Data("This is not a database, but it is long enough to be read as one.".utf8)
        .write(to: URL(fileURLWithPath: path))
      let error = try #require(throws: Diagnostic.self) { try Catalogue(path: path) }
      #expect(error.code == "unreadable-catalogue")
      #expect(error.location?.file == path)
      #expect(error.message == "the catalogue cannot be opened: file is not a database")
    }
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    try withFreePath { path in
      _ = try Catalogue(path: path)
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      // The application id is at byte 68 of a SQLite file.
      #expect(Array(bytes[68..<72]) == Array("ONUS".utf8))
      bytes.replaceSubrange(68..<72, with: [0, 0, 0, 1])
      try bytes.write(to: URL(fileURLWithPath: path))
      let error = try #require(throws: Diagnostic.self) { try Catalogue(path: path) }
      #expect(error.message == "the catalogue cannot be opened: it is a database of another program")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }
  }

  @Test func tenThousandClaimsAreAnswered() throws {
    var entries = World.entries
    for number in 0..<10_000 {
      let condition = World.conditions[number % 8].name
      entries.claims.append(
        World.claim(
          "n-\(number)", "Statement \(number).", line: 1_000 + number, condition: condition,
          evidence: [(World.studies[number % 4].id.rawValue, .supports)]))
    }
    let catalogue = try Catalogue()
    #expect(try catalogue.add(entries).isEmpty)
    #expect(try catalogue.claims(about: "IBD", matching: .sampleSize(atLeast: 90)).isEmpty)
    #expect(try catalogue.claims(about: "Motor Neuron Disease").count == 2_500)
    #expect(try catalogue.claims(matching: .text("9999")).summary == ["n-9999"])
  }
}
