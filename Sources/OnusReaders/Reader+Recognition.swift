internal import OnusModel

extension Reader {
  /// How a file of a format is told from others.
  public enum Recognition: Sendable {
    /// By the outermost element of an XML file.
    case xml([XMLRoot])

    /// By the first bytes, unpacked, of a file that is not XML.
    case text(@Sendable (_ firstBytes: [UInt8]) -> Bool)
  }

  /// The outermost element of an XML format.
  public struct XMLRoot: Hashable, Sendable {
    /// The element's name without prefix.
    public var localName: String

    /// What the element's namespace starts with; empty for an element without namespace, `nil` when the
    /// namespace does not matter.
    public var namespacePrefix: String?

    /// The local name of an element that is near the start of the file, for formats that come in a common
    /// envelope; `nil` when the root says enough.
    public var contained: String?

    /// The local name of an element that is not near the start of the file; `nil` when any may be there.
    public var missing: String?

    /// The namespace of an element that is near the start of the file, for formats that come in a common
    /// envelope and have no name of their own in common; `nil` when it does not matter.
    public var containedNamespace: String?

    /// Describes an outermost element.
    public init(
      _ localName: String, namespacePrefix: String? = nil, containing contained: String? = nil,
      lacking missing: String? = nil, namespace containedNamespace: String? = nil
    ) {
      self.localName = localName
      self.namespacePrefix = namespacePrefix
      self.contained = contained
      self.missing = missing
      self.containedNamespace = containedNamespace
    }

    func matches(_ outline: XMLOutline) -> Bool {
      guard outline.root.localName == localName else { return false }
      if let contained, !outline.localNames.contains(contained) { return false }
      if let missing, outline.localNames.contains(missing) { return false }
      if let containedNamespace, !outline.namespaces.contains(containedNamespace) { return false }
      guard let namespacePrefix else { return true }
      guard let namespace = outline.root.namespace else { return namespacePrefix.isEmpty }
      return !namespacePrefix.isEmpty && namespace.hasPrefix(namespacePrefix)
    }
  }

  /// The reader for a file, told by what the file holds and not by its name.
  ///
  /// - Throws: A `Diagnostic` with the code `unrecognised-format` that says what the file looks like, or one
  ///   that says why the file cannot be read.
  public static func recognizing(_ file: CorpusFile) throws -> Reader {
    let all = all.filter { $0.alternative == nil }
    let bytes = try file.firstBytes(1 << 16)
    var appearance: String
    var failure: Diagnostic?
    if XMLOutline.isLikely(bytes) {
      do {
        let outline = try XMLOutline(firstBytes: bytes, file: file)
        if let reader = all.first(where: { $0.recognises(outline) }) { return reader }
        appearance = "an XML file whose outermost element is \(outline.root)"
      } catch let diagnostic as Diagnostic {
        appearance = "XML"
        failure = diagnostic
      }
    } else {
      appearance = "a file that starts with \(quoted(bytes))"
    }
    if let reader = all.first(where: { $0.recognises(bytes) }) { return reader }
    if let failure { throw failure }
    throw Diagnostic(
      .error, "unrecognised-format", "no reader knows this format: it is \(appearance)", at: file.location,
      notes: [.init("Formats tried: " + all.map(\.format.title).joined(separator: ", ") + ".")])
  }

  /// Whether a file is of this format, or of the one whose files it reads in another way.
  ///
  /// - Throws: A `Diagnostic` when the file cannot be read.
  public func recognises(_ file: CorpusFile) throws -> Bool {
    let bytes = try file.firstBytes(1 << 16)
    if recognises(bytes) { return true }
    guard XMLOutline.isLikely(bytes), let outline = try? XMLOutline(firstBytes: bytes, file: file) else {
      return false
    }
    return recognises(outline)
  }

  private func recognises(_ outline: XMLOutline) -> Bool {
    guard case .xml(let roots) = recognition else { return false }
    return roots.contains { $0.matches(outline) }
  }

  private func recognises(_ firstBytes: [UInt8]) -> Bool {
    guard case .text(let matches) = recognition else { return false }
    return matches(firstBytes)
  }

  /// The start of a file in a form that fits into a message.
  private static func quoted(_ bytes: [UInt8]) -> String {
    let printable = bytes.prefix(16).allSatisfy {
      $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 9
    }
    if printable {
      let text = String(decoding: bytes.prefix(80), as: UTF8.self).collapsed
      return "\"\(text.prefix(40))\""
    }
    let digits = bytes.prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return "the bytes \(digits.joined(separator: " "))"
  }
}
