import ArgumentParser
import Onus

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the records of a corpus that look alike and that a person has to look at.",
    discussion: """
      Records that stand for one document are united when a corpus is read. What the rules cannot decide is \
      listed here; onus unlink and onus link write the decision into \(Corpus.decisionFile) of the corpus. The \
      rules are printed by onus help dedupe.
      """)

  @OptionGroup var corpus: CorpusOptions

  @Flag(help: "List also what has been united, and what is related.")
  var all = false

  func run() throws {
    try reporting {
      let pairs = try corpus.read().catalogue.duplicates(onlyQuestions: !all)
      for pair in pairs {
        try Console.write(
          """
          \(pair.grade) (\(pair.rule)): \(pair.facts.joined(separator: ", "))
            \(pair.first.id): \(Self.line(pair.first))
            \(pair.second.id): \(Self.line(pair.second))

          """)
      }
      let noun = all ? "decision" : "question"
      Console.note(pairs.isEmpty ? "no \(noun)s" : "\(pairs.count) \(noun)\(pairs.count == 1 ? "" : "s")")
    }
  }

  private static func line(_ reference: Reference) -> String {
    let place = reference.location.map { " [\($0)]" } ?? ""
    let parts = [
      reference.authors.first?.citationName, reference.title, reference.container?.title,
      reference.year.map(String.init), reference.volume, reference.pages?.printed,
    ]
    return parts.compactMap { $0 }.joined(separator: ". ") + place
  }
}

/// What is common to the decisions about records.
struct DecisionOptions: ParsableArguments {
  @Argument(help: "Identifiers of the records, for example pmid:18728058.")
  var records: [String]

  @Option(help: "Why, in a sentence that is kept with the decision.")
  var because: String

  @OptionGroup var corpus: CorpusOptions

  func decide(areSame: Bool) throws {
    let identifiers = try records.map { text in
      guard let identifier = Identifier(parsing: text) else {
        throw ValidationError(
          "\(text) is no identifier; it looks like pmid:18728058 or doi:10.1002/ana.22006")
      }
      return Located(identifier)
    }
    try reporting {
      let read = try corpus.read()
      try read.add(DuplicateDecision(records: identifiers, areSame: areSame, reason: because))
      Console.note(
        "written into \(corpus.corpus)/\(Corpus.decisionFile): \(records.joined(separator: ", ")) "
          + (areSame ? "stand for one document" : "are documents of their own"))
    }
  }
}

struct Link: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes down that records of a corpus stand for one document.")

  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(areSame: true) }
}

struct Unlink: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes down that records of a corpus do not stand for one document.")

  @OptionGroup var decision: DecisionOptions

  func run() throws { try decision.decide(areSame: false) }
}
