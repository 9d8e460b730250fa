internal import OnusModel

extension Check {
  /// Words that say the opposite of the figures beside them.
  public static let directionAgainstEstimate = Check(
    "direction-against-estimate",
    documentation: Documentation(
      title: "The words of a result point against its figures",
      explanation: """
        Reported are three contradictions: a result recorded as no difference whose interval leaves out no \
        effect; a finding that speaks only of less, or only of more, beside a ratio whose interval lies \
        wholly on the other side of 1; and figures of before and after that went the other way than the \
        words. A claim of a decrease or an increase that rests on such a ratio is reported as well. Findings \
        with words of both kinds, or with a "not", are left alone.
        """,
      sources: ["Cochrane Handbook 15.6", "Jergas H, Baethge C. PeerJ 2015;3:e1364 (quotation errors)"],
      needs:
        "A direction, a finding or a claim's direction, with the interval of an effect or the means of arms.",
      falsePositives: "A difference that is certain and too small to matter, recorded as none."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              falls:
                outcome: falls
                effect: RR 1.45
                interval: 1.15 to 1.83
                finding: Falls were fewer with tea.
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              falls:
                outcome: falls
                effect: RR 0.69
                interval: 0.55 to 0.87
                finding: Falls were fewer with tea.
        """)
  ) { input in
    let studies = input.studies.flatMap { entry in
      entry.study.results.compactMap { result in
        result.contradiction(in: entry.study).map {
          Finding($0.diagnostic(.warning, code), study: entry.study.id)
        }
      }
    }
    let claims = input.claims.flatMap { entry in
      entry.evidence.compactMap { evidence -> Finding? in
        guard evidence.link.stance == .supports, let result = evidence.result, let side = result.sideOfRatio,
          let direction = entry.claim.direction, [.increase, .decrease].contains(direction),
          direction != (side == .more ? .increase : .decrease)
        else { return nil }
        let remark = Remark(
          """
          \(evidence.study.study.name) is said to support a claim of \(direction == .increase ? "an" : "a") \
          \(direction.rawValue), and its \(result.effectWords) is wholly on the side of \(side.rawValue)
          """, at: evidence.link.result?.location ?? evidence.place,
          notes: [Diagnostic.Note("the result is here", at: result.location)],
          remedy: "which group the ratio puts first, or the stance that fits it")
        return Finding(remark.diagnostic(.warning, code), claim: entry.claim.id)
      }
    }
    return studies + claims
  }

  private static let code: Diagnostic.Code = "direction-against-estimate"
}

/// The side on which a figure lies.
private enum Side: String {
  case less
  case more

  /// The only side of which a text speaks; `nil` for none, both, or one that is denied.
  init?(wordsOf text: String) {
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    guard
      words.isDisjoint(with: ["no", "not", "neither", "nor", "without", "than", "but", "though", "although"])
    else { return nil }
    let less = !words.isDisjoint(with: Self.wordsForLess)
    let more = !words.isDisjoint(with: Self.wordsForMore)
    guard less != more else { return nil }
    self = less ? .less : .more
  }

  private static let wordsForLess: Set = [
    "less", "lower", "fewer", "fell", "reduced", "decreased", "rarer", "halved", "lowered",
  ]
  private static let wordsForMore: Set = [
    "more", "higher", "rose", "raised", "increased", "commoner", "doubled", "tripled", "greater",
  ]
}

extension StudyResult {
  /// The side of 1 on which the whole interval of a ratio lies.
  fileprivate var sideOfRatio: Side? {
    guard isRatio, comparison != .withinGroup, crossesNoEffect == false, let effect = effect?.value,
      let interval = interval?.value, interval.lower > 1 || interval.upper < 1,
      (interval.lower...interval.upper).contains(effect.value)
    else { return nil }
    return effect.value < 1 ? .less : .more
  }

  fileprivate func contradiction(in study: Study) -> Check.Remark? {
    if direction == .noDifference, let interval = interval?.value, crossesNoEffect == false,
      isRatio || isMeanDifference, !hasOtherNullHypothesis,
      !(interval.lower...interval.upper).contains(valueOfNoEffect)
    {
      return Check.Remark(
        """
        \(outcome.value) in \(study.name) is recorded as no difference, and \(effectWords) leaves out no \
        effect
        """, at: self.interval?.location ?? location,
        remedy:
          "the direction that the interval shows, or a finding that says why the difference does not matter")
    }
    guard let finding, let words = Side(wordsOf: finding) else { return nil }
    if let side = sideOfRatio, side != words {
      return Check.Remark(
        """
        the finding on \(outcome.value) in \(study.name) speaks of \(words.rawValue), and its \(effectWords) \
        is wholly on the side of \(side.rawValue)
        """, at: effect?.location ?? location,
        remedy: "which group the ratio puts first, and whether the finding is turned round")
    }
    guard comparison == .withinGroup || arms.map(\.name) == ["before", "after"], arms.count == 2,
      arms.first.map({ ["before", "baseline", "start"].contains($0.name.lowercased()) }) == true,
      let first = arms.first?.mean.flatMap(PrintedNumber.init),
      let second = arms.last?.mean.flatMap(PrintedNumber.init), first.value != second.value
    else { return nil }
    let side: Side = second.value < first.value ? .less : .more
    guard side != words else { return nil }
    return Check.Remark(
      """
      the finding on \(outcome.value) in \(study.name) speaks of \(words.rawValue), and the mean went from \
      \(first.text) to \(second.text)
      """, at: location, remedy: "which mean came first, and whether the finding is turned round")
  }
}
