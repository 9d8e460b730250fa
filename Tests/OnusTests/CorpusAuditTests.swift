import Foundation
import Onus
import Testing

private let shippedCorpus = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus").path

struct CorpusAuditTests {
  /// Linked by a catalogue the examples say the same as linked in memory.
  @Test(arguments: Check.all)
  func examplesOfAChecksHoldThroughAWholeCorpus(_ check: Check) throws {
    for (example, fires) in [(check.examples.firing, true), (check.examples.quiet, false)] {
      var files = ["corpus.yaml": example.corpus]
      if !example.references.isEmpty { files["references.nbib"] = example.references }
      let folder = try TemporaryFolder(files)
      let corpus = try Corpus(path: folder.path)
      let findings = try corpus.catalogue.audit([check]).findings
      #expect(findings.isEmpty != fires, "\(check.code.rawValue): \(corpus.problems)")
    }
  }

  @Test func aSettingForACheckThatThereIsNotIsAnErrorThatNamesTheNearest() throws {
    let folder = try TemporaryFolder([
      "c.yaml": "checks:\n  universal-wordin: { severity: note, because: Who knows. }\n"
    ])
    #expect(
      try Corpus(path: folder.path).problems.map(\.description) == [
        """
        c.yaml:2:3: error: no check is called "universal-wordin"; did you mean "universal-wording"? \
        [unknown-check]
        """
      ])
  }

  @Test func aReviewThatIncludesAStudyThatThereIsNotIsAnError() throws {
    let folder = try TemporaryFolder([
      "c.yaml": "studies:\n  r: { name: R, design: meta-analysis, includes: [nobody] }\n"
    ])
    #expect(try Corpus(path: folder.path).problems.map(\.code.rawValue) == ["unknown-study"])
  }

  @Test func claimsOfACorpusCarryFindingsAndStandings() throws {
    let claims = try Corpus(path: shippedCorpus).claims(about: "PPMS")
    let prevented = claims.first { $0.claim.id.rawValue == "ppms-progression-prevented" }
    #expect(prevented?.standing?.standing == .unsupported)
    #expect(prevented?.findings.contains { $0.code == "uncontrolled-evidence" } == true)
    let treatment = claims.first { $0.claim.id.rawValue == "ppms-no-treatment" }
    #expect(treatment?.standing?.standing == .outdated)
    #expect(
      treatment?.findings.first { $0.code == "outdated-claim" }?.message.hasPrefix(
        "the claim may have held until 2017-03") == true)
  }

  @Test func theShippedCorpusStandsAsItsLinksSay() throws {
    let corpus = try Corpus(path: shippedCorpus)
    let audit = try corpus.audit()
    var counts: [Standing: Int] = [:]
    for claim in try corpus.catalogue.claims() {
      counts[try #require(audit.standing(of: claim.claim.id)).standing, default: 0] += 1
    }
    #expect(
      counts == [
        .supported: 10, .partlySupported: 14, .overstated: 3, .contradicted: 9, .unsupported: 15,
        .outdated: 1,
        .notCheckable: 1,
      ])
    #expect(audit.suppressed.map(\.finding.check.rawValue) == ["design-against-record"])
    #expect(audit.findings.allSatisfy { $0.diagnostic.severity < .error })
  }
}
