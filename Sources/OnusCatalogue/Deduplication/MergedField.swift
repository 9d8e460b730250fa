internal import OnusModel

/// A field of merged records: how its values are told apart, which one is preferred, and how it is taken.
struct MergedField: Sendable {
  let name: String
  let preference: MergedReference.Preference
  /// The value as printed and as compared; `nil` where the record has none.
  let read: @Sendable (Reference) -> (text: String, key: [UInt8])?
  /// How full the value is.
  let fullness: @Sendable (Reference) -> Int
  /// Takes the value of the preferred record, or all values of all records.
  let take: @Sendable (_ preferred: Reference, _ all: [Reference], _ merged: inout Reference) -> Void

  /// A value with the records that give it, and the record in which it is fullest.
  struct Candidate {
    var text: String
    var records: [Int]
    var source: Int
    var fullness: Int
  }

  /// The values of a field, the preferred one first.
  func values(_ records: [Int], of references: [Reference]) -> [Candidate] {
    var candidates: [[UInt8]: Candidate] = [:]
    for record in records {
      guard let value = read(references[record]) else { continue }
      let fullness = fullness(references[record])
      var candidate =
        candidates[value.key] ?? Candidate(text: value.text, records: [], source: record, fullness: -1)
      candidate.records.append(record)
      if fullness > candidate.fullness || fullness == candidate.fullness && value.text < candidate.text {
        (candidate.text, candidate.source, candidate.fullness) = (value.text, record, fullness)
      }
      candidates[value.key] = candidate
    }
    return candidates.values.sorted { left, right in
      let mine = (left.records.count, left.fullness)
      let others = (right.records.count, right.fullness)
      if mine == others { return left.text < right.text }
      return preference == .fullest ? (mine.1, mine.0) > (others.1, others.0) : mine > others
    }
  }

  /// A text that is the same for the same record, whatever its place: the fullest records come first.
  static func order(of reference: Reference) -> String {
    let fields = all.count { $0.read(reference) != nil }
    let words = all.compactMap { $0.read(reference)?.text } + reference.identifiers.map(\.description)
    return "\(999 - fields) " + words.joined(separator: "\u{1F}")
  }
}

extension MergedField {
  /// The fields in the order in which conflicts are told.
  static let all: [MergedField] = [
    text("title", .mostSaid, \.title),
    text("title of the original", .fullest, \.vernacularTitle),
    MergedField(
      name: "authors", preference: .fullest,
      read: { reference in
        let names = reference.contributors.map(\.citationName)
        // Lists that only differ in initials agree.
        let families = reference.contributors.map { $0.family ?? $0.citationName }.joined(separator: " ")
        return names.isEmpty ? nil : (names.joined(separator: ", "), FoldedText(families).bytes)
      },
      fullness: { reference in
        reference.contributors.count * 1000
          + reference.contributors.reduce(0) { $0 + ($1.given ?? $1.initials ?? "").utf8.count }
      },
      take: { preferred, _, merged in
        merged.contributors = preferred.contributors
        merged.isAuthorListComplete = preferred.isAuthorListComplete
      }),
    MergedField(
      name: "journal", preference: .fullest,
      read: { reference in
        guard let container = reference.container, let name = container.title ?? container.abbreviation else {
          return nil
        }
        return (name, FoldedText(name).bytes)
      },
      fullness: { ($0.container?.title ?? $0.container?.abbreviation ?? "").utf8.count },
      take: takeContainer),
    MergedField(
      name: "date", preference: .mostSaid,
      read: { reference in
        reference.issued.flatMap { date in
          date.year.map { (date.iso8601 ?? "\($0)", Array("\($0)".utf8)) }
        }
      },
      fullness: { reference in
        // The date of an issue comes with a volume, that of the first appearance without.
        (reference.volume == nil ? 0 : 4) + (reference.issued?.month == nil ? 0 : 1)
          + (reference.issued?.day == nil ? 0 : 1)
      }, take: { preferred, _, merged in merged.issued = preferred.issued }),
    text("volume", .mostSaid, \.volume), text("issue", .mostSaid, \.issue),
    text("number", .mostSaid, \.number),
    MergedField(
      name: "pages", preference: .mostSaid,
      read: { reference in
        guard let pages = reference.pages else { return nil }
        guard let folded = FoldedPages(pages.printed), let first = folded.first else {
          return (pages.printed, FoldedText(pages.printed).bytes)
        }
        return (pages.printed, folded.prefix + Array("\(first)".utf8))
      },
      fullness: { reference in reference.pages?.expanded.utf8.count ?? 0 },
      take: { preferred, _, merged in merged.pages = preferred.pages }),
    text("edition", .mostSaid, \.edition), text("publisher", .fullest, \.publisher),

    text("place", .fullest, \.place),
    MergedField(
      name: "type", preference: .mostSaid, read: { ($0.type, Array($0.type.utf8)) },
      fullness: { $0.type == "article" || $0.type == "document" ? 0 : 1 },
      take: { preferred, _, merged in merged.type = preferred.type }),
    MergedField(
      name: "abstract", preference: .fullest,
      read: { reference in
        let text = reference.abstract.map(\.text).joined(separator: " ")
        return text.isEmpty ? nil : (text, FoldedText(text).bytes)
      },
      fullness: { $0.abstract.reduce(0) { $0 + $1.text.utf8.count } },
      take: { preferred, _, merged in merged.abstract = preferred.abstract }),
    list("identifiers", \.identifiers), list("publication types", \.publicationTypes),
    list("corrections and comments", \.relations), list("register entries", \.accessions),
    list("keywords", \.keywords), list("headings", \.headings), list("languages", \.languages),
    list("chemicals", \.chemicals), list("grants", \.grants), list("further abstracts", \.otherAbstracts),
    list("addresses", \.addresses), list("notes", \.notes), list("history", \.history),
    list("kept fields", \.kept),
    MergedField(
      name: "reference list", preference: .fullest,
      read: { $0.citations.isEmpty ? nil : ("\($0.citations.count) entries", []) },
      fullness: { $0.citations.count },
      take: { preferred, _, merged in merged.citations = preferred.citations }),
  ]

  private static func text(
    _ name: String, _ preference: MergedReference.Preference,
    _ path: any WritableKeyPath<Reference, String?> & Sendable
  ) -> MergedField {
    MergedField(
      name: name, preference: preference,
      read: { reference in
        guard let text = reference[keyPath: path], !text.isEmpty else { return nil }
        let key = FoldedText(text).bytes
        return (text, key.isEmpty ? Array(text.utf8) : key)
      },
      fullness: { reference in
        let text = reference[keyPath: path] ?? ""
        // Capitals throughout are how some databases write.
        return text.utf8.contains { (0x61...0x7A).contains($0) } ? text.utf8.count : 0
      },
      take: { preferred, _, merged in merged[keyPath: path] = preferred[keyPath: path] })
  }

  private static func list<Element: Hashable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<Reference, [Element]> & Sendable
  ) -> MergedField {
    MergedField(
      name: name, preference: .all,
      read: { $0[keyPath: path].isEmpty ? nil : ("\($0[keyPath: path].count)", []) },
      fullness: { $0[keyPath: path].count },
      take: { _, all, merged in
        var seen: Set<Element> = []
        merged[keyPath: path] = all.flatMap { $0[keyPath: path] }.filter { seen.insert($0).inserted }
      })
  }

  private static func takeContainer(_ preferred: Reference, _ all: [Reference], _ merged: inout Reference) {
    guard var container = preferred.container else { return }
    for other in all.compactMap(\.container) {
      container.abbreviation = container.abbreviation ?? other.abbreviation
      container.nlmID = container.nlmID ?? other.nlmID
      container.country = container.country ?? other.country
      container.bookNumbers = container.bookNumbers ?? other.bookNumbers
      for number in other.serialNumbers
      where !container.serialNumbers.contains(where: { $0.issn == number.issn }) {
        container.serialNumbers.append(number)
      }
      let names = [other.title].compactMap { $0 } + other.otherTitles
      for name in names where name != container.title && name != container.abbreviation {
        if !container.otherTitles.contains(name) { container.otherTitles.append(name) }
      }
    }
    merged.container = container
  }
}
