internal import OnusModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The files of a corpus folder, named by their paths within it.
struct Folder {
  /// A file and the name that locations in it carry.
  struct File {
    var path: String
    var name: String
  }

  /// Files that can be read, ordered by name so that every machine reads them in the same order.
  var files: [File] = []

  /// Folders that could not be read.
  var problems: [Diagnostic] = []

  /// Folders that have been listed, without links in their paths: one that is reached through a link could
  /// contain itself.
  private var visited: Set<String> = []

  /// Lists a folder and everything below it.
  ///
  /// Names that start with a dot are left out, and so are notes for people: Markdown files, and files whose
  /// name starts with README or LICENSE.
  ///
  /// - Throws: A `Diagnostic` with code `no-such-file`, `not-a-folder` or `unreadable-folder`.
  init(path: String) throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Diagnostic(.error, "no-such-file", "there is no such folder", at: SourceLocation(file: path))
    }
    guard isFolder else {
      throw Diagnostic(.error, "not-a-folder", "this is a file, not a folder", at: SourceLocation(file: path))
    }
    visited.insert(Self.resolved(path))
    guard list(path, as: "") else {
      throw Diagnostic(
        .error, "unreadable-folder", "the folder cannot be read", at: SourceLocation(file: path))
    }
    files.sort { $0.name < $1.name }
  }

  private mutating func list(_ path: String, as prefix: String) -> Bool {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return false }
    for name in names.sorted() where !name.hasPrefix(".") && !Self.isNote(name) {
      let inner = path + "/" + name
      var isFolder = false
      guard FileManager.default.fileExists(atPath: inner, isDirectory: &isFolder) else {
        problems.append(
          Diagnostic(
            .error, "unreadable-file", "the link leads nowhere", at: SourceLocation(file: prefix + name)))
        continue
      }
      if !isFolder {
        files.append(File(path: inner, name: prefix + name))
      } else if visited.insert(Self.resolved(inner)).inserted, !list(inner, as: prefix + name + "/") {
        problems.append(
          Diagnostic(
            .error, "unreadable-folder", "the folder cannot be read",
            at: SourceLocation(file: prefix + name)))
      }
    }
    return true
  }

  /// The path with every link followed, and a slash at its end.
  static func resolved(_ path: String) -> String {
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    let resolved = URL(filePath: absolute).standardizedFileURL.resolvingSymlinksInPath().path
    return resolved.hasSuffix("/") ? resolved : resolved + "/"
  }

  /// Whether a file is read as a corpus file in YAML.
  static func isYAML(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// Whether a file is a note for people and left out.
  static func isNote(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".md") || name.hasPrefix("README") || name.hasPrefix("LICENSE")
  }
}
