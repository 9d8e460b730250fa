internal import OnusModel

extension StudyResult {
  /// A result as the explorer's page keeps it, with its figures as they were printed.
  var explorerJSON: JSONValue {
    [
      "id": .string(id),
      "outcome": .string(outcome.value),
      "measure": .text(measure),
      "about": .text(circumstances),
      "figures": .text(figures),
      "arms": .texts(arms.map(\.explorerText)),
      "direction": direction.map { .string($0.rawValue) },
      "finding": .text(finding),
    ]
  }

  /// Role, time point and comparison: "primary outcome, at 8 weeks, between groups".
  private var circumstances: String? {
    let role: String? =
      switch role {
      case .primary: "primary outcome"
      case .secondary: "secondary outcome"
      case .notReported: nil
      case let role?: role.rawValue
      case nil: nil
      }
    let parts = [role, timePoint, comparison?.rawValue].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The figures in one line: "MD -0.34, 95% interval -0.59 to 0.09, p = 0.04".
  private var figures: String? {
    let limits = interval?.value
    let parts = [
      events?.value.description,
      percent.map { "\($0.value)%" },
      effect.map { "\($0.value.measure) \($0.value.printed)" },
      limits.map { "\(level.shortest)% interval \($0.printedLower) to \($0.printedUpper)" },
      p?.value.description,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension StudyResult.Arm {
  /// The arm in one line: "naltrexone: 12 of 40, mean 3.1 (SD 0.4)".
  fileprivate var explorerText: String {
    var parts: [String] = []
    switch (events, count) {
    case (let events?, let count?): parts.append("\(events) of \(count)")
    case (let events?, nil): parts.append("\(events) events")
    case (nil, let count?): parts.append("n = \(count)")
    case (nil, nil): break
    }
    if let percent { parts.append("\(percent)%") }
    if let mean { parts.append("mean \(mean)" + (standardDeviation.map { " (SD \($0))" } ?? "")) }
    return parts.isEmpty ? name : "\(name): \(parts.joined(separator: ", "))"
  }
}
