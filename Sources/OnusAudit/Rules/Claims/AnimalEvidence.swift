internal import OnusModel

extension Check {
  /// A claim about people that rests on animals or cells.
  public static let animalEvidence = Check(
    ofEachClaim: "animal-evidence",
    documentation: Documentation(
      title: "A claim about people rests on animals or cells",
      explanation: """
        Most of what works in animals does not work in people, or not at that dose. A claim that does not say \
        that it speaks of animals is read as one about people.
        """,
      sources: [
        "Sumner P et al. BMJ 2014;349:g7015 (inference to humans from non-human research)",
        "Hackam DG, Redelmeier DA. Translation of research evidence from animals to humans. JAMA 2006;296:1731-2",
      ],
      needs: "Designs and directness of the studies that support the claim.",
      falsePositives: "A claim about animals whose statement does not name them."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea makes joints supple.
            kind: mechanism
            evidence: { study: mice-2017, stance: supports, directness: animal, because: Mice ran longer. }
        studies:
          mice-2017: { name: Mice 2017, design: animal study }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: In mice willow tea makes joints supple.
            kind: mechanism
            evidence: { study: mice-2017, stance: supports, directness: animal, because: Mice ran longer. }
        studies:
          mice-2017: { name: Mice 2017, design: animal study }
        """)
  ) { entry, _ in
    guard entry.evidence.contains(where: { $0.isSupporting && $0.isPreclinical }) else { return [] }
    let preclinical = entry.supporting.filter(\.isPreclinical)
    let words = entry.claim.statement.value.lowercased().split { !$0.isLetter }.map(String.init)
    guard !words.contains(where: subjects.contains) else { return [] }
    let isAlone = entry.supporting.allSatisfy(\.isPreclinical)
    return [
      Remark(
        """
        the claim speaks of people, but \(isAlone ? "all that supports it" : preclinical.names) was seen in \
        animals or cells
        """, at: entry.statementPlace, notes: preclinical.map(\.note),
        remedy: "a study in people, or words that name the animals")
    ]
  }

  /// Words by which a statement says that it is not about people.
  private static let subjects: Set<String> = [
    "mice", "mouse", "rat", "rats", "animal", "animals", "rodent", "rodents", "rabbit", "rabbits", "dog",
    "dogs",
    "pig", "pigs", "monkey", "monkeys", "zebrafish", "vitro", "cell", "cells", "tissue", "cultured",
  ]
}
