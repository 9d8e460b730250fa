internal import OnusModel

extension PubMed {
  /// Reads the journal as the issue names it, with the volume, the issue and the date of the issue.
  static func readJournal(_ journal: XMLElement, into reference: inout Reference) {
    reference.container = Container()
    for element in journal.elements {
      if element.isNamed("ISSN") {
        guard let issn = element.nonEmptyText else { continue }
        reference.container?.serialNumbers.append(
          SerialNumber(issn: issn, medium: element.attribute("IssnType")))
      } else if element.isNamed("Title") {
        reference.container?.title = element.repeatedText
      } else if element.isNamed("ISOAbbreviation") {
        reference.container?.abbreviation = element.repeatedText
      } else if element.isNamed("JournalIssue") {
        reference.volume = element.text(at: "Volume")
        reference.issue = element.text(at: "Issue")
        reference.issued = element.child("PubDate").flatMap(date)
      }
    }
  }

  /// Reads the journal as NLM's catalogue names it.
  static func readJournalInfo(_ info: XMLElement, into reference: inout Reference) {
    if reference.container == nil { reference.container = Container() }
    reference.container?.country = info.child("Country")?.repeatedText
    reference.container?.nlmID = info.text(at: "NlmUniqueID")
    if let title = info.child("MedlineTA")?.repeatedText {
      if reference.container?.abbreviation == nil {
        reference.container?.abbreviation = title
      } else if reference.container?.abbreviation != title {
        reference.container?.otherTitles.append(title)
      }
    }
    if let issn = info.text(at: "ISSNLinking") {
      reference.container?.serialNumbers.append(SerialNumber(issn: issn, medium: "Linking"))
    }
  }
}
