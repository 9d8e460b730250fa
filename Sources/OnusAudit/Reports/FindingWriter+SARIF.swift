internal import OnusModel

extension FindingWriter {
  /// SARIF 2.1.0 (OASIS Standard, 2020), which code hosts and editors show.
  ///
  /// Columns are Unicode code points. A finding that a setting switches off is kept with the reason as an
  /// accepted suppression.
  public static let sarif = FindingWriter(name: "sarif", title: "SARIF 2.1.0") { report in
    let all =
      report.findings.map { ($0, CheckSetting?.none) } + report.suppressed.map { ($0.finding, $0.setting) }
    var codes: [String] = []
    var positions: [String: Int] = [:]
    for (finding, _) in all where positions[finding.check.rawValue] == nil {
      positions[finding.check.rawValue] = codes.count
      codes.append(finding.check.rawValue)
    }
    let driver = JSONValue.members([
      "name": .string("onus"), "rules": .array(codes.map(rule)),
    ])
    let run = JSONValue.members([
      "tool": .members(["driver": driver]), "columnKind": .string("unicodeCodePoints"),
      "results": .array(
        all.map { finding, setting in
          finding.sarif(ruleIndex: positions[finding.check.rawValue] ?? 0, suppressedBy: setting)
        }),
    ])
    return JSONValue.members([
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"), "version": .string("2.1.0"),
      "runs": .array([run]),
    ]).pretty + "\n"
  }

  private static func rule(_ code: String) -> JSONValue {
    guard let check = Check.named(code) else { return .members(["id": .string(code)]) }
    let documentation = check.documentation
    let sources = documentation.sources.map { "\n- \($0)" }.joined()
    return .members([
      "id": .string(code), "shortDescription": .members(["text": .string(documentation.title)]),
      "fullDescription": .members(["text": .string(documentation.explanation)]),
      "help": .members([
        "text": .string(documentation.explanation + (sources.isEmpty ? "" : "\nSources:" + sources))
      ]),
      "defaultConfiguration": .members(["level": .string(check.severity.rawValue)]),
    ])
  }
}

extension Finding {
  fileprivate func sarif(ruleIndex: Int, suppressedBy setting: CheckSetting?) -> JSONValue {
    let help = diagnostic.remedy.map { " What would settle it: \($0)." } ?? ""
    return .members([
      "ruleId": .string(check.rawValue), "ruleIndex": .integer(ruleIndex),
      "level": .string(diagnostic.severity.rawValue),
      "message": .members(["text": .string(diagnostic.message + "." + help)]),
      "locations": .list([diagnostic.location?.sarif()].compactMap { $0 }),
      "relatedLocations": .list(
        diagnostic.notes.compactMap { note in note.location?.sarif(message: note.message) }),
      "partialFingerprints": .members(["onusFinding/v1": .string(Baseline.fingerprint(of: self))]),
      "suppressions": setting.map { setting in
        .array([
          .members([
            "kind": .string("external"), "status": .string("accepted"),
            "justification": .string(setting.reason),
          ])
        ])
      },
      "properties": claim == nil && study == nil
        ? nil : .members(["claim": .text(claim?.rawValue), "study": .text(study?.rawValue)]),
    ])
  }
}

extension SourceLocation {
  fileprivate func sarif(message: String? = nil) -> JSONValue {
    .members([
      "physicalLocation": .members([
        "artifactLocation": .members(["uri": .string(file.percentEncodedPath)]),
        "region": line == 0
          ? nil
          : .members(["startLine": .integer(line), "startColumn": column == 0 ? nil : .integer(column)]),
      ]),
      "message": message.map { .members(["text": .string($0)]) },
    ])
  }
}

extension String {
  /// A path as a relative URI reference: everything but RFC 3986's unreserved characters and slashes is encoded.
  fileprivate var percentEncodedPath: String {
    let digits = Array("0123456789ABCDEF")
    var text = ""
    for byte in utf8 {
      let character = Character(UnicodeScalar(byte))
      if character.isASCIIDigit || character.isASCII && character.isLetter || "-._~/".contains(character) {
        text.append(character)
      } else {
        text += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
    return text
  }
}
