internal import OnusModel

extension ConditionSummary {
  /// What was tested in people with the condition, by what was tested, and what the kinds of study can tell.
  var studied: [EvidenceSummary.Block] {
    guard !(own + others).isEmpty else {
      return [
        .paragraph([.init("The catalogue has no study of \(name).", traces: claims.map(\.trace) + [asked])])
      ]
    }
    let subjects = subjects
    var blocks: [EvidenceSummary.Block] = []
    if own.isEmpty {
      blocks.append(
        .paragraph([.init("No study in the catalogue is about people with \(name).", traces: [asked])]))
    } else {
      blocks.append(.paragraph([.init("In people with \(name):", traces: own.map(\.trace))]))
      blocks.append(.bullets(subjects.map { point(on: $0.name, $0.studies) }))
    }
    if !others.isEmpty {
      let count = Counted.text(others.count, "study or document", "studies and documents")
      let words =
        "Claims are also held against \(count) about other illnesses, about treatment in general, or in animals."
      blocks.append(.paragraph([.init(words, traces: others.map(\.trace))]))
    }
    let kinds = StudyGroup.allCases.compactMap { group -> [EvidenceSummary.Sentence]? in
      let members = (own + others).filter { StudyGroup($0.study.design.value.family) == group }
      guard !members.isEmpty, let explanation = group.explanation else { return nil }
      return [.init("\(group.plainName): \(explanation)", traces: members.map(\.trace))]
    }
    if !kinds.isEmpty {
      let members = (own + others).map(\.trace)
      blocks.append(.paragraph([.init("What each kind of study can tell:", traces: members)]))
      blocks.append(.bullets(kinds))
    }
    return blocks
  }

  /// The studies of each intervention, those with the most studies first; the rest under "other subjects".
  private var subjects: [(name: String, studies: [CataloguedStudy])] {
    var names: [String] = []
    var members: [String: [CataloguedStudy]] = [:]
    for study in own {
      let name = study.interventions.first?.name ?? "other subjects"
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(study)
    }
    return names.indices.map { (names[$0], members[names[$0]] ?? []) }
      .sorted {
        ($0.name == "other subjects" ? 0 : $0.studies.count)
          > ($1.name == "other subjects" ? 0 : $1.studies.count)
      }
  }

  private func point(on subject: String, _ all: [CataloguedStudy]) -> [EvidenceSummary.Sentence] {
    let counted = all.filter { !$0.isRetracted }
    let parts = StudyGroup.allCases.compactMap { group -> String? in
      let members = counted.filter { StudyGroup($0.study.design.value.family) == group }
      guard !members.isEmpty else { return nil }
      let people = members.compactMap { $0.study.sample?.headline?.count }.reduce(0, +)
      let size = group.countsPeople && people > 0 ? " (\(Counted.text(people, "person", "people")))" : ""
      return group.plainCount(members.count) + size
    }
    let title = subject.prefix(1).uppercased() + subject.dropFirst()
    var sentences: [EvidenceSummary.Sentence] = []
    if !parts.isEmpty {
      sentences.append(.init("\(title): \(parts.joinedByAnd).", traces: counted.map(\.trace)))
    }
    let timed = counted.filter { StudyGroup($0.study.design.value.family).countsPeople }.compactMap { study in
      study.study.durations.headline?.stated.map { (study: study, length: $0) }
    }
    if let longest = timed.max(by: { $0.length < $1.length }) {
      let words =
        counted.count == 1 ? "It lasted" : timed.count == 1 ? "One of them lasted" : "The longest lasted"
      sentences.append(.init("\(words) \(longest.length.printed).", traces: timed.map(\.study.trace)))
    }
    return sentences
      + all.filter(\.isRetracted).map { study in
        .init(
          "The report of \(study.study.name) has been retracted, so it is not counted here.",
          traces: [study.trace])
      }
  }
}
