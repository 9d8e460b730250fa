public import OnusCatalogue
internal import OnusModel
public import OnusTables

/// A table that can be made from a catalogue.
public struct TableRecipe: Sendable {
  /// The name on the command line and of the exported files, for example `claims`.
  public let name: String
  /// What it shows, in a few words.
  public let title: String
  /// Makes the table, of everything or of one condition.
  public let table: @Sendable (Catalogue, _ about: String?) throws -> EvidenceTable

  /// Creates a recipe.
  public init(
    name: String, title: String,
    table: @escaping @Sendable (Catalogue, _ about: String?) throws -> EvidenceTable
  ) {
    self.name = name
    self.title = title
    self.table = table
  }

  /// Every table; a new one is one line here and one file beside the others in `OnusTables`.
  public static let all: [TableRecipe] = [
    TableRecipe(name: "claims", title: "Claims and the evidence that bears on them") { catalogue, about in
      .claims(try catalogue.claims(about: about))
    },
    TableRecipe(name: "matrix", title: "Claims by studies, with the stance of each study") {
      catalogue, about in
      .matrix(try catalogue.claims(about: about))
    },
    TableRecipe(name: "characteristics", title: "Characteristics of the studies") { catalogue, about in
      .characteristics(try catalogue.studies(about: about))
    },
    TableRecipe(name: "results", title: "Results by study and outcome") { catalogue, about in
      .results(try catalogue.studies(about: about))
    },
    TableRecipe(name: "references", title: "Bibliography with identifiers and status") { catalogue, about in
      .references(try catalogue.references(about: about))
    },
    TableRecipe(name: "conditions", title: "Claims, studies and participants by condition") {
      catalogue, about in
      .conditions(claims: try catalogue.claims(about: about), studies: try catalogue.studies(about: about))
    },
  ]
}
