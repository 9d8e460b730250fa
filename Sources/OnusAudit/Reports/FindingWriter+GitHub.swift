internal import OnusModel

extension FindingWriter {
  /// Workflow commands that GitHub shows beside the lines of a change.
  public static let github = FindingWriter(name: "github", title: "GitHub annotations") { report in
    report.findings.map { finding in
      let diagnostic = finding.diagnostic
      let level = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      var properties: [String] = []
      if let location = diagnostic.location {
        properties.append("file=" + location.file.escapedProperty)
        if location.line > 0 { properties.append("line=\(location.line)") }
        if location.column > 0 { properties.append("col=\(location.column)") }
      }
      properties.append("title=" + finding.check.rawValue.escapedProperty)
      let help = diagnostic.remedy.map { "\nWhat would settle it: \($0)" } ?? ""
      return "::\(level) \(properties.joined(separator: ","))::" + (diagnostic.message + help).escapedData
        + "\n"
    }.joined()
  }
}

extension String {
  /// The text of a workflow command, in which a percent sign starts an escape.
  fileprivate var escapedData: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "%": text += "%25"
      case "\r": text += "%0D"
      case "\n": text += "%0A"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The value of a property of a workflow command, which also ends at colons and commas.
  fileprivate var escapedProperty: String {
    escapedData.split(separator: ":", omittingEmptySubsequences: false).joined(separator: "%3A")
      .split(separator: ",", omittingEmptySubsequences: false).joined(separator: "%2C")
  }
}
