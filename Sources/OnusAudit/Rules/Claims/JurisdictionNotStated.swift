internal import OnusModel

extension Check {
  /// A claim about law, access or price that does not say where.
  public static let jurisdictionNotStated = Check(
    ofEachClaim: "jurisdiction-not-stated", severity: .note,
    documentation: Documentation(
      title: "A claim about approval, access, supply or price does not say where",
      explanation: """
        What is licensed, prescribed, sold and paid differs between countries. A claim of the kind regulatory, \
        or an economic one about cost, price or supply, is reported when its statement names no country and no \
        authority while a linked study was done or decided in one.
        """,
      needs: "Kind, outcome and statement of the claim; the setting of its studies.",
      falsePositives: "A claim that holds everywhere, or whose source speaks to readers of one country."),
    examples: Examples(
      firing: """
        claims:
          tea-licensed:
            statement: Willow tea is sold without a prescription.
            kind: regulatory
            evidence: { study: agency-2019, stance: supports, directness: regulatory, because: It says so. }
        studies:
          agency-2019: { name: Agency 2019, design: other, setting: Germany }
        """,
      quiet: """
        claims:
          tea-licensed:
            statement: In Germany willow tea is sold without a prescription.
            kind: regulatory
            evidence: { study: agency-2019, stance: supports, directness: regulatory, because: It says so. }
        studies:
          agency-2019: { name: Agency 2019, design: other, setting: Germany }
        """)
  ) { entry, _ in
    let outcome = (entry.claim.outcome ?? "").lowercased()
    let isAboutSupply = ["cost", "price", "supply", "access", "reimburse"].contains { outcome.contains($0) }
    guard entry.claim.kind == .regulatory || entry.claim.kind == .economic && isAboutSupply else { return [] }
    let statement = entry.claim.statement.value
    let words = statement.split { !$0.isLetter }.map(String.init)
    let placed = entry.evidence.compactMap { evidence -> (place: String, evidence: CataloguedEvidence)? in
      guard let setting = evidence.study.study.setting?.value.stated else { return nil }
      let country = setting.prefix { $0 != "," && $0 != ";" && $0 != "(" }.trimmed
      return (country, evidence)
    }
    // A name with a capital within the sentence is most likely a country, a people or an authority.
    let namesPlace =
      placed.contains { statement.contains($0.place) } || words.contains(where: authorities.contains)
    guard !placed.isEmpty, !namesPlace else { return [] }
    var seen = Set<String>()
    let places = placed.map(\.place).filter { seen.insert($0).inserted }
    return [
      Remark(
        """
        the claim does not say where it holds, and its evidence is from \(places.joined(separator: "; "))
        """, at: entry.statementPlace, notes: placed.map(\.evidence.note),
        remedy: "name the country in the statement")
    ]
  }

  /// Authorities and places by which a statement says where it holds.
  private static let authorities: Set<String> = [
    "FDA", "EMA", "MHRA", "NICE", "NHS", "BfArM", "TGA", "PMDA", "WHO", "USA", "US", "UK", "EU", "Europe",
    "European",
    "America", "American", "British", "Britain", "Medicare", "Medicaid", "worldwide", "country", "countries",
  ]
}
