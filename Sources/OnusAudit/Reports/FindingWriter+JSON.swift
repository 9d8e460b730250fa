internal import OnusModel

extension FindingWriter {
  /// A list of objects, one for each finding.
  public static let json = FindingWriter(name: "json", title: "JSON") { report in
    JSONValue.array(report.findings.map(\.json)).pretty + "\n"
  }
}

extension Finding {
  /// The diagnostic's object with what it is about.
  fileprivate var json: JSONValue {
    var members = diagnostic.jsonMembers
    if let claim { members.append(JSONValue.Member("claim", .string(claim.rawValue))) }
    if let study { members.append(JSONValue.Member("study", .string(study.rawValue))) }
    return .object(members)
  }
}
