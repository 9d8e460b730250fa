internal import OnusModel

extension Check {
  /// A figure of the claim that occurs in none of its studies.
  public static let figureNotInEvidence = Check(
    "figure-not-in-evidence",
    documentation: Documentation(
      title: "The claim states a figure that no linked study has",
      explanation: """
        Numbers with a unit in the statement (people, percent, hours to years, milligrams) are looked for in \
        everything that the linked studies say of themselves, and in why they were linked. Number words to \
        twenty count. A figure that is nowhere was misremembered, computed, or comes from a source that is not \
        linked.
        """,
      sources: ["Jergas H, Baethge C. PeerJ 2015;3:e1364 (quotation errors)"],
      needs: "A statement with figures, and linked studies.",
      falsePositives: "A figure that follows from others by arithmetic, or a rounded one."),
    examples: Examples(
      firing: """
        claims:
          tea-wears-off:
            statement: The effect of willow tea wears off after five hours.
            kind: mechanism
            evidence: { study: tea-2019, result: relief, stance: partly supports, because: It wore off. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              relief: { outcome: relief, finding: Relief lasted 8 hours. }
        """,
      quiet: """
        claims:
          tea-wears-off:
            statement: The effect of willow tea wears off after eight hours.
            kind: mechanism
            evidence: { study: tea-2019, result: relief, stance: supports, because: It wore off. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              relief: { outcome: relief, finding: Relief lasted 8 hours. }
        """)
  ) { input in
    // What a study says is taken apart once, however many claims it is linked to.
    var numbers: [Study.ID: Set<String>] = [:]
    func known(_ number: String, in evidence: CataloguedEvidence) -> Bool {
      let id = evidence.link.study.value
      if numbers[id] == nil {
        numbers[id] = evidence.study.study.texts.reduce(into: []) { $0.formUnion(Figures.numbers(in: $1)) }
      }
      return numbers[id]?.contains(number) == true
        || Figures.numbers(in: evidence.link.rationale).contains(number)
    }
    return input.claims.compactMap { entry -> Finding? in
      guard !entry.evidence.isEmpty else { return nil }
      let missing = Figures.withUnits(in: entry.claim.statement.value).filter { figure in
        !entry.evidence.contains { known(figure.number, in: $0) }
      }
      guard !missing.isEmpty else { return nil }
      let list = missing.map { "\"\($0.printed)\"" }.joined(separator: ", ")
      let remark = Remark(
        "\(list) \(missing.count == 1 ? "occurs" : "occur") in no linked study", at: entry.statementPlace,
        notes: entry.evidence.map(\.note),
        remedy: "link the source of the figure, or give the one that was measured")
      return Finding(remark.diagnostic(.warning, "figure-not-in-evidence"), claim: entry.claim.id)
    }
  }
}

extension Study {
  /// Everything that the study says in words and numbers.
  fileprivate var texts: [String] {
    var texts = [name, title, sample?.text, durations.text].compactMap { $0 }
    texts += [comparator, dose, participants, setting, funding].compactMap { $0?.value.stated }
    texts += (primaryOutcomes + secondaryOutcomes + harms + limitations + notes).map(\.value)
    texts += otherValues.map(\.value)
    texts += (sample?.arms ?? []).flatMap { $0.counts.values.compactMap { $0.value.stated.map(String.init) } }
    for result in results {
      texts += [
        result.outcome.value, result.timePoint, result.measure, result.finding, result.percent?.value,
      ]
      .compactMap { $0 }
      if let effect = result.effect?.value { texts.append(effect.printed) }
      if let interval = result.interval?.value { texts += [interval.printedLower, interval.printedUpper] }
      if let events = result.events?.value { texts.append(events.description) }
      if let p = result.p?.value { texts.append(p.printed) }
      texts += result.arms.flatMap { arm in
        [arm.events.map(String.init), arm.count.map(String.init), arm.mean].compactMap { $0 }
      }
    }
    return texts
  }
}
