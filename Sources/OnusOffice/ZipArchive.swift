internal import OnusModel

#if Office
  internal import CZip
#endif

/// Files packed into one, in their order and without the time of packing: the same files, the same bytes.
public struct ZipArchive: Sendable, Hashable {
  /// One packed file.
  public struct Entry: Sendable, Hashable {
    /// Its path within the archive.
    public var path: String

    /// Its content.
    public var bytes: [UInt8]

    /// Creates a file to be packed.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The files, in the order in which they are packed.
  public var entries: [Entry]

  /// Creates an archive.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// The archive in the form of PKWARE's APPNOTE, each file deflated and dated 1 January 1980.
  ///
  /// - Throws: A `Diagnostic` with code `cannot-write` when memory runs out or two files have one path, or with
  ///   code `not-built` when Onus was built without the trait `Office`.
  public func bytes() throws -> [UInt8] {
    #if Office
      try packed()
    #else
      throw Diagnostic.withoutOffice
    #endif
  }
}

#if Office
  extension ZipArchive {
    private func packed() throws -> [UInt8] {
      var problem = zip_error_t()
      zip_error_init(&problem)
      defer { zip_error_fini(&problem) }
      guard let buffer = zip_source_buffer_create(nil, 0, 0, &problem) else {
        throw Self.failure(&problem)
      }
      defer { zip_source_free(buffer) }
      guard let archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &problem) else {
        throw Self.failure(&problem)
      }
      // Closing the archive gives up one hold on the buffer, which is read afterwards.
      zip_source_keep(buffer)
      var isOpen = true
      defer { if isOpen { zip_discard(archive) } }
      // The contents are not copied and must stay where they are until the archive is closed.
      let contents = entries.map { entry in
        let size = max(entry.bytes.count, 1)
        let content = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
        content.copyBytes(from: entry.bytes)
        return content
      }
      defer { for content in contents { content.deallocate() } }
      for (entry, content) in zip(entries, contents) {
        let size = zip_uint64_t(entry.bytes.count)
        guard let source = zip_source_buffer(archive, content.baseAddress, size, 0) else {
          throw Self.failure(zip_get_error(archive))
        }
        let index = zip_file_add(archive, entry.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
          zip_source_free(source)
          throw Self.failure(zip_get_error(archive))
        }
        // The form keeps local time; given as such, the day does not depend on the time zone.
        zip_file_set_dostime(archive, zip_uint64_t(index), 0, Self.firstDay, 0)
        zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, 6)
      }
      guard zip_close(archive) == 0 else { throw Self.failure(zip_get_error(archive)) }
      isOpen = false
      return try Self.content(of: buffer)
    }

    /// 1 January 1980, the earliest day the form can say: years since 1980 times 512, months times 32, days.
    private static let firstDay: zip_uint16_t = 0 * 512 + 1 * 32 + 1

    private static func content(of buffer: OpaquePointer) throws -> [UInt8] {
      var status = zip_stat_t()
      guard zip_source_stat(buffer, &status) == 0, zip_source_open(buffer) == 0 else {
        throw failure(zip_source_error(buffer))
      }
      defer { zip_source_close(buffer) }
      var bytes = [UInt8](repeating: 0, count: Int(status.size))
      let count = bytes.withUnsafeMutableBytes { zip_source_read(buffer, $0.baseAddress, status.size) }
      guard count == bytes.count else { throw failure(zip_source_error(buffer)) }
      return bytes
    }

    private static func failure(_ problem: UnsafeMutablePointer<zip_error_t>?) -> Diagnostic {
      let reason = problem.flatMap { zip_error_strerror($0) }.map { String(cString: $0).lowercased() }
      return Diagnostic(
        .error, "cannot-write", "the parts cannot be packed into one file: \(reason ?? "unknown reason")")
    }
  }
#endif

extension Diagnostic {
  /// What is said where a build without the trait is asked for a file of Excel or Word.
  static var withoutOffice: Diagnostic {
    Diagnostic(
      .error, "not-built",
      "this build of Onus cannot write Excel and Word; build it with `swift build --traits Office`")
  }
}
