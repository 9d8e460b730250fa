internal import OnusModel

extension Workbook {
  /// The workbook as an .xlsx file.
  ///
  /// The same workbook gives the same bytes: the properties of the document say 1 January 1980. What Excel
  /// cannot hold is made to fit: names of sheets get at most 31 characters and differ, texts of more than 32,767
  /// characters are cut and say so, and characters that XML does not know become U+FFFD.
  ///
  /// - Throws: A `Diagnostic` with code `cannot-write` when no temporary file can be written, or with code
  ///   `not-built` when Onus was built without the trait `Office`.
  public func bytes() throws -> [UInt8] {
    #if Office
      let folder = try ScratchFolder()
      defer { folder.remove() }
      let file = try WorkbookFile(self, in: folder)
      try file.write()
      return try folder.content(of: WorkbookFile.name)
    #else
      throw Diagnostic.withoutOffice
    #endif
  }
}
