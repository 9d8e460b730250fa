internal import OnusModel

extension Check {
  /// A claim about people's health that rests on a stand-in for it.
  public static let surrogateOutcome = Check(
    ofEachClaim: "surrogate-outcome",
    documentation: Documentation(
      title: "A claim rests on a stand-in for what matters to people",
      explanation: """
        A laboratory value, a count of prescriptions or a scan may move while people fare no better. A result \
        says under surrogate-for: what it stands for; a claim is reported when all results that support it \
        are such stand-ins and the statement does not name them.
        """,
      sources: [
        "Fleming TR, DeMets DL. Surrogate end points in clinical trials: are we being misled? "
          + "Ann Intern Med 1996;125:605-13",
        "Yavchitz A et al. J Clin Epidemiol 2016;75:56-65 (type 8)",
      ],
      needs: "surrogate-for: at the results that the links name.",
      falsePositives: "A stand-in that has been validated for this treatment."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea helps people with gout.
            kind: efficacy
            direction: benefit
            evidence: { study: tea-2019, result: urate, stance: supports, because: Urate fell. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              urate: { outcome: serum urate, surrogate-for: attacks of gout, direction: benefit }
        """,
      quiet: """
        claims:
          tea-lowers-urate:
            statement: Willow tea lowered serum urate in people with gout.
            kind: efficacy
            direction: benefit
            evidence: { study: tea-2019, result: urate, stance: supports, because: Urate fell. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              urate: { outcome: serum urate, surrogate-for: attacks of gout, direction: benefit }
        """)
  ) { entry, _ in
    guard [.efficacy, .mechanism, .safety].contains(entry.claim.kind) else { return [] }
    let supporting = entry.supporting.filter { !$0.isPreclinical }
    let stated = entry.claim.statement.value.lowercased()
    let standIns = supporting.filter { evidence in
      guard let result = evidence.result, result.surrogateFor != nil else { return false }
      return !stated.contains(result.outcome.value.lowercased())
    }
    let others = supporting.filter { $0.result != nil && $0.result?.surrogateFor == nil }
    let carriesOtherwise = others.contains { $0.weakness(for: entry.claim) == nil && $0.isComparison }
    guard !standIns.isEmpty, !carriesOtherwise else { return [] }
    return [
      Remark(
        """
        the claim rests on a stand-in for what matters: \
        \(standIns.map { $0.result?.outcome.value ?? "" }.joined(separator: "; ")), which may move while people \
        fare no better
        """, at: entry.statementPlace,
        notes: standIns.map { evidence in
          Diagnostic.Note(
            """
            \(evidence.study.study.name): \(evidence.result?.outcome.value ?? "") stands for \
            \(evidence.result?.surrogateFor?.value ?? "")
            """, at: evidence.result?.surrogateFor?.location ?? evidence.place)
        }, remedy: "name the stand-in in the claim, or link a study of what matters to people")
    ]
  }
}
