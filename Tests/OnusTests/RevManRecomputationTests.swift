import Foundation
import Onus
import Testing

private let folder =
  URL(filePath: #filePath).deletingLastPathComponent().path + "/../../../shared/samples/rm5"
private let reviews = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
  .filter { $0.hasSuffix(".rm5") }.sorted()

/// The pooled effects that RevMan has stored in its files, computed again from the studies' figures.
@Suite(.enabled(if: !reviews.isEmpty, "there is no folder ../shared/samples/rm5 beside the package"))
struct RevManRecomputationTests {
  @Test(arguments: reviews) func everyPooledEffectIsThatOfTheFile(_ name: String) throws {
    var studies: [Study] = []
    for entry in try Reader.revMan.records(in: CorpusFile(path: folder + "/" + name, name: name)) {
      if case .study(let study) = entry { studies.append(study) }
    }
    let parts = studies.flatMap { study in study.results.filter { $0.studies == nil } }
    let pooled = studies.flatMap(\.results).filter { $0.studies != nil && $0.effect != nil }
    #expect(!pooled.isEmpty)
    var differences: [String] = []
    for result in pooled {
      let expected = try #require(result.effect?.value)
      let interval = try #require(result.interval?.value)
      // The studies of an outcome, or of its subgroup, bear its number; those of subgroups make up the whole.
      let members = parts.filter { part in
        part.id == result.id || part.id.hasPrefix(result.id + "-")
      }
      guard let computed = try? pool(members, as: result, measure: expected.measure) else {
        differences.append(
          "\(result.id) (\(result.method ?? "")): not computed from \(members.count) results")
        continue
      }
      for (ours, theirs) in [
        (computed.value, expected.value), (computed.lower, interval.lower), (computed.upper, interval.upper),
      ] where abs(ours - theirs) > 1e-6 * max(abs(theirs), 1e-3) {
        differences.append("\(result.id) (\(result.method ?? "")): \(ours), stored \(theirs)")
      }
    }
    #expect(differences == [])
  }

  private func pool(
    _ parts: [StudyResult], as result: StudyResult, measure name: String
  ) throws -> (value: Double, lower: Double, upper: Double)? {
    let measure: EffectMeasure? =
      switch name {
      case "RR": .riskRatio
      case "OR": .oddsRatio
      case "RD": .riskDifference
      case "Peto OR": .petoOddsRatio
      case "MD": .meanDifference
      case "SMD": .standardizedMeanDifference
      default: nil
      }
    guard let measure, let method = result.method else { return nil }
    let isRandom = method.hasSuffix("random effects")
    let level = result.level / 100
    let tables = parts.compactMap { part -> TwoByTwo? in
      guard part.arms.count == 2, let a = part.arms[0].events, let n1 = part.arms[0].count,
        let c = part.arms[1].events, let n2 = part.arms[1].count
      else { return nil }
      return TwoByTwo(events1: Double(a), of: Double(n1), events2: Double(c), of: Double(n2))
    }
    let estimate: Double
    let interval: ConfidenceInterval
    if tables.count == parts.count, method.hasPrefix("Mantel"), isRandom {
      let pooled = try PooledEffect.aboutMantelHaenszel(tables, measure: measure, level: level)
      (estimate, interval) = (pooled.estimate, pooled.interval)
    } else if tables.count == parts.count, method.hasPrefix("Mantel") {
      let pooled = try PooledCounts.mantelHaenszel(
        tables, measure: measure, level: level, riskDifference: .greenlandRobins)
      (estimate, interval) = (pooled.estimate, pooled.interval)
    } else if tables.count == parts.count, method.hasPrefix("Peto") {
      let pooled = try PooledCounts.peto(tables, level: level)
      (estimate, interval) = (pooled.estimate, pooled.interval)
    } else {
      let data = parts.compactMap { part -> StudyData? in
        func number(_ text: String?) -> Double? { text.flatMap(Double.init) }
        if tables.count == parts.count { return nil }
        guard part.arms.count == 2, let m1 = number(part.arms[0].mean),
          let sd1 = number(part.arms[0].standardDeviation), let n1 = part.arms[0].count,
          let m2 = number(part.arms[1].mean), let sd2 = number(part.arms[1].standardDeviation),
          let n2 = part.arms[1].count, n1 > 0, n2 > 0
        else { return nil }
        return .means(TwoMeans(m1, sd: sd1, of: Double(n1), m2, sd: sd2, of: Double(n2)))
      }
      let effects = measure.effects(
        of: data.isEmpty ? tables.map(StudyData.counts) : data, zeroCells: .halfWithoutOneSided,
        smdVariance: .revMan
      ).compactMap { $0 }
      let options = PoolingOptions(isRandom ? .derSimonianLaird : .common, level: level)
      let pooled = try PooledEffect(effects, options: options)
      (estimate, interval) = (pooled.estimate, pooled.interval)
    }
    return (measure.readable(estimate), measure.readable(interval.lower), measure.readable(interval.upper))
  }
}
