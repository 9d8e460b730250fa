internal import OnusModel

extension Check {
  /// A test printed in a text with a p value that does not follow from it.
  public static let testAgainstP = Check(
    "test-against-p",
    documentation: Documentation(
      title: "A printed p value does not follow from its test statistic",
      explanation: """
        Texts print tests as "t(28) = 2.20, p = .036", from which p can be computed again. The forms t, F, \
        r, z, Q and chi-squared are read in statements, quotations, findings, remarks, notes and the \
        abstracts of a study's reports. A p value is reported when no statistic that rounds to the printed \
        one gives it; half of it is allowed where the text speaks of a one-sided test. Where the two stand \
        on different sides of 0.05, the message says so.
        """,
      sources: ["Nuijten MB et al. statcheck. Behav Res Methods 2016;48:1205-26"],
      needs: "A test with its degrees of freedom and its p value in one of the texts.",
      falsePositives: "One-sided tests that do not say so, and p values corrected for several comparisons."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: back pain, finding: "Pain was lower, t(14) = 1.70, p = .03." }
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: back pain, finding: "Pain was lower, t(28) = 2.20, p = .036." }
        """)
  ) { input in
    let studies = input.studies.flatMap { entry in
      entry.printedTexts.flatMap { text, place, source in
        remarks(text, "\(source)\(entry.study.name)", at: place ?? entry.study.location).map {
          Finding($0.diagnostic(.warning, code), study: entry.study.id)
        }
      }
    }
    let claims = input.claims.flatMap { entry in
      let quotes = entry.claim.evidence.compactMap(\.quote)
      return ([entry.claim.statement] + quotes).flatMap { text in
        remarks(text.value, "the claim", at: text.location ?? entry.claim.location).map {
          Finding($0.diagnostic(.warning, code), claim: entry.claim.id)
        }
      }
    }
    return studies + claims
  }

  private static let code: Diagnostic.Code = "test-against-p"

  private static func remarks(_ text: String, _ name: String, at place: SourceLocation?) -> [Remark] {
    let reports = TestReport.reports(in: text)
    guard !reports.isEmpty else { return [] }
    let lowercased = text.lowercased()
    let oneSided = ["one-sided", "one-tailed", "one sided", "one tailed", "directional"]
      .contains { lowercased.contains($0) }
    return reports.filter { !$0.isConsistent(oneSided: oneSided) }.map { report in
      let turned =
        report.isDecisionError(oneSided: oneSided) ? ", on the other side of 0.05" : ""
      return Remark(
        """
        "\(report.text)" in \(name) does not agree with itself: the test gives p of \
        \(PrintedNumber.textP(report.p))\(turned)
        """, at: place,
        remedy: "the test and the p value as the full text prints them, and whether it was one-sided")
    }
  }
}

extension CataloguedStudy {
  /// The texts in which a test may be printed, each with its place and what it is.
  fileprivate var printedTexts: [(text: String, place: SourceLocation?, source: String)] {
    var texts: [(text: String, place: SourceLocation?, source: String)] = []
    for result in study.results {
      for text in [result.finding, result.method].compactMap({ $0 }) + (result.remarks ?? []) {
        texts.append((text, result.location, ""))
      }
    }
    for text in study.notes + study.limitations + study.harms {
      texts.append((text.value, text.location, ""))
    }
    for report in reports {
      for section in report.abstract {
        texts.append((section.text, study.reports.first?.location, "the abstract of "))
      }
    }
    return texts
  }
}
