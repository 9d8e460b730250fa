import CLibXML2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OnusModel
import OnusReaders

extension Benchmark {
  /// How long reading takes, beside libxml2 with handlers that do nothing.
  static let reading = Benchmark(
    name: "reading", title: "Complete references from a file, beside libxml2 with empty handlers"
  ) { input in
    let bytes = try CorpusFile(path: input.file).bytes()
    let plain = input.folder + "/reading.xml"
    try write(bytes, to: plain)
    let runs = 5
    let empty = try Elapsed.median(of: runs) { _ in
      try expect(parseWithEmptyHandlers(plain), "libxml2 cannot read the file")
    }
    var figures = [Figure("libxml2, empty handlers", empty.description)]
    for (name, path, threads) in [
      ("one thread", plain, 1), ("\(CorpusFile.processorCount) threads", plain, CorpusFile.processorCount),
      ("the file as it is, one parser", input.file, 1),
    ] {
      var counts: Set<Int> = []
      let time = try Elapsed.median(of: runs) { _ in
        var file = CorpusFile(path: path, name: "pubmed.xml")
        file.threadCount = threads
        var count = 0
        try Reader.pubmed.read(file) { if case .record(.reference) = $0 { count += 1 } }
        counts.insert(count)
      }
      try expect(counts.count == 1 && counts.first ?? 0 > 0, "the records are not the same each time")
      let ratio = time.processor / empty.processor
      figures.append(
        Figure(
          name,
          """
          \(time.description), \(ratio.rounded(digits: 2)) × in processor time, \
          \((time.wall / empty.wall).rounded(digits: 2)) × on the clock
          """, ratio: ratio))
    }
    return figures
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw WrongResult(description: "\(path) cannot be written") }
    defer { fclose(file) }
    try expect(fwrite(bytes, 1, bytes.count, file) == bytes.count, "\(path) cannot be written")
  }

  /// Parses a file and looks at nothing in it.
  private static func parseWithEmptyHandlers(_ path: String) -> Bool {
    xmlInitParser()
    var handler = xmlSAXHandler()
    onus_xml_use_namespaces(&handler)
    handler.startElementNs = { _, _, _, _, _, _, _, _, _ in }
    handler.endElementNs = { _, _, _, _ in }
    handler.characters = { _, _, _ in }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    guard let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    let parser = xmlCreateIOParserCtxt(
      &handler, nil,
      { context, target, count in
        guard let context, let target else { return -1 }
        return Int32(fread(target, 1, Int(count), context.assumingMemoryBound(to: FILE.self)))
      }, nil, file, XML_CHAR_ENCODING_NONE)
    guard let parser else { return false }
    defer { onus_xml_free(parser) }
    xmlParseDocument(parser)
    return onus_xml_is_well_formed(parser) != 0
  }
}
