internal import CLibXML2
internal import OnusModel

/// What libxml2's callbacks work on: the tree of the current record and the place in the file.
///
/// It is reached through a pointer, and so free of the checks for overlapping access that a class has.
struct XMLParseState: ~Copyable {
  private let parser: xmlParserCtxtPtr
  private let cursor: UnsafePointer<onus_xml_place>
  private let tree: UnsafeMutablePointer<XMLTree>
  private let stream: CorpusFileStream
  private let records: [UInt32]?
  /// Where what follows the root's start tag stands, in a piece of a file.
  private let pieceStart: onus_xml_place?

  /// The element that is open; -1 before the root.
  private var current = -1
  /// The record that is open.
  ///
  /// What is open inside a record has an index that is no smaller, and outside of records one that is.
  private var record = outsideOfRecords
  /// Where the latest event ended, and so where the next one starts.
  private var place = onus_xml_place(line: 1, column: 1)

  private var problems: XMLProblems
  private var failure: (any Error)?
  var deliver: ((XMLEvent) throws -> Void)?

  private static let outsideOfRecords = Int.max

  @inline(__always)
  private var isInRecord: Bool { record != Self.outsideOfRecords }

  /// Bounds of one record: a hostile file must not fill the memory.
  private static let maximumTextLength = 1 << 28
  private static let maximumNodeCount = 1 << 23

  init(
    parser: xmlParserCtxtPtr, tree: UnsafeMutablePointer<XMLTree>, stream: CorpusFileStream,
    records: [UInt32]?, start: SourceLocation?
  ) {
    self.parser = parser
    cursor = onus_xml_current_place(parser)
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

  // These take the pointer that libxml2 hands on, and what is rare is a function of its own: a callback then mostly
  // calls nothing before it returns, and needs no registers to be saved.

  /// Takes a start tag; nearly all are inside a record and have a name that has been there before.
  @inline(__always)
  static func start(
    _ state: UnsafeMutablePointer<XMLParseState>, _ name: UnsafePointer<xmlChar>,
    _ namespace: UnsafePointer<xmlChar>?, _ attributeCount: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let tree = state.pointee.tree
    guard namespace == nil, state.pointee.isInRecord,
      let number = tree.pointee.knownNumber(ofName: name), tree.pointee.nodes.hasRoom(for: 1)
    else { return startAnywhere(state, name, namespace, attributeCount, attributes) }
    open(state, number, in: state.pointee.current, attributeCount, at: state.pointee.place)
    if attributeCount > 0 { append(state, attributes, count: attributeCount) }
  }

  @inline(never)
  private static func startAnywhere(
    _ state: UnsafeMutablePointer<XMLParseState>, _ name: UnsafePointer<xmlChar>,
    _ namespace: UnsafePointer<xmlChar>?, _ attributeCount: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let tree = state.pointee.tree
    let number = tree.pointee.number(ofName: name)
    let ancestor = state.pointee.current
    tree.pointee.nodes.makeRoom(for: 1)
    open(
      state, number, in: max(ancestor, 0), attributeCount,
      at: ancestor < 0 ? state.pointee.startOfRoot() : state.pointee.place)
    if let namespace {
      tree.pointee.nodes[state.pointee.current].namespace = tree.pointee.number(ofName: namespace)
    }
    if attributeCount > 0 { append(state, attributes, count: attributeCount) }
    state.pointee.opened(number, below: ancestor)
  }

  /// Appends an element, which is then the one that is open, where there is room for it.
  @inline(__always)
  private static func open(
    _ state: UnsafeMutablePointer<XMLParseState>, _ name: UInt32, in parent: Int, _ attributeCount: Int,
    at start: onus_xml_place
  ) {
    let tree = state.pointee.tree
    state.pointee.current = tree.pointee.nodes.count
    let node = XMLTree.Node(
      name: name, parent: UInt32(truncatingIfNeeded: parent),
      textStart: UInt32(truncatingIfNeeded: tree.pointee.text.count),
      firstAttribute: UInt32(truncatingIfNeeded: tree.pointee.attributes.count),
      attributeCount: UInt32(truncatingIfNeeded: attributeCount),
      line: UInt32(bitPattern: start.line), column: UInt32(bitPattern: start.column))
    tree.pointee.nodes.appendToRoom(node)
    state.pointee.place = onus_xml_place(
      line: state.pointee.cursor.pointee.line, column: state.pointee.cursor.pointee.column &+ 1)
  }

  @inline(never)
  private static func append(
    _ state: UnsafeMutablePointer<XMLParseState>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    count: Int
  ) {
    guard let attributes else { return }
    state.pointee.tree.pointee.append(attributes, count: count)
    if state.pointee.tree.pointee.attributeText.count > maximumTextLength { state.pointee.refuseSize() }
  }

  /// Looks at an element that is outside of records, new in name or in a namespace.
  private mutating func opened(_ name: UInt32, below ancestor: Int) {
    if !isInRecord, records?.contains(name) ?? true { beginRecord(current, below: ancestor) }
    if current == 0, let pieceStart {
      place = pieceStart
      onus_xml_set_position(parser, place.line, place.column - 1)
    }
    if current > Self.maximumNodeCount { refuseSize() }
  }

  private mutating func beginRecord(_ index: Int, below ancestor: Int) {
    record = index
    var ancestor = ancestor
    while ancestor >= 0, !tree.pointee.nodes[ancestor].marks.contains(.holdsRecord) {
      tree.pointee.nodes[ancestor].marks.insert(.holdsRecord)
      if ancestor == 0 { break }
      ancestor = Int(tree.pointee.nodes[ancestor].parent)
    }
  }

  @inline(__always)
  static func end(_ state: UnsafeMutablePointer<XMLParseState>) {
    let index = state.pointee.current
    guard index >= 0 else { return }
    let tree = state.pointee.tree
    let end = UInt32(truncatingIfNeeded: tree.pointee.nodes.count)
    let textEnd = UInt32(truncatingIfNeeded: tree.pointee.text.count)
    let node = tree.pointee.nodes.start + index
    node.pointee.end = end
    node.pointee.textEnd = textEnd
    let parent = Int(node.pointee.parent)
    state.pointee.current = parent
    state.pointee.markPosition()
    if index <= state.pointee.record { close(state, index, in: parent) }
  }

  /// Hands on a record, or what is outside of records.
  @inline(never)
  private static func close(_ state: UnsafeMutablePointer<XMLParseState>, _ index: Int, in parent: Int) {
    state.pointee.close(index, in: parent)
  }

  private mutating func close(_ index: Int, in parent: Int) {
    if index == 0 { current = -1 }
    guard failure == nil else { return }
    if index == record {
      record = Self.outsideOfRecords
      send(.record(XMLElement(tree: tree, index: index)))
      tree.pointee.truncate(to: index)
    } else if parent == 0 || tree.pointee.nodes[parent].marks.contains(.holdsRecord) {
      send(.outside(XMLElement(tree: tree, index: index)))
      tree.pointee.truncate(to: index)
    }
  }

  /// Takes text; the layout between the records, which would pile up, is not kept.
  @inline(__always)
  static func characters(
    _ state: UnsafeMutablePointer<XMLParseState>, _ bytes: UnsafePointer<xmlChar>, _ count: Int
  ) {
    state.pointee.markPosition()
    let tree = state.pointee.tree
    if XMLText.isIndentation(bytes, count) {
      guard state.pointee.isInRecord else { return }
    } else if count > 0, bytes.pointee > 0x20 {
      guard state.pointee.current >= 0 else { return }
      tree.pointee.nodes[state.pointee.current].marks.insert(.hasOwnText)
    } else {
      return charactersAnywhere(state, bytes, count)
    }
    if !tree.pointee.text.appendShort(bytes, count: count) { appendLong(state, bytes, count) }
  }

  @inline(never)
  private static func charactersAnywhere(
    _ state: UnsafeMutablePointer<XMLParseState>, _ bytes: UnsafePointer<xmlChar>, _ count: Int
  ) {
    if !XMLText.isBlank(UnsafeBufferPointer(start: bytes, count: count)) {
      guard state.pointee.current >= 0 else { return }
      state.pointee.tree.pointee.nodes[state.pointee.current].marks.insert(.hasOwnText)
    } else if !state.pointee.isInRecord {
      return
    }
    if !state.pointee.tree.pointee.text.appendShort(bytes, count: count) { appendLong(state, bytes, count) }
  }

  @inline(never)
  private static func appendLong(
    _ state: UnsafeMutablePointer<XMLParseState>, _ bytes: UnsafePointer<xmlChar>, _ count: Int
  ) {
    state.pointee.tree.pointee.text.append(bytes, count: count)
    if state.pointee.tree.pointee.text.count > maximumTextLength { state.pointee.refuseSize() }
  }

  /// Keeps a reference to an entity that is not expanded as it stands.
  mutating func reference(_ name: UnsafePointer<xmlChar>) {
    markPosition()
    guard current >= 0 else { return }
    tree.pointee.nodes[current].marks.insert(.hasOwnText)
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
    place = cursor.pointee
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
      return self.cursor.pointee
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
