import OnusModel
import OnusTables

/// Two studies with every kind of cell, small enough to be compared as whole texts.
let smallTable = EvidenceTable(
  id: "small", title: "Two trials",
  columns: [
    .init("study", "Study", isRowHeader: true),
    .init("sample", "People", details: ["enrolled"], kind: .integer),
    .init("duration", "Duration", kind: .duration),
    .init("stance", "Stance", kind: .stance),
    .init("comments", "Comments"),
  ],
  rows: [
    .init(
      id: "gironi-2008", group: "No control",
      cells: [
        .init(.link("Gironi 2008", to: "https://pubmed.ncbi.nlm.nih.gov/18728058/")),
        .init(.integer(40), footnotes: ["Five left early."]),
        .init(.duration("6 months", iso8601: "P6M", days: 182.625)),
        .init(.symbol("▲", word: "supports")),
        .init(.notReported),
      ], location: SourceLocation(file: "ldn/studies.yaml", line: 12, column: 3)),
    .init(
      id: "sharafaddinzadeh-2010", group: "Randomized",
      cells: [
        .init(.text("Sharafaddinzadeh 2010")),
        .init(.integer(96)),
        .init(.duration("8 weeks per period", iso8601: "P8W", days: 56)),
        .init(.symbol("▼", word: "contradicts"), footnotes: ["Crossover.", "Five left early."]),
        .init(.list([.init(label: "Scale", "MSQoL-54"), "second line"])),
      ]),
  ],
  notes: ["Counts are people."])

/// Strings that have broken table writers before.
let hostileTexts = [
  "a,b", "say \"yes\"", "a|b", "R&D", "<script>alert(1)</script>", "snake_case", "50% off", "back\\slash",
  "two\nlines", "=1+1", "-1+1", "-0.34", "+1", "@x", "\ttab", "שלום עולם", "👩‍⚕️ ⊕⊕◯◯", "低用量ナルトレキソン",
  "$x$", "`code`", "{brace}", "~tilde^", "#1", "[link](javascript:alert(1))", "a\u{1B}[31mred", "",
  "\u{202E}reversed", "' OR 1=1", "&amp;", "p < 0.001 — “quoted” …", "\r\nwindows",
]

/// A table whose every text is hostile.
let hostileTable = EvidenceTable(
  id: "hostile", title: "a & b < c | \"d\" %_\\",
  columns: [
    .init("key", "Heading | & <b> _", details: ["n = 1 & 2"], group: "Group & co", isRowHeader: true),
    .init("value", "Value", group: "Group & co"), .init("absent", "Absent", kind: .duration),
  ],
  rows: hostileTexts.enumerated().map { index, text in
    .init(
      id: "row-\(index)", group: index < 5 ? "<first> & _group_" : "second | group",
      cells: [
        .init(.text(text), footnotes: index.isMultiple(of: 2) ? [.init("footnote \(text)")] : []),
        .init(.list([.init(text), .init([.init(text, link: "javascript:x(\(index))", isStrong: true)])])),
        .init(.absent),
      ])
  }, notes: hostileTexts)

/// A table with no rows at all.
let emptyTable = EvidenceTable(
  id: "empty", title: "Nothing", columns: [.init("study", "Study", isRowHeader: true)], rows: [])

extension EvidenceTable {
  /// The table as text in a writer's format; nothing when the writer fails.
  func text(as writer: Writer) -> String {
    String(decoding: (try? rendered(as: writer)) ?? [], as: UTF8.self)
  }
}
