internal import CLibXML2
package import OnusModel

/// What an XML file consists of, for a reader of records.
package enum XMLEvent {
  /// A record is complete.
  case record(XMLElement)

  /// An element that is no record and in none is complete: what stands beside or around the records.
  case outside(XMLElement)

  /// Something is wrong, and reading goes on.
  case problem(Diagnostic)
}

/// Reads an XML file record by record; in memory there is never more than one record.
///
/// Nothing outside the file is ever fetched, entities other than XML's own five are not expanded, and depth
/// and size are bounded, so that a hostile file costs no more than a diagnostic.
package final class XMLRecordParser {
  private let state: UnsafeMutablePointer<XMLParseState>
  private let tree: UnsafeMutablePointer<XMLTree>
  private let parser: xmlParserCtxtPtr

  /// libxml2 sets up its tables once, before any thread parses.
  private static let isLibraryReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - file: The file, plain or compressed with gzip.
  ///   - records: The names, without prefix, of the elements that are records. One inside another belongs
  ///     to the outer one. `nil` makes the whole file one record.
  ///   - start: Where what follows the root's start tag stands in the file of which this is a piece; `nil` for
  ///     a whole file.
  /// - Throws: A `Diagnostic` when the file cannot be read or is empty.
  package init(_ file: CorpusFile, records: [String]?, start pieceStart: SourceLocation? = nil) throws {
    let stream = try CorpusFileStream(file)
    let start = try stream.skipToXML()
    _ = Self.isLibraryReady
    state = .allocate(capacity: 1)
    guard let parser = Self.makeParser(state) else {
      state.deallocate()
      throw Diagnostic(.error, "unreadable-file", "there is no memory to read the file", at: file.location)
    }
    self.parser = parser
    onus_xml_set_options(parser)
    onus_xml_set_position(parser, start.line, start.column)
    tree = .allocate(capacity: 1)
    tree.initialize(to: XMLTree(file: file.name, dictionary: onus_xml_dictionary(parser)))
    let names = records?.map { tree.pointee.number(ofText: $0) }
    state.initialize(
      to: XMLParseState(parser: parser, tree: tree, stream: stream, records: names, start: pieceStart))
    if let skipped = start.skipped { state.pointee.add(skipped) }
  }

  deinit {
    onus_xml_free(parser)
    state.deinitialize(count: 1)
    state.deallocate()
    tree.deinitialize(count: 1)
    tree.deallocate()
  }

  /// Reads the whole file, which a parser does only once.
  ///
  /// - Parameter body: Called for each event, in the order of the file; elements are valid only during the
  ///   call. What it throws ends the reading.
  /// - Throws: What `body` throws, or a `Diagnostic` with the code `malformed-xml` at the place where the
  ///   file stops being XML; all records before that place have been delivered.
  package func parse(_ body: (XMLEvent) throws -> Void) throws {
    try withoutActuallyEscaping(body) { body in
      state.pointee.deliver = body
      defer { state.pointee.deliver = nil }
      xmlParseDocument(parser)
      try state.pointee.finish()
    }
  }

  /// The outermost element, as far as it has been read, after a file that ended too early.
  var openRoot: XMLElement? {
    guard tree.pointee.nodes.count > 0 else { return nil }
    state.pointee.closeAll()
    return XMLElement(tree: tree, index: 0)
  }

  private static func makeParser(_ state: UnsafeMutablePointer<XMLParseState>) -> xmlParserCtxtPtr? {
    var handler = XMLParseState.handler
    return xmlCreateIOParserCtxt(
      &handler, state,
      { context, target, count in
        guard let context, let target else { return -1 }
        let state = context.assumingMemoryBound(to: XMLParseState.self)
        return target.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { target in
          state.pointee.read(into: target, count: Int(count))
        }
      },
      nil, state, XML_CHAR_ENCODING_NONE)
  }
}
