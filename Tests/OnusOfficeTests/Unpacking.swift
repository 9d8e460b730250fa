#if Office
  import CZip
  import Testing

  struct Malformed: Error { var reason: String }

  /// The files of an archive, in their order.
  func unpacked(_ bytes: [UInt8]) throws -> [(path: String, text: String)] {
    try bytes.withUnsafeBytes { buffer in
      let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, nil)
      guard let archive = zip_open_from_source(source, ZIP_CHECKCONS | ZIP_RDONLY, nil) else {
        throw Malformed(reason: "no archive")
      }
      defer { zip_discard(archive) }
      return try (0..<zip_get_num_entries(archive, 0)).map { index in
        var status = zip_stat_t()
        guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0, let name = status.name,
          let file = zip_fopen_index(archive, zip_uint64_t(index), 0)
        else { throw Malformed(reason: "no file \(index)") }
        defer { zip_fclose(file) }
        var content = [UInt8](repeating: 0, count: Int(status.size))
        guard zip_fread(file, &content, status.size) == status.size,
          let text = String(validating: content, as: UTF8.self)
        else { throw Malformed(reason: "file \(index) cannot be read") }
        return (String(cString: name), text)
      }
    }
  }

  /// One file of an archive.
  func part(_ path: String, of bytes: [UInt8]) throws -> String {
    try #require(try unpacked(bytes).first { $0.path == path }, "there is no \(path)").text
  }

  /// Expects every element to be closed in the order in which it was opened, and no character that XML lacks.
  func expectWellFormed(_ xml: String, _ path: String) throws {
    #expect(
      !xml.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || $0 == "\u{FFFF}" })
    var open: [Substring] = []
    var rest = xml[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else {
        throw Malformed(reason: "unclosed tag in \(path)")
      }
      let tag = rest[rest.index(after: start)..<end]
      let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
      if tag.hasPrefix("/") {
        #expect(open.popLast() == tag.dropFirst(), "\(path)")
      } else if !tag.hasSuffix("/"), !tag.hasPrefix("?") {
        open.append(name)
      }
      rest = rest[rest.index(after: end)...]
    }
    #expect(open.isEmpty, "\(path)")
  }

  extension String {
    /// How often a text occurs.
    func count(of text: String) -> Int { ranges(of: text).count }
  }
#endif
