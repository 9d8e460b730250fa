import OnusCatalogue
import OnusModel

extension Benchmark {
  /// How long questions to a catalogue file take.
  static let questions = Benchmark(
    name: "questions", title: "Questions to a catalogue file: identifiers, conditions, words"
  ) { input in
    let catalogue = try Catalogue(path: input.folder + "/questions.sqlite")
    let file = PubMedFile(path: input.file, copies: input.copies)
    var sample: [Identifier] = []
    var uses: [String: Int] = [:]
    let (_, loading) = try Elapsed.during {
      try catalogue.load { add in
        try file.forEachBatch { batch in
          for reference in batch {
            for heading in reference.headings { uses[heading.descriptor.term.ui ?? "", default: 0] += 1 }
          }
          sample += stride(from: 7, to: batch.count, by: 97).compactMap { batch[$0].identifiers.last }
          try add(batch)
        }
      }
    }
    let references = try catalogue.counts().references
    // One class over the 318 headings that together have about 80,000 uses in a million references.
    var conditions = [Condition(id: Key("all"), name: "everything below", treeNumbers: ["C01"])]
    let wanted = references * 90 / 1_000
    var total = 0
    for (index, use) in uses.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }).enumerated()
    where use.value >= wanted / 600 && conditions.count <= 318 && total < wanted {
      total += use.value
      conditions.append(
        Condition(id: Key(use.key), name: "heading \(index)", treeNumbers: ["C01.\(100 + conditions.count)"]))
    }
    try expect(try catalogue.add(Entries(conditions: conditions)).isEmpty, "the conditions are not clean")
    var figures = [Figure("references", "\(references)"), Figure("loaded in", loading.description)]
    figures.append(
      Figure(
        "reference by identifier",
        try Elapsed.median(of: sample.count) { run in
          let found = try catalogue.reference(for: sample[run * 7919 % sample.count])
          try expect(found != nil, "a reference is not found")
        }.description))
    let count = try catalogue.referenceCount(about: "all")
    figures.append(
      Figure(
        "count of \(count) by condition, \(conditions.count) conditions",
        try Elapsed.median(of: 9) { _ in
          try expect(try catalogue.referenceCount(about: "all") == count, "the count changes")
        }.description))
    figures.append(
      Figure(
        "newest 50 of them",
        try Elapsed.median(of: 9) { _ in
          let newest = try catalogue.newestReferences(about: "all", limit: 50)
          try expect(newest.count == min(50, count), "not 50")
          try expect(zip(newest, newest.dropFirst()).allSatisfy { $0.year ?? 0 >= $1.year ?? 0 }, "order")
        }.description))
    for words in ["patients", "treatment", "dose", "naloxone", "blood pressure", "clinical trial", "zebra"] {
      let hits = try catalogue.referenceCount(matching: .text(words))
      for condition in [nil, "all"] {
        figures.append(
          Figure(
            "best 20 of \(hits) with \"\(words)\"" + (condition == nil ? "" : " and the condition"),
            try Elapsed.median(of: 5) { _ in
              let best = try catalogue.references(withText: words, about: condition)
              try expect(condition != nil || best.count == min(20, hits), "not 20")
            }.description))
      }
    }
    return figures
  }
}
