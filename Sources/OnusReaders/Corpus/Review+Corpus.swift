internal import OnusModel

extension Review {
  /// Reads a review as far as it can be understood.
  init(key: String, keyLocation: SourceLocation, node: YAMLNode) {
    self.init(id: ID(key), title: node.text("title") ?? key, location: keyLocation)
    conditions = node.locatedTexts("conditions")
    registration = node.text("registration")
    previous = node["previous"].map(Size.init(node:))
    searches = node["searches"]?.items.compactMap(Search.init(node:)) ?? []
    if let node = node["removed"] {
      removed = Removed(
        duplicates: node.located("duplicates") { Int($0) }, automation: node.value("automation") { Int($0) },
        other: node.value("other") { Int($0) })
    }
    databases = node["databases"].map(StageCounts.init(node:)) ?? StageCounts()
    otherMethods = node["other-methods"].map(StageCounts.init(node:)) ?? StageCounts()
    included = node["included"].map(Size.init(node:))
    metaAnalysis = node["meta-analysis"].map(Size.init(node:))
    decisions = node["screening"]?.items.compactMap(ScreeningDecision.init(node:)) ?? []
  }

  /// What the grammar cannot say: that an exclusion by the full text has a reason, and that a report can only be
  /// missing where it was sought.
  var problems: [Diagnostic] {
    decisions.compactMap { decision in
      if decision.stage == .fullText, decision.verdict == .exclude, decision.reason == nil {
        return Diagnostic(
          .error, "missing-reason", "an exclusion by the full text has no \"because\"",
          at: decision.location, notes: [.init("PRISMA 2020, item 16b, asks for the reasons")])
      }
      if decision.stage == .titleAndAbstract, decision.verdict == .notRetrieved {
        return Diagnostic(
          .error, "wrong-stage", "\"not retrieved\" is decided at the stage \"full text\"",
          at: decision.location)
      }
      return nil
    }
  }
}

extension Review.Size {
  fileprivate init(node: YAMLNode) {
    self.init(studies: node.value("studies") { Int($0) }, reports: node.value("reports") { Int($0) })
  }
}

extension Review.Search {
  fileprivate init?(node: YAMLNode) {
    guard let name = node.text("in"), let kind = node.value("kind", Kind.init(rawValue:)) else { return nil }
    self.init(
      name: name, kind: kind, date: node.value("on", PartialDate.init(iso8601:)), query: node.text("query"),
      records: node.located("records") { Int($0) }, files: node.locatedTexts("files"),
      location: node.location)
  }
}

extension Review.StageCounts {
  fileprivate init(node: YAMLNode) {
    self.init(
      reasons: (node["excluded-reports"]?.pairs ?? []).compactMap { reason, _, value in
        value.scalar.flatMap { Int($0) }.map { Reason(reason, $0) }
      })
    screened = node.located("screened") { Int($0) }
    excluded = node.located("excluded") { Int($0) }
    sought = node.located("sought") { Int($0) }
    notRetrieved = node.located("not-retrieved") { Int($0) }
    assessed = node.located("assessed") { Int($0) }
  }
}

extension ScreeningDecision {
  fileprivate init?(node: YAMLNode) {
    guard let stage = node.value("stage", Stage.init(rawValue:)),
      let verdict = node.value("decision", Verdict.init(rawValue:))
    else { return nil }
    self.init(
      verdict, node["records"]?.items.compactMap { $0.located(Identifier.init(parsing:)) } ?? [], at: stage,
      because: node.text("because"), by: node.text("by"), isAgreed: node.text("agreed") == "yes",
      location: node.location)
  }
}
