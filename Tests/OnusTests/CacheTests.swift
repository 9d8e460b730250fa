import Foundation
import OnusCatalogue
import OnusModel
import Testing

@testable import Onus

/// A corpus with one claim, and two lists of one reference each.
private func folder() throws -> TemporaryFolder {
  try TemporaryFolder([
    "claims.yaml": """
    conditions:
      stiffness: { name: Stiffness }
    sources:
      column: { title: A column, kind: magazine column }
    claims:
      a: { statement: It helps., kind: efficacy, wording: plain, conditions: [Stiffness], appears: { in: column } }
    """,
    "lists/a.xml": list(pmid: 1, title: "On stiffness"), "lists/b.xml": list(pmid: 2, title: "On ease"),
  ])
}

private func list(pmid: Int, title: String) -> String {
  """
  <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>\(pmid)</PMID><Article><ArticleTitle>\(title)</ArticleTitle>
  </Article></MedlineCitation></PubmedArticle></PubmedArticleSet>
  """
}

/// What there is to see of a corpus.
private func view(_ corpus: Corpus) throws -> [String] {
  let exports = try corpus.exports().map { "\($0.path) \(String(decoding: $0.bytes, as: UTF8.self))" }
  let lists = corpus.inventory.map { "\($0.file) \($0.format ?? "") \($0.records)" }
  return [try corpus.census()] + corpus.problems.map(\.description) + lists + exports
}

private func cached(_ folder: TemporaryFolder) throws -> Corpus {
  try Corpus(path: folder.path, cache: .besideCorpus)
}

private func files(_ folder: TemporaryFolder, _ layer: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.onus")
    .filter { $0.hasPrefix(layer) && $0.hasSuffix(".sqlite") }.sorted()
}

private func audits(_ folder: TemporaryFolder) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.onus")
    .filter { $0.hasPrefix("audit-") }
}

struct CacheTests {
  @Test func aCorpusIsTheSameFromItsCacheAndFromItsFiles() throws {
    let folder = try folder()
    let plain = try view(Corpus(path: folder.path))
    #expect(plain.first == "1 claim, 0 studies, 2 references, 1 condition")
    #expect(try view(cached(folder)) == plain)
    #expect(try view(cached(folder)) == plain)
    #expect(try cached(folder).cacheNotes.isEmpty)
  }

  @Test func aChangedClaimLeavesTheCatalogueOfWhatWasImported() throws {
    let folder = try folder()
    _ = try cached(folder)
    let (imported, whole) = (try files(folder, "imported-"), try files(folder, "corpus-"))
    let text = String(decoding: try #require(try folder.contents()["claims.yaml"]), as: UTF8.self)
    try folder.write(text.replacingOccurrences(of: "It helps.", with: "It always helps."), to: "claims.yaml")
    #expect(try cached(folder).catalogue.claims().map(\.claim.statement.value) == ["It always helps."])
    #expect(try files(folder, "imported-") == imported)
    #expect(try files(folder, "corpus-") != whole)
    #expect(try view(cached(folder)) == view(Corpus(path: folder.path)))
  }

  @Test(arguments: ["lists/c.xml", "lists/0.xml", "lists/a.xml"])
  func aNewOrChangedListIsReadWhereverItStands(name: String) throws {
    let folder = try folder()
    _ = try cached(folder)
    try folder.write(list(pmid: 3, title: "On a third thing"), to: name)
    let corpus = try cached(folder)
    #expect(try corpus.catalogue.reference(for: Identifier(.pmid, "3"))?.title == "On a third thing")
    #expect(try view(corpus) == view(Corpus(path: folder.path)))
    #expect(try files(folder, "imported-").count == 1)
    #expect(try files(folder, "corpus-").count == 1)
  }

  @Test func aRemovedListIsGone() throws {
    let folder = try folder()
    _ = try cached(folder)
    try FileManager.default.removeItem(atPath: folder.path + "/lists/a.xml")
    #expect(try cached(folder).catalogue.reference(for: Identifier(.pmid, "1")) == nil)
  }

  @Test(arguments: [0, 10, 5000, 40000]) func aDamagedCacheIsBuiltAnewAndSaidSo(length: Int) throws {
    let folder = try folder()
    let plain = try view(cached(folder))
    for layer in ["corpus-", "imported-"] {
      let path = folder.path + "/.onus/" + (try #require(try files(folder, layer).first))
      let bytes = try #require(FileManager.default.contents(atPath: path))
      try (bytes.prefix(length) + Data(repeating: 7, count: 100)).write(to: URL(filePath: path))
    }
    let corpus = try cached(folder)
    #expect(corpus.cacheNotes.map(\.code) == ["cache-rebuilt", "cache-rebuilt"])
    #expect(corpus.cacheNotes.first?.message == "the cache was damaged and is built anew")
    #expect(try view(corpus) == plain)
    #expect(try cached(folder).cacheNotes.isEmpty)
  }

  @Test func aDamagedListOfFilesIsBuiltAnew() throws {
    let folder = try folder()
    let plain = try view(cached(folder))
    try folder.write("{", to: ".onus/files.json")
    #expect(try view(cached(folder)) == plain)
  }

  @Test func anAuditIsKeptUntilSomethingChanges() throws {
    let folder = try folder()
    let made = try cached(folder).audit()
    #expect(made.findings.map(\.check.rawValue).contains("claim-without-evidence"))
    #expect(try audits(folder).count == 1)
    let kept = try #require(try cached(folder).keptAudit?.read())
    #expect(kept.findings == made.findings)
    #expect(kept.suppressed == made.suppressed)
    #expect(kept.standing(of: Claim.ID("a")) == made.standing(of: Claim.ID("a")))
    #expect(kept.findings(of: Claim.ID("a")) == made.findings(of: Claim.ID("a")))

    let before = try audits(folder)
    let text = String(decoding: try #require(try folder.contents()["claims.yaml"]), as: UTF8.self)
    try folder.write(text.replacing("It helps.", with: "It cures."), to: "claims.yaml")
    let changed = try cached(folder)
    #expect(changed.keptAudit?.read() == nil)
    _ = try changed.audit()
    #expect(try audits(folder).count == 1)
    #expect(try audits(folder) != before)
  }

  @Test func anAuditThatIsNotAsItWasWrittenIsMadeAnew() throws {
    let folder = try folder()
    let made = try cached(folder).audit()
    let path = folder.path + "/.onus/" + (try #require(try audits(folder).first))
    var bytes = try #require(FileManager.default.contents(atPath: path))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: path))
    let corpus = try cached(folder)
    #expect(corpus.keptAudit?.read() == nil)
    #expect(try corpus.audit().findings == made.findings)
    #expect(corpus.keptAudit?.read() != nil)
  }

  @Test func whatAStoppedProcessLeftIsRemovedAndWhatALivingOneMakesIsNot() throws {
    let folder = try folder()
    _ = try cached(folder)
    // No process has the highest number, and this one lives.
    let dead = ".onus/unfinished-\(Int32.max)-1.sqlite"
    let living = ".onus/unfinished-\(ProcessInfo.processInfo.processIdentifier)-1.sqlite"
    try folder.write("half", to: dead)
    try folder.write("half", to: living)
    _ = try cached(folder)
    #expect(try folder.contents()[dead] == nil)
    #expect(try folder.contents()[living] != nil)
  }

  @Test func twoProcessesMayReadACorpusAtOnce() async throws {
    let folder = try folder()
    let plain = try view(Corpus(path: folder.path))
    let path = folder.path
    let views = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<6 { group.addTask { try view(Corpus(path: path, cache: .besideCorpus)) } }
      return try await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    #expect(views.count == 6 && views.allSatisfy { $0 == plain })
  }

  @Test func anUnwritableFolderMeansNoCacheAndNoComplaint() throws {
    guard getuid() != 0 else { return }
    let folder = try folder()
    let plain = try view(Corpus(path: folder.path))
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    let corpus = try cached(folder)
    #expect(try view(corpus) == plain)
    #expect(corpus.cacheNotes.isEmpty)
  }

  // FIPS 180-4's examples, appendix B of FIPS 180-2.
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]) func contentIsHashedWithSHA256(text: String, count: Int, digest: String) {
    var hash = ContentHash()
    let bytes = Array(String(repeating: text, count: count).utf8)
    for start in stride(from: 0, to: bytes.count, by: 777) {
      hash.add(bytes[start..<min(start + 777, bytes.count)])
    }
    #expect(hash.digest == digest)
  }
}
