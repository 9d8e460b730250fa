public import OnusAudit
internal import OnusCatalogue
internal import OnusModel
public import OnusTables

/// A table that can be made from a catalogue.
public struct TableRecipe: Sendable {
  /// The name on the command line and of the exported files, for example `claims`.
  public let name: String
  /// What it shows, in a few words.
  public let title: String
  /// Makes the table, of everything or of one condition, from a corpus and what the checks say of it.
  public let table: @Sendable (Corpus, Audit, _ about: String?) throws -> EvidenceTable

  /// Creates a recipe.
  public init(
    name: String, title: String,
    table: @escaping @Sendable (Corpus, Audit, _ about: String?) throws -> EvidenceTable
  ) {
    self.name = name
    self.title = title
    self.table = table
  }

  /// Every table; a new one is one line here and one file beside the others in `OnusTables`.
  public static let all: [TableRecipe] = [
    TableRecipe(name: "claims", title: "Claims and the evidence that bears on them") { corpus, audit, about in
      .claims(audit.attached(to: try corpus.catalogue.claims(about: about)))
    },
    TableRecipe(name: "matrix", title: "Claims by studies, with the stance of each study") {
      corpus, audit, about in
      .matrix(audit.attached(to: try corpus.catalogue.claims(about: about)))
    },
    TableRecipe(name: "audit", title: "Claims, where they stand, and what the checks say") {
      corpus, audit, about in
      .audit(audit.attached(to: try corpus.catalogue.claims(about: about)))
    },
    TableRecipe(name: "characteristics", title: "Characteristics of the studies") { corpus, _, about in
      .characteristics(try corpus.catalogue.studies(about: about))
    },
    TableRecipe(name: "results", title: "Results by study and outcome") { corpus, _, about in
      .results(try corpus.catalogue.studies(about: about))
    },
    TableRecipe(name: "summary-of-findings", title: "Summary of findings, with the certainty of the evidence")
    {
      corpus, _, about in
      .summaryOfFindings(try corpus.catalogue.syntheses(about: about).map { GradedOutcome(pooling: $0) })
    },
    TableRecipe(name: "evidence-profile", title: "Evidence profile: every judgement of certainty") {
      corpus, _, about in
      .evidenceProfile(try corpus.catalogue.syntheses(about: about).map { GradedOutcome(pooling: $0) })
    },
    TableRecipe(name: "risk-of-bias", title: "Risk of bias of the studies, by domain") { corpus, _, about in
      .riskOfBias(try corpus.catalogue.studies(about: about))
    },
    TableRecipe(name: "flow", title: "Flow of records through reviews (PRISMA 2020)") { corpus, _, about in
      .flow(try corpus.catalogue.reviews(about: about).map(ReviewFlow.init))
    },
    TableRecipe(name: "excluded-reports", title: "Reports excluded after full text, with reasons") {
      corpus, _, about in
      .excludedReports(try corpus.catalogue.reviews(about: about))
    },
    TableRecipe(name: "references", title: "Bibliography with identifiers and status") { corpus, _, about in
      .references(try corpus.catalogue.references(about: about))
    },
    TableRecipe(name: "conditions", title: "Claims, studies and participants by condition") {
      corpus, audit, about in
      .conditions(
        claims: audit.attached(to: try corpus.catalogue.claims(about: about)),
        studies: try corpus.catalogue.studies(about: about))
    },
  ]
}
