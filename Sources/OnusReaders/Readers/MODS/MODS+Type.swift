internal import OnusModel

extension MODS {
  /// What kind of document a record describes, in CSL's terms.
  ///
  /// The genre decides, one of CSL's types before a local one, that before MARC's, Dublin Core's and those
  /// without authority; then the host, the type of resource and how it is issued.
  static func type(_ record: XMLElement, host: XMLElement?) -> String {
    for genre in record.children("genre") where genre.attribute("authority", is: "csl") {
      guard let type = genre.nonEmptyText else { continue }
      // They say the same in fewer words.
      record.child("typeOfResource")?.markTextRead()
      for item in [record, host] { _ = item?.text(at: "originInfo", "issuance") }
      return type
    }
    let genres = record.children("genre").map { (rank: rank($0), name: $0.text.lowercased()) }
    for genre in genres.sorted(by: { $0.rank < $1.rank }) {
      if let type = types[genre.name.last == "." ? String(genre.name.dropLast()) : genre.name] { return type }
    }
    if let host { return isSerial(host) ? "article-journal" : "chapter" }
    let resource = record.text(at: "typeOfResource")?.lowercased() ?? ""
    if let type = resourceTypes[resource] { return type }
    let issuance = record.text(at: "originInfo", "issuance")
    return issuance == "monographic"
      || record.children("identifier").contains { $0.attribute("type", is: "isbn") }
      ? "book" : "document"
  }

  private static func rank(_ genre: XMLElement) -> Int {
    if genre.attribute("authority", is: "local") { return 0 }
    if genre.attribute("authority", is: "marcgt") || genre.attribute("authority", is: "marc") { return 1 }
    if genre.attribute("authority", is: "dct") { return 2 }
    return 3
  }

  private static func isSerial(_ host: XMLElement) -> Bool {
    let issuance = host.text(at: "originInfo", "issuance")
    if issuance == "continuing" || issuance == "serial" { return true }
    if host.children("identifier").contains(where: { $0.attribute("type", is: "issn") }) { return true }
    let genres = host.children("genre").map { $0.text.lowercased() }
    return genres.contains {
      ["periodical", "academic journal", "journal", "magazine", "newspaper"].contains($0)
    }
  }

  private static let types: [String: String] = [
    "journal article": "article-journal", "journalarticle": "article-journal", "article": "article-journal",
    "review article": "article-journal", "book": "book", "book chapter": "chapter", "booksection": "chapter",
    "chapter": "chapter", "conference publication": "paper-conference", "conferencepaper": "paper-conference",
    "conference paper": "paper-conference", "conference proceedings": "book", "thesis": "thesis",
    "theses": "thesis", "dissertation": "thesis", "academic dissertation": "thesis", "report": "report",
    "technical report": "report", "newspaper article": "article-newspaper",
    "newspaperarticle": "article-newspaper", "magazine article": "article-magazine",
    "magazinearticle": "article-magazine", "web site": "webpage", "website": "webpage", "webpage": "webpage",
    "patent": "patent", "letter": "personal_communication", "manuscript": "manuscript", "map": "map",
    "dataset": "dataset", "data set": "dataset", "encyclopedia article": "entry-encyclopedia",
    "encyclopediaarticle": "entry-encyclopedia", "dictionary entry": "entry-dictionary",
    "motion picture": "motion_picture", "film": "motion_picture", "preprint": "article", "speech": "speech",
    "interview": "interview", "legislation": "legislation", "computer program": "software",
  ]

  private static let resourceTypes = [
    "still image": "graphic", "moving image": "motion_picture", "sound recording": "song",
    "sound recording-musical": "song", "sound recording-nonmusical": "song", "cartographic": "map",
    "software, multimedia": "software", "notated music": "musical_score",
  ]
}
