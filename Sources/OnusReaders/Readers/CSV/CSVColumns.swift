internal import OnusModel

/// What the columns of a table of references hold, told by their names.
struct CSVColumns {
  /// The names of the columns as the file writes them.
  let names: [String]
  private let columns: [String: [String]]

  init(_ names: [String]) {
    self.names = names
    var columns: [String: [String]] = [:]
    for name in names {
      guard let meaning = Self.meaning(name) else { continue }
      columns[meaning, default: []].append(name)
    }
    self.columns = columns
  }

  /// The columns with a meaning, in the order of the file.
  subscript(meaning: String) -> [String] { columns[meaning] ?? [] }

  /// Whether the columns are those of references: a title, and at least two more that only they have.
  var areOfReferences: Bool {
    let telling = ["author", "journal", "year", "date", "doi", "pmid", "abstract", "volume", "pages", "issn"]
    // The table of notices of Retraction Watch is a format of its own.
    guard !names.contains("RetractionNature") else { return false }
    return !self["title"].isEmpty && telling.count { !self[$0].isEmpty } >= 2
  }

  private static func meaning(_ name: String) -> String? {
    let word = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return aliases.first { $0.names.contains(word) }?.meaning
  }

  /// The names that PubMed, Scopus, Cochrane, Covidence, Rayyan, Zotero, Lens, Dimensions and ASReview give
  /// their columns, without blanks and signs.
  private static let aliases: [(meaning: String, names: Set<String>)] = [
    (
      "title",
      ["title", "articletitle", "documenttitle", "primarytitle", "ti", "t1", "papertitle", "reporttitle"]
    ),
    ("vernacular", ["originaltitle", "vernaculartitle", "translatedtitle"]),
    (
      "author",
      [
        "authors", "author", "authornames", "authorfullnames", "au", "firstauthors", "authorss", "creators",
        "a1",
      ]
    ),
    ("editor", ["editor", "editors"]), ("translator", ["translator"]),
    (
      "year",
      ["year", "publicationyear", "pubyear", "publishedyear", "py", "yearpublished", "yearofpublication"]
    ),
    ("month", ["month", "publishedmonth"]), ("day", ["day"]),
    ("date", ["date", "publicationdate", "datepublished", "publisheddate", "pubdate", "issued"]),
    (
      "journal",
      [
        "journal", "journalbook", "sourcetitle", "publicationtitle", "journaltitle", "publicationname",
        "containertitle", "secondarytitle", "journalname", "so", "t2", "source", "booktitle",
        "sourcetitleanthologytitle",
      ]
    ),
    (
      "abbreviation",
      ["journalabbreviation", "abbreviatedsourcetitle", "sourcetitleabbreviation", "isoabbreviation"]
    ),
    ("series", ["series", "seriestitle"]), ("volume", ["volume", "vol", "vl"]),
    ("issue", ["issue", "issuenumber", "is", "number", "no"]),
    ("report", ["reportnumber", "patentnumber"]),
    ("pages", ["pages", "page", "pagination", "pagerange"]),
    ("first", ["pagestart", "startpage", "firstpage", "sp"]),
    ("last", ["pageend", "endpage", "lastpage", "ep"]),
    ("item", ["artno", "articleno", "articlenumber"]), ("edition", ["edition"]),
    ("doi", ["doi", "doilink", "digitalobjectidentifier", "do"]),
    ("pmid", ["pmid", "pubmedid", "pubmed", "medlineid", "pubmedidpmid"]),
    ("pmcid", ["pmcid", "pmc", "pmcidpmc"]),
    ("issn", ["issn", "issns", "eissn", "issnisbn", "printissn", "sn"]),
    ("isbn", ["isbn", "isbns"]),
    ("address", ["url", "urls", "link", "links", "externalurl", "sourceurls", "fulltexturl"]),
    ("abstract", ["abstract", "abstractnote", "ab", "abstracttext", "n2"]),
    (
      "keyword",
      ["keywords", "keyword", "authorkeywords", "indexkeywords", "manualtags", "automatictags", "tags", "kw"]
    ),
    ("heading", ["meshterms", "mesh", "meshheadings"]),
    ("language", ["language", "languages", "languageoforiginaldocument", "la"]),
    ("publisher", ["publisher", "pb"]), ("place", ["place", "placepublished", "publicationplace", "city"]),
    ("kind", ["itemtype", "referencetype", "type", "entrytype"]),
    (
      "publicationType",
      ["documenttype", "publicationtype", "publicationtypes", "articletype", "typeofwork", "dt"]
    ),
    ("note", ["notes", "note", "extra"]), ("affiliation", ["affiliations", "affiliation", "authoraddress"]),
    ("accession", ["accessionnumber", "eid", "ut", "embaseaccessionid", "lensid"]),
    ("key", ["key", "citationkey", "id", "recordid", "covidence", "ref", "refid"]),
    ("accessed", ["accessdate", "accessed"]), ("trial", ["trialregistration", "clinicaltrialids", "nctid"]),
    ("funding", ["fundingdetails", "funding", "fundingtext"]),
  ]
}
