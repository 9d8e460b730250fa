internal import OnusModel

extension FindingWriter {
  /// One line for each finding, as compilers print them: `%f:%l:%c: %t%*[^:]: %m` in Vim's errorformat.
  public static let errorformat = FindingWriter(
    name: "errorformat", title: "One line each, for editors (errorformat)"
  ) { report in
    report.findings.map { $0.diagnostic.description + "\n" }.joined()
  }
}
