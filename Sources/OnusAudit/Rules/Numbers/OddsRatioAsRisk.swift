internal import OnusModel

extension Check {
  /// An odds ratio that is told as if it were a ratio of risks.
  public static let oddsRatioAsRisk = Check(
    "odds-ratio-as-risk",
    documentation: Documentation(
      title: "An odds ratio is told as a ratio of risks",
      explanation: """
        Odds and risks are nearly equal only where events are rare. Above 10% an odds ratio is further from \
        1 than the ratio of risks, so "three times as likely" for an odds ratio of 3 overstates. Reported \
        when a statement or a finding tells how many times, or by how many percent, likelier something is, \
        when that figure is the odds ratio of a result, and when the events of its arms give another ratio \
        of risks.
        """,
      sources: [
        "Cochrane Handbook 6.4.1.4", "Zhang J, Yu KF. What's the relative risk? JAMA 1998;280:1690-1",
      ],
      needs: "A result with OR as its effect and the events of both arms, and words with a figure.",
      falsePositives: "None known; the words must give the odds ratio itself."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              response:
                outcome: response
                arms: { tea: { events: 60, n: 100 }, water: { events: 33, n: 100 } }
                effect: OR 3.05
                finding: People were three times as likely to respond with tea.
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              response:
                outcome: response
                arms: { tea: { events: 60, n: 100 }, water: { events: 33, n: 100 } }
                effect: OR 3.05
                finding: The odds of responding were three times as high with tea.
        """)
  ) { input in
    let studies = input.studies.flatMap { entry in
      entry.study.results.compactMap { result in
        result.finding.flatMap { result.toldAsRisk(in: $0, of: entry.study.name, at: result.location) }.map {
          Finding($0.diagnostic(.warning, code), study: entry.study.id)
        }
      }
    }
    let claims = input.claims.flatMap { entry in
      entry.evidence.compactMap { evidence in
        evidence.result?.toldAsRisk(
          in: entry.claim.statement.value, of: evidence.study.study.name, at: entry.claim.statement.location
        )
        .map { remark in
          var remark = remark
          remark.notes = [Diagnostic.Note("the odds ratio is here", at: evidence.result?.effect?.location)]
          return Finding(remark.diagnostic(.warning, code), claim: entry.claim.id)
        }
      }
    }
    return studies + claims
  }

  private static let code: Diagnostic.Code = "odds-ratio-as-risk"
}

extension StudyResult {
  /// Says that a text tells this odds ratio as a ratio of risks; `nil` when it does not.
  fileprivate func toldAsRisk(in text: String, of name: String, at place: SourceLocation?) -> Check.Remark? {
    guard isRatio, let effect = effect?.value, effect.value > 0, let table,
      measureWords.contains("or") || measureWords.contains("odds"),
      max(table.firstRisk, table.secondRisk) > 0.1, let told = ToldRatio(in: text)
    else { return nil }
    let risk =
      effect.value > 1
      ? max(table.riskRatio.value, 1 / table.riskRatio.value)
      : min(table.riskRatio.value, 1 / table.riskRatio.value)
    func isTold(_ ratio: Double) -> Bool { (told.value / ratio > 0.9) && (told.value / ratio < 1.1) }
    guard isTold(effect.value), !isTold(risk) else { return nil }
    return Check.Remark(
      """
      "\(told.words)" tells the odds ratio of \(effect.printed) in \(name) as a ratio of risks, which by \
      \(tableWords) is \(PrintedNumber.text(risk, decimals: 2))
      """, at: place, remedy: "the ratio of the risks, or the word odds")
  }
}

/// How many times likelier a text says that something is.
private struct ToldRatio {
  /// The ratio.
  var value: Double
  /// The words that say so.
  var words: String

  /// Reads "twice as likely", "3.5 times the risk", "threefold risk", "40% less likely"; `nil` without such
  /// words, and in a text that speaks of odds.
  init?(in text: String) {
    let lowercased = text.lowercased()
    let words = lowercased.split { !$0.isLetter && !$0.isASCIIDigit && $0 != "." && $0 != "%" && $0 != "-" }
      .map { String($0.reversed().drop { $0 == "." }.reversed()) }
    guard !words.contains("odds"), let index = words.firstIndex(where: Self.risks.contains) else {
      return nil
    }
    let before = words[max(0, index - 4)..<index]
    let phrase = (before + [words[index]]).joined(separator: " ")
    if let word = before.first(where: { Self.multiples[$0] != nil }), let multiple = Self.multiples[word] {
      self.init(value: multiple, words: phrase)
      return
    }
    for (place, word) in before.enumerated() {
      let list = Array(before)
      if word.hasSuffix("%"), let percent = Double(word.dropLast()) {
        if list.contains("less") || list.contains("lower") || list.contains("reduced") {
          self.init(value: 1 - percent / 100, words: phrase)
          return
        }
        if list.contains("more") || list.contains("higher") || list.contains("increased") {
          self.init(value: 1 + percent / 100, words: phrase)
          return
        }
      } else if word.hasSuffix("fold"),
        let number = Figures.number(String(word.dropLast(4).filter { $0 != "-" })).flatMap(Double.init)
      {
        self.init(value: number, words: phrase)
        return
      } else if word == "times", place > 0, let number = Figures.number(list[place - 1]).flatMap(Double.init)
      {
        self.init(value: number, words: phrase)
        return
      }
    }
    return nil
  }

  private init(value: Double, words: String) {
    self.value = value
    self.words = words
  }

  private static let risks: Set = ["likely", "risk", "probability", "chance", "chances", "likelihood"]
  private static let multiples: [String: Double] = [
    "twice": 2, "double": 2, "doubles": 2, "doubled": 2, "triple": 3, "triples": 3, "tripled": 3, "half": 0.5,
    "halves": 0.5, "halved": 0.5,
  ]
}
