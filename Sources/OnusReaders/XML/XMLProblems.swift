internal import CLibXML2
internal import OnusModel

/// libxml2's messages about one file as diagnostics.
struct XMLProblems {
  /// What has not been delivered yet.
  var pending: [Diagnostic] = []
  /// The first message after which the file is no XML any more.
  private(set) var fatal: Diagnostic?

  private let file: String
  private var messages: Set<String> = []
  private static let maximumCount = 100

  init(file: String) { self.file = file }

  mutating func add(_ error: UnsafePointer<xmlError>, _ parser: xmlParserCtxtPtr) {
    guard fatal == nil, error.pointee.code != XML_ERR_USER_STOP.rawValue else { return }
    let text = Self.cleaned(error.pointee.message)
    let place = SourceLocation(
      file: file, line: Int(error.pointee.line), column: Int(error.pointee.int2))
    if error.pointee.level == XML_ERR_FATAL {
      fatal = Self.fatal(error, text, at: place, parser)
      return
    }
    let problem =
      error.pointee.code == XML_WAR_UNDECLARED_ENTITY.rawValue
      ? Self.unknownEntity(error, at: place, parser) : Diagnostic(.warning, "doubtful-xml", text, at: place)
    // One wrong namespace can make a message for each of a million tags.
    let isEntity = problem.code == "unknown-entity"
    guard messages.count < Self.maximumCount, messages.insert(isEntity ? problem.description : text).inserted
    else { return }
    pending.append(problem)
    if messages.count == Self.maximumCount {
      let note = "further messages about this file's XML are left out"
      pending.append(Diagnostic(.note, "doubtful-xml", note, at: SourceLocation(file: file)))
    }
  }

  private static func unknownEntity(
    _ error: UnsafePointer<xmlError>, at place: SourceLocation, _ parser: xmlParserCtxtPtr
  ) -> Diagnostic {
    let name = error.pointee.str1.map { String(cString: $0) } ?? ""
    return Diagnostic(
      .error, "unknown-entity", "the entity &\(name); is not one of XML's own and is not expanded",
      at: stepping(place, backTo: 0x26, parser),
      notes: [.init("Write the character itself, or its number as in &#233;.")])
  }

  private static func fatal(
    _ error: UnsafePointer<xmlError>, _ text: String, at place: SourceLocation, _ parser: xmlParserCtxtPtr
  ) -> Diagnostic {
    switch error.pointee.code {
    case Int32(XML_ERR_DOCUMENT_EMPTY.rawValue) where isAtEnd(parser):
      return Diagnostic(.error, "empty-file", "the file holds nothing", at: SourceLocation(file: place.file))
    case Int32(XML_ERR_UNDECLARED_ENTITY.rawValue):
      return unknownEntity(error, at: place, parser)
    case Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue):
      return Diagnostic(
        .error, "malformed-xml", "malformed XML: " + text, at: stepping(place, backTo: 0x3C, parser))
    default:
      return Diagnostic(.error, "malformed-xml", "malformed XML: " + text, at: place)
    }
  }

  /// The message on one line, in lower case and without a full stop, as our own messages are.
  private static func cleaned(_ message: UnsafePointer<CChar>?) -> String {
    guard let message else { return "unknown error" }
    let text = String(cString: message).collapsed.replacing(" !", with: "")
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private static func isAtEnd(_ parser: xmlParserCtxtPtr) -> Bool {
    onus_xml_cursor(parser).map { $0.pointee == 0 } ?? true
  }

  /// The place of the nearest such character before the place, when it is on the same line.
  private static func stepping(
    _ place: SourceLocation, backTo byte: UInt8, _ parser: xmlParserCtxtPtr
  ) -> SourceLocation {
    guard let start = onus_xml_buffer_start(parser), var cursor = onus_xml_cursor(parser) else {
      return place
    }
    var result = place
    while cursor > start, result.column > 1 {
      cursor -= 1
      if cursor.pointee == 0x0A { return place }
      if cursor.pointee & 0xC0 != 0x80 { result.column -= 1 }
      if cursor.pointee == byte { return result }
    }
    return place
  }
}
