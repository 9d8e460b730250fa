/// A judgement of how much a study can be biased, in the words of the instrument that it was made with.
public struct BiasLevel: Hashable, Sendable {
  /// What a judgement comes to, whatever its instrument calls it: for order, shade and shares of studies.
  public enum Tone: Int, Sendable, CaseIterable, Comparable {
    /// No reason to expect bias.
    case low
    /// Some reason.
    case some
    /// Strong reason.
    case high
    /// So much that the result says nothing.
    case extreme
    /// It cannot be told.
    case unknown
    /// The question does not arise.
    case notApplicable

    /// Orders tones from low to extreme, and then those that say nothing.
    public static func < (left: Tone, right: Tone) -> Bool { left.rawValue < right.rawValue }
  }

  /// The judgement in the instrument's words, for example "some concerns" or "2 of 4".
  public var name: String
  /// A sign that stands for it where there is no room for words.
  public var sign: String
  /// What it comes to.
  public var tone: Tone

  private init(_ name: String, _ sign: String, _ tone: Tone) {
    self.name = name
    self.sign = sign
    self.tone = tone
  }

  /// Points that were given, of those that could be.
  ///
  /// All points are low risk, at least half of them some, fewer high; this shades a picture and is no part of any
  /// instrument.
  static func points(_ points: Int, of most: Int) -> BiasLevel {
    let tone: Tone = points >= most ? .low : points * 2 >= most ? .some : .high
    return BiasLevel("\(points) of \(most)", String(points), tone)
  }

  static let low = BiasLevel("low", "+", .low)
  static let someConcerns = BiasLevel("some concerns", "–", .some)
  static let moderate = BiasLevel("moderate", "–", .some)
  static let unclear = BiasLevel("unclear", "?", .unknown)
  static let high = BiasLevel("high", "×", .high)
  static let serious = BiasLevel("serious", "×", .high)
  static let veryHigh = BiasLevel("very high", "!", .extreme)
  static let critical = BiasLevel("critical", "!", .extreme)
  static let noInformation = BiasLevel("no information", "?", .unknown)
  static let yes = BiasLevel("yes", "+", .low)
  static let no = BiasLevel("no", "×", .high)
  static let notApplicable = BiasLevel("not applicable", "·", .notApplicable)

  /// Every judgement in words, for instruments of one's own.
  static let words = [
    low, someConcerns, moderate, unclear, high, serious, veryHigh, critical, noInformation, yes, no,
    notApplicable,
  ]

  /// The judgement in these words, "risk" behind them or not; `nil` for words of no instrument.
  ///
  /// - Parameters:
  ///   - text: The words, for example "Some concerns" or "high risk".
  ///   - levels: The judgements among which it is looked for.
  static func named(_ text: String, among levels: [BiasLevel]) -> BiasLevel? {
    var key = text.collapsed.lowercased()
    for ending in [" risk of bias", " risk"] where key.hasSuffix(ending) { key.removeLast(ending.count) }
    return levels.first { $0.name == key }
  }
}
