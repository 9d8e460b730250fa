public import OnusModel

/// A catalogue to look around in: one page with claims, evidence, a matrix, studies and plots.
///
/// The page needs nothing but itself: no network, no server, no library. Without scripts it still shows every
/// claim with its evidence.
public struct Explorer: Sendable {
  /// A drawing to show, as a plot writer made it.
  public struct Plot: Hashable, Sendable {
    /// What it shows, in a few words.
    public var title: String
    /// The drawing: one `svg` element, which may have an XML declaration before it.
    public var svg: String
    /// Where the drawing is as a file of its own, relative to the page.
    public var address: String?

    /// Creates a plot.
    public init(title: String, svg: String, address: String? = nil) {
      self.title = title
      self.svg = svg
      self.address = address
    }
  }

  /// The heading of the page.
  public var title: String
  /// The claims, in the order in which they stand before somebody sorts them.
  public var claims: [CataloguedClaim]
  /// The studies, linked from a claim or not.
  public var studies: [CataloguedStudy]
  /// The conditions and interventions that can be asked for, with their names and what is broader.
  public var vocabulary: Vocabulary
  /// The drawings, in the order in which they are shown.
  public var plots: [Plot]
  /// What the corpus holds, in a few words.
  public var census: String?

  /// Creates an explorer.
  ///
  /// - Parameters:
  ///   - title: The heading of the page.
  ///   - claims: The claims with their evidence, and with what the checks say.
  ///   - studies: The studies; those that only a claim names are added.
  ///   - vocabulary: What is broader than what; conditions and interventions that nothing names are left out.
  ///   - plots: The drawings.
  ///   - census: What the corpus holds, in a few words.
  public init(
    title: String = "Evidence explorer", claims: [CataloguedClaim], studies: [CataloguedStudy] = [],
    vocabulary: Vocabulary = Vocabulary(), plots: [Plot] = [], census: String? = nil
  ) {
    self.title = title
    self.claims = claims
    self.studies = studies
    self.vocabulary = vocabulary
    self.plots = plots
    self.census = census
  }
}
