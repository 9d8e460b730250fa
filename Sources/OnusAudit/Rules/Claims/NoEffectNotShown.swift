internal import OnusModel

extension Check {
  /// A claim that nothing happens, from a result that leaves room for something.
  public static let noEffectNotShown = Check(
    ofEachClaim: "no-effect-not-shown",
    documentation: Documentation(
      title: "A claim of no effect rests on a result that leaves room for one",
      explanation: """
        That a difference was not found does not show that there is none. A ratio whose interval reaches below \
        0.75 or above 1.25 leaves room for a benefit or harm that matters; these are GRADE's rough bounds.
        """,
      sources: [
        "Cochrane Handbook, version 6.5, section 15.6.4",
        "Altman DG, Bland JM. Absence of evidence is not evidence of absence. BMJ 1995;311:485",
        "GRADE guidelines 6. J Clin Epidemiol 2011;64:1283-93",
      ],
      needs: "A claim with the direction no effect; effect and interval of the result that the link names.",
      falsePositives: "An outcome so rare that a large ratio is a small difference."),
    examples: Examples(
      firing: """
        claims:
          tea-useless:
            statement: Willow tea does nothing for back pain.
            kind: efficacy
            direction: no effect
            evidence: { study: tea-2019, result: relief, stance: supports, because: No difference. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              relief: { outcome: relief, effect: RR 1.10, interval: 0.60 to 2.02 }
        """,
      quiet: """
        claims:
          tea-useless:
            statement: Willow tea does nothing for back pain.
            kind: efficacy
            direction: no effect
            evidence: { study: tea-2019, result: relief, stance: supports, because: No difference. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              relief: { outcome: relief, effect: RR 1.01, interval: 0.92 to 1.11 }
        """)
  ) { entry, _ in
    guard entry.claim.direction == .noEffect else { return [] }
    return entry.supporting.compactMap { evidence in
      guard evidence.weakness(for: entry.claim) == .notExcluded, let result = evidence.result,
        let effect = result.effect?.value, let interval = result.interval?.value
      else { return nil }
      return Remark(
        """
        the claim says that there is no effect, but \(evidence.study.study.name) leaves room for one: \
        \(effect.measure) \(effect.printed), \(interval.printedLower) to \(interval.printedUpper)
        """, at: evidence.link.result?.location ?? evidence.place,
        notes: [Diagnostic.Note("the result is here", at: result.location)],
        remedy: "say that no difference was found, and how large a difference the study leaves possible")
    }
  }
}
