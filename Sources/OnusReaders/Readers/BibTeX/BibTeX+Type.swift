extension BibTeX {
  /// What kind of document a kind of entry stands for, in CSL's terms; `nil` for one that is not known.
  static func type(_ kind: String) -> String? { types[kind.lowercased()] }

  /// The kinds of BibTeX, of BibLaTeX, and a few that programs add.
  private static let types: [String: String] = [
    "article": "article-journal", "artwork": "graphic", "audio": "song", "bibnote": "document",
    "book": "book", "bookinbook": "chapter", "booklet": "pamphlet", "collection": "book",
    "commentary": "book", "conference": "paper-conference", "data": "dataset", "dataset": "dataset",
    "electronic": "webpage", "image": "graphic", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia", "jurisdiction": "legal_case",
    "legal": "legal_case", "legislation": "legislation", "letter": "personal_communication",
    "magazine": "article-magazine", "manual": "book", "mastersthesis": "thesis", "misc": "document",
    "movie": "motion_picture", "music": "song", "mvbook": "book", "mvcollection": "book",
    "mvproceedings": "book", "mvreference": "book", "newspaper": "article-newspaper", "online": "webpage",
    "patent": "patent", "performance": "performance", "periodical": "periodical", "phdthesis": "thesis",
    "preprint": "article", "proceedings": "book", "reference": "book", "report": "report",
    "review": "article-journal", "set": "document", "software": "software", "standard": "standard",
    "suppbook": "chapter", "suppcollection": "chapter", "suppperiodical": "article-journal",
    "techreport": "report", "thesis": "thesis", "unpublished": "manuscript", "video": "motion_picture",
    "webpage": "webpage", "www": "webpage",
  ]
}
