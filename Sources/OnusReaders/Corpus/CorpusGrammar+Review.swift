internal import OnusModel

extension CorpusGrammar {
  static let review = Shape.mapping([
    .init("title", .text, required: true, "Its title."),
    .init("conditions", .list(.text), "The conditions it is about."),
    .init("registration", .text, "Where it was registered, or its protocol published."),
    .init("previous", size, "What an earlier version of the review included."),
    .init("searches", .list(reviewSearch), "Where records were looked for."),
    .init("removed", removed, "Records that were removed before screening."),
    .init("databases", stageCounts, "Numbers of the records of databases and registers."),
    .init("other-methods", stageCounts, "Numbers of the records that were found in other ways."),
    .init("included", size, "The new studies that are included."),
    .init("meta-analysis", size, "The studies in its meta-analysis."),
    .init("screening", .list(screening), "What people have decided of records."),
  ])

  private static let size = Shape.mapping([
    .init("studies", .count, "How many studies."),
    .init("reports", .count, "How many reports of them."),
  ])

  private static let reviewSearch = Shape.mapping([
    .init("in", .text, required: true, "Its name, for example MEDLINE (Ovid)."),
    .init("kind", words(Review.Search.Kind.self), required: true, "What kind of place it is."),
    .init("on", date, "When it was searched."),
    .init("query", .text, "The words of the search."),
    .init("records", .count, "How many records it gave, where they are not counted from the files."),
    .init("files", .list(.text), "The files of the corpus that hold its records."),
  ])

  private static let removed = Shape.mapping([
    .init("duplicates", .count, "Duplicates, where they are not counted from the files."),
    .init("automation", .count, "Records that a program held for ineligible."),
    .init("other", .count, "Records removed for other reasons."),
  ])

  private static let stageCounts = Shape.mapping([
    .init("screened", .count, "Records whose titles and abstracts were read."),
    .init("excluded", .count, "Records that were excluded by title and abstract."),
    .init("sought", .count, "Reports that were sought."),
    .init("not-retrieved", .count, "Reports that could not be had."),
    .init("assessed", .count, "Reports that were read in full."),
    .init(
      "excluded-reports", .named("reason", .count), "Reports excluded after reading, by reason."),
  ])

  private static let screening = Shape.mapping([
    .init("records", .list(identifier), required: true, "The records, for example pmid:18728058."),
    .init("stage", words(ScreeningDecision.Stage.self), required: true, "What was read."),
    .init("decision", words(ScreeningDecision.Verdict.self), required: true, "What was decided."),
    .init("because", .text, "Why; every exclusion by the full text needs a reason."),
    .init("by", .text, "Who decided."),
    .init("agreed", .word(["yes", "no"]), "Whether it settles what people had decided differently."),
  ])
}
