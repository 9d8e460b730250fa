internal import OnusModel

/// EndNote's kinds of documents in CSL's terms.
enum EndNoteType {
  /// The type that a name such as "Journal Article" stands for; `nil` for one that is not known.
  static func named(_ name: String) -> String? { types[name.collapsed.lowercased()] }

  /// The type that a number stands for; `nil` for one that is not known.
  static func numbered(_ number: Int) -> String? { names[number].flatMap { types[$0] } }

  private static let types: [String: String] = [
    "aggregated database": "dataset", "ancient text": "classic", "artwork": "graphic",
    "audiovisual material": "motion_picture", "bill": "bill", "blog": "post-weblog", "book": "book",
    "book section": "chapter", "case": "legal_case", "catalog": "book", "chart or table": "figure",
    "classical work": "classic", "computer program": "software", "conference paper": "paper-conference",
    "conference proceedings": "paper-conference", "dataset": "dataset", "dictionary": "entry-dictionary",
    "discussion forum": "post", "edited book": "book", "electronic article": "article-journal",
    "electronic book": "book", "electronic book section": "chapter", "encyclopedia": "entry-encyclopedia",
    "equation": "figure", "figure": "figure", "film or broadcast": "motion_picture", "generic": "document",
    "government document": "report", "grant": "document", "hearing": "hearing", "interview": "interview",
    "journal article": "article-journal", "legal rule or regulation": "regulation",
    "magazine article": "article-magazine", "manuscript": "manuscript", "map": "map",
    "multimedia application": "software", "music": "song", "newspaper article": "article-newspaper",
    "online database": "dataset", "online multimedia": "motion_picture", "pamphlet": "pamphlet",
    "patent": "patent", "personal communication": "personal_communication", "podcast": "broadcast",
    "preprint": "article", "press release": "document", "report": "report", "serial": "periodical",
    "social media": "post", "standard": "standard", "statute": "legislation",
    "television episode": "broadcast", "thesis": "thesis", "unpublished work": "manuscript",
    "web page": "webpage",
  ]

  /// EndNote's numbers, for records without a name that is known.
  private static let names = [
    2: "artwork", 3: "audiovisual material", 4: "bill", 5: "book section", 6: "book", 7: "case", 8: "catalog",
    9: "computer program", 10: "conference proceedings", 12: "web page", 13: "generic", 14: "hearing",
    17: "journal article", 19: "magazine article", 20: "map", 21: "film or broadcast",
    23: "newspaper article", 24: "pamphlet", 25: "patent", 26: "personal communication", 27: "report",
    28: "edited book", 31: "statute", 32: "thesis", 34: "unpublished work", 36: "manuscript", 37: "figure",
    38: "chart or table", 39: "equation", 43: "electronic article", 44: "electronic book",
    45: "online database", 46: "government document", 47: "conference paper", 48: "online multimedia",
    49: "classical work", 50: "legal rule or regulation", 51: "ancient text", 52: "dictionary",
    53: "encyclopedia", 54: "grant", 55: "aggregated database", 56: "blog", 57: "serial", 58: "standard",
    59: "dataset", 60: "electronic book section", 61: "music", 63: "interview",
  ]
}
