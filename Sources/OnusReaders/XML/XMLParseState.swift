internal import CLibXML2
internal import OnusModel

/// What libxml2's callbacks work on: the tree of the current record and the place in the file.
///
/// It is reached through a pointer, and so free of the checks for overlapping access that a class has.
struct XMLParseState: ~Copyable {
  private let parser: xmlParserCtxtPtr
  private let tree: UnsafeMutablePointer<XMLTree>
  private let stream: CorpusFileStream
  private let records: [UInt32]?
  /// Where what follows the root's start tag stands, in a piece of a file.
  private let pieceStart: onus_xml_place?

  /// The element that is open; -1 before the root.
  private var current = -1
  /// The record that is open; -1 outside of records.
  private var record = -1
  /// Where the latest event ended, and so where the next one starts.
  private var place = onus_xml_place(line: 1, column: 1)

  private var problems: XMLProblems
  private var failure: (any Error)?
  var deliver: ((XMLEvent) throws -> Void)?

  /// Bounds of one record: a hostile file must not fill the memory.
  private static let maximumTextLength = 1 << 28
  private static let maximumNodeCount = 1 << 23

  init(
    parser: xmlParserCtxtPtr, tree: UnsafeMutablePointer<XMLTree>, stream: CorpusFileStream,
    records: [UInt32]?, start: SourceLocation?
  ) {
    self.parser = parser
    pieceStart = start.map { onus_xml_place(line: Int32($0.line), column: Int32($0.column)) }
    self.tree = tree
    self.stream = stream
    self.records = records
    problems = XMLProblems(file: tree.pointee.file)
  }

  // MARK: Input

  mutating func read(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Int32 {
    do {
      return Int32(try stream.read(into: target, count: count))
    } catch {
      var error = error
      if var diagnostic = error as? Diagnostic {
        diagnostic.location?.line = Int(onus_xml_line(parser))
        diagnostic.location?.column = Int(onus_xml_column(parser))
        error = diagnostic
      }
      if failure == nil { failure = error }
      return -1
    }
  }

  // MARK: Events

  /// Takes a start tag.
  ///
  /// Nearly all are inside a record and have a name that has been there before. For these, and for the texts and end
  /// tags within records, a callback calls nothing before it returns, and needs no registers to be saved.
  @inline(__always)
  mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, _ attributeCount: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard record >= 0, namespace == nil, let number = tree.pointee.knownNumber(ofName: name),
      tree.pointee.nodes.hasRoom(for: 1)
    else { return startAnywhere(name, namespace, attributeCount, attributes) }
    open(number, 0, in: current, attributeCount, at: place)
    if let attributes, attributeCount > 0 { append(attributes, count: attributeCount) }
  }

  @inline(never)
  private mutating func startAnywhere(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, _ attributeCount: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let number = tree.pointee.number(ofName: name)
    let ancestor = current
    tree.pointee.nodes.makeRoom(for: 1)
    open(
      number, tree.pointee.number(ofName: namespace), in: max(ancestor, 0), attributeCount,
      at: ancestor < 0 ? startOfRoot() : place)
    if let attributes, attributeCount > 0 { append(attributes, count: attributeCount) }
    if record < 0, records?.contains(number) ?? true { beginRecord(current, below: ancestor) }
    if current == 0, let pieceStart {
      place = pieceStart
      onus_xml_set_position(parser, place.line, place.column - 1)
    }
    if current > Self.maximumNodeCount { refuseSize() }
  }

  /// Appends an element, which is then the one that is open, where there is room for it.
  @inline(__always)
  private mutating func open(
    _ name: UInt32, _ namespace: UInt32, in parent: Int, _ attributeCount: Int, at start: onus_xml_place
  ) {
    current = tree.pointee.nodes.count
    tree.pointee.nodes.appendToRoom(
      XMLTree.Node(
        name: name, namespace: namespace, parent: UInt32(truncatingIfNeeded: parent),
        textStart: UInt32(truncatingIfNeeded: tree.pointee.text.count),
        firstAttribute: UInt32(truncatingIfNeeded: tree.pointee.attributes.count),
        attributeCount: UInt32(truncatingIfNeeded: attributeCount),
        line: UInt32(bitPattern: start.line), column: UInt32(bitPattern: start.column)))
    place = onus_xml_current_place(parser)
    place.column &+= 1
  }

  @inline(never)
  private mutating func append(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, count: Int
  ) {
    tree.pointee.append(attributes, count: count)
    if tree.pointee.attributeText.count > Self.maximumTextLength { refuseSize() }
  }

  private mutating func beginRecord(_ index: Int, below ancestor: Int) {
    record = index
    var ancestor = ancestor
    while ancestor >= 0, !tree.pointee.nodes[ancestor].holdsRecord {
      tree.pointee.nodes[ancestor].holdsRecord = true
      if ancestor == 0 { break }
      ancestor = Int(tree.pointee.nodes[ancestor].parent)
    }
  }

  @inline(__always)
  mutating func end() {
    guard current >= 0 else { return }
    let index = current
    tree.pointee.nodes[index].end = UInt32(truncatingIfNeeded: tree.pointee.nodes.count)
    tree.pointee.nodes[index].textEnd = UInt32(truncatingIfNeeded: tree.pointee.text.count)
    let parent = Int(tree.pointee.nodes[index].parent)
    current = index == 0 ? -1 : parent
    markPosition()
    if record < 0 || index == record { close(index, in: parent) }
  }

  /// Hands on a record, or what is outside of records.
  @inline(never)
  private mutating func close(_ index: Int, in parent: Int) {
    guard failure == nil else { return }
    if index == record {
      record = -1
      send(.record(XMLElement(tree: tree, index: index)))
      tree.pointee.truncate(to: index)
    } else if record < 0, parent == 0 || tree.pointee.nodes[parent].holdsRecord {
      send(.outside(XMLElement(tree: tree, index: index)))
      tree.pointee.truncate(to: index)
    }
  }

  @inline(__always)
  mutating func characters(_ bytes: UnsafePointer<xmlChar>, _ count: Int) {
    markPosition()
    guard current >= 0 else { return }
    if XMLText.isBlank(bytes, count) {
      // Layout between the records would pile up.
      if record < 0 { return }
    } else {
      tree.pointee.nodes[current].hasOwnText = true
    }
    if !tree.pointee.text.appendShort(bytes, count: count) { appendLong(bytes, count) }
  }

  @inline(never)
  private mutating func appendLong(_ bytes: UnsafePointer<xmlChar>, _ count: Int) {
    tree.pointee.text.append(bytes, count: count)
    if tree.pointee.text.count > Self.maximumTextLength { refuseSize() }
  }

  /// Keeps a reference to an entity that is not expanded as it stands.
  mutating func reference(_ name: UnsafePointer<xmlChar>) {
    markPosition()
    guard current >= 0 else { return }
    tree.pointee.nodes[current].hasOwnText = true
    tree.pointee.text.append(0x26)
    var character = name
    while character.pointee != 0 {
      tree.pointee.text.append(character.pointee)
      character += 1
    }
    tree.pointee.text.append(0x3B)
  }

  @inline(__always)
  mutating func markPosition() {
    place = onus_xml_current_place(parser)
  }

  mutating func report(_ error: UnsafePointer<xmlError>) { problems.add(error, parser) }

  mutating func add(_ problem: Diagnostic) { problems.pending.append(problem) }

  func acceptUnknownEntities() { onus_xml_accept_unknown_entities(parser) }

  // MARK: Outcome

  /// Ends the elements that the file left open.
  mutating func closeAll() {
    while current >= 0 {
      tree.pointee.nodes[current].end = UInt32(truncatingIfNeeded: tree.pointee.nodes.count)
      tree.pointee.nodes[current].textEnd = UInt32(truncatingIfNeeded: tree.pointee.text.count)
      current = current == 0 ? -1 : Int(tree.pointee.nodes[current].parent)
    }
  }

  /// Throws what ended the reading too early, if anything did.
  mutating func finish() throws {
    if let failure { throw failure }
    sendProblems()
    if let failure { throw failure }
    if let fatal = problems.fatal { throw fatal }
    guard onus_xml_is_well_formed(parser) != 0 else {
      throw Diagnostic(
        .error, "malformed-xml", "malformed XML",
        at: SourceLocation(file: tree.pointee.file, line: Int(place.line), column: Int(place.column)))
    }
  }

  private mutating func send(_ event: XMLEvent) {
    sendProblems()
    guard failure == nil, let deliver else { return }
    do { try deliver(event) } catch { stop(error) }
  }

  private mutating func sendProblems() {
    guard !problems.pending.isEmpty, failure == nil, let deliver else { return }
    do {
      for problem in problems.pending { try deliver(.problem(problem)) }
    } catch { stop(error) }
    problems.pending.removeAll()
  }

  private mutating func stop(_ error: any Error) {
    failure = error
    xmlStopParser(parser)
  }

  @inline(never)
  private mutating func refuseSize() {
    guard failure == nil else { return }
    let place = SourceLocation(file: tree.pointee.file, line: Int(place.line), column: Int(place.column))
    stop(Diagnostic(.error, "record-too-large", "a record grows beyond 256 MB up to here", at: place))
  }

  /// The place of the root's `<`, looked for backwards from the end of its start tag.
  private func startOfRoot() -> onus_xml_place {
    var line = onus_xml_line(parser)
    guard let start = onus_xml_buffer_start(parser), var cursor = onus_xml_cursor(parser) else {
      return onus_xml_current_place(parser)
    }
    let end = cursor
    while cursor > start, cursor.pointee != 0x3C {
      cursor -= 1
      if cursor.pointee == 0x0A { line -= 1 }
    }
    if line == onus_xml_line(parser) {
      let width = UnsafeBufferPointer(start: cursor, count: end - cursor).count { $0 & 0xC0 != 0x80 }
      return onus_xml_place(line: line, column: onus_xml_column(parser) - Int32(width))
    }
    var column: Int32 = 1
    while cursor > start, (cursor - 1).pointee != 0x0A {
      cursor -= 1
      if cursor.pointee & 0xC0 != 0x80 { column += 1 }
    }
    return onus_xml_place(line: line, column: column)
  }
}
