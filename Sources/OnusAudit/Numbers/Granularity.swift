/// Which shares, means and standard deviations a number of people can have.
///
/// Whole numbers divided by n lie on a grid, and few figures with two decimals are on it while n is small:
/// Brown NJL, Heathers JAJ. The GRIM test. Soc Psychol Personal Sci 2017;8:363-9; for standard deviations
/// Allard A. Analytic-GRIMMER, 2018. Sums are compared as whole numbers, so that nothing is lost by
/// computing.
enum Granularity {
  /// Beyond this many people every figure of usual length is possible; sums of fewer stay small.
  static let mostPeople = 1_000_000

  /// Whether some whole number out of `people` has this percentage, whichever way halves are rounded.
  static func isPossible(percent: PrintedNumber, of people: Int) -> Bool {
    guard (1...mostPeople).contains(people), percent.decimals <= 6, abs(percent.digits) < 1_000_000_000
    else { return true }
    return nearestCounts(percent: percent, of: people).contains { count in
      // |count/people·100 - percent| <= half a step of the last digit, both sides times 2·people·scale.
      abs(2 * 100 * count * percent.scale - 2 * percent.digits * people) <= people
    }
  }

  /// The whole numbers out of `people` below and above a percentage.
  static func nearestCounts(percent: PrintedNumber, of people: Int) -> [Int] {
    neighbours(of: Double(percent.digits) * Double(people) / Double(100 * percent.scale))
      .filter { (0...people).contains($0) }
  }

  /// Whether whole numbers of `people`, or means of `items` whole numbers of each, can have this mean.
  static func isPossible(mean: PrintedNumber, of people: Int, items: Int = 1) -> Bool {
    guard (1...mostPeople).contains(people), (1...1000).contains(items), people * items < mean.scale,
      abs(mean.digits) < 1_000_000_000
    else { return true }
    return !sums(mean: mean, of: people, items: items).isEmpty
  }

  /// The sums that give this mean when they are divided by people times items.
  static func sums(mean: PrintedNumber, of people: Int, items: Int) -> [Int] {
    let parts = people * items
    // |sum/parts - mean| <= half a step of the last digit, both sides times 2·parts·scale.
    let middle = 2 * mean.digits * parts
    let step = 2 * mean.scale
    let low = Int((Double(middle - parts) / Double(step)).rounded(.down))
    let high = Int((Double(middle + parts) / Double(step)).rounded(.up))
    return (low...high).filter { abs(step * $0 - middle) <= parts }
  }

  /// The two sums below and above a mean, as examples of what was possible.
  static func nearestSums(mean: PrintedNumber, of people: Int, items: Int) -> [Int] {
    neighbours(of: mean.value * Double(people * items))
  }

  /// Whether the same numbers can have this mean and this standard deviation.
  ///
  /// The sum of squares of whole numbers is whole, is even or odd as their sum is, and is at least what it is
  /// when they are as equal as they can be. These conditions are necessary; a figure that meets them may
  /// still be impossible. Either divisor, n or n - 1, is taken for right.
  static func isPossible(
    deviation: PrintedNumber, mean: PrintedNumber, of people: Int, items: Int = 1
  ) -> Bool {
    guard (2...10_000).contains(people), (1...100).contains(items), abs(mean.digits) < 1_000_000_000
    else { return true }
    guard deviation.digits >= 0 else { return false }
    let sums = sums(mean: mean, of: people, items: items)
    // Which sum it was is not known; an impossible mean is another finding.
    guard !sums.isEmpty, sums.count < 100, abs(mean.value) * Double(people * items) < 1e7 else { return true }
    let low = max(0, deviation.lower) * Double(items)
    let high = deviation.upper * Double(items)
    return sums.contains { sum in
      let equal = sum / people
      let rest = sum - equal * people
      let least = people * equal * equal + 2 * equal * rest + abs(rest)
      let square = Double(sum) * Double(sum) / Double(people)
      return [people - 1, people].contains { divisor in
        let slack = 1e-9 * max(1, square)
        let from = max(least, Int((square + low * low * Double(divisor) - slack).rounded(.up)))
        let upTo = Int((square + high * high * Double(divisor) + slack).rounded(.down))
        // Squares are as even or odd as the numbers: one of two neighbours always is.
        return from < upTo || (from == upTo && (from - sum).isMultiple(of: 2))
      }
    }
  }

  private static func neighbours(of number: Double) -> [Int] {
    let below = Int(number.rounded(.down))
    return Double(below) == number ? [below] : [below, below + 1]
  }
}
