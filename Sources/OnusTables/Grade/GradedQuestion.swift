internal import OnusModel

/// The outcomes that share people, intervention and comparator, and so stand in one table.
struct GradedQuestion {
  var outcomes: [GradedOutcome]

  /// The outcomes split by question, in the order in which each question comes first.
  static func questions(of outcomes: [GradedOutcome]) -> [GradedQuestion] {
    var questions: [GradedQuestion] = []
    for outcome in outcomes {
      if let known = questions.firstIndex(where: { $0.key == key(of: outcome) }) {
        questions[known].outcomes.append(outcome)
      } else {
        questions.append(GradedQuestion(outcomes: [outcome]))
      }
    }
    return questions
  }

  private var key: [String] { outcomes.first.map(Self.key) ?? [] }

  private static func key(of outcome: GradedOutcome) -> [String] {
    [outcome.problem, outcome.synthesis.interventionName, outcome.entry.comparator]
  }

  /// "low-dose naltrexone compared to placebo for fibromyalgia", with a capital letter.
  var caption: String {
    guard let first = outcomes.first else { return "" }
    let words =
      "\(first.synthesis.interventionName) compared to \(first.entry.comparator) for \(first.problem)"
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Population, setting, intervention and comparison, as the lines above the table.
  var introduction: [EvidenceTable.Line] {
    guard let first = outcomes.first else { return [] }
    return [
      .init(label: "Patient or population", texts(\.population) ?? first.problem),
      .init(label: "Setting", texts(\.setting) ?? "not stated"),
      .init(label: "Intervention", first.synthesis.interventionName),
      .init(label: "Comparison", first.entry.comparator),
    ]
  }

  /// What the outcomes say of one thing, each text once.
  private func texts(_ path: KeyPath<Synthesis, String?>) -> String? {
    var seen: Set<String> = []
    let texts = outcomes.compactMap { $0.entry[keyPath: path] }.filter { seen.insert($0).inserted }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}

extension GradedOutcome {
  /// The names of the conditions.
  fileprivate var problem: String {
    let names = synthesis.conditions.map(\.name)
    return (names.isEmpty ? entry.conditions.map(\.value) : names).joined(separator: " and ")
  }
}
