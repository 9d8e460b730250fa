import ArgumentParser
import Onus

struct Pool: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Pools the effects of studies in a table, and tells how much they differ.",
    discussion: """
      The table has a row for each study, and a first row that names the columns:

      \(PooledStudy.columns.map { "  \($0.names[0]): \($0.meaning)" }.joined(separator: "\n"))

      Other names in use are understood as well, such as those of metafor and of meta. The first group is the \
      one that was treated. Effects and errors are on the scale of pooling, logarithms of ratios; estimates \
      with their limits are as published.

      The measures: \
      \(EffectMeasure.allCases.map { "\($0.rawValue) (\($0.title))" }.joined(separator: ", ")).

      The methods: \(Self.methods.map { "\($0.name) (\($0.title))" }.joined(separator: ", ")).
      """)

  @Argument(help: "The table, with cells separated by commas, semicolons or tabs.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The measure of effect.", valueName: "measure"))
  var measure = "RR"

  @Option(help: ArgumentHelp("How effects are pooled.", valueName: "method"))
  var method = "REML"

  @Flag(help: "Widen the interval by the spread of the studies (Hartung and Knapp).")
  var hartungKnapp = false

  @Flag(help: "With --hartung-knapp, never make the interval narrower than the normal one.")
  var neverNarrower = false

  @Option(
    help: ArgumentHelp(
      """
      On what the interval of another study's effect rests: test (the distribution of the pooled effect's interval), \
      k-2 or k-1 (t with so many degrees of freedom).
      """, valueName: "distribution"))
  var prediction = PredictionMethod.asTest.rawValue

  @Option(help: ArgumentHelp("The coverage of intervals in per cent.", valueName: "percent"))
  var level = 95.0

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The form: \(Writer.all.map(\.name).joined(separator: ", ")), numbers (JSON with all digits), or svg or png (a forest plot).",
      valueName: "form"))
  var format: String?

  private static let methods: [(name: String, title: String, method: PooledAnalysis.Method)] =
    TauSquaredEstimator.allCases.map {
      ($0 == .common ? "common" : $0.rawValue, $0.title, .inverseVariance($0))
    } + [
      ("MH", "Mantel–Haenszel", .mantelHaenszel),
      ("MH-random", "DerSimonian–Laird about Mantel–Haenszel", .aboutMantelHaenszel), ("Peto", "Peto", .peto),
    ]

  private static let forms = Writer.all.map(\.name) + ["numbers"] + PictureForm.allCases.map(\.rawValue)

  @OptionGroup var pixels: PixelOptions

  @OptionGroup var destination: DestinationOptions

  /// The form of the forest plot; `nil` where none is asked for.
  private var picture: PictureForm? {
    guard let format else { return destination.pictureForm }
    return PictureForm(rawValue: format)
  }

  /// The form of the table; `nil` for the numbers alone.
  private var writer: Writer? {
    guard let format else { return destination.writer ?? .text }
    return Writer.named(format)
  }

  func validate() throws {
    let measures = EffectMeasure.allCases.map(\.rawValue)
    guard measures.contains(measure) else {
      throw ValidationError(noSuch("measure", measure, among: measures))
    }
    guard let chosen = Self.methods.first(where: { $0.name == method }) else {
      throw ValidationError(noSuch("method", method, among: Self.methods.map(\.name)))
    }
    try destination.checkBuilt(format)
    if let format, !Self.forms.contains(format) {
      throw ValidationError(noSuch("form", format, among: Self.forms))
    }
    if let picture { try destination.check(picture) } else if let writer { try destination.check(writer) }
    guard level > 0, level < 100 else { throw ValidationError("the level is between 0 and 100 per cent") }
    if neverNarrower, !hartungKnapp {
      throw ValidationError("--never-narrower goes with --hartung-knapp")
    }
    let predictions = PredictionMethod.allCases.map(\.rawValue)
    guard predictions.contains(prediction) else {
      throw ValidationError(noSuch("distribution", prediction, among: predictions))
    }
    if hartungKnapp, ["MH", "MH-random", "Peto", "common"].contains(method) {
      throw ValidationError(
        "--hartung-knapp needs a variance between studies, which \(method) does not estimate so")
    }
    if let measures = chosen.method.measures, !measures.map(\.rawValue).contains(measure) {
      throw ValidationError(
        chosen.method == .peto
          ? "Peto's method pools odds ratios: --measure PETO"
          : "Mantel–Haenszel pools RR, OR and RD, not \(measure)")
    }
  }

  func run() throws {
    try reporting {
      guard var measure = EffectMeasure(rawValue: measure),
        let method = Self.methods.first(where: { $0.name == method })?.method
      else { return }
      if method == .peto { measure = .petoOddsRatio }
      let studies = try PooledStudy.studies(in: CorpusFile(path: file, name: file), measure: measure)
      let plan = PooledAnalysis.Plan(
        measure, by: method,
        interval: neverNarrower ? .hartungKnappNeverNarrower : hartungKnapp ? .hartungKnapp : .normal,
        level: level / 100, prediction: PredictionMethod(rawValue: prediction) ?? .asTest)
      let analysis: PooledAnalysis
      do {
        analysis = try PooledAnalysis(studies, plan)
      } catch let problem as SynthesisProblem {
        throw Diagnostic(.error, "cannot-pool", "\(problem)", at: SourceLocation(file: file))
      }
      if let picture {
        return try destination.write(analysis.forestPlot().picture(), as: picture, width: pixels.width)
      }
      guard let writer else { return try destination.write(Array((analysis.json.pretty + "\n").utf8)) }
      try destination.write(analysis.table(), as: writer)
    }
  }
}
