public import OnusModel

/// A box of a PRISMA 2020 flow diagram: words with numbers.
public struct FlowBox: Sendable, Hashable {
  /// A line of a box.
  public struct Line: Sendable, Hashable {
    /// What is counted.
    public var words: String
    /// How many; `nil` where nobody says, and where the line only leads to those below it.
    public var count: Int?
    /// Whether it is a part of the line above it.
    public var isPart: Bool
    /// Whether a number belongs to it.
    public var isCounted: Bool

    init(_ words: String, _ count: Int?, isPart: Bool = false, isCounted: Bool = true) {
      self.words = words
      self.count = count
      self.isPart = isPart
      self.isCounted = isCounted
    }

    /// The number as it is printed, for example `(n = 1,204)`; `nil` where none belongs to the line.
    public var number: String? {
      isCounted ? "(n = \(count.map { String($0).groupedByThousand } ?? "not given"))" : nil
    }

    /// The line as it is printed, for example `Records screened (n = 1,204)`.
    public var text: String { [words, number].compactMap(\.self).joined(separator: " ") }
  }

  /// The phases of a review, in their order.
  public enum Phase: String, CaseIterable, Sendable {
    case identification = "Identification"
    case screening = "Screening"
    case included = "Included"
  }

  /// Where records came from.
  public enum Column: Int, CaseIterable, Sendable {
    case previous
    case databases
    case otherMethods

    /// The heading of the column.
    public var title: String {
      switch self {
      case .previous: "Previous studies"
      case .databases: "Identification of new studies via databases and registers"
      case .otherMethods: "Identification of new studies via other methods"
      }
    }
  }

  /// A stable name, for example `databases-screened`.
  public var id: String
  /// Its phase.
  public var phase: Phase
  /// Its column.
  public var column: Column
  /// Its row, from the top.
  public var row: Int
  /// Whether it stands beside the way, for what leaves it.
  public var isSide: Bool
  /// What it says.
  public var lines: [Line]

  init(
    _ id: String, _ phase: Phase, _ column: Column, row: Int, isSide: Bool = false, _ lines: [Line]
  ) {
    self.id = id
    self.phase = phase
    self.column = column
    self.row = row
    self.isSide = isSide
    self.lines = lines
  }
}

extension ReviewFlow {
  /// The boxes of the diagram: phase by phase, and in each way by way.
  ///
  /// The boxes and their words are those of the PRISMA 2020 flow diagram (Page MJ et al. BMJ 2021;372:n71, figure 1,
  /// and Haddaway NR et al. Campbell Syst Rev 2022;18:e1230), both under CC BY 4.0.
  public var boxes: [FlowBox] {
    var boxes: [FlowBox] = []
    if let previous = review.previous {
      boxes.append(
        FlowBox(
          "previous", .identification, .previous, row: 0,
          [
            .init("Studies included in previous version of review", previous.studies),
            .init("Reports of studies included in previous version of review", previous.reports),
          ]))
    }
    if let databases { boxes += Self.boxes(of: databases, in: .databases, removed: review.removed) }
    if let otherMethods { boxes += Self.boxes(of: otherMethods, in: .otherMethods, removed: .init()) }
    let main = databases == nil ? FlowBox.Column.otherMethods : .databases
    boxes.append(
      FlowBox(
        "new", .included, main, row: 4,
        [
          .init("New studies included in review", included.studies),
          .init("Reports of new included studies", included.reports),
        ]))
    if let total {
      boxes.append(
        FlowBox(
          "total", .included, main, row: 5,
          [
            .init("Total studies included in review", total.studies),
            .init("Reports of total included studies", total.reports),
          ]))
    }
    if let pooled = review.metaAnalysis {
      boxes.append(
        FlowBox(
          "meta-analysis", .included, main, row: 6,
          [
            .init("Total studies included in meta-analysis", pooled.studies),
            .init("Reports of total included studies in meta-analysis", pooled.reports),
          ]))
    }
    func place(_ box: FlowBox) -> (Int, Int, Int, Int) {
      let phase = FlowBox.Phase.allCases.firstIndex(of: box.phase) ?? 0
      return (phase, box.column.rawValue, box.row, box.isSide ? 1 : 0)
    }
    return boxes.sorted { place($0) < place($1) }
  }

  private static func boxes(
    of side: Side, in column: FlowBox.Column, removed: Review.Removed
  ) -> [FlowBox] {
    let name = column == .databases ? "databases" : "other-methods"
    var boxes = [
      FlowBox(
        name + "-identified", .identification, column, row: 0,
        [.init("Records identified from:", nil, isCounted: false)] + identified(side))
    ]
    if column == .databases {
      var lines = [
        FlowBox.Line("Records removed before screening:", nil, isCounted: false),
        FlowBox.Line("Duplicate records removed", side.duplicates, isPart: true),
      ]
      if let count = removed.automation {
        lines.append(.init("Records marked as ineligible by automation tools", count, isPart: true))
      }
      if let count = removed.other {
        lines.append(.init("Records removed for other reasons", count, isPart: true))
      }
      boxes.append(FlowBox(name + "-removed", .identification, column, row: 0, isSide: true, lines))
    }
    if column == .databases || side.screened != nil {
      var lines = [FlowBox.Line("Records excluded", side.excluded)]
      if side.undecided > 0 { lines.append(.init("Records not yet decided upon", side.undecided)) }
      boxes += [
        FlowBox(name + "-screened", .screening, column, row: 1, [.init("Records screened", side.screened)]),
        FlowBox(name + "-excluded", .screening, column, row: 1, isSide: true, lines),
      ]
    }
    var excluded = [
      FlowBox.Line("Reports excluded:", nil, isCounted: false)
    ]
    if side.reasons.isEmpty { excluded = [.init("Reports excluded", side.assessed.map { _ in 0 })] }
    excluded += side.reasons.map { .init($0.reason, $0.count, isPart: true) }
    if side.unread > 0 { excluded.append(.init("Reports not yet decided upon", side.unread)) }
    boxes += [
      FlowBox(
        name + "-sought", .screening, column, row: 2, [.init("Reports sought for retrieval", side.sought)]),
      FlowBox(
        name + "-not-retrieved", .screening, column, row: 2, isSide: true,
        [.init("Reports not retrieved", side.notRetrieved)]),
      FlowBox(
        name + "-assessed", .screening, column, row: 3,
        [.init("Reports assessed for eligibility", side.assessed)]),
      FlowBox(name + "-excluded-reports", .screening, column, row: 3, isSide: true, excluded),
    ]
    return boxes
  }

  /// A line for each kind of place, and below it one for each place where there are several.
  private static func identified(_ side: Side) -> [FlowBox.Line] {
    Review.Search.Kind.allCases.flatMap { kind -> [FlowBox.Line] in
      let searches = side.searches.filter { $0.kind == kind }
      guard !searches.isEmpty else { return [] }
      let sum = Identified.records(of: searches)
      let title =
        switch kind {
        case .database: "Databases"
        case .register: "Registers"
        case .website: "Websites"
        case .organisation: "Organisations"
        case .citations: "Citation searching"
        }
      if let only = searches.first, searches.count == 1 {
        return [.init(kind == .citations ? title : "\(title): \(only.name)", sum, isPart: true)]
      }
      return [.init(title, sum, isPart: true)]
        + searches.map { .init("– \($0.name)", $0.records, isPart: true) }
    }
  }
}
