extension Writer {
  /// Every format, in the order in which they are listed to people.
  public static let all: [Writer] =
    [.text, .markdown, .html, .csv, .tsv, .json, .latex] + BookWriter.all.map(Writer.init)
}
