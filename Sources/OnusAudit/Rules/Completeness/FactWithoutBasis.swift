internal import OnusModel

extension Check {
  /// Facts of a study of which it is not said how they are known.
  public static let factWithoutBasis = Check(
    ofEachStudy: "fact-without-basis",
    documentation: Documentation(
      title: "A study has facts of which nobody says how they are known",
      explanation: """
        A fact without its place in the report cannot be checked, and a guess looks like a finding. Say for \
        every fact whether it is stated, and where, or inferred, and why.
        """,
      needs: "Nothing but the study.",
      falsePositives: "Facts that everyone who opens the report sees at once."),
    examples: Examples(
      firing: """
        studies:
          tea-2017: { name: Tea 2017, design: rct }
        """,
      quiet: """
        studies:
          tea-2017: { name: Tea 2017, design: rct, basis: "stated, abstract" }
        """)
  ) { entry, _ in
    let study = entry.study
    let facts = study.statedFacts.filter { study.basis(of: $0) == nil }
    guard !facts.isEmpty else { return [] }
    return [
      Remark(
        "\(study.name) does not say how \(facts.count == 1 ? "this fact is" : "these facts are") known: "
          + facts.joined(separator: ", "), at: study.location,
        remedy: "add basis: with \"stated, WHERE\" or \"inferred, WHY\"")
    ]
  }
}

extension Study {
  /// The paths of the facts that the study states.
  fileprivate var statedFacts: [String] {
    var facts = ["design"]
    func add(_ path: String, _ isStated: Bool) {
      if isStated { facts.append(path) }
    }
    add("blinding", blinding != nil)
    add("comparator", comparator != nil)
    add("dose", dose != nil)
    add("participants", participants != nil)
    add("setting", setting != nil)
    add("conditions", !conditions.isEmpty)
    add("interventions", !interventions.isEmpty)
    add("registrations", !registrations.isEmpty)
    for stage in SampleSize.Stage.allCases { add("sample.\(stage.rawValue)", sample?.counts[stage] != nil) }
    add("sample.studies", sample?.studies != nil)
    add("sample.arms", !(sample?.arms.isEmpty ?? true))
    add("duration.treatment", durations.treatment != nil)
    add("duration.follow-up", durations.followUp != nil)
    add("duration.study", durations.study != nil)
    add("outcomes.primary", !primaryOutcomes.isEmpty)
    add("outcomes.secondary", !secondaryOutcomes.isEmpty)
    for result in results { add("results.\(result.id)", true) }
    add("harms", !harms.isEmpty)
    add("funding", funding != nil)
    add("interests", interests != nil)
    add("limitations", !limitations.isEmpty)
    return facts
  }
}
