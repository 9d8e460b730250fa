public import OnusAudit
internal import OnusCatalogue
internal import OnusModel
public import OnusTables

/// A picture that can be made from a corpus.
public struct PlotRecipe: Sendable {
  /// The name on the command line and of the exported file, for example `gap-map`.
  public let name: String
  /// What it shows, in a few words.
  public let title: String
  /// Makes the picture, of everything or of one condition; `nil` when there is nothing to draw.
  public let picture: @Sendable (Corpus, Audit, _ about: String?) throws -> Picture?

  /// Creates a recipe.
  public init(
    name: String, title: String,
    picture: @escaping @Sendable (Corpus, Audit, _ about: String?) throws -> Picture?
  ) {
    self.name = name
    self.title = title
    self.picture = picture
  }

  /// Every picture; a new one is one line here and one file beside the others in `OnusTables/Plots`.
  public static let all: [PlotRecipe] = [
    PlotRecipe(name: "gap-map", title: "Where there is evidence, and where there is none") {
      corpus, _, about in
      try gapMap(of: corpus, about, by: .designs, title: "Evidence gap map: conditions by kinds of study")
    },
    PlotRecipe(name: "gap-map-interventions", title: "What has been studied for each condition") {
      corpus, _, about in
      try gapMap(
        of: corpus, about, by: .interventions, title: "Evidence gap map: conditions by interventions")
    },
    PlotRecipe(name: "timeline", title: "Claims against evidence over time") { corpus, audit, about in
      let line = EvidenceTimeline(claims: audit.attached(to: try corpus.catalogue.claims(about: about)))
      return line.rows.isEmpty ? nil : line.picture()
    },
    PlotRecipe(name: "harvest", title: "Studies by direction of effect and condition") { corpus, _, about in
      let plot = HarvestPlot(studies: try corpus.catalogue.studies(about: about))
      return plot.rows.isEmpty ? nil : plot.picture()
    },
    PlotRecipe(name: "directions", title: "Directions of effect by study") { corpus, _, about in
      let plot = EffectDirectionPlot(studies: try corpus.catalogue.studies(about: about))
      return plot.rows.isEmpty ? nil : plot.picture()
    },
    PlotRecipe(name: "risk-of-bias", title: "Risk of bias by study and domain (traffic light)") {
      corpus, _, about in
      let matrix = RiskOfBiasMatrix(studies: try corpus.catalogue.studies(about: about))
      return matrix.sections.isEmpty ? nil : RiskOfBiasTrafficLight(matrix).picture()
    },
    PlotRecipe(name: "risk-of-bias-summary", title: "Risk of bias of all studies together, by domain") {
      corpus, _, about in
      let matrix = RiskOfBiasMatrix(studies: try corpus.catalogue.studies(about: about))
      return matrix.sections.isEmpty ? nil : RiskOfBiasSummary(matrix).picture()
    },
    PlotRecipe(name: "flow", title: "Flow of records through reviews (PRISMA 2020)") { corpus, _, about in
      let flows = try corpus.catalogue.reviews(about: about).map(ReviewFlow.init)
      return flows.isEmpty ? nil : FlowDiagram(flows).picture()
    },
  ]

  private static func gapMap(
    of corpus: Corpus, _ about: String?, by columns: EvidenceGapMap.Columns, title: String
  ) throws -> Picture? {
    let map = EvidenceGapMap(
      claims: try corpus.catalogue.claims(about: about), studies: try corpus.catalogue.studies(about: about),
      syntheses: try corpus.catalogue.syntheses(about: about), by: columns, title: title)
    return map.rows.isEmpty || map.columns.isEmpty ? nil : map.picture()
  }
}
