public import OnusModel
internal import OnusSynthesis

extension PooledAnalysis {
  /// Every number in full, for programs: effects as people read them, and on the scale of pooling.
  public var json: JSONValue {
    .members([
      "measure": .string(plan.measure.rawValue),
      "level": .number(plan.level),
      "studies": .array(
        parts.map { part in
          .members([
            "study": .string(part.study.name), "group": .text(part.study.group),
            "effect": part.effect.map(json), "weight": .number(part.weight),
          ])
        }),
      "groups": .list(groups.map(json)),
      "pooled": json(all),
      "comparison": comparison.map {
        .members([
          "q": .number($0.q), "df": .integer($0.degreesOfFreedom), "p": .number($0.p),
          "i2": .number($0.iSquared),
        ])
      },
      "egger": egger.map {
        .members([
          "statistic": .number($0.statistic), "df": $0.degreesOfFreedom.map { .number($0) },
          "p": .number($0.p), "limit": .number($0.limit),
        ])
      },
      "without": .list(
        withoutEach.map { .members(["study": .string($0.study), "effect": json($0.effect)]) }),
      "warnings": .texts(warnings),
    ])
  }

  private func json(_ estimate: Estimate) -> JSONValue {
    .members([
      "value": .number(estimate.value), "lower": .number(estimate.lower), "upper": .number(estimate.upper),
    ])
  }

  private func json(_ pool: Pool) -> JSONValue {
    .members([
      "name": .text(pool.name), "effect": json(pool.effect), "estimate": .number(pool.size.estimate),
      "se": .number(pool.size.standardError), "p": .number(pool.p),
      "prediction": pool.prediction.map(json), "q": .number(pool.q), "qp": .number(pool.qP),
      "i2": .number(pool.iSquared), "tau2": pool.tauSquared.map { .number($0) },
      "tau2_lower": pool.heterogeneity.map { .number($0.tauSquared.lower) },
      "tau2_upper": pool.heterogeneity.map { .number($0.tauSquared.upper) },
      "i2_lower": pool.heterogeneity.map { .number($0.iSquared.lower) },
      "i2_upper": pool.heterogeneity.map { .number($0.iSquared.upper) },
      "studies": .integer(pool.studies), "participants": pool.participants.map { .integer($0) },
    ])
  }
}
