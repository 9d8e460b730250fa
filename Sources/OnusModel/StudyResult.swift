/// What a study found for one outcome at one time point.
public struct StudyResult: Hashable, Sendable, Codable {
  /// The standing of an outcome in the study's plan.
  public enum Role: String, Sendable, Codable, CaseIterable {
    /// The outcome the study was made for.
    case primary
    /// A further planned outcome.
    case secondary
    /// Found in a part of the people.
    case subgroup
    /// Looked at without a plan to draw conclusions.
    case exploratory
    /// Not among the planned outcomes.
    case notPrespecified = "not prespecified"
    /// The report does not say.
    case notReported = "not reported"
  }

  /// What is compared.
  public enum Comparison: String, Sendable, Codable, CaseIterable {
    /// Groups with each other.
    case betweenGroups = "between groups"
    /// One group with itself earlier.
    case withinGroup = "within group"
    /// Nothing: one group's figure.
    case singleGroup = "single group"
  }

  /// Where the result points.
  public enum Direction: String, Sendable, Codable, CaseIterable {
    /// In favour of the intervention.
    case benefit
    /// No difference was found; this is not proof that there is none.
    case noDifference = "no difference"
    /// Against the intervention.
    case harm
    /// Some measures one way, some the other.
    case mixed
    /// Cannot be told.
    case unclear
  }

  /// An effect estimate with its printed digits.
  public struct Effect: Hashable, Sendable, Codable {
    /// The measure, for example "HR", "MD" or "SMD".
    public var measure: String
    /// The estimate as printed, for example "0.76".
    public var printed: String
    /// The estimate.
    public var value: Double

    /// Creates an effect from a measure and a number, which is printed as it is unless another form is given.
    public init?(measure: String, number text: String, printed: String? = nil) {
      guard let number = parseNumber(text.trimmed) else { return nil }
      self.measure = measure
      self.printed = printed ?? text.trimmed
      value = number
    }

    /// Reads a measure and a number, for example "MD -0.34".
    public init?(parsing text: String) {
      let words = text.collapsed.split(separator: " ")
      guard words.count >= 2, let last = words.last, let number = parseNumber(last) else { return nil }
      measure = words.dropLast().joined(separator: " ")
      printed = String(last)
      value = number
    }
  }

  /// An interval with its printed ends.
  public struct Interval: Hashable, Sendable, Codable {
    /// The lower end as printed.
    public var printedLower: String
    /// The upper end as printed.
    public var printedUpper: String
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double

    /// Creates an interval from its ends, the lower one first; they are printed as they are or as given.
    public init?(
      lower lowerText: String, upper upperText: String, printedLower: String? = nil,
      printedUpper: String? = nil
    ) {
      guard let lower = parseNumber(lowerText.trimmed), let upper = parseNumber(upperText.trimmed),
        lower <= upper
      else { return nil }
      self.printedLower = printedLower ?? lowerText.trimmed
      self.printedUpper = printedUpper ?? upperText.trimmed
      self.lower = lower
      self.upper = upper
    }

    /// Reads two numbers joined by "to", the lower one first, for example "-0.59 to 0.09".
    public init?(parsing text: String) {
      let words = text.collapsed.split(separator: " ")
      guard words.count == 3, words[1] == "to", let lower = parseNumber(words[0]),
        let upper = parseNumber(words[2]), lower <= upper
      else { return nil }
      printedLower = String(words[0])
      printedUpper = String(words[2])
      self.lower = lower
      self.upper = upper
    }
  }

  /// How many of how many had an event.
  public struct Events: Hashable, Sendable, Codable, CustomStringConvertible {
    /// How many had it.
    public var count: Int
    /// Of how many.
    public var total: Int

    /// Creates figures; `nil` for negative ones and when more had it than there were.
    public init?(count: Int, total: Int) {
      guard count >= 0, count <= total else { return nil }
      self.count = count
      self.total = total
    }

    /// Reads "1 of 40" or "1/40"; `nil` when more had it than there were.
    public init?(parsing text: String) {
      let words = text.split { $0.isWhitespace || $0 == "/" }.filter { $0 != "of" }
      guard words.count == 2, let count = Int(words[0]), let total = Int(words[1]), count >= 0, count <= total
      else { return nil }
      self.count = count
      self.total = total
    }

    /// The figures as written in a corpus.
    public var description: String { "\(count) of \(total)" }
  }

  /// A p value with its comparison sign, as printed.
  public struct PValue: Hashable, Sendable, Codable, CustomStringConvertible {
    /// "=", "<", ">", "≤" or "≥".
    public var sign: String
    /// The number as printed.
    public var printed: String
    /// The number, between 0 and 1.
    public var value: Double

    /// Creates a p value from a number with the form in which it is printed; `nil` outside 0 to 1.
    public init?(value: Double, sign: String = "=", printed: String) {
      guard (0...1).contains(value) else { return nil }
      self.sign = sign
      self.printed = printed
      self.value = value
    }

    /// Reads "= 0.04", "0.04" or "< 0.001".
    public init?(parsing text: String) {
      let signs = ["<=": "≤", ">=": "≥", "=": "=", "<": "<", ">": ">", "≤": "≤", "≥": "≥"]
      var rest = text.trimmed
      sign = "="
      for length in [2, 1] {
        if let found = signs[String(rest.prefix(length))] {
          sign = found
          rest = rest.dropFirst(length).trimmed
          break
        }
      }
      guard let number = parseNumber(rest), (0...1).contains(number) else { return nil }
      printed = rest
      value = number
    }

    /// The value as printed in a table, for example "p = 0.04".
    public var description: String { "p \(sign) \(printed)" }
  }

  /// One arm's figures.
  public struct Arm: Hashable, Sendable, Codable {
    /// The arm's name.
    public var name: String
    /// How many had the event.
    public var events: Int?
    /// How many were counted.
    public var count: Int?
    /// The percentage of them that had the event, as printed, without its sign.
    public var percent: String?
    /// The mean, as printed.
    public var mean: String?
    /// The standard deviation, as printed.
    public var standardDeviation: String?
    /// A figure that is neither a number of events nor a mean with its standard deviation.
    public var figure: Figure?

    /// Creates an arm.
    public init(
      name: String, events: Int? = nil, count: Int? = nil, mean: String? = nil,
      standardDeviation: String? = nil
    ) {
      self.name = name
      self.events = events
      self.count = count
      self.mean = mean
      self.standardDeviation = standardDeviation
    }
  }

  /// A figure of an arm, as printed, with what it is.
  public struct Figure: Hashable, Sendable, Codable {
    /// What the figure is, for example "Median" or "Number".
    public var statistic: String
    /// The figure as printed; "NA" where the report gives a reason instead of a number.
    public var printed: String
    /// What the spread or the limits are, for example "Standard Error" or "Inter-Quartile Range".
    public var dispersion: String?
    /// The spread as printed, where it is one number.
    public var spread: String?
    /// The lower limit as printed.
    public var lower: String?
    /// The upper limit as printed.
    public var upper: String?
    /// A remark, for example why there is no number.
    public var note: String?

    /// Creates a figure.
    public init(
      statistic: String, printed: String, dispersion: String? = nil, spread: String? = nil,
      lower: String? = nil, upper: String? = nil, note: String? = nil
    ) {
      self.statistic = statistic
      self.printed = printed
      self.dispersion = dispersion
      self.spread = spread
      self.lower = lower
      self.upper = upper
      self.note = note
    }
  }

  /// How much the results that a pooled estimate combines differ, as printed.
  public struct Heterogeneity: Hashable, Sendable, Codable {
    /// The share of variation beyond chance, in percent.
    public var iSquared: String?
    /// The variance between studies.
    public var tauSquared: String?
    /// The test statistic.
    public var chiSquared: String?
    /// Its degrees of freedom.
    public var degreesOfFreedom: String?
    /// The p value of the test.
    public var p: PValue?

    /// Creates a description without figures.
    public init() {}
  }

  /// The key within its study.
  public var id: String
  /// What was measured.
  public var outcome: Located<String>
  /// Its standing in the study's plan.
  public var role: Role?
  /// When it was measured, as printed.
  public var timePoint: String?
  /// The scale or instrument.
  public var measure: String?
  /// Of how many whole numbers each person's value is the mean: 1 for a count or a score in whole points, 10
  /// for the mean of ten answers in whole points; `nil` where values need not come from whole numbers.
  public var items: Int?
  /// What the figures count, for example "months".
  public var unit: String?
  /// The class, category or subgroup that it is about, where the outcome is reported in parts.
  public var part: String?
  /// What is compared.
  public var comparison: Comparison?
  /// The figures of each arm.
  public var arms: [Arm]
  /// How many of how many had the event.
  public var events: Located<Events>?
  /// A percentage as printed, without its sign.
  public var percent: Located<String>?
  /// The effect estimate.
  public var effect: Located<Effect>?
  /// The confidence interval of the effect.
  public var interval: Located<Interval>?
  /// The confidence level in percent.
  public var level: Double
  /// The p value.
  public var p: Located<PValue>?
  /// How the effect or the p value was computed, for example "Cox regression".
  public var method: String?
  /// How many studies a pooled estimate combines.
  public var studies: Int?
  /// The weight of one study in a pooled estimate, in percent, as printed.
  public var weight: String?
  /// How much the studies of a pooled estimate differ.
  public var heterogeneity: Heterogeneity?
  /// What matters to people and the outcome only stands for, where it is a surrogate (SEVCO:01054).
  public var surrogateFor: Located<String>?
  /// Where the result points.
  public var direction: Direction?
  /// What was found, in one sentence.
  public var finding: String?
  /// Remarks of the source on how it was measured or computed.
  public var remarks: [String]?
  /// How the result is known, where it differs from the study's basis.
  public var basis: Located<FactBasis>?
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a result.
  public init(id: String, outcome: Located<String>, location: SourceLocation? = nil) {
    self.id = id
    self.outcome = outcome
    self.location = location
    arms = []
    level = 95
  }
}

/// Reads a decimal number with an ASCII or typographic minus sign, perhaps with an exponent as in "8.1E-11".
package func parseNumber(_ text: some StringProtocol) -> Double? {
  var plain = String(text.map { $0 == "−" ? "-" : $0 })
  if plain.hasPrefix("+") { plain.removeFirst() }
  let digits = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
  guard let first = digits.first, first.isASCIIDigit || first == ".",
    digits.allSatisfy({ $0.isASCIIDigit || ".eE+-".contains($0) }), let number = Double(plain),
    number.isFinite
  else { return nil }
  return number
}
