internal import OnusModel

extension Check {
  /// A figure that the source gives for a study and that the study's record does not have.
  ///
  /// The source's sample is right when it equals any count of the study, its duration when it equals that of
  /// treatment, follow-up or the whole study, its events when they are those of a result. The studies that
  /// the source cites are looked at, or, where it cites none, those that are direct evidence. Of several
  /// the one that fits best is taken to be meant, and of several that fit equally well the first. What the
  /// record does not state is not held against the source.
  public static let assertionMismatch = Check(
    ofEachClaim: "assertion-mismatch",
    documentation: Documentation(
      title: "The source gives a figure that the study's record does not have",
      explanation: """
        A source that misreports the size, length or design of the study it cites may have misread its result \
        as well. The study's record, not the source, says what was done. Of several studies the one that fits \
        best is taken to be meant; any stage of the sample and any of the durations may fit.
        """,
      sources: ["Jergas H, Baethge C. Quotation accuracy in medical journal articles. PeerJ 2015;3:e1364"],
      needs: "What the source asserts of the study (asserts:), and the same fact of the study.",
      falsePositives: "A source that tells of a part of the study that the record does not hold."),
    examples: Examples(
      firing: """
        claims:
          tea-study:
            statement: In a study of 40 people willow tea relieved back pain.
            kind: efficacy
            asserts: { sample: 40 }
            evidence: { study: tea-2017, stance: supports, because: Pain fell. }
        studies:
          tea-2017: { name: Tea 2017, design: single-arm trial, sample: { enrolled: 30, completed: 26 } }
        """,
      quiet: """
        claims:
          tea-study:
            statement: In a study of 26 people willow tea relieved back pain.
            kind: efficacy
            asserts: { sample: 26 }
            evidence: { study: tea-2017, stance: supports, because: Pain fell. }
        studies:
          tea-2017: { name: Tea 2017, design: single-arm trial, sample: { enrolled: 30, completed: 26 } }
        """)
  ) { entry, _ in
    let linked = entry.evidence.filter { $0.link.directness == .direct }.map(\.study)
    var studies: [Study] = []
    for study in (entry.cited.isEmpty ? linked : entry.cited).map(\.study)
    where !studies.contains(where: { $0.id == study.id }) {
      studies.append(study)
    }
    let comparisons = studies.map { study in
      (study: study, assertions: entry.claim.asserts.compared(with: study))
    }
    var best: (study: Study, assertions: [ComparedAssertion])?
    for comparison in comparisons where comparison.assertions.fit > best?.assertions.fit ?? Int.min {
      best = comparison
    }
    guard let best else { return [] }
    let fitting = best.assertions.filter(\.fits).map(\.fact)
    return best.assertions.filter { !$0.fits }.map { assertion in
      var notes = [Diagnostic.Note("\(best.study.name) is here", at: best.study.location)]
      if !fitting.isEmpty { notes.append(Diagnostic.Note("what fits: \(fitting.joined(separator: ", "))")) }
      return Remark(
        """
        the source gives the \(assertion.fact) as \(assertion.asserted), but the record of \
        \(best.study.name) says \(assertion.recorded)
        """, at: assertion.location ?? entry.claim.location, notes: notes,
        remedy: "look into the report; correct asserts: or the study's record, whichever is wrong")
    }
  }
}

/// One assertion beside what the study's record says.
private struct ComparedAssertion {
  var fact: String
  var asserted: String
  var recorded: String
  var fits: Bool
  var location: SourceLocation?
}

extension [ComparedAssertion] {
  /// How well the study fits: what agrees less what does not.
  fileprivate var fit: Int { self.reduce(0) { $0 + ($1.fits ? 1 : -1) } }
}

extension Claim.Assertions {
  fileprivate func compared(with study: Study) -> [ComparedAssertion] {
    [
      sample.flatMap { compare("sample", $0, with: study.counts, recorded: study.sample?.text) },
      duration.flatMap { asserted in
        let durations = study.statedDurations
        guard !durations.isEmpty else { return nil }
        return ComparedAssertion(
          fact: "duration", asserted: asserted.value.printed, recorded: study.durations.text ?? "",
          fits: durations.contains { $0.agrees(with: asserted.value) }, location: asserted.location)
      },
      design.map {
        ComparedAssertion(
          fact: "design", asserted: $0.value.label, recorded: study.design.value.label,
          fits: $0.value.id == study.design.value.id, location: $0.location)
      },
      percent.flatMap { asserted in
        let recorded = study.results.compactMap { $0.percent?.value }
        let numbers = recorded.compactMap { parseNumber($0) }
        guard !numbers.isEmpty, let number = parseNumber(asserted.value) else { return nil }
        return ComparedAssertion(
          fact: "percentage", asserted: asserted.value, recorded: recorded.joined(separator: "; "),
          fits: numbers.contains(number), location: asserted.location)
      },
      p.flatMap { asserted in
        let recorded = study.results.compactMap { $0.p?.value }
        guard !recorded.isEmpty else { return nil }
        return ComparedAssertion(
          fact: "p value", asserted: asserted.value.description,
          recorded: recorded.map(\.description).joined(separator: "; "),
          fits: recorded.contains { $0.sign == asserted.value.sign && $0.value == asserted.value.value },
          location: asserted.location)
      },
      events.flatMap { asserted in
        let recorded = study.events
        let text = recorded.map(\.description).joined(separator: "; ")
        return compare("events", asserted, with: recorded, recorded: text)
      },
    ].compactMap { $0 }
  }

  private func compare<Value: Equatable & CustomStringConvertible>(
    _ fact: String, _ asserted: Located<Value>, with values: [Value], recorded: String?
  ) -> ComparedAssertion? {
    guard !values.isEmpty else { return nil }
    return ComparedAssertion(
      fact: fact, asserted: "\(asserted.value)", recorded: recorded ?? "",
      fits: values.contains(asserted.value), location: asserted.location)
  }
}

extension Study {
  fileprivate var counts: [Int] {
    let arms = sample?.arms.flatMap { $0.counts.values } ?? []
    return (Array(sample?.counts.values ?? [:].values) + arms).compactMap(\.value.stated)
  }

  fileprivate var statedDurations: [StudyDuration] {
    [durations.treatment, durations.followUp, durations.study].compactMap { $0?.value.stated }
  }

  fileprivate var events: [StudyResult.Events] {
    results.compactMap { $0.events?.value }
      + results.flatMap(\.arms).compactMap { arm in
        guard let events = arm.events, let count = arm.count else { return nil }
        return StudyResult.Events(parsing: "\(events) of \(count)")
      }
  }
}

extension StudyDuration {
  /// Whether two durations tell the same length: in one unit the same number, in two units within a tenth,
  /// so that 26 weeks are six months.
  fileprivate func agrees(with other: StudyDuration) -> Bool {
    if unit == other.unit { return lower <= other.upper && other.lower <= upper }
    return abs(sortKey - other.sortKey) <= 0.1 * max(sortKey, other.sortKey)
  }
}
