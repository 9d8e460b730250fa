internal import OnusModel

/// The shapes of everything that a corpus file may hold.
enum CorpusGrammar {
  /// The whole file.
  static let file = Shape.mapping([
    .init("sources", .entries("source", source), "Documents in which claims appear."),
    .init(
      "conditions", .entries("condition", condition), "Local conditions, and further names of MeSH headings."),
    .init("interventions", .entries("intervention", intervention), "What is done to or taken by people."),
    .init("studies", .entries("study", study), "Studies and their facts."),
    .init(
      "claims", .entries("claim", claim), "Statements to be checked, and the evidence that bears on them."),
    .init(
      "syntheses", .entries("synthesis", synthesis), "Results that belong together, and judgements of them."),
    .init("reviews", .entries("review", review), "Systematic reviews: searches and decisions about records."),
    .init("checks", .entries("check", setting), "What is settled for checks in the corpus or in some files."),
    .init(
      "duplicates", .entries("decision", duplicate), "What is decided about records that look alike."),
  ])

  static let duplicate = Shape.mapping([
    .init("same", .list(identifier), "Records that stand for one document, for example pmid:18728058."),
    .init("apart", .list(identifier), "Records of which no two stand for one document."),
    .init("because", .text, required: true, "Why."),
  ])

  static let source = Shape.mapping([
    .init("title", .text, required: true, "The title, or a description of an untitled document."),
    .init("author", .list(.text), "Who wrote it."),
    .init("kind", words(Source.Kind.self), required: true, "What sort of document it is."),
    .init("venue", .text, "Where it was published."),
    .init("published", .reported(date), "When it was published: 2017, 2017-03 or 2017-03-28."),
    .init("url", .text, "Its web address."),
    .init("paragraphs", .count, "How many paragraphs it has."),
    .init("interests", .text, "What its author or publisher has to gain."),
    .init("reference", identifier, "Its record in the bibliographies."),
    .init("note", .text, "Anything else."),
  ])

  static let condition = Shape.mapping([
    .init("name", .text, required: true, "The condition's name."),
    .init("mesh", meshUI, "The MeSH heading that the names belong to."),
    .init("broader", .list(.text), "Conditions that include this one."),
    .init("synonyms", .list(.text), "Other names."),
    .init(
      "abbreviations", .list(.text), "Short forms, looked for in text as whole words and with their case."),
    .init("from", .text, "Where the names come from."),
    .init("note", .text, "Anything else."),
  ])

  static let intervention = Shape.mapping([
    .init("name", .text, required: true, "The intervention's name."),
    .init("synonyms", .list(.text), "Other names."),
    .init("abbreviations", .list(.text), "Short forms."),
    .init("dose", .text, "The usual dose."),
    .init("broader", .list(.text), "Interventions that include this one."),
    .init("note", .text, "Anything else."),
  ])

  static let study = Shape.mapping([
    .init("name", .text, required: true, "The short name shown in tables, for example \"Gironi 2008\"."),
    .init("title", .text, "What people call it."),
    .init("reports", .list(identifier), "Its reports, the primary one first, for example pmid:18728058."),
    .init("registrations", .list(.text), "Register numbers, for example NCT00501696."),
    .init("design", design, required: true, "One of the study designs."),
    .init("blinding", .reported(words(Study.Blinding.self)), "How many parties were blinded."),
    .init("conditions", .list(.text), "The conditions studied."),
    .init("interventions", .list(.text), "The interventions studied."),
    .init("comparator", .reported(.text), "What it was compared with; none without a control group."),
    .init("dose", .reported(.text), "The dose and its schedule."),
    .init("participants", .reported(.text), "Who took part."),
    .init("setting", .reported(.text), "Where it was done."),
    .init("sample", .reported(.scalarOr(.count, sample)), "How many took part."),
    .init("duration", .reported(.scalarOr(duration, durations)), "How long it lasted, for example 8 weeks."),
    .init("outcomes", outcomes, "What was to be measured."),
    .init("results", .entries("result", result), "What was found."),
    .init("harms", .list(.text), "Harms it reports."),
    .init("includes", .list(.text), "In a review, the studies of the corpus that it includes."),
    .init("funding", .reported(.text), "Who paid."),
    .init("interests", .reported(.text), "Interests that its authors declare."),
    .init("risk-of-bias", .list(riskOfBias), "How it can be biased, as people have judged."),
    .init("limitations", .list(.text), "What limits it."),
    .init("notes", .list(.text), "Anything else."),
    .init("published", date, "When it was published, for a study without a report."),
    .init("checks", .entries("check", ownSetting), "What is settled for checks of this study."),
    .init(
      "basis", .scalarOr(basis, bases), "How the facts are known: \"stated, WHERE\" or \"inferred, WHY\"."),
    .init("also", .list(otherValue), "Values of facts that other sources give."),
  ])

  static let sample = Shape.mapping(
    SampleSize.Stage.allCases.map { stage in
      .init(stage.rawValue, .reported(.count), "How many were \(stage.rawValue).")
    } + [
      .init("studies", .reported(.count), "In a review, how many studies it includes."),
      .init("arms", .entries("arm", .scalarOr(.count, arm)), "The counts of each arm."),
    ])

  static let arm = Shape.mapping(
    SampleSize.Stage.allCases.map { stage in
      .init(stage.rawValue, .reported(.count), "How many of the arm were \(stage.rawValue).")
    })

  static let durations = Shape.mapping([
    .init("treatment", .reported(duration), "The treatment of one person, or of one period of a crossover."),
    .init("follow-up", .reported(duration), "The time people were followed."),
    .init("study", .reported(duration), "The whole study."),
  ])

  static let outcomes = Shape.mapping([
    .init("primary", .list(.text), "Outcomes named as primary."),
    .init("secondary", .list(.text), "Outcomes named as secondary."),
  ])

  static let result = Shape.mapping([
    .init("outcome", .text, required: true, "What was measured."),
    .init("role", words(StudyResult.Role.self), "Its standing in the study's plan."),
    .init("surrogate-for", .text, "What it only stands for, for example attacks of gout for serum urate."),
    .init("at", .text, "When it was measured."),
    .init("measure", .text, "The scale or instrument."),
    .init(
      "items", ordinal,
      "Of how many whole numbers a person's value is the mean; 1 for a count or a score in whole points."),
    .init("comparison", words(StudyResult.Comparison.self), "What is compared."),
    .init("arms", .entries("arm", resultArm), "The figures of each arm."),
    .init("events", events, "How many of how many, for example 1 of 40."),
    .init("percent", number, "A percentage as printed, without its sign."),
    .init("effect", effect, "The effect estimate, for example HR 0.76."),
    .init("interval", interval, "Its confidence interval, for example 0.59 to 0.98."),
    .init("level", level, "The confidence level in percent; 95 when not given."),
    .init("p", pValue, "The p value, for example = 0.04."),
    .init("direction", words(StudyResult.Direction.self), "Where the result points."),
    .init("finding", .text, "What was found, in one sentence."),
    .init("basis", basis, "How the result is known."),
  ])

  static let resultArm = Shape.mapping([
    .init("events", .count, "How many had the event."),
    .init("n", .count, "How many were counted."),
    .init("percent", number, "The percentage of them that had it, as printed, without its sign."),
    .init("mean", number, "The mean, as printed."),
    .init("sd", number, "The standard deviation, as printed."),
  ])

  static let riskOfBias = Shape.mapping([
    .init(
      "tool", .text, required: true,
      "The instrument: \(BiasInstrument.all.map(\.name).joined(separator: ", ")), or one of your own."),
    .init("outcome", .text, "The outcome that is judged, where it is not the study as a whole."),
    .init("by", .text, "Who judged."),
    .init("source", identifier, "Where the judgement was published."),
    .init(
      "domains", .named("domain", .scalarOr(.text, judgement)),
      "The judgement of each domain, by its number or its name."),
    .init("overall", .scalarOr(.text, judgement), "The judgement of all domains together."),
  ])

  private static let judgement = Shape.mapping([
    .init("judgement", .text, required: true, "The judgement, in the instrument's words."),
    .init("because", .text, "Why."),
  ])

  static let bases = Shape.mapping(
    [.init("default", basis, "How every other fact is known.")]
      + Study.factPaths.map { .init($0, basis, "How this fact is known.") })

  static let otherValue = Shape.mapping([
    .init("fact", .text, required: true, "Which fact, for example sample.randomized."),
    .init("value", .text, required: true, "The other value."),
    .init("basis", basis, required: true, "How the other value is known."),
  ])

  static let claim = Shape.mapping([
    .init("statement", .text, required: true, "The statement, in your own words."),
    .init("kind", words(Claim.Kind.self), required: true, "What sort of statement it is."),
    .init("wording", words(Claim.Wording.self), "How strongly it is worded; plain when not given."),
    .init("conditions", .list(.text), "The conditions it is about."),
    .init("topics", .list(.text), "Subjects that are not health conditions."),
    .init("interventions", .list(.text), "The interventions it is about."),
    .init("comparator", .text, "What it compares with."),
    .init("outcome", .text, "The outcome it speaks of."),
    .init("direction", words(Claim.Direction.self), "Where it says the effect points."),
    .init("appears", .list(appearance), "Where the claim is made."),
    .init("asserts", assertions, "What the source itself says of the study it cites."),
    .init("cites", .list(.text), "The studies that the source cites for it."),
    .init("evidence", .list(link), "How studies bear on it."),
    .init("searched", .list(search), "Searches that found no study."),
    .init("verdict", verdict, "Where an editor says that the claim stands."),
    .init("checks", .entries("check", ownSetting), "What is settled for checks of this claim."),
    .init("note", .text, "Anything else."),
  ])

  static let appearance = Shape.mapping([
    .init("in", .text, required: true, "The id of the source."),
    .init("paragraph", ordinal, "The paragraph, counted from 1."),
    .init("page", .text, "The page, as printed."),
    .init("section", .text, "The section's heading."),
    .init("characters", span, "The span in Unicode scalars from 0, its end excluded, for example 257-344."),
    .init("date", date, "When the claim was made there."),
  ])

  static let assertions = Shape.mapping([
    .init("sample", .count, "How many people."),
    .init("duration", duration, "How long."),
    .init("design", design, "Which design."),
    .init("events", events, "How many of how many had an event."),
    .init("percent", number, "A percentage, as printed."),
    .init("p", pValue, "A p value."),
    .init("comparator", .text, "What it was compared with."),
    .init("outcome", .text, "What was measured."),
  ])

  static let link = Shape.mapping([
    .init("study", .text, required: true, "The id of the study."),
    .init("result", .text, "The id of the result within the study."),
    .init("stance", words(EvidenceLink.Stance.self), required: true, "Which way the evidence points."),
    .init("directness", words(EvidenceLink.Directness.self), "How close it is; direct when not given."),
    .init("because", .text, required: true, "Why it bears on the claim in this way."),
    .init("quote", .text, "Words of the title or abstract of the study's report, exactly as they stand."),
  ])

  static let verdict = Shape.mapping([
    .init("standing", words(Standing.self), required: true, "Where the claim stands."),
    .init("because", .text, required: true, "Why."),
  ])

  static let ownSetting = Shape.mapping(settingFields)

  static let setting = Shape.mapping(
    settingFields + [
      .init("in", .list(.text), "The files or folders of the corpus that it holds for; all when not given.")
    ])

  private static let settingFields: [Shape.Field] = [
    .init(
      "severity", .word(["off"] + Diagnostic.Severity.allCases.map(\.rawValue)), required: true,
      "How much its findings weigh; off to hear nothing of them."),
    .init("because", .text, required: true, "Why."),
  ]

  static let search = Shape.mapping([
    .init("for", .text, required: true, "What was looked for."),
    .init("found", .text, required: true, "What was found: nothing, or a description."),
    .init("where", .text, "Where it was looked for."),
    .init("on", date, "When."),
  ])
}

extension CorpusGrammar {
  static func words<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> Shape
  where Word.RawValue == String {
    .word(type.allCases.map(\.rawValue))
  }

  static let date = Shape.form(
    "a date such as 2017, 2017-03 or 2017-03-28", pattern: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
  ) { PartialDate(iso8601: $0) != nil }

  static let duration = Shape.form(
    "a duration such as \"8 weeks\" or \"6 months\"", pattern: "[dDwWmMyY]"
  ) { StudyDuration(parsing: $0) != nil }

  static let number = Shape.form("a number", pattern: "^[-+−]?[0-9.]+$") { parseNumber($0) != nil }

  static let level = Shape.form("a number between 0 and 100", pattern: "^[0-9.]+$") {
    parseNumber($0).map { (0...100).contains($0) && $0 > 0 && $0 < 100 } ?? false
  }

  static let ordinal = Shape.form("a whole number from 1", pattern: "^[1-9][0-9]*$") { text in
    Int(text).map { $0 > 0 } ?? false
  }

  static let identifier = Shape.form(
    "an identifier such as pmid:18728058 or doi:10.1002/ana.22006", pattern: ":|/"
  ) { Identifier(parsing: $0) != nil }

  static let meshUI = Shape.form("a MeSH unique identifier such as D009103", pattern: "^[DC][0-9]+$") {
    text in
    guard let first = text.first, "DC".contains(first) else { return false }
    return text.count > 1 && text.dropFirst().allSatisfy(\.isASCIIDigit)
  }

  static let basis = Shape.form(
    "\"stated, WHERE\" or \"inferred, WHY\"", pattern: "^(stated|inferred)([,:;]|$)"
  ) { FactBasis(parsing: $0) != nil }

  static let events = Shape.form("figures such as \"1 of 40\"", pattern: "^[0-9]+ *(of|/) *[0-9]+$") {
    StudyResult.Events(parsing: $0) != nil
  }

  static let effect = Shape.form("a measure and a number such as \"HR 0.76\"", pattern: "[0-9]$") {
    StudyResult.Effect(parsing: $0) != nil
  }

  static let interval = Shape.form("two numbers such as \"0.59 to 0.98\"", pattern: " to ") {
    StudyResult.Interval(parsing: $0) != nil
  }

  static let pValue = Shape.form("a p value such as \"= 0.04\" or \"< 0.001\"", pattern: "[0-9.]+$") {
    StudyResult.PValue(parsing: $0) != nil
  }

  static let span = Shape.form("a span such as 257-344", pattern: "^[0-9]+-[0-9]+$") {
    CorpusDocument.span($0) != nil
  }

  static let design = Shape.word(StudyDesign.all.flatMap { $0.label == $0.id ? [$0.id] : [$0.label, $0.id] })
}
