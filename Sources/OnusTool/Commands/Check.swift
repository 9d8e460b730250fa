import ArgumentParser
import Onus

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks a corpus and says what is wrong, where, and why.",
    discussion: """
      The corpus settles under checks: which findings it does not want, and why. What a check means is printed \
      by onus explain CODE. The checks:

      """
        + Onus.Check.all.map { "  \($0.code.rawValue): \($0.documentation.title)" }.joined(separator: "\n"))

  private static let forms = FindingWriter.all.map(\.name)
  private static let groupings = FindingReport.Grouping.allCases.map(\.rawValue)
  private static let thresholds = Diagnostic.Severity.allCases.map(\.rawValue) + ["never"]

  @Argument(help: "The corpus folder.", completion: .directory)
  var corpus = "Corpus"

  @Option(
    help: "The form of the findings: \(forms.joined(separator: ", ")).", completion: .list(forms))
  var format = "text"

  @Option(
    name: .customLong("by"), help: "How findings are grouped in text: \(groupings.joined(separator: ", ")).",
    completion: .list(groupings))
  var grouping = "place"

  @Option(help: "The least severity that is shown: note, warning, error.")
  var show = "note"

  @Option(
    help: "The least severity that makes the command fail: \(thresholds.joined(separator: ", ")).",
    completion: .list(thresholds))
  var failOn = "error"

  @Option(help: "A file with known findings, which are not shown and do not count.", completion: .file())
  var baseline: String?

  @Option(help: "Writes all findings into a file that serves as a baseline.", completion: .file())
  var writeBaseline: String?

  @OptionGroup var cache: CacheOptions

  func validate() throws {
    guard Self.forms.contains(format) else {
      throw ValidationError(noSuch("form", format, among: Self.forms))
    }
    guard Self.groupings.contains(grouping) else {
      throw ValidationError(noSuch("grouping", grouping, among: Self.groupings))
    }
    guard Self.thresholds.contains(failOn) else {
      throw ValidationError(noSuch("severity", failOn, among: Self.thresholds))
    }
    guard Diagnostic.Severity(rawValue: show) != nil else {
      throw ValidationError(noSuch("severity", show, among: Diagnostic.Severity.allCases.map(\.rawValue)))
    }
  }

  func run() throws {
    try reporting {
      let read = try cache.read(corpus)
      let isBroken = read.problems.worst == .error
      let audit = isBroken ? nil : try read.audit()
      var findings = read.problems.map { Finding($0) } + (audit?.findings ?? [])
      if let writeBaseline {
        let bytes = Array(Baseline(findings).text.utf8)
        try OutputFolder(path: writeBaseline.folder).write([
          OutputFile(path: writeBaseline.name, bytes: bytes)
        ])
      }
      if let baseline {
        let text = String(decoding: try CorpusFile(path: baseline).bytes(), as: UTF8.self)
        findings = Baseline(parsing: text).new(among: findings)
      }
      try print(findings, suppressed: audit?.suppressed ?? [], of: read, audit)
      if isBroken { throw read.problems.exitCode }
      let worst = findings.map(\.diagnostic.severity).max()
      if let threshold = Diagnostic.Severity(rawValue: failOn), let worst, worst >= threshold {
        throw ExitCode(1)
      }
    }
  }

  private func print(
    _ all: [Finding], suppressed: [Audit.Suppressed], of corpus: Corpus, _ audit: Audit?
  ) throws {
    let least = Diagnostic.Severity(rawValue: show) ?? .note
    var report = FindingReport(
      findings: all.filter { $0.diagnostic.severity >= least }.map { prefixed($0) },
      suppressed: suppressed.map { Audit.Suppressed(finding: prefixed($0.finding), setting: $0.setting) },
      grouping: FindingReport.Grouping(rawValue: grouping) ?? .place)
    guard format == "text", let writer = FindingWriter.named("text") else {
      return try Console.write(FindingWriter.named(format)?.render(report) ?? "")
    }
    if report.grouping == .claim, let audit {
      for claim in audit.attached(to: try corpus.catalogue.claims()) {
        let standing = claim.standing.map { ": \($0.standing.rawValue), \($0.reason)" } ?? ""
        report.headings[claim.claim.id] = "\(claim.claim.id)\(standing)\n\"\(claim.claim.statement.value)\""
      }
    }
    report.sourceLine = Console.sourceLines(of: report.findings.map(\.diagnostic))
    Console.note(Console.coloured(writer.render(report)), terminator: "")
    let off = suppressed.isEmpty ? "" : "; \(suppressed.count) switched off by the corpus"
    Console.note(Console.tally(all.map(\.diagnostic)) + off)
  }

  private func prefixed(_ finding: Finding) -> Finding {
    var finding = finding
    finding.diagnostic = finding.diagnostic.prefixed(with: corpus)
    return finding
  }
}

extension String {
  /// The path up to its last slash; the working folder without one.
  fileprivate var folder: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "." }

  /// The path behind its last slash.
  fileprivate var name: String { split(separator: "/").last.map(String.init) ?? self }
}
