/// Edit distances between short byte strings, by bit-parallel dynamic programming.
enum EditDistance {
  /// The number of insertions, deletions and substitutions that turn one text into another.
  ///
  /// Myers, "A fast bit-vector algorithm for approximate string matching", J ACM 1999;46:395-415, in blocks
  /// of 64 as Hyyrö describes (2003).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    let blocks = (left.count + 63) / 64
    var matches = [UInt64](repeating: 0, count: 256 * blocks)
    for (index, byte) in left.enumerated() {
      matches[Int(byte) * blocks + index / 64] |= 1 << UInt64(index % 64)
    }
    var positive = [UInt64](repeating: .max, count: blocks)
    var negative = [UInt64](repeating: 0, count: blocks)
    let lastBit: UInt64 = 1 << UInt64((left.count - 1) % 64)
    var score = left.count
    for byte in right {
      var carryPositive: UInt64 = 1
      var carryNegative: UInt64 = 0
      for block in 0..<blocks {
        let equal = matches[Int(byte) * blocks + block]
        let vertical = equal | negative[block]
        let withCarry = equal | carryNegative
        let horizontal = (((withCarry & positive[block]) &+ positive[block]) ^ positive[block]) | withCarry
        var up = negative[block] | ~(horizontal | positive[block])
        var down = positive[block] & horizontal
        if block == blocks - 1 {
          if up & lastBit != 0 { score += 1 }
          if down & lastBit != 0 { score -= 1 }
        }
        let (nextPositive, nextNegative) = (up >> 63, down >> 63)
        up = up << 1 | carryPositive
        down = down << 1 | carryNegative
        positive[block] = down | ~(vertical | up)
        negative[block] = up & vertical
        (carryPositive, carryNegative) = (nextPositive, nextNegative)
      }
    }
    return score
  }

  /// Whether two texts are at most one or two edits apart.
  static func isWithin(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard limit > 0, abs(left.count - right.count) <= limit else { return left == right }
    // Most names differ from the start; equal ends say early that they do not.
    var start = 0
    let shorter = min(left.count, right.count)
    while start < shorter, left[start] == right[start] { start += 1 }
    var end = 0
    while end < shorter - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
    let rest = max(left.count, right.count) - start - end
    guard rest > limit else { return true }
    guard start + end + limit * 3 >= shorter else { return false }
    return distance(Array(left[start..<(left.count - end)]), Array(right[start..<(right.count - end)]))
      <= limit
  }
}
