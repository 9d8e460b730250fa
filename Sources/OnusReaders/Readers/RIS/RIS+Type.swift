extension RIS {
  /// What kind of document a RIS type stands for, in CSL's terms; `nil` for one that is not known.
  static func type(_ name: String) -> String? { types[name.uppercased()] }

  /// The types of the format's description of 2011, and those that Zotero, Mendeley and ProQuest add.
  private static let types: [String: String] = [
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic",
    "ART": "graphic", "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case",
    "CHAP": "chapter", "CHART": "figure", "CLSWK": "classic", "COMP": "software",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "CTLG": "book", "DATA": "dataset",
    "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book",
    "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia", "EQUA": "figure",
    "FIGURE": "figure", "GEN": "document", "GENERIC": "document", "GOVDOC": "report", "GRANT": "document",
    "HEAR": "hearing", "ICOMM": "personal_communication", "INPR": "article-journal",
    "INTERVIEW": "interview", "JFULL": "article-journal", "JOUR": "article-journal",
    "JOURNAL": "article-journal", "JOURNAL ARTICLE": "article-journal", "INTV": "interview",
    "GRNT": "document", "LEGAL": "regulation", "MAGAZINE": "article-magazine",
    "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture",
    "MULTI": "motion_picture", "MUSIC": "musical_score", "NEWS": "article-newspaper", "PAMP": "pamphlet",
    "PAT": "patent", "PCOMM": "personal_communication", "POD": "broadcast", "PREPRINT": "article",
    "PRESS": "document", "RPRT": "report", "SER": "book", "SLIDE": "speech", "SOUND": "song",
    "STAND": "standard", "STAT": "legislation", "STD": "standard", "STUDY": "document", "THES": "thesis",
    "UNBILL": "manuscript", "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture",
    "WEB": "webpage",
  ]
}
