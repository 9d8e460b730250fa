internal import Foundation
internal import OnusModel
public import OnusTables

extension Picture {
  /// The picture as PNG, drawn by librsvg's command `rsvg-convert`.
  ///
  /// Its fonts are those of the system, so the same picture may differ between systems; the SVG does not.
  ///
  /// - Parameters:
  ///   - width: The width in pixels; twice that of the drawing when `nil`, so that small print stays sharp.
  ///   - program: The name or the path of the command.
  /// - Throws: A `Diagnostic` with code `no-such-program`, with what to install, or `cannot-draw-png` when the
  ///   command gives no PNG.
  public func png(width: Int? = nil, program: String = "rsvg-convert") throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "onus-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Self.failure(program, "\(folder.path) cannot be made")
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let drawing = folder.appending(path: "picture.svg")
    let image = folder.appending(path: "picture.png")
    do {
      try Data(svg).write(to: drawing)
    } catch {
      throw Self.failure(program, "\(folder.path) cannot be written")
    }

    let size = width.map { ["--width", String($0), "--keep-aspect-ratio"] } ?? ["--zoom", "2"]
    let convert = Process()
    let messages = Pipe()
    // `env` looks the program up in PATH, and says by 127 that there is none.
    convert.executableURL = URL(filePath: "/usr/bin/env")
    convert.arguments = [program, "--format", "png", "--output", image.path] + size + [drawing.path]
    convert.standardError = messages
    do { try convert.run() } catch { throw Self.failure(program, "it cannot be started") }
    let words = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    convert.waitUntilExit()

    if convert.terminationReason == .exit, convert.terminationStatus == 127 {
      var problem = Diagnostic(
        .error, "no-such-program", "PNG is drawn by librsvg's program \(program), which is not installed")
      problem.remedy =
        "install librsvg2-bin (Debian, Ubuntu), librsvg2-tools (Fedora), rsvg-convert (Alpine) "
        + "or librsvg (Homebrew), or write the picture as SVG"
      throw problem
    }
    guard convert.terminationReason == .exit, convert.terminationStatus == 0,
      let bytes = try? Data(contentsOf: image), bytes.starts(with: Self.signature)
    else { throw Self.failure(program, words.isEmpty ? "it gives no reason" : words.collapsed) }
    return Array(bytes)
  }

  private static func failure(_ program: String, _ reason: String) -> Diagnostic {
    Diagnostic(.error, "cannot-draw-png", "\(program) made no PNG: \(reason)")
  }

  /// The first eight bytes of every PNG (ISO/IEC 15948, 5.2).
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
}
