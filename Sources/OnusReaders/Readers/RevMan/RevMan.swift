internal import OnusModel

extension Reader {
  /// Reviews of RevMan 5 (`.rm5`), Cochrane's program for systematic reviews.
  ///
  /// The review comes first, as a reference and as a study with its pooled results; then each of its studies
  /// behind the references that report it; then the further references. What a review says of a study's
  /// methods, its risk of bias and why it was excluded is the study's `Study.appraisal`.
  public static let revMan = Reader.xml(
    name: "revman", title: "RevMan 5 review",
    keeps: "reviews, included and excluded studies, characteristics, risk of bias, outcome data",
    fileExtensions: ["rm5"],
    roots: [XMLRoot("COCHRANE_REVIEW", namespacePrefix: "")], records: ["COCHRANE_REVIEW"]
  ) { record in
    RevMan(record).events
  }
}

/// A review: what its parts say of each of its studies, gathered before the studies are put together.
struct RevMan {
  let record: XMLElement
  /// The review's identifiers.
  let identifiers: [Identifier]
  /// How the review is named where a fact is said to come from it.
  let source: String
  /// The title of the review.
  let title: String
  /// What the tables of characteristics say of each study, by its id in the file.
  var characteristics: [String: XMLElement] = [:]
  /// The judgements about each study.
  var judgements: [String: [ReviewAppraisal.Judgement]] = [:]
  /// The results of each study.
  var results: [String: [StudyResult]] = [:]
  /// The labels of the groups in each study's results.
  var labels: [String: (treatments: [String], controls: [String])] = [:]
  /// The pooled results.
  var pooled: [StudyResult] = []

  init(_ record: XMLElement) {
    self.record = record
    var identifiers: [Identifier] = []
    if let doi = record.attribute("DOI").flatMap(DOIText.first) { identifiers.append(doi) }
    if let id = record.attribute("ID"), !id.isEmpty { identifiers.append(Identifier(.key, id)) }
    self.identifiers = identifiers
    let title = record.text(at: "COVER_SHEET", "TITLE") ?? "review"
    self.title = title
    source = identifiers.first { $0.scheme == .doi }.map { "\(title), \($0)" } ?? title
    markStampsRead()
    gatherCharacteristics()
    gatherJudgements()
    for comparison in record.items(of: "ANALYSES_AND_DATA", "COMPARISON") { gatherResults(comparison) }
  }

  var events: [ReadEvent] {
    var events: [ReadEvent] = [.record(.reference(reviewReference)), .record(.study(reviewStudy))]
    var ids = Set([reviewID.rawValue])
    var known = Set<String>()
    for (name, standing) in Self.lists {
      guard let list = record.descendant("STUDIES_AND_REFERENCES", "STUDIES")?.child(name) else { continue }
      for element in list.children("STUDY") {
        known.insert(element.attribute("ID") ?? "")
        events += self.events(of: element, standing: standing, ids: &ids)
      }
    }
    let others = record.descendant("STUDIES_AND_REFERENCES", "OTHER_REFERENCES")
    for list in others?.elements.map(\.self) ?? [] {
      for (index, element) in list.children("REFERENCE").enumerated() {
        let id = element.attribute("ID") ?? "\(list.name)-\(index + 1)"
        _ = element.attribute("NAME")
        events.append(.record(.reference(reference(element, key: RevManText.unescaped(id)))))
      }
    }
    return events + strangers(known)
  }

  private static let lists: [(StaticString, ReviewAppraisal.Standing)] = [
    ("INCLUDED_STUDIES", .included), ("EXCLUDED_STUDIES", .excluded), ("AWAITING_STUDIES", .awaiting),
    ("ONGOING_STUDIES", .ongoing),
  ]

  /// A warning for each study that has data and is in no list of studies.
  private func strangers(_ known: Set<String>) -> [ReadEvent] {
    let ids = Set(results.keys).union(judgements.keys).union(characteristics.keys).subtracting(known)
    return ids.sorted().map { id in
      let place =
        results[id]?.first?.location ?? judgements[id]?.first?.location ?? characteristics[id]?.location
      return .problem(
        Diagnostic(
          .warning, "unmatched-study", "there are data of \(id), which is not among the review's studies",
          at: place ?? record.location))
    }
  }

  /// Marks as read who changed what, how tables and graphs are laid out, and the bytes of pictures.
  ///
  /// They would be most of what is kept and say nothing of the studies.
  private func markStampsRead() {
    let names: [StaticString] = [
      "MODIFIED", "MODIFIED_BY", "NOTES_MODIFIED", "NOTES_MODIFIED_BY", "SORT_BY", "SCALE", "COLSPAN",
      "ROWSPAN", "VALIGN", "ALIGN", "USER_DEF_1_ENABLED", "USER_DEF_2_ENABLED", "USER_DEF_3_ENABLED",
    ]
    for element in record.following(Int(record.node.end)) {
      for name in names { _ = element.attribute(name) }
    }
    for figure in record.items(of: "FIGURES", "FIGURE") { figure.child("FILE")?.markRead() }
  }

  private mutating func gatherCharacteristics() {
    guard let lists = record.child("CHARACTERISTICS_OF_STUDIES") else { return }
    for element in lists.elements.flatMap(\.elements) {
      if let id = element.attribute("STUDY_ID") { characteristics[id] = element }
    }
  }

  /// Reads the judgements on risk of bias.
  ///
  /// The review's "yes" to the question whether a domain is in order means a low risk.
  private mutating func gatherJudgements() {
    for item in record.items(of: "QUALITY_ITEMS", "QUALITY_ITEM") {
      guard let domain = item.text(at: "NAME") else { continue }
      for name in ["ID", "NO", "LEVEL", "CORE_ITEM"] as [StaticString] { _ = item.attribute(name) }
      var groups: [String: String] = [:]
      for group in item.children("QUALITY_ITEM_DATA_ENTRY_GROUP") {
        if let id = group.attribute("ID") { groups[id] = group.text(at: "NAME") }
      }
      for entry in item.items(of: "QUALITY_ITEM_DATA", "QUALITY_ITEM_DATA_ENTRY") {
        guard let study = entry.attribute("STUDY_ID"), let result = entry.attribute("RESULT") else {
          continue
        }
        let words = ["YES": "low risk", "NO": "high risk", "UNKNOWN": "unclear risk"]
        let judgement = ReviewAppraisal.Judgement(
          instrument: "Cochrane risk of bias", domain: domain,
          outcomes: entry.attribute("GROUP_ID").flatMap { groups[$0] }, judgement: words[result] ?? result,
          support: entry.child("DESCRIPTION").flatMap(RevManText.lines), location: entry.location)
        judgements[study, default: []].append(judgement)
      }
    }
  }
}
