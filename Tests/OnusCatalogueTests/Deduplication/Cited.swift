import OnusModel

@testable import OnusCatalogue

/// A record in one line: title, authors as "Family, Given; …", year, journal, volume, issue, pages.
func cited(
  _ title: String?, by authors: String = "Muster, Ada; Beispiel, Max", year: Int? = 2010,
  in journal: String? = "Journal of Examples", _ volume: String? = nil, _ issue: String? = nil,
  _ pages: String? = nil, ids: [Identifier] = []
) -> Reference {
  var reference = Reference()
  reference.title = title
  reference.identifiers = ids
  reference.contributors = authors.split(separator: ";").map { name in
    let parts = name.split(separator: ",").map(\.trimmed)
    return Contributor(family: parts.first, given: parts.count > 1 ? parts[1] : nil)
  }
  reference.issued = year.map { PartialDate(year: $0) }
  reference.container = journal.map { Container(title: $0) }
  reference.volume = volume
  reference.issue = issue
  reference.pages = pages.map(PageRange.init)
  return reference
}

extension Identifier {
  static func doi(_ value: String) -> Identifier { Identifier(.doi, value) }
  static func pmid(_ value: String) -> Identifier { Identifier(.pmid, value) }
}

/// What was decided about two records; `nil` when they have nothing to do with each other.
func decision(_ first: Reference, _ second: Reference) -> Deduplication.Decision? {
  Deduplication.groups(of: [first, second]).decisions.first
}

/// The title of most records in these tests: long enough to tell a work by.
let effects = "Effects of long walks on the mood of examples in the rain"
