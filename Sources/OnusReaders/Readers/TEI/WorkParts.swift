internal import OnusModel

extension TEI {
  /// The titles of an entry by their level, from which follows what kind of work it is.
  struct WorkParts {
    var hasAnalytic = false
    var article: String?
    var journal: String?
    var monograph: String?
    var series: [String] = []
    var meeting: String?
    var meetingPlace: String?
    var reportType: String?
    var rawReferences: [XMLElement] = []

    /// Adds a title to those of its level; a further one is a subtitle.
    mutating func add(_ element: XMLElement, isInAnalytic: Bool) {
      let level = element.attribute("level") ?? (isInAnalytic ? "a" : "m")
      let isAbbreviated = element.attribute("type") == "abbr" || element.attribute("type") == "short"
      guard !isAbbreviated, let text = element.readableText else { return }
      func joined(_ title: String?) -> String { title.map { "\($0): \(text)" } ?? text }
      switch level {
      case "a": article = joined(article)
      case "j": journal = joined(journal)
      case "s": series.append(text)
      default: monograph = joined(monograph)
      }
    }

    mutating func readMeeting(_ element: XMLElement) {
      meetingPlace = element.child("address")?.readableText
      let name = element.ownText.collapsed
      if !name.isEmpty {
        meeting = name
        element.markOwnTextRead()
      }
    }

    mutating func readNote(_ note: XMLElement, into work: inout Reference) {
      switch note.attribute("type") {
      case "raw_reference": rawReferences.append(note)
      case "report_type", "report", "reportType": reportType = reportType ?? note.nonEmptyText
      default: if let text = note.readableText { work.notes.append(text) }
      }
    }

    func name(_ work: inout Reference) {
      work.type = type(work)
      work.title = article ?? (journal == nil ? monograph : nil)
      var container = work.container ?? Container()
      let hosts = [journal, article == nil && journal == nil ? nil : monograph].compactMap { $0 }
      container.title = hosts.first ?? (article == nil ? nil : meeting ?? series.first)
      container.otherTitles = (hosts.dropFirst() + series + [meeting].compactMap { $0 })
        .filter { $0 != container.title }
      if container != Container() { work.container = container }
      if work.place == nil { work.place = meetingPlace }
    }

    /// What kind of work it is, in CSL's terms.
    private func type(_ work: Reference) -> String {
      let words = reportType?.lowercased() ?? ""
      if words.contains("thesis") || words.contains("dissertation") { return "thesis" }
      if words.contains("report") || words.contains("memo") { return "report" }
      if journal != nil { return "article-journal" }
      let isBook = work.publisher != nil || work.place != nil || work.identifier(.isbn) != nil
      if article != nil {
        if meeting != nil || meetingPlace != nil || isMeeting(monograph) { return "paper-conference" }
        if monograph != nil { return isBook || work.pages != nil ? "chapter" : "paper-conference" }
        if work.identifiers.contains(where: { $0.scheme.rawValue == "arxiv" }) { return "article" }
        return work.volume != nil ? "article-journal" : "document"
      }
      if monograph != nil, isBook || work.edition != nil { return "book" }
      if !work.addresses.isEmpty { return "webpage" }
      return "document"
    }

    private func isMeeting(_ title: String?) -> Bool {
      let words = title?.lowercased() ?? ""
      return ["proceedings", "proc.", "conference", "symposium", "workshop"].contains { words.contains($0) }
    }
  }
}
