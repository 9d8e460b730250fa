import OnusAudit
import OnusModel
import Testing

struct HierarchyTests {
  private static func heading(_ id: String, _ numbers: [String]) -> Condition {
    Condition(id: Condition.ID(id), name: id, treeNumbers: numbers)
  }

  @Test func headingsAreWithinThoseAboveThemInAnyTree() {
    let conditions = [
      Self.heading("autoimmune", ["C20.111"]),
      Self.heading("ms", ["C10.114.375.500", "C20.111.258.250.500"]),
      Self.heading("ppms", ["C10.114.375.500.200"]),
    ]
    let hierarchy = Hierarchy(conditions, broader: [Key("local"): [Key("ppms")]])
    // C20.111.258.250 and C20.111.258 are not in the vocabulary; the next heading above counts.
    #expect(hierarchy.ancestors(of: Key("local")).map(\.rawValue) == ["ppms", "ms", "autoimmune"])
    #expect(hierarchy.includes(Key("ppms"), in: Key("autoimmune")))
    #expect(!hierarchy.includes(Key("autoimmune"), in: Key("ppms")))
    #expect(hierarchy.areRelated(Key("autoimmune"), Key("ppms")))
  }

  @Test func aRingEnds() {
    let ring = Hierarchy<Intervention>(parents: [Key("a"): [Key("b")], Key("b"): [Key("a")]])
    #expect(ring.ancestors(of: Key("a")).map(\.rawValue) == ["b"])
  }

  @Test func studiesAreFoundUnderWiderConditionsAndInterventions() throws {
    let entries = try Check.Example(
      corpus: """
        conditions:
          back-pain: { name: Back Pain }
          low-back-pain: { name: Low Back Pain, broader: [Back Pain] }
        interventions:
          tea: { name: tea }
          willow-tea: { name: willow tea, broader: [tea] }
        studies:
          s: { name: S, design: rct, conditions: [Low Back Pain], interventions: [willow tea] }
        claims:
          c:
            statement: Tea helps.
            kind: efficacy
            conditions: [Back Pain]
            interventions: [tea]
            evidence: { study: s, stance: supports, because: Yes. }
        """
    ).entries().entries
    let input = Check.Input(linking: entries)
    #expect(input.studies(of: Key("tea"), in: Key("back-pain")).map(\.study.id.rawValue) == ["s"])
    #expect(input.studies(of: Key("tea"), in: Key("low-back-pain")).count == 1)
    #expect(input.claims(of: Key("willow-tea"), in: Key("back-pain")).isEmpty)
    #expect(input.claims(of: Key("tea"), in: Key("back-pain")).map(\.claim.id.rawValue) == ["c"])
    #expect(input.links(to: Key("s")).map(\.link.rationale) == ["Yes."])
    #expect(input.study(Key("none")) == nil)
  }
}
