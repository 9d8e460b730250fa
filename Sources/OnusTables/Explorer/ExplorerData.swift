internal import OnusModel

extension Explorer {
  /// Every study: those that were given, then those that only a claim names, from the strongest design.
  var allStudies: [CataloguedStudy] {
    var known: Set<Study.ID> = []
    let linked = claims.lazy.flatMap { $0.evidence.map(\.study) + $0.cited }
    return (studies + linked).filter { known.insert($0.study.id).inserted }
      .sorted(by: CataloguedStudy.isStronger)
  }

  /// Everything that the page's script reads, in one value whose members come in a fixed order.
  var data: JSONValue {
    let studies = allStudies
    let conditions = ExplorerTerms(
      conditions: claims.flatMap(\.conditions) + studies.flatMap(\.conditions), in: vocabulary)
    let interventions = ExplorerTerms(
      interventions: claims.flatMap(\.interventions) + studies.flatMap(\.interventions), in: vocabulary)
    var sources: [Source] = []
    var sourcePlaces: [Source.ID: Int] = [:]
    for source in claims.lazy.flatMap(\.appearances).map(\.source) where sourcePlaces[source.id] == nil {
      sourcePlaces[source.id] = sources.count
      sources.append(source)
    }
    let studyPlaces = Dictionary(studies.enumerated().map { ($1.study.id, $0) }) { first, _ in first }
    return [
      "conditions": conditions.json,
      "interventions": interventions.json,
      "designs": .array(
        StudyDesign.all.map {
          .array([.string($0.id), .string($0.label), .string($0.family.words)])
        }),
      "sources": .array(sources.map(\.explorerJSON)),
      "studies": .array(
        studies.map { $0.explorerJSON(conditions: conditions, interventions: interventions) }),
      "claims": .array(
        claims.map {
          $0.explorerJSON(
            conditions: conditions, interventions: interventions, studies: studyPlaces, sources: sourcePlaces)
        }),
    ]
  }

  /// The data as a script element's text: no character of it can end the element or open a comment.
  var embeddedData: String {
    data.compact.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
      .replacing("&", with: "\\u0026")
  }
}

extension StudyDesign.Family {
  /// The family as a heading over designs.
  fileprivate var words: String {
    switch self {
    case .synthesis: "Reviews of studies"
    case .randomized: "Randomized trials"
    case .controlled: "Studies with controls, not randomized"
    case .uncontrolled: "Studies without controls"
    case .preclinical: "Not done in people"
    case .secondary: "Guidance and opinion"
    case .other: "Other"
    }
  }
}
