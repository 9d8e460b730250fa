/// The pairs of records that are worth a comparison, each once.
///
/// Records are put into blocks by cheap keys: identifiers, the whole title, pairs of its rarest words, its
/// start, and volume with first page. Blocks that are too large are divided by further fields, so that
/// the number of pairs stays in proportion to the number of records.
struct CandidatePairs {
  /// The pairs, each as the position of the first record in the upper half and that of the second in the lower.
  private(set) var pairs: [UInt64] = []

  /// Blocks above this size are divided.
  private static let limit = 60

  init(_ records: [DeduplicationRecord]) {
    var keys: [(key: UInt64, record: UInt32)] = []
    keys.reserveCapacity(records.count * 14)
    let frequencies = Self.frequencies(records)
    for (index, record) in records.enumerated() {
      for key in Self.keys(of: record, frequencies) { keys.append((key, UInt32(index))) }
    }
    keys.sort { ($0.key, $0.record) < ($1.key, $1.record) }
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].key == keys[start].key { end += 1 }
      if end - start > 1 {
        var block: [UInt32] = []
        for entry in keys[start..<end] where entry.record != block.last { block.append(entry.record) }
        add(block, records, level: 0)
      }
      start = end
    }
    pairs.sort()
    var count = 0
    for pair in pairs where count == 0 || pairs[count - 1] != pair {
      pairs[count] = pair
      count += 1
    }
    pairs.removeLast(pairs.count - count)
  }

  // MARK: Blocks

  private mutating func add(_ block: [UInt32], _ records: [DeduplicationRecord], level: Int) {
    if block.count <= Self.limit || level > 2 && block.count <= 2000 {
      for (offset, first) in block.enumerated() {
        for second in block[(offset + 1)...] { pairs.append(UInt64(first) << 32 | UInt64(second)) }
      }
      return
    }
    guard level <= 2 else { return }
    var parts: [UInt64: [UInt32]] = [:]
    for index in block {
      let record = records[Int(index)]
      for key in Self.divisions(of: record, level: level) { parts[key, default: []].append(index) }
    }
    // The order of a dictionary does not matter: the pairs are sorted at the end.
    for part in parts.values where part.count > 1 { add(part, records, level: level + 1) }
  }

  /// By what a large block is divided: title, then year and its neighbour, then first author.
  private static func divisions(of record: DeduplicationRecord, level: Int) -> [UInt64] {
    switch level {
    case 0: record.title.main.map { [$0.hash] } ?? []
    case 1: record.years.flatMap { [UInt64($0), UInt64($0 + 1)] }
    default:
      record.names.names.first.map { [stableHash($0.family)] } ?? [0]
    }
  }

  // MARK: Keys

  private static func frequencies(_ records: [DeduplicationRecord]) -> [UInt64: UInt32] {
    var frequencies: [UInt64: UInt32] = [:]
    for record in records {
      for form in record.title.forms {
        for word in Set(form.words) { frequencies[word, default: 0] += 1 }
      }
    }
    return frequencies
  }

  private static func keys(of record: DeduplicationRecord, _ frequencies: [UInt64: UInt32]) -> [UInt64] {
    let identifiers = record.identifiers
    var keys = identifiers.all + identifiers.works + identifiers.ties.map(\.target)
    for form in record.title.forms {
      keys.append(stableHash(form.hash, 11))
      let bytes = form.text.bytes
      if bytes.count >= 24 { keys.append(stableHash(stableHash(bytes.prefix(24)), 12)) }
      // A word that no other title has finds nothing.
      let words = Set(form.words).filter { (frequencies[$0] ?? 0) > 1 }
      let rarest = words.sorted { (frequencies[$0] ?? 0, $0) < (frequencies[$1] ?? 0, $1) }.prefix(5)
      for (offset, first) in rarest.enumerated() {
        for second in rarest.dropFirst(offset + 1) {
          keys.append(stableHash(Swift.min(first, second), Swift.max(first, second)))
        }
      }
    }
    if let first = record.pages?.first {
      let page = UInt64(first)
      if let volume = record.volume { keys.append(stableHash(stableHash(UInt64(volume), page), 13)) }
      if let family = record.names.names.first?.family {
        keys.append(stableHash(stableHash(stableHash(family), page), 14))
      }
    }
    if let sample = record.abstract.samples.first, record.abstract.count >= 30 {
      keys.append(stableHash(sample, 15))
      if record.abstract.samples.count > 1 { keys.append(stableHash(record.abstract.samples[1], 15)) }
    }
    return keys
  }
}
