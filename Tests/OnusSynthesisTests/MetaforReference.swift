import Foundation
import OnusSynthesis

/// Reference values made with metafor, which lie beside the project and are not part of it.
enum MetaforReference {
  private static let path =
    URL(filePath: #filePath).deletingLastPathComponent().path
    + "/../../../shared/benchmarks/metafor/reference.json"

  static let exists = FileManager.default.fileExists(atPath: path)

  /// One data set with one measure, and what metafor makes of it.
  struct Set {
    let name: String
    let values: [String: Any]

    func numbers(_ key: String) -> [Double?] {
      (values[key] as? [Any])?.map { ($0 as? NSNumber)?.doubleValue } ?? []
    }

    func object(_ key: String) -> [String: Any] { values[key] as? [String: Any] ?? [:] }

    var measure: EffectMeasure { EffectMeasure(rawValue: values["measure"] as? String ?? "") ?? .generic }

    private func column(_ key: String) -> [Double] {
      Set(name: name, values: object("columns")).numbers(key).map { $0 ?? .nan }
    }

    var studies: [StudyData] {
      let columns = object("columns")
      func rows(_ keys: String...) -> [[Double]] {
        let all = keys.map(column)
        return (all.first ?? []).indices.map { row in all.map { $0[row] } }
      }
      if columns["ai"] != nil {
        return rows("ai", "bi", "ci", "di").map { .counts(TwoByTwo($0[0], $0[1], $0[2], $0[3])) }
      }
      if columns["m1i"] != nil {
        return rows("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i").map {
          .means(TwoMeans($0[0], sd: $0[1], of: $0[2], $0[3], sd: $0[4], of: $0[5]))
        }
      }
      if columns["xi"] != nil { return rows("xi", "ni").map { .events($0[0], of: $0[1]) } }
      return rows("yi", "vi").map { .effect(EffectSize($0[0], variance: $0[1])) }
    }

    var tables: [TwoByTwo] {
      studies.compactMap { if case .counts(let table) = $0 { table } else { nil } }
    }
  }

  static func sets() throws -> [Set] {
    let data = try Data(contentsOf: URL(filePath: path))
    let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let sets = root?["sets"] as? [String: Any] ?? [:]
    return sets.keys.sorted().map { Set(name: $0, values: sets[$0] as? [String: Any] ?? [:]) }
  }
}

/// What differs from reference values, and how many were compared.
struct Comparison {
  var count = 0
  var differences: [String] = []

  mutating func compare(
    _ name: String, _ ours: Double?, _ theirs: Any?, within tolerance: Double = 1e-6, nothing: Double = 1e-9
  ) {
    guard let expected = (theirs as? NSNumber)?.doubleValue else { return }
    count += 1
    guard let ours else {
      differences.append("\(name): none, expected \(expected)")
      return
    }
    let distance = abs(ours - expected)
    if !(distance <= tolerance * abs(expected) || distance <= nothing) {
      differences.append("\(name): \(ours), expected \(expected)")
    }
  }
}
