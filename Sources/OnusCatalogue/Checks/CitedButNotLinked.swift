internal import OnusModel

extension Check {
  /// A study that the source cites for its claim and that is not linked as evidence.
  public static let citedButNotLinked = Check(
    ofEachClaim: "cited-but-not-linked", title: "Cited study not held against the claim",
    explanation: """
      What a source cites for a claim is the first thing to hold against it; citations often do not say what \
      they are cited for (Jergas and Baethge 2015, PeerJ 3:e1364: about one in four was in error).
      """
  ) { entry in
    let linked = Set(entry.claim.evidence.map(\.study.value))
    return entry.claim.cites.filter { !linked.contains($0.value) }.map { cited in
      let study = entry.cited.first { $0.study.id == cited.value }?.study
      return Diagnostic(
        .warning, "cited-but-not-linked",
        """
        the source cites \(study?.name ?? cited.value.rawValue) for this claim, but how it bears on the \
        claim is not recorded
        """,
        at: cited.location, notes: study.map { [Diagnostic.Note("the study is here", at: $0.location)] } ?? []
      )
    }
  }
}
