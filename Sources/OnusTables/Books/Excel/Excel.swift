internal import OnusOffice

extension BookWriter {
  /// A workbook for Excel: a list of its sheets, and one sheet for each table.
  ///
  /// Numbers and days are numbers and days; everything else is words, also what looks like a formula. The head
  /// of a sheet stays in view, comes again on each printed page and can filter; a page is landscape and as wide
  /// as the table. Rows in groups have the group in a first column, and a cell that repeats the one above is
  /// written again, so that sorting and filtering break nothing.
  public static let excel = BookWriter(
    name: "xlsx", title: "Excel workbook", fileExtension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  ) { book in
    let sheets = book.tables.map { ExcelSheet($0, leadsBack: book.hasContents).sheet }
    let contents = book.hasContents ? [ExcelContents(book: book).sheet] : []
    return try Workbook(title: book.title, sheets: contents + sheets).bytes()
  }
}
