internal import OnusModel

extension ReferenceWriter {
  /// BibLaTeX, which keeps more of a reference than BibTeX: dates to the day, PMIDs, both titles of a journal.
  public static let biblatex = ReferenceWriter(
    name: "biblatex", format: Format(title: "BibLaTeX", fileExtension: "bib"),
    holdings: { reference in
      BibTeXRecord.fields(of: reference).union([.vernacularTitle, .journalAbbreviation])
        .of(reference, types: Set(BibLaTeX.types.keys).subtracting(BibLaTeX.approximateTypes))
    }
  ) { reference, key in
    var entry = BibTeXRecord(BibLaTeX.types[reference.type] ?? "misc", key: key)
    entry.addNames(reference)
    entry.add("title", reference.title.map(TeXEscapes.protectingCapitals))
    entry.add("origtitle", reference.vernacularTitle.map(TeXEscapes.protectingCapitals))
    let container = reference.container
    let isSerial = reference.isInSerial
    entry.addText(isSerial ? "journaltitle" : "booktitle", container?.title ?? container?.abbreviation)
    if container?.title != nil { entry.addText("shortjournal", container?.abbreviation) }
    entry.addText("date", reference.issued?.iso8601 ?? reference.issued?.printed)
    entry.addText("volume", reference.volume)
    entry.addText("number", isSerial ? reference.issue : reference.number)
    if !isSerial { entry.addText("issue", reference.issue) }
    entry.add("pages", reference.pages.map(BibTeXRecord.pages))
    entry.addText("edition", reference.edition)
    let publisher = ["report": "institution", "thesis": "institution"][reference.type] ?? "publisher"
    entry.addText(publisher, reference.publisher)
    entry.addText("location", reference.place)
    entry.addCommon(reference)
    if let pmid = reference.identifier(.pmid) {
      entry.addText("eprint", pmid)
      entry.addText("eprinttype", "pubmed")
    }
    return entry.text
  }
}

private enum BibLaTeX {
  /// The entry types of BibLaTeX for CSL's types.
  static let types = BibTeXRecord.exactTypes.merging([
    "article": "online", "article-magazine": "article", "article-newspaper": "article", "dataset": "dataset",
    "entry-dictionary": "inreference", "entry-encyclopedia": "inreference", "graphic": "artwork",
    "motion_picture": "movie", "patent": "patent", "performance": "performance", "periodical": "periodical",
    "report": "report", "review": "article", "software": "software", "song": "audio", "standard": "standard",
    "thesis": "thesis", "webpage": "online",
  ]) { _, new in new }

  /// Types that share an entry type with a commoner one.
  static let approximateTypes: Set = [
    "article", "article-magazine", "article-newspaper", "entry-dictionary", "review",
  ]
}
