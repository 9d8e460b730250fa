internal import OnusModel

extension Crossref {
  static func readContributors(_ list: XMLElement, into work: inout Reference) {
    for element in list.elements {
      _ = element.attribute("sequence")
      let role = role(element)
      if element.isNamed("organization") {
        guard let name = element.readableText else { continue }
        work.contributors.append(Contributor(role: role, literal: EscapedMarkup.plain(name)))
      } else if element.isNamed("person_name") {
        if let person = person(element, role: role) { work.contributors.append(person) }
      }
    }
  }

  private static func role(_ element: XMLElement) -> Contributor.Role {
    switch element.attribute("contributor_role") {
    case nil, "author", "first-author": .author
    case "editor", "chair": .editor
    case "translator": .translator
    case let role?: Contributor.Role(rawValue: role)
    }
  }

  private static func person(_ element: XMLElement, role: Contributor.Role) -> Contributor? {
    _ = element.attribute("name-style", is: "western")
    let surname = element.child("surname")?.readableText.map { EscapedMarkup.plain(Mojibake.repaired($0)) }
    let given = element.child("given_name")?.readableText.map { EscapedMarkup.plain(Mojibake.repaired($0)) }
    // Some publishers put the whole name into the surname.
    let isWhole = given == nil && (surname?.contains { ".,".contains($0) } ?? false)
    let name =
      isWhole
      ? surname.flatMap { PersonName($0) }
      : PersonName(family: surname, given: given, suffix: element.text(at: "suffix"))
    guard var contributor = name?.contributor(role: role) else { return nil }
    if let orcid = element.child("ORCID") {
      _ = orcid.attribute("authenticated")
      if let text = orcid.nonEmptyText { contributor.identifiers["ORCID"] = ORCID.bare(text) }
    }
    contributor.affiliations = element.children("affiliation").compactMap(\.readableText)
    for list in element.children("affiliations") {
      contributor.affiliations += list.children("institution").compactMap { institution in
        let parts = ["institution_department", "institution_name", "institution_place"] as [StaticString]
        let words = parts.compactMap { institution.text(at: $0) }
        return words.isEmpty ? nil : words.joined(separator: ", ")
      }
    }
    return contributor
  }

  // MARK: Dates

  /// Reads the dates of a work: that of print comes first, that of the electronic edition stands beside it.
  static func readDates(_ element: XMLElement, into work: inout Reference) {
    let dates = publicationDates(element)
    let online = dates.first { $0.medium == "online" }?.date
    let print = dates.first { $0.medium == "print" } ?? dates.first { $0.medium != "online" }
    work.published = work.published ?? online
    work.issued = work.issued ?? print?.date ?? online
    if let posted = element.child("posted_date") {
      _ = posted.attribute("media_type")
      let date = date(posted)
      work.issued = work.issued ?? date
      work.published = work.published ?? date
    }
    for (name, event) in [
      ("acceptance_date", "accepted"), ("approval_date", "approved"), ("review_date", "reviewed"),
    ]
      as [(StaticString, String)]
    {
      for element in element.children(name) {
        _ = element.attribute("media_type")
        guard let date = date(element) else { continue }
        work.history.append(HistoryDate(event, date))
        if work.issued == nil, event != "accepted" { work.issued = date }
      }
    }
  }

  /// Reads the dates of the issue where the article has none of its own.
  static func readIssueDates(_ issue: XMLElement, into work: inout Reference) {
    let dates = publicationDates(issue)
    guard let date = dates.first(where: { $0.medium != "online" }) ?? dates.first else { return }
    if work.issued == nil {
      work.issued = date.date
    } else if work.issued != date.date {
      work.history.append(HistoryDate("issue", date.date))
    }
  }

  private static func publicationDates(_ element: XMLElement) -> [(medium: String?, date: PartialDate)] {
    element.children("publication_date").compactMap { element in
      let medium = element.attribute("media_type")
      return date(element).map { (medium, $0) }
    }
  }

  /// A date by its parts; Crossref writes seasons as months 21 to 24 and other parts as 31 to 34.
  private static func date(_ element: XMLElement) -> PartialDate? {
    guard let year = element.text(at: "year") else { return nil }
    let month = element.text(at: "month")
    let day = element.text(at: "day")
    var date = PartialDate(year: Int(year), month: month.flatMap { PartialDate.month(named: $0) })
    if date.month != nil { date.day = day.flatMap { Int($0) } }
    if !date.isPossible { date.day = nil }
    if date.year == nil || month != nil && date.month == nil || day != nil && date.day == nil {
      let number = month.flatMap { Int($0) } ?? 0
      let season = (21...24).contains(number) ? ["Spring", "Summer", "Autumn", "Winter"][number - 21] : nil
      date.printed = [day, season ?? month, year].compactMap { $0 }.joined(separator: " ")
    }
    return date
  }
}
