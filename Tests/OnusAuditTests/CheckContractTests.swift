import OnusAudit
import OnusModel
import Testing

struct CheckContractTests {
  @Test func everyCodeIsUsedOnce() {
    #expect(Set(Check.all.map(\.code)).count == Check.all.count)
  }

  @Test(arguments: Check.all)
  func aCheckIsDocumented(_ check: Check) {
    let documentation = check.documentation
    #expect(check.code.rawValue.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    #expect(!documentation.title.hasSuffix("."))
    for text in [documentation.explanation, documentation.needs, documentation.falsePositives] {
      #expect(text.hasSuffix("."))
    }
    #expect(documentation.sources.allSatisfy { !$0.hasSuffix(".") })
  }

  @Test(arguments: Check.all)
  func bothExamplesAreSoundCorpora(_ check: Check) throws {
    for example in [check.examples.firing, check.examples.quiet] {
      #expect(try example.entries().problems == [])
    }
  }

  @Test(arguments: Check.all)
  func theFiringExampleFiresWithTheCodeAndSeverityOfTheCheck(_ check: Check) throws {
    let findings = try check.run(Check.Input(linking: check.examples.firing.entries().entries))
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(finding.check == check.code)
      #expect(finding.diagnostic.severity == check.severity)
      #expect(finding.diagnostic.location != nil)
      #expect(finding.diagnostic.remedy != nil)
      #expect(
        finding.claim != nil || finding.study != nil || finding.synthesis != nil || finding.review != nil
          || check.group == "Sources")
    }
  }

  @Test(arguments: Check.all)
  func theQuietExampleIsQuiet(_ check: Check) throws {
    #expect(
      try findings(check, check.examples.quiet.corpus, references: check.examples.quiet.references) == [])
  }
}

extension Check {
  /// The title of the group that lists the check.
  var group: String? { Check.groups.first { $0.checks.contains { $0.code == code } }?.title }
}
