internal import OnusModel

extension CheckSetting {
  /// What a corpus file settles for checks: everywhere, in some files, for a claim or for a study.
  static func settings(in root: YAMLNode) -> [CheckSetting] {
    var settings = (root["checks"]?.pairs ?? []).flatMap { code, location, node in
      let paths = node.texts("in")
      let scopes = paths.isEmpty ? [Scope.everywhere] : paths.map(Scope.path)
      return scopes.compactMap { CheckSetting(Located(code, at: location), node, $0) }
    }
    for (id, _, node) in root["claims"]?.pairs ?? [] {
      settings += own(node, .claim(Claim.ID(id)))
    }
    for (id, _, node) in root["studies"]?.pairs ?? [] {
      settings += own(node, .study(Study.ID(id)))
    }
    return settings
  }

  private static func own(_ node: YAMLNode, _ scope: Scope) -> [CheckSetting] {
    (node["checks"]?.pairs ?? []).compactMap {
      CheckSetting(Located($0.key, at: $0.keyLocation), $0.value, scope)
    }
  }

  private init?(_ code: Located<String>, _ node: YAMLNode, _ scope: Scope) {
    guard let word = node.text("severity") else { return nil }
    let severity = Diagnostic.Severity(rawValue: word)
    guard severity != nil || word == "off" else { return nil }
    self.init(code: code, severity: severity, scope: scope, reason: node.text("because") ?? "")
  }
}
