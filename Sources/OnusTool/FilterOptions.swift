import ArgumentParser
import Onus

/// The message about a value that is not one of its kind: what was meant, or what there is.
func noSuch(_ subject: String, _ text: String, among words: [String]) -> String {
  if let near = nearest(to: text, among: words).first {
    return "there is no \(subject) \"\(text)\"; did you mean \"\(near)\"?"
  }
  return "there is no \(subject) \"\(text)\"; there are \(words.joined(separator: ", "))"
}

/// Which claims, studies or references a question is about.
struct FilterOptions: ParsableArguments {
  @Option(help: "A condition: a name, an entry term, an abbreviation or a MeSH identifier.")
  var about: String?

  @Flag(help: "Only the condition itself: neither narrower conditions nor classes that cover it.")
  var exact = false

  @Option(help: "A study design, for example \"randomized crossover trial\"; \"randomized\" for any of them.")
  var design: String?

  @Option(help: "The weakest design, by OCEBM 2011 level.")
  var minDesign: String?

  @Option(help: "The smallest number of people in a study.")
  var minSample: Int?

  @Option(help: "The shortest treatment, for example \"8 weeks\" or 8w.")
  var minDuration: String?

  @Option(help: "The shortest follow-up, for example \"1 year\" or 1y.")
  var minFollowUp: String?

  @Option(help: "A stance: \(EvidenceLink.Stance.allCases.map(\.rawValue).joined(separator: ", ")).")
  var stance: String?

  @Option(help: "A kind of claim: \(Claim.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: String?

  @Option(help: "The weakest wording: \(Claim.Wording.allCases.map(\.rawValue).joined(separator: ", ")).")
  var minWording: String?

  @Option(help: "An intervention: an id, a name or an abbreviation.")
  var intervention: String?

  @Option(help: "The id of the source in which a claim appears.")
  var source: String?

  @Option(help: "A year, or two joined by a hyphen: 2008 or 2008-2012.")
  var year: String?

  @Option(help: "Words that occur in the text.")
  var text: String?

  func validate() throws { _ = try filter() }

  /// The filter that the options stand for.
  ///
  /// - Throws: A `ValidationError` for a value that is not one of its kind.
  func filter() throws -> Filter {
    var parts: [Filter] = []
    if let design { parts.append(try Self.designs(named: design)) }
    if let minDesign { parts.append(.design(atLeast: try Self.design(named: minDesign))) }
    if let minSample { parts.append(.sampleSize(atLeast: minSample)) }
    if let minDuration { parts.append(.duration(atLeast: try Self.duration(minDuration))) }
    if let minFollowUp { parts.append(.followUp(atLeast: try Self.duration(minFollowUp))) }
    if let stance { parts.append(.stance(try Self.word(stance, "stance"))) }
    if let kind { parts.append(.kind(try Self.word(kind, "kind of claim"))) }
    if let minWording { parts.append(.wording(atLeast: try Self.word(minWording, "wording"))) }
    if let intervention { parts.append(.intervention(intervention)) }
    if let source { parts.append(.source(Source.ID(source))) }
    if let year { parts.append(.year(try Self.years(year))) }
    if let text { parts.append(.text(text)) }
    return parts.reduce(.all) { $0 && $1 }
  }

  private static func designs(named name: String) throws -> Filter {
    let isFamily = ["randomized", "randomised"].contains(name.lowercased())
    guard isFamily else { return .design(try design(named: name)) }
    let family = StudyDesign.all.filter(\.isRandomized).map { Filter.design($0) }
    return family.dropFirst().reduce(family[0]) { $0 || $1 }
  }

  private static func design(named name: String) throws -> StudyDesign {
    if let design = StudyDesign(named: name) { return design }
    throw ValidationError(noSuch("design", name, among: ["randomized"] + StudyDesign.all.map(\.label)))
  }

  private static func duration(_ text: String) throws -> StudyDuration {
    if let duration = StudyDuration(parsing: text) { return duration }
    throw ValidationError("\"\(text)\" is not a duration such as \"8 weeks\" or 8w")
  }

  private static func word<Word: CaseIterable & RawRepresentable>(_ text: String, _ subject: String) throws
    -> Word
  where Word.RawValue == String {
    let spaced = String(text.map { $0 == "-" || $0 == "_" ? " " : $0 })
    if let word = Word(rawValue: text) ?? Word(rawValue: spaced) { return word }
    throw ValidationError(noSuch(subject, text, among: Word.allCases.map(\.rawValue)))
  }

  private static func years(_ text: String) throws -> ClosedRange<Int> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2, first <= last {
      return first...last
    }
    throw ValidationError("\"\(text)\" is not a year, nor two years joined by a hyphen")
  }
}
