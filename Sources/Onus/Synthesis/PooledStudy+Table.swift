internal import OnusModel
public import OnusReaders
internal import OnusSynthesis

extension PooledStudy {
  /// The columns of a table of studies that are understood, by what they hold, each with its names.
  ///
  /// Case, blanks and signs in names do not count. The first group is the one that was treated.
  public static let columns: [(meaning: String, names: [String])] = Column.all.map { ($0.meaning, $0.names) }

  /// Reads studies from a table with a row for each.
  ///
  /// - Parameters:
  ///   - file: A text with separated cells, the first row of which names the columns.
  ///   - measure: The measure of effect. It says whether a published estimate with its limits is a ratio.
  /// - Throws: A `Diagnostic` that names the first cell or column that is wrong.
  public static func studies(in file: CorpusFile, measure: EffectMeasure) throws -> [PooledStudy] {
    let table = try DelimitedTable(file)
    if let problem = table.problems.first { throw problem }
    var places: [Column: Int] = [:]
    for (index, name) in table.columns.enumerated() {
      guard let column = Column.named(name.value), places[column] == nil else { continue }
      places[column] = index
    }
    try places[.estimate].map { try checkMeasure(named: table.columns[$0], is: measure) }
    let studies = try table.rows.enumerated().map { index, cells in
      let row = Row(
        number: index + 1, cells: cells, places: places, measure: measure, table: table.columns)
      return try row.study()
    }
    guard !studies.isEmpty else {
      throw Diagnostic(
        .error, "empty-file", "the table has no rows below its first", at: table.columns.first?.location)
    }
    return studies
  }

  /// Stops when a column of estimates bears the name of another measure than the one that is pooled.
  private static func checkMeasure(named column: Located<String>, is measure: EffectMeasure) throws {
    let name = column.value.uppercased().filter(\.isLetter)
    guard let named = EffectMeasure(rawValue: name), named != measure, measure != .generic,
      !(named == .oddsRatio && measure == .petoOddsRatio)
    else { return }
    var problem = Diagnostic(
      .error, "other-measure",
      "the column \"\(column.value)\" holds the \(named.title), but the \(measure.title) is to be pooled",
      at: column.location)
    problem.remedy = "--measure \(named.rawValue), or another name of the column, such as \"estimate\""
    throw problem
  }
}

/// What a column of a table of studies holds.
private enum Column: String, CaseIterable {
  case name, group, design
  case events1, others1, size1, events2, others2, size2
  case mean1, sd1, mean2, sd2, time1, time2
  case events, size, correlation
  case estimate, lower, upper, effect, error, variance
  case difference

  var meaning: String {
    switch self {
    case .name: "the study"
    case .group: "its subgroup"
    case .design: "its design; crossover and cluster trials are warned of"
    case .events1, .events2: "events of group \(rawValue.suffix(1))"
    case .others1, .others2: "people of group \(rawValue.suffix(1)) without the event"
    case .size1, .size2: "people of group \(rawValue.suffix(1))"
    case .mean1, .mean2: "mean of group \(rawValue.suffix(1))"
    case .sd1, .sd2: "standard deviation of group \(rawValue.suffix(1))"
    case .time1, .time2: "person-time of group \(rawValue.suffix(1))"
    case .events: "events of one group"
    case .size: "people of one group, or of both"
    case .correlation: "a correlation"
    case .estimate: "an estimate as published"
    case .lower: "the lower limit of its 95% interval"
    case .upper: "the upper limit of its 95% interval"
    case .effect: "an estimate on the scale of pooling (logarithms of ratios)"
    case .error: "its standard error"
    case .variance: "its variance, or that of observed minus expected events"
    case .difference: "observed minus expected events"
    }
  }

  var names: [String] {
    switch self {
    case .name: ["study", "name", "label", "trial", "author", "slab", "studlab", "id"]
    case .group: ["subgroup", "group"]
    case .design: ["design", "study design"]
    case .events1: ["events1", "ai", "event.e", "events treatment", "events intervention"]
    case .others1: ["others1", "bi", "no events1"]
    case .size1: ["n1", "n1i", "n.e", "total1", "total treatment", "total intervention"]
    case .events2: ["events2", "ci", "event.c", "events control"]
    case .others2: ["others2", "di", "no events2"]
    case .size2: ["n2", "n2i", "n.c", "total2", "total control"]
    case .mean1: ["mean1", "m1i", "mean.e", "mean treatment", "mean intervention"]
    case .sd1: ["sd1", "sd1i", "sd.e", "sd treatment", "sd intervention"]
    case .mean2: ["mean2", "m2i", "mean.c", "mean control"]
    case .sd2: ["sd2", "sd2i", "sd.c", "sd control"]
    case .time1: ["time1", "t1i", "time.e"]
    case .time2: ["time2", "t2i", "time.c"]
    case .events: ["events", "xi", "event", "cases"]
    case .size: ["n", "ni", "total"]
    case .correlation: ["ri", "cor", "correlation", "r"]
    case .estimate: ["estimate", "or", "rr", "hr", "rd", "md", "smd", "irr"]
    case .lower: ["lower", "ci lower", "ci lb", "lower ci", "lcl"]
    case .upper: ["upper", "ci upper", "ci ub", "upper ci", "ucl"]
    case .effect: ["effect", "yi", "TE", "log estimate"]
    case .error: ["se", "sei", "seTE", "standard error"]
    case .variance: ["variance", "vi", "v"]
    case .difference: ["o-e", "observed minus expected"]
    }
  }

  /// Whether it holds people or events, of which there are whole numbers in print.
  var isCount: Bool {
    switch self {
    case .events1, .others1, .size1, .events2, .others2, .size2, .events, .size: true
    default: false
    }
  }

  static let all = allCases

  static func named(_ name: String) -> Column? { byName[folded(name)] }

  private static let byName = Dictionary(
    allCases.flatMap { column in column.names.map { (folded($0), column) } },
    uniquingKeysWith: { first, _ in first })

  private static func folded(_ name: String) -> String {
    String(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
  }
}

/// One row of a table of studies.
private struct Row {
  let number: Int
  let cells: [Located<String>]
  let places: [Column: Int]
  let measure: EffectMeasure
  let table: [Located<String>]

  func study() throws -> PooledStudy {
    let name = text(.name)?.value ?? "study \(number)"
    return PooledStudy(
      name: name, group: text(.group)?.value, data: try data(),
      allocation: .init(words: text(.design)?.value ?? ""), location: cells.first?.location)
  }

  private func data() throws -> StudyData {
    let isRate = [.rateRatio, .rateDifference].contains(measure)
    if has(.events1), has(.events2), has(.time1), has(.time2), isRate || !has(.size1) && !has(.others1) {
      return .rates(
        events1: try count(.events1), time1: try positive(.time1), events2: try count(.events2),
        time2: try positive(.time2))
    }
    if has(.events1), has(.events2) {
      let (events1, events2) = (try count(.events1), try count(.events2))
      let others1 = try others(.others1, .size1, events: events1, .events1)
      let others2 = try others(.others2, .size2, events: events2, .events2)
      return .counts(TwoByTwo(events1, others1, events2, others2))
    }
    if has(.mean1), has(.mean2) {
      return .means(
        TwoMeans(
          try number(.mean1), sd: try positive(.sd1), of: try size(.size1), try number(.mean2),
          sd: try positive(.sd2), of: try size(.size2)))
    }
    if has(.difference) {
      return .observedMinusExpected(try number(.difference), variance: try positive(.variance))
    }
    if has(.effect) {
      if has(.variance) { return .effect(EffectSize(try number(.effect), variance: try positive(.variance))) }
      let error = try positive(.error)
      return .effect(EffectSize(try number(.effect), variance: error * error))
    }
    if has(.estimate) {
      let (estimate, lower, upper) = (try number(.estimate), try number(.lower), try number(.upper))
      guard let effect = EffectSize.published(estimate, from: lower, to: upper, isRatio: measure.isRatio)
      else {
        throw problem(
          .estimate, "the estimate \(estimate) does not lie in its interval, \(lower) to \(upper)")
      }
      return .effect(effect)
    }
    if has(.correlation) {
      let r = try number(.correlation)
      guard abs(r) <= 1 else {
        throw problem(.correlation, "a correlation lies between -1 and 1, not at \(r)")
      }
      return .correlation(r, of: try size(.size))
    }
    if has(.events) {
      let events = try count(.events)
      let size = try size(.size)
      guard events <= size else { throw problem(.events, "there are more events than people") }
      return .events(events, of: size)
    }
    let known = table.map { "\"\($0.value)\"" }.joined(separator: ", ")
    throw Diagnostic(
      .error, "no-figures",
      """
      the columns \(known) do not give an effect; there must be events1, n1, events2, n2, or mean1, sd1, n1, \
      mean2, sd2, n2, or estimate, lower, upper, or effect and se, or events and n
      """, at: cells.first?.location ?? table.first?.location)
  }

  private func others(_ others: Column, _ size: Column, events: Double, _ place: Column) throws -> Double {
    if has(others) { return try count(others) }
    let size = try count(size)
    guard events <= size else { throw problem(place, "there are more events than people") }
    return size - events
  }

  private func text(_ column: Column) -> Located<String>? {
    guard let place = places[column], place < cells.count, !cells[place].value.isEmpty else { return nil }
    return cells[place]
  }

  private func has(_ column: Column) -> Bool { places[column] != nil }

  private func number(_ column: Column) throws -> Double {
    guard places[column] != nil else {
      throw Diagnostic(
        .error, "missing-column", "the table has no column for \(column.meaning) (\(column.rawValue))",
        at: table.first?.location)
    }
    guard let cell = text(column) else { throw problem(column, "\(column.meaning) is missing") }
    switch PrintedNumber(cell.value, isCount: column.isCount) {
    case .number(let value): return value
    case .ambiguous(let one, let other):
      throw problem(column, "\"\(cell.value)\" can be \(one) or \(other); write it in one of these ways")
    case .none: throw problem(column, "\"\(cell.value)\" is not a number")
    }
  }

  private func count(_ column: Column) throws -> Double {
    let value = try number(column)
    guard value >= 0 else { throw problem(column, "a number of people or events is not below 0") }
    guard value <= Self.most else { throw problem(column, "there are not so many people") }
    return value
  }

  private func size(_ column: Column) throws -> Double {
    let value = try count(column)
    guard value > 0 else { throw problem(column, "\(column.meaning) must be above 0") }
    return value
  }

  /// More than there have ever been.
  private static let most = 1e12

  private func positive(_ column: Column) throws -> Double {
    let value = try number(column)
    guard value > 0 else { throw problem(column, "\(column.meaning) must be above 0") }
    return value
  }

  private func problem(_ column: Column, _ message: String) -> Diagnostic {
    let place = places[column].flatMap { $0 < cells.count ? cells[$0].location : nil }
    return Diagnostic(.error, "wrong-figure", message, at: place ?? cells.first?.location)
  }
}

/// A number as people write it in a table, with a point or a comma before the decimals or between thousands.
private enum PrintedNumber {
  case number(Double)
  case ambiguous(String, String)
  case none

  init(_ text: String, isCount: Bool) {
    let text = text.replacing(" ", with: "").replacing("\u{A0}", with: "").replacing("\u{202F}", with: "")
    let commas = text.count { $0 == "," }
    let points = text.count { $0 == "." }
    func read(_ text: String) -> Self { parseNumber(text).map { .number($0) } ?? .none }
    guard commas + points > 0 else {
      self = read(text)
      return
    }
    // The last sign is the decimal one where both are there, and neither is where one is there twice.
    if commas > 0, points > 0 {
      let isPointLast =
        (text.lastIndex(of: ".") ?? text.startIndex) > (text.lastIndex(of: ",") ?? text.startIndex)
      let (thousands, decimal) = isPointLast ? (",", ".") : (".", ",")
      guard (isPointLast ? points : commas) == 1, Self.isGrouped(text, by: thousands, before: decimal) else {
        self = .none
        return
      }
      self = read(text.replacing(thousands, with: "").replacing(",", with: "."))
      return
    }
    let sign = commas > 0 ? "," : "."
    let isGrouped = Self.isGrouped(text, by: sign, before: nil)
    let whole = text.replacing(sign, with: "")
    let decimal = text.replacing(",", with: ".")
    if commas + points > 1 {
      self = isGrouped ? read(whole) : .none
    } else if isGrouped, sign == "," ? !isCount : isCount {
      self = .ambiguous(whole, decimal)
    } else {
      self = isGrouped && isCount ? read(whole) : read(decimal)
    }
  }

  /// Whether a sign stands before each three digits, after one to three that do not begin with 0.
  private static func isGrouped(_ text: String, by sign: String, before decimal: String?) -> Bool {
    var text = text[...]
    if let decimal, let end = text.lastIndex(where: { String($0) == decimal }) { text = text[..<end] }
    if let first = text.first, "+-−".contains(first) { text = text.dropFirst() }
    let groups = text.split(separator: sign, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.first != "0" else { return false }
    return groups.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
