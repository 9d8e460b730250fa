import Foundation
import Onus
import Testing

/// A folder that is removed when the test ends.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "onus-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, content) in files { try write(content, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ content: String, to name: String) throws {
    let place = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: place, atomically: true, encoding: .utf8)
  }

  /// The contents of all files by their paths within the folder.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      var isFolder: ObjCBool = false
      let place = path + "/" + name
      guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      contents[name] = FileManager.default.contents(atPath: place)
    }
    return contents
  }
}

private let shippedCorpus = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus").path

struct CorpusTests {
  @Test func starterCorpusHasNoProblems() throws {
    let folder = try TemporaryFolder()
    _ = try StarterCorpus.write(to: folder.path + "/mine")
    let corpus = try Corpus(path: folder.path + "/mine")
    #expect(corpus.problems.isEmpty)
    #expect(try corpus.census() == "1 claim, 1 study, 1 reference, 1 condition")
    #expect(
      try corpus.audit().findings.map(\.check)
        == ["causal-wording", "uncontrolled-evidence", "wording-exceeds-design", "universal-wording"])
  }

  @Test func starterCorpusIsNotWrittenOverFiles() throws {
    let folder = try TemporaryFolder(["notes.txt": "mine"])
    let problem = #expect(throws: Diagnostic.self) { try StarterCorpus.write(to: folder.path) }
    #expect(problem?.code == "not-empty")
    #expect(try folder.contents().count == 1)
  }

  @Test func shippedCorpusHasAll53Claims() throws {
    let corpus = try Corpus(path: shippedCorpus)
    #expect(corpus.problems.isEmpty)
    #expect(try corpus.catalogue.claims().count == 53)
  }

  @Test func typedFactsOfTheSeedCaseAreInTheCatalogue() throws {
    let catalogue = try Corpus(path: shippedCorpus).catalogue
    func study(_ key: String) throws -> Study {
      try #require(try catalogue.study(Study.ID(key))).study
    }
    let milan = try study("gironi-2008")
    #expect(milan.design.value == .singleArmTrial)
    #expect(milan.sample?[.enrolled] == 40)
    #expect(milan.durations.treatment?.value.stated?.iso8601 == "P6M")
    #expect(milan.hasControl == false)
    let ucsf = try study("cree-2010")
    #expect(ucsf.design.value == .randomizedCrossover)
    #expect(ucsf.comparator?.value.stated == "placebo")
    #expect(ucsf.sample?[.enrolled] == 80)
    #expect(ucsf.sample?[.completed] == 60)
    #expect(ucsf.durations.treatment?.value.stated?.iso8601 == "P8W")
    let iran = try study("sharafaddinzadeh-2010")
    #expect(iran.design.value.isRandomized)
    #expect(iran.sample?[.enrolled] == 96)
    #expect(iran.durations.treatment?.value.stated?.iso8601 == "P17W")
  }

  @Test func questionsAboutConditionsFollowTheHierarchy() throws {
    let catalogue = try Corpus(path: shippedCorpus).catalogue
    let claims = try catalogue.claims(about: "multiple sclerosis")
    let linked = Set(claims.flatMap(\.evidence).map(\.study.study.id.rawValue))
    #expect(linked.isSuperset(of: ["gironi-2008", "cree-2010", "sharafaddinzadeh-2010"]))
    #expect(claims.contains { $0.match == .covering && $0.claim.id.rawValue == "benefit-any-autoimmune" })

    let progressive = try catalogue.claims(about: "PPMS").filter { $0.match != .covering }
    #expect(progressive.count < claims.filter { $0.match != .covering }.count)
    #expect(progressive.allSatisfy { $0.conditions.contains { $0.id.rawValue == "D020528" } })

    func conditions(studiedUnder name: String) throws -> Set<String> {
      Set(try catalogue.studies(about: name).flatMap(\.conditions).map(\.name))
    }
    #expect(try conditions(studiedUnder: "inflammatory bowel diseases").contains("Crohn Disease"))
    let autoimmune = try catalogue.studies(about: "autoimmune diseases")
    #expect(autoimmune.contains { $0.conditions.contains { $0.name == "Multiple Sclerosis" } })
    #expect(!autoimmune.contains { $0.conditions.map(\.name) == ["Crohn Disease"] })
  }

  @Test func everyProblemOfARunIsReportedInOrder() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "claims:\n  x: { statement: X., kind: other, evidence: { study: y, stance: supports } }\n",
      "b/list.xml": "<PubmedArticleSet><PubmedArticle>",
      "b/empty.xml": "",
      "c.txt": "Buy milk.",
      "README.md": "left out", ".hidden": "left out",
    ])
    let problems = try Corpus(path: folder.path).problems
    #expect(
      problems.map { "\($0.location?.file ?? "") \($0.code.rawValue)" } == [
        "a.yaml missing-key", "a.yaml unknown-study", "b/empty.xml empty-file", "b/list.xml malformed-xml",
        "c.txt unrecognised-format",
      ])
  }

  @Test func folderThatIsMissingOrAFileIsOneError() throws {
    let folder = try TemporaryFolder(["file": "x"])
    let missing = #expect(throws: Diagnostic.self) { try Corpus(path: folder.path + "/none") }
    #expect(missing?.code == "no-such-file")
    let file = #expect(throws: Diagnostic.self) { try Corpus(path: folder.path + "/file") }
    #expect(file?.code == "not-a-folder")
  }
}

struct ExportTests {
  @Test func sameCorpusGivesTheSameBytesWhereverItIs() throws {
    let first = try TemporaryFolder()
    let second = try TemporaryFolder()
    for place in [first.path + "/a", second.path + "/quite/another/place"] {
      _ = try StarterCorpus.write(to: place)
    }
    let exports = try Corpus(path: first.path + "/a").exports()
    #expect(exports == (try Corpus(path: second.path + "/quite/another/place").exports()))
    #expect(Set(exports.map(\.path)).count == exports.count)
    #expect(exports.contains { $0.path == "summaries/back-pain.html" })
    for form in BookWriter.all {
      #expect(exports.contains { $0.path == "evidence.\(form.fileExtension)" })
    }
    let corpus = try Corpus(path: first.path + "/a")
    for recipe in TableRecipe.all {
      let isEmpty = try recipe.table(corpus, corpus.audit(), nil).rows.isEmpty
      for writer in Writer.all {
        #expect(
          exports.contains { $0.path == "\(recipe.name).\(writer.fileExtension)" }
            == (writer.isText && !isEmpty))
      }
    }
  }

  @Test func whatIsNoFileIsWrittenToAndNotReplaced() throws {
    let folder = try TemporaryFolder(["real.txt": "old"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.txt", withDestinationPath: "real.txt")
    try OutputFolder(path: folder.path).write([OutputFile(path: "link.txt", bytes: Array("new".utf8))])
    #expect(try String(contentsOfFile: folder.path + "/real.txt", encoding: .utf8) == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link.txt") == "real.txt")
    try OutputFolder(path: "/dev").write([OutputFile(path: "null", bytes: Array("new".utf8))])
    let kind = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(kind == .typeCharacterSpecial)
  }

  @Test func filesAreWrittenAllOrNone() throws {
    let folder = try TemporaryFolder(["a.txt": "old", "blocked": "a file, not a folder"])
    let files = [
      OutputFile(path: "a.txt", bytes: Array("new".utf8)),
      OutputFile(path: "blocked/b.txt", bytes: Array("new".utf8)),
    ]
    let problem = #expect(throws: Diagnostic.self) { try OutputFolder(path: folder.path).write(files) }
    #expect(problem?.code == "cannot-write")
    #expect(try folder.contents()["a.txt"] == Data("old".utf8))
    #expect(try folder.contents().count == 2)
    try OutputFolder(path: folder.path + "/new/deeper").write([files[0]])
    #expect(try folder.contents()["new/deeper/a.txt"] == Data("new".utf8))
  }
}

struct BuildTests {
  @Test func earlierFilesThatAreNoLongerMadeAreRemovedAndOthersAreLeft() throws {
    let folder = try TemporaryFolder(["out/mine.txt": "mine"])
    _ = try StarterCorpus.write(to: folder.path + "/a")
    _ = try Corpus(path: folder.path + "/a").build(into: folder.path + "/out")
    #expect(try folder.contents()["out/summaries/back-pain.md"] != nil)
    let conditions = try #require(try folder.contents()["a/conditions.yaml"])
    try folder.write(
      String(decoding: conditions, as: UTF8.self).replacing("Back Pain", with: "Sore Back"),
      to: "a/conditions.yaml")
    for name in ["claims", "studies"] {
      let text = try #require(try folder.contents()["a/\(name).yaml"])
      try folder.write(
        String(decoding: text, as: UTF8.self).replacing("Back Pain", with: "Sore Back"), to: "a/\(name).yaml")
    }
    _ = try Corpus(path: folder.path + "/a").build(into: folder.path + "/out")
    let files = try folder.contents()
    #expect(files["out/summaries/back-pain.md"] == nil)
    #expect(files["out/summaries/sore-back.md"] != nil)
    #expect(files["out/mine.txt"] != nil)
  }

  @Test func tablesAreNotWrittenIntoTheCorpus() throws {
    let folder = try TemporaryFolder()
    _ = try StarterCorpus.write(to: folder.path)
    let corpus = try Corpus(path: folder.path)
    for place in [folder.path, folder.path + "/Exports"] {
      let problem = #expect(throws: Diagnostic.self) { try corpus.build(into: place) }
      #expect(problem?.code == "output-within-corpus")
    }
    #expect(try folder.contents().count == StarterCorpus.files.count)
  }

  @Test func conditionsWithoutLatinLettersHaveFilesOfTheirOwn() throws {
    let folder = try TemporaryFolder([
      "a.yaml": """
      conditions: { pain: { name: Боль }, cough: { name: Кашель }, ab: { name: A (b) }, a-b: { name: A-b } }
      claims:
        one: { statement: One., kind: other, conditions: [pain, cough, ab, a-b] }
      """
    ])
    let paths = try Corpus(path: folder.path).exports().map(\.path).filter { $0.hasSuffix(".md") }
    #expect(
      Set(paths).isSuperset(of: [
        "summaries/-pain.md", "summaries/-cough.md", "summaries/a-b-ab.md", "summaries/a-b-a-b.md",
      ]))
  }

  @Test func leftoversOfAProcessThatIsGoneAreRemoved() throws {
    let folder = try TemporaryFolder([".a.txt.onus-999999999-1": "half", ".b.txt": "mine"])
    try OutputFolder(path: folder.path).write([OutputFile(path: "a.txt", bytes: [65])])
    #expect(try folder.contents().keys.sorted() == [".b.txt", "a.txt"])
  }

  @Test func folderInTheWayOfAFileStopsEverything() throws {
    let folder = try TemporaryFolder(["a.txt": "old", "b.txt/c": "in the way"])
    let files = ["a.txt", "b.txt"].map { OutputFile(path: $0, bytes: [65]) }
    let problem = #expect(throws: Diagnostic.self) { try OutputFolder(path: folder.path).write(files) }
    #expect(problem?.message == "the file cannot be written: a folder has this name")
    #expect(try folder.contents()["a.txt"] == Data("old".utf8))
    #expect(try folder.contents().count == 2)
  }

  @Test func linkedFolderIsReadOnceAndALoopEnds() throws {
    let folder = try TemporaryFolder(["corpus/a.yaml": "claims: {}\n", "elsewhere/b.yaml": "claims: 3\n"])
    let links = [("corpus/more", "../elsewhere"), ("elsewhere/back", "../corpus"), ("corpus/again", ".")]
    for (name, destination) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: destination)
    }
    let problems = try Corpus(path: folder.path + "/corpus").problems
    #expect(problems.map { $0.location?.file } == ["more/b.yaml"])
  }
}

struct ImportTests {
  private let list = """
    <modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="other-2018">
    <titleInfo><title>Poplar tea</title></titleInfo></mods></modsCollection>
    """

  @Test func importingTwiceChangesNothing() throws {
    let folder = try TemporaryFolder(["list.xml": list])
    let place = folder.path + "/mine"
    _ = try StarterCorpus.write(to: place)
    let first = try Corpus(path: place).importFile(at: folder.path + "/list.xml")
    #expect(first.outcome == .added("bibliographies/list.xml"))
    #expect(first.newRecords == 1)
    let before = try folder.contents()
    #expect(before["mine/bibliographies/list.xml"] == before["list.xml"])
    let second = try Corpus(path: place).importFile(at: folder.path + "/list.xml")
    #expect(second.outcome == .alreadyThere("bibliographies/list.xml"))
    #expect(second.knownRecords == 1)
    #expect(try folder.contents() == before)
  }

  @Test func anotherFileOfTheSameNameGetsANumber() throws {
    let folder = try TemporaryFolder(["list.xml": list, "b/list.xml": list + "\n"])
    let place = folder.path + "/mine"
    _ = try StarterCorpus.write(to: place)
    _ = try Corpus(path: place).importFile(at: folder.path + "/list.xml")
    let report = try Corpus(path: place).importFile(at: folder.path + "/b/list.xml")
    #expect(report.outcome == .added("bibliographies/list-2.xml"))
  }

  @Test(arguments: ["README-export.xml", ".hidden.xml", "list.yaml", "notes.md"])
  func fileWithAnyNameIsReadAfterwards(name: String) throws {
    let folder = try TemporaryFolder([name: list])
    let place = folder.path + "/mine"
    _ = try StarterCorpus.write(to: place)
    _ = try Corpus(path: place).importFile(at: folder.path + "/" + name)
    let corpus = try Corpus(path: place)
    #expect(corpus.problems.isEmpty)
    #expect(try corpus.catalogue.reference(for: Identifier(.key, "other-2018")) != nil)
    let again = try corpus.importFile(at: folder.path + "/" + name)
    guard case .alreadyThere = again.outcome else {
      Issue.record("added twice")
      return
    }
  }

  @Test func brokenFileIsNotAdded() throws {
    let folder = try TemporaryFolder(["list.xml": String(list.dropLast(20))])
    let place = folder.path + "/mine"
    _ = try StarterCorpus.write(to: place)
    let report = try Corpus(path: place).importFile(at: folder.path + "/list.xml")
    #expect(report.outcome == .refused)
    #expect(report.file.problems.map(\.code) == ["malformed-xml"])
    #expect(try folder.contents()["mine/bibliographies/list.xml"] == nil)
  }
}
