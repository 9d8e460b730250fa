internal import OnusModel

/// Volume, issue, year and pages in one text, as catalogues describe where in a journal an article is.
///
/// "Vol. 12, no. 3 (May 1999), p. 45-67", "Bd. 31 (1992), H. 2, S. 447-473", "volume:31", "12:3<45".
struct HostParts {
  private(set) var volume: String?
  private(set) var issue: String?
  private(set) var pages: String?
  private(set) var date: PartialDate?

  init(_ text: String) {
    let text = text.collapsed
    readEnumeration(text)
    let words = text.split { " ,;()[]".contains($0) }.map(String.init)
    for (index, word) in words.enumerated() {
      let pieces = word.split(separator: ":", maxSplits: 1).map(String.init)
      let label = (pieces.first ?? "").lowercased().trimmingTail { $0 == "." }
      let value = pieces.count == 2 ? pieces[1] : index + 1 < words.count ? words[index + 1] : ""
      read(label, value.trimmingTail { ".,;:".contains($0) })
    }
    let written = PartialDate(written: text)
    guard let year = written.year else { return }
    date = PartialDate(year: year, month: written.month)
  }

  private mutating func read(_ label: String, _ value: String) {
    guard value.contains(where: \.isASCIIDigit) else { return }
    if Self.volumeLabels.contains(label) {
      volume = volume ?? value
    } else if Self.issueLabels.contains(label) {
      issue = issue ?? value
    } else if Self.pageLabels.contains(label) {
      pages = pages ?? value
    }
  }

  /// Reads `volume:issue<page`, as field 773$q writes it.
  private mutating func readEnumeration(_ text: String) {
    guard !text.contains(" "), let mark = text.firstIndex(of: "<") else { return }
    let levels = text[..<mark].split(separator: ":").map(String.init)
    volume = levels.first
    if levels.count > 1 { issue = levels[1] }
    let page = String(text[text.index(after: mark)...])
    if !page.isEmpty { pages = page }
  }

  /// Adds what the reference does not know yet.
  func add(to reference: inout Reference) {
    if reference.volume == nil { reference.volume = volume }
    if reference.issue == nil { reference.issue = issue }
    if reference.pages == nil { reference.pages = pages.map(PageRange.init) }
    if reference.issued?.year == nil, let date { reference.issued = date }
  }

  private static let volumeLabels: Set = [
    "vol", "volume", "v", "bd", "band", "jg", "jahrgang", "t", "tome", "année",
  ]
  private static let issueLabels: Set = [
    "no", "nr", "num", "number", "issue", "iss", "h", "heft", "n°", "nº", "fasc", "n",
  ]
  private static let pageLabels: Set = ["p", "pp", "page", "pages", "s", "seite", "seiten", "pag", "pgs"]
}
