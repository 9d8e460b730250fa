public import OnusModel

extension EvidenceTable {
  /// How much is claimed and how much has been studied, condition by condition; a gap is a 0.
  ///
  /// A claim or a study counts under each condition that it names, not under broader ones. Studies whose
  /// primary report has been retracted are left out, and a footnote says so.
  ///
  /// - Parameters:
  ///   - claims: The claims to count.
  ///   - studies: The studies to count, linked from a claim or not.
  ///   - conditions: Conditions to list even where nothing is known about them.
  public static func conditions(
    claims: [CataloguedClaim], studies: [CataloguedStudy], listing conditions: [Condition] = []
  ) -> EvidenceTable {
    var named: [Condition.ID: Condition] = [:]
    for condition in claims.flatMap(\.conditions) + studies.flatMap(\.conditions) + conditions {
      named[condition.id] = condition
    }
    let ordered = named.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    return EvidenceTable(
      id: "conditions", title: "Conditions: claims and studies",
      columns: [
        Column("condition", "Condition", isRowHeader: true),
        Column("claims", "In all", kind: .integer, group: "Claims"),
        Column("claims_without_study", "Without a study", kind: .integer, group: "Claims"),
      ]
        + StudyGroup.allCases.map { group in
          Column(group.key, group.heading, kind: .integer, group: "Studies")
        } + [
          Column("participants", "People in all", kind: .integer, group: "Size"),
          Column("largest", "Largest study", group: "Size"),
        ],
      rows: ordered.map { condition in
        row(
          for: condition, claims: claims.filter { $0.conditions.contains { $0.id == condition.id } },
          studies: studies.filter { $0.conditions.contains { $0.id == condition.id } })
      },
      notes: [
        "A claim or a study counts under each condition that it names, so the rows do not add up.",
        "People in all are those of studies that were done in people; reviews are left out, because they count "
          + "the people of other studies again.",
      ])
  }

  private static func row(
    for condition: Condition, claims: [CataloguedClaim], studies: [CataloguedStudy]
  ) -> Row {
    let standing = studies.filter { !$0.isRetracted }
    let groups = Dictionary(grouping: standing) { StudyGroup($0.study.design.value.family) }
    let counted = standing.filter { StudyGroup($0.study.design.value.family).countsPeople }
    let sizes = counted.compactMap { $0.study.sample?.headline?.count }
    let largest = counted.max { left, right in
      let keys = [left, right].map { $0.study.sample?.headline?.count ?? -1 }
      return keys[0] == keys[1] ? right.study.name < left.study.name : keys[0] < keys[1]
    }

    var remarks: [Footnote] = []
    if standing.count < studies.count {
      let number = Counted.text(studies.count - standing.count, "retracted study", "retracted studies")
      remarks.append(Footnote("Without \(number)."))
    }
    var sizeRemarks: [Footnote] = []
    if sizes.count < counted.count {
      let number = Counted.text(counted.count - sizes.count, "study", "studies")
      sizeRemarks.append(Footnote("Without \(number) of unknown size."))
    }
    let largestValue: Value =
      if let largest, let size = largest.study.sample?.headline?.count {
        .text("\(largest.study.name) (\(size))")
      } else {
        .text("none")
      }
    let cells =
      [
        Cell(.text(condition.name), footnotes: remarks), Cell(.integer(claims.count)),
        Cell(.integer(claims.count { $0.evidence.isEmpty })),
      ] + StudyGroup.allCases.map { Cell(.integer(groups[$0]?.count ?? 0)) }
      + [Cell(.integer(sizes.reduce(0, +)), footnotes: sizeRemarks), Cell(largestValue)]
    return Row(id: condition.id.rawValue, cells: cells, location: condition.location)
  }
}

/// Designs as a reader of a map of evidence groups them.
enum StudyGroup: CaseIterable {
  case reviews, randomized, controlled, uncontrolled, preclinical, other

  init(_ family: StudyDesign.Family) {
    self =
      switch family {
      case .synthesis: .reviews
      case .randomized: .randomized
      case .controlled: .controlled
      case .uncontrolled: .uncontrolled
      case .preclinical: .preclinical
      case .secondary, .other: .other
      }
  }

  var key: String {
    switch self {
    case .reviews: "reviews"
    case .randomized: "randomized_trials"
    case .controlled: "other_controlled_studies"
    case .uncontrolled: "uncontrolled_studies"
    case .preclinical: "preclinical_studies"
    case .other: "other_documents"
    }
  }

  var heading: String {
    switch self {
    case .reviews: "Systematic reviews"
    case .randomized: "Randomized"
    case .controlled: "Controlled, not randomized"
    case .uncontrolled: "No control"
    case .preclinical: "Animals or cells"
    case .other: "Other documents"
    }
  }

  var countsPeople: Bool {
    switch self {
    case .randomized, .controlled, .uncontrolled: true
    case .reviews, .preclinical, .other: false
    }
  }
}
