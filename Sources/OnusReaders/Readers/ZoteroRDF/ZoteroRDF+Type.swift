extension ZoteroRDF {
  /// Zotero's types of items in CSL's terms.
  static let types = [
    "artwork": "graphic", "audioRecording": "song", "bill": "bill", "blogPost": "post-weblog", "book": "book",
    "bookSection": "chapter", "case": "legal_case", "computerProgram": "software",
    "conferencePaper": "paper-conference", "dataset": "dataset", "dictionaryEntry": "entry-dictionary",
    "document": "document", "email": "personal_communication", "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture", "forumPost": "post", "hearing": "hearing",
    "instantMessage": "personal_communication", "interview": "interview", "journalArticle": "article-journal",
    "letter": "personal_communication", "magazineArticle": "article-magazine", "manuscript": "manuscript",
    "map": "map", "newspaperArticle": "article-newspaper", "patent": "patent", "podcast": "broadcast",
    "preprint": "article", "presentation": "speech", "radioBroadcast": "broadcast", "report": "report",
    "standard": "standard", "statute": "legislation", "thesis": "thesis", "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture", "webpage": "webpage",
  ]

  /// The kinds of nodes that are works, for those without a type of their own.
  static let kinds = [
    "Article": "article-journal", "Book": "book", "BookSection": "chapter", "ConferenceProceedings": "book",
    "Document": "document", "Image": "graphic", "Illustration": "graphic", "Legislation": "legislation",
    "Letter": "personal_communication", "Manuscript": "manuscript", "MotionPicture": "motion_picture",
    "Patent": "patent", "Recording": "song", "Report": "report", "Thesis": "thesis",
  ]
}
