internal import OnusModel

extension ReferenceWriter {
  /// XML in the shape of PubMed's, its elements in the order of the DTD of 2025, for programs that read
  /// nothing else; also for documents that are not in PubMed.
  public static let pubmed = ReferenceWriter(
    name: "pubmed",
    format: Format(
      title: "PubMed XML", fileExtension: "xml",
      start: """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" \
        "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
        <PubmedArticleSet>

        """,
      end: "</PubmedArticleSet>\n"),
    holdings: { reference in
      let fields = isBook(reference.type) ? PubMedRecord.bookFields : PubMedRecord.articleFields
      return fields.subtracting(PubMedRecord.unheld(of: reference))
        .of(reference, types: ["article-journal", "book", "chapter"])
    }
  ) { reference, _ in
    var record = XMLMarkup()
    if isBook(reference.type) {
      record.add("PubmedBookArticle") { PubMedRecord.addBook(reference, to: &$0) }
    } else {
      record.add("PubmedArticle") { PubMedRecord.addArticle(reference, to: &$0) }
    }
    return record.text
  }

  private static func isBook(_ type: String) -> Bool { type == "book" || type == "chapter" }
}
