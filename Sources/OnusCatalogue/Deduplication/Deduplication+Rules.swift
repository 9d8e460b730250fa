extension Deduplication {
  /// A rule: what it looks at, and what it decides when that agrees.
  public struct Rule: Hashable, Sendable {
    /// The name of a rule.
    public enum Name: String, Hashable, Sendable, CaseIterable {
      /// A record names the other as its notice, comment, version, …
      case tie
      /// One announces itself as a notice or comment about the other.
      case notice
      /// Two versions of one work.
      case version
      /// Preprint and article.
      case preprint
      /// Protocol and results.
      case plan = "protocol"
      /// Numbers differ.
      case series
      /// Abstract and paper.
      case abstract
      /// Published twice.
      case republication
      /// The same heading in several issues.
      case column
      /// One PMID.
      case pmid = "same-pmid"
      /// One PMCID.
      case pmcid = "same-pmcid"
      /// One DOI.
      case doi = "same-doi"
      /// One number in a database or register.
      case accession = "same-accession"
      /// One place in a journal.
      case place = "same-place"
      /// One issue.
      case issue = "same-issue"
      /// One journal and nothing against it.
      case journal = "same-journal"
      /// One citation without a place.
      case citation = "same-citation"
      /// One abstract text.
      case text = "same-abstract"
      /// An identifier against the other fields.
      case clash = "identifier-clash"
      /// Two PMIDs or DOIs against the other fields.
      case twoIdentifiers = "two-identifiers"
      /// One place and other titles.
      case shared = "shared-place"
      /// Too few fields.
      case thin = "too-little"
      /// A chain of pairs would join records that conflict.
      case chain
    }

    /// Its name.
    public var name: Name
    /// What it decides; `nil` for a rule whose relation depends on the records.
    public var grade: Grade?
    /// What it looks at, in a sentence.
    public var text: String
  }

  /// The rules in the order in which they are asked; the first one that answers decides.
  ///
  /// "Title" is compared without case, accents, markup, punctuation and remarks of databases; translated and
  /// original titles both count. "Authors" agree when four in five of the shorter list are in the longer
  /// one, however their names are cut. "Place" is the volume with the first page or article number.
  public static let rules: [Rule] = [
    Rule(
      name: .tie, grade: nil, text: "One record names the other in its corrections, comments or versions."),
    Rule(
      name: .pmid, grade: .same,
      text: "The PMIDs are the same, and title, place or authors do not speak against it."),
    Rule(
      name: .version, grade: .related(.version),
      text: "The DOIs are of two versions of one work, or a Cochrane Review has two years or issues."),
    Rule(
      name: .notice, grade: nil,
      text: "One title announces a correction, retraction, concern or comment, and goes on like the other."),
    Rule(
      name: .doi, grade: .same,
      text: "The DOIs are the same, and the titles, the places or the abstracts agree; where three titles "
        + "share a DOI, it is that of a supplement or book, and the titles must be equal."),
    Rule(name: .pmcid, grade: .same, text: "The PMCIDs are the same, and nothing speaks against it."),
    Rule(
      name: .accession, grade: .same,
      text: "The numbers in a database or trial register are the same, and the titles agree."),
    Rule(
      name: .clash, grade: .needsPerson,
      text: "An identifier is the same; the titles are not, or one announces a notice."),
    Rule(
      name: .preprint, grade: .related(.preprint),
      text: "One is on a server of preprints, the other is not; titles and authors agree."),
    Rule(
      name: .place, grade: .same,
      text: "Volume, first page and journal are the same, an author too, and the titles agree. A title that "
        + "is reworded or in another language needs the same range of pages and the same authors."),
    Rule(
      name: .twoIdentifiers, grade: .needsPerson,
      text: "Title, authors and place are the same, and two PMIDs or DOIs are not."),
    Rule(
      name: .plan, grade: .related(.plan),
      text: "One title announces a protocol or design, the other does not; else titles and authors agree."),
    Rule(
      name: .series, grade: .related(.series), text: "The titles differ in a number; an author is the same."),
    Rule(
      name: .text, grade: .same,
      text: "The abstracts, authors and journal are the same, and the titles are alike."),
    Rule(
      name: .column, grade: .related(.column),
      text: "The same short or recurring title in other issues of the journal; each is tied to the next."),
    Rule(
      name: .issue, grade: .same,
      text: "Title, authors, journal, volume, issue and year are the same, and the pages are two of a "
        + "supplement's, with a letter."),
    Rule(
      name: .journal, grade: .same,
      text: "Title, authors and journal are the same, the years at most one apart, and volume or pages are "
        + "missing in one record."),
    Rule(
      name: .citation, grade: .same,
      text: "Title, authors and year are the same, and one record has no journal, a part of its name, or "
        + "its name in another language with the same volume and issue."),
    Rule(
      name: .shared, grade: .needsPerson,
      text: "Place and authors are the same and the titles are not, or titles and volume are the same and "
        + "the pages are not."),
    Rule(
      name: .abstract, grade: .related(.abstract),
      text: "Titles and authors agree, the places differ, and one is in a supplement, of a conference, or on "
        + "one page."),
    Rule(
      name: .republication, grade: .related(.republication),
      text: "Titles and authors agree, the places differ."),
    Rule(name: .thin, grade: .needsPerson, text: "Titles agree, and there is too little else to tell."),
    Rule(
      name: .chain, grade: .needsPerson,
      text: "The pair agrees, and its groups hold records with other identifiers, or related ones."),
  ]
}
