import Foundation
import OnusModel
import Testing

@testable import OnusTables

/// The page with a digest of zeros, as text.
private func text(of explorer: Explorer) -> String {
  String(decoding: explorer.page { _ in Array(repeating: 0, count: 32) }, as: UTF8.self)
}

/// What stands between two marks of a page.
private func part(of page: String, from start: String, to end: String) throws -> String {
  let first = try #require(page.firstRange(of: start))
  let last = try #require(page[first.upperBound...].firstRange(of: end))
  return String(page[first.upperBound..<last.lowerBound])
}

private let dataStart = "<script type=\"application/json\" id=\"data\">"

/// The embedded data, read back by another reader of JSON.
private func data(of explorer: Explorer) throws -> [String: Any] {
  let embedded = try part(of: text(of: explorer), from: dataStart, to: "</script>")
  return try #require(try JSONSerialization.jsonObject(with: Data(embedded.utf8)) as? [String: Any])
}

private func items(_ name: String, of explorer: Explorer) throws -> [[String: Any]] {
  try #require(try data(of: explorer)[name] as? [[String: Any]])
}

struct ExplorerDataTests {
  let explorer = Explorer(claims: World.claims, studies: World.studies)

  @Test func claimsKeepTheirOrderAndNameTheirStudiesByPlace() throws {
    let claims = try items("claims", of: explorer)
    let studies = try items("studies", of: explorer)
    #expect(claims.map { $0["id"] as? String } == ["works", "milan", "cost"])
    let links = try #require(claims[0]["links"] as? [[String: Any]])
    let names = links.compactMap { $0["study"] as? Int }.map { studies[$0]["id"] as? String }
    #expect(names == ["gironi-2008", "sharafaddinzadeh-2010"])
    #expect(links.map { $0["stance"] as? String } == ["partly supports", "contradicts"])
    #expect(claims[2]["links"] == nil)
    #expect(
      claims[2]["searches"] as? [String]
        == ["A search in PubMed in 2026 for funding decisions found nothing."])
  }

  @Test func studiesStandFromTheStrongestDesignWithFactsResultsAndReports() throws {
    let studies = try items("studies", of: explorer)
    #expect(
      studies.map { $0["id"] as? String } == ["faulty-2011", "sharafaddinzadeh-2010", "gironi-2008"])
    #expect(studies[0]["retracted"] as? Bool == true)
    let gironi = studies[2]
    #expect(gironi["n"] as? Int == 40)
    #expect(gironi["duration"] as? String == "6 months")
    #expect(gironi["days"] as? Double == 182.625)
    #expect(gironi["comparator"] as? String == "none")
    let facts = try #require(gironi["facts"] as? [[String]])
    #expect(facts.first == ["People", "40 enrolled, 35 completed", "inferred, 40 minus 5 drop-outs"])
    #expect(facts.contains(["Paid by", "not reported"]))
    let crossover = try #require(studies[1]["results"] as? [[String: Any]])
    #expect(crossover[0]["figures"] as? String == "MD -0.34, 95% interval -0.59 to 0.09, p = 0.04")
    #expect(crossover[0]["about"] as? String == "primary outcome")
    let reports = try #require(gironi["reports"] as? [[String: Any]])
    let citation = try #require(reports[0]["cite"] as? [Any])
    let linked = ["PMID: 18728058", "https://pubmed.ncbi.nlm.nih.gov/18728058/"]
    #expect(citation.contains { $0 as? [String] == linked })
  }

  @Test func studiesThatOnlyAClaimNamesAreThere() throws {
    let explorer = Explorer(claims: World.claims)
    #expect(
      try items("studies", of: explorer).map { $0["id"] as? String }
        == ["sharafaddinzadeh-2010", "gironi-2008"])
  }

  @Test func namedConditionsComeWithTheirAncestorsByTreeAndByPersonAndNoOthersDo() throws {
    func condition(_ id: String, _ name: String, _ trees: [String], also: [String] = []) -> Condition {
      Condition(
        id: .init(id), name: name, otherNames: also.map { Condition.Name($0) }, treeNumbers: trees)
    }
    let ms = condition("D009103", "Multiple Sclerosis", ["C10.114.375.500", "C20.111.258.500"], also: ["MS"])
    let vocabulary = Explorer.Vocabulary(
      conditions: [
        ms, condition("D020274", "Autoimmune Diseases of the Nervous System", ["C10.114", "C20.111.258"]),
        condition("D020278", "Demyelinating Autoimmune Diseases, CNS", ["C10.114.375"]),
        condition("D003424", "Crohn Disease", ["C06.405"]), condition("local", "Immune trouble", []),
      ], broaderConditions: [.init("D020274"): [.init("local")]])
    var claim = World.claims[0]
    claim.conditions = [ms]
    claim.evidence = []
    let terms = try items("conditions", of: Explorer(claims: [claim], vocabulary: vocabulary))
    #expect(
      terms.map { $0["id"] as? String } == ["D020274", "D020278", "local", "D009103"])
    #expect(terms[3]["names"] as? [String] == ["MS"])
    #expect(terms[3]["up"] as? [Int] == [0, 1, 2])
    #expect(terms[0]["up"] as? [Int] == [2])
  }

  @Test func aCircleOfBroaderInterventionsEnds() throws {
    let names = ["a", "b", "c"].map { Intervention(id: .init($0), name: $0) }
    var claim = World.claims[2]
    claim.interventions = [names[0]]
    let vocabulary = Explorer.Vocabulary(
      interventions: names,
      broaderInterventions: [.init("a"): [.init("b")], .init("b"): [.init("c")], .init("c"): [.init("a")]])
    let terms = try items("interventions", of: Explorer(claims: [claim], vocabulary: vocabulary))
    #expect(terms.map { $0["up"] as? [Int] } == [[1, 2], [0, 2], [0, 1]])
  }

  @Test(arguments: hostileTexts)
  func hostileTextIsReadBackAsItWasAndEndsNoElement(_ hostile: String) throws {
    var claim = World.claims[0]
    claim.claim.statement = Located(hostile)
    claim.appearances[0].source.address = "javascript:alert(1)"
    let explorer = Explorer(title: hostile, claims: [claim])
    let embedded = try part(of: text(of: explorer), from: dataStart, to: "</script>")
    #expect(!embedded.contains { "<>&\u{2028}\u{2029}".contains($0) })
    #expect(try items("claims", of: explorer)[0]["text"] as? String == hostile)
    #expect(try items("sources", of: explorer)[0]["address"] == nil)
    #expect(text(of: explorer).components(separatedBy: "<script").count == 3)
  }

  @Test func sameExplorerGivesTheSameBytes() {
    #expect(text(of: explorer) == text(of: Explorer(claims: World.claims, studies: World.studies)))
  }
}

struct ExplorerPageTests {
  let page = text(of: Explorer(claims: World.claims, studies: World.studies, census: "3 claims."))

  @Test func policyAllowsTheOneScriptByItsHashAndNothingElse() throws {
    var hashed: [UInt8] = []
    let explorer = Explorer(claims: World.claims)
    let bytes = explorer.page { script in
      hashed = script
      return Array("foobar".utf8)
    }
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(try part(of: page, from: "<script>", to: "</script>") == String(decoding: hashed, as: UTF8.self))
    #expect(page.contains("script-src 'sha256-Zm9vYmFy'; base-uri 'none'; form-action 'none'"))
  }

  /// The test vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func bytesInBase64(_ plain: String, _ encoded: String) {
    #expect(Array(plain.utf8).base64 == encoded)
  }

  @Test(arguments: ["src=", "<link", "@import", "url(", "<iframe", "<object"])
  func pageFetchesNothing(_ way: String) {
    #expect(!page.contains(way))
  }

  @Test(arguments: [
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch(",
    "XMLHttpRequest", "import(", "</script", "<!--",
  ])
  func scriptNeitherWritesMarkupNorEvaluatesText(_ way: String) {
    #expect(!ExplorerScript.text.contains(way))
  }

  @Test func everyPlaceThatTheScriptLooksForIsInThePage() {
    let places = ExplorerScript.text.matches(of: /find\("([a-z-]+)"\)/).map { String($0.1) }
    #expect(places.count > 20)
    // Plots have no place where there are none.
    for place in Set(places).subtracting(["plots"]) { #expect(page.contains("id=\"\(place)\""), "\(place)") }
  }

  @Test func everyShapeThatTheScriptNamesIsDrawn() {
    let named = ExplorerScript.text.matches(of: /(?:shape: |icon\()"([a-z-]+)"/).map { String($0.1) }
    #expect(named.count > 10)
    for shape in Set(named) { #expect(page.contains("<symbol id=\"shape-\(shape)\""), "\(shape)") }
  }

  @Test func everyStandingStanceSeverityAndDirectionHasALook() {
    let words =
      Standing.allCases.map(\.rawValue) + EvidenceLink.Stance.allCases.map(\.rawValue)
      + Diagnostic.Severity.allCases.map(\.rawValue)
    for word in words { #expect(ExplorerScript.words.contains("\"\(word)\": {shape:"), "\(word)") }
    for direction in StudyResult.Direction.allCases {
      #expect(ExplorerScript.words.contains("\"\(direction.rawValue)\": \""), "\(direction)")
    }
    for stance in EvidenceLink.Stance.allCases {
      #expect(
        ExplorerScript.words.contains(
          "\"\(stance.rawValue)\": {shape: \"\(stance.shape)\", tone: \"\(stance.tone)\"}"))
    }
  }

  @Test func withoutScriptsEveryClaimIsListedUnderTheSameAddress() throws {
    let plain = try part(of: page, from: "<noscript>", to: "</noscript>")
    for claim in World.claims {
      #expect(plain.contains("<h2>\(claim.claim.statement.value.html)</h2>"))
      #expect(plain.contains("id=\"claim=\(claim.claim.id.rawValue)\""))
    }
    #expect(
      plain.contains(
        "<li>▼ contradicts: <a href=\"https://pubmed.ncbi.nlm.nih.gov/20534644/\">Sharafaddinzadeh 2010</a> "
          + "(randomized crossover trial, double-blind, n = 96, 8 weeks per period). "
          + "No difference was found.</li>"))
    #expect(
      plain.contains("<li>warning: the claim says “always” and a study found no difference.</li>"))
  }

  @Test func plotsStandInThePageAsDrawingsWithNamesOfTheirOwn() {
    let svg = """
      <?xml version="1.0"?>
      <svg aria-labelledby="title note"><title id="title">Forest</title><desc id="note">13 studies</desc>\
      <use href="#title"/><path fill="url(#note)"/></svg>
      """
    let plot = Explorer.Plot(title: "Forest & trees", svg: svg, address: "plots/forest.svg")
    let page = text(of: Explorer(claims: [], plots: [plot, plot]))
    #expect(page.contains("<h2>Forest &amp; trees</h2> <a href=\"plots/forest.svg\">As a file</a>"))
    for number in 1...2 {
      let name = "plot-\(number)"
      let drawing =
        "<svg aria-labelledby=\"\(name)-title \(name)-note\"><title id=\"\(name)-title\">Forest</title>"
        + "<desc id=\"\(name)-note\">13 studies</desc><use href=\"#\(name)-title\"/>"
        + "<path fill=\"url(#\(name)-note)\"/></svg>"
      #expect(page.contains("\n\(drawing)\n"))
      #expect(page.contains("<a href=\"#view=plots&amp;plot=\(number)\">Forest &amp; trees</a>"))
    }
    #expect(!page.contains("<?xml"))
    #expect(page.contains("id=\"tab-plots\""))
    #expect(!self.page.contains("id=\"tab-plots\""))
  }
}
