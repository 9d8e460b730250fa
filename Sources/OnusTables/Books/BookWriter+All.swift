extension BookWriter {
  #if Office
    /// Every format of documents; there is none where the package is built without the trait `Office`.
    public static let all: [BookWriter] = [.excel, .word]
  #else
    /// Every format of documents; there is none where the package is built without the trait `Office`.
    public static let all: [BookWriter] = []
  #endif
}
