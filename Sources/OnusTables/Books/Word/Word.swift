internal import OnusOffice

extension BookWriter {
  /// A document for Word: a list of its tables with links, and each table with heading, caption and notes.
  ///
  /// Pages are A4 landscape. The head of a table comes again on each page; a table that is too wide for a page
  /// goes on in parts, each with the columns that name the rows. Headings, captions, descriptions, the head row
  /// and the language are marked as such for those who listen.
  public static let word = BookWriter(
    name: "docx", title: "Word document", fileExtension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  ) { book in
    try ZipArchive(WordDocument(book).entries).bytes()
  }
}
