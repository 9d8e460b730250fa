internal import GRDB
internal import OnusModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Turns values into the bytes of a payload column and back.
///
/// References are packed, because there may be millions; everything else is JSON with sorted keys. Either way
/// the same value always gives the same bytes.
struct Payload {
  private let encoder: JSONEncoder
  private let decoder = JSONDecoder()

  init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func encode(_ value: some Encodable) throws -> Data { try encoder.encode(value) }

  func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    try decodeJSON(type, from: data)
  }

  func decodeJSON<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    try decoder.decode(type, from: data)
  }

  /// Packs a reference, with the texts of its title and abstract unless those are columns of their own.
  func encode(_ reference: Reference, textsInside: Bool = true) -> Data {
    var writer = PackedWriter()
    writer.append(reference, textsInside: textsInside)
    return Data(writer.bytes)
  }

  /// Unpacks a reference that has its title and abstract with it.
  func decode(_ type: Reference.Type, from data: Data) throws -> Reference {
    try data.withUnsafeBytes { bytes in
      var reader = PackedReader(bytes)
      return try reader.reference(title: nil, abstract: nil)
    }
  }
}

extension Reference {
  /// The columns from which ``init(columns:from:)`` makes a reference.
  static let columns = "reference.title, reference.abstract, reference.payload"

  /// Puts a reference together from the ``columns`` of a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - first: The place of the first of the columns, counted from 0.
  init(columns row: Row, from first: Int) throws {
    self.init()
    try fill(from: row, first)
  }

  /// A reference is large: what a closure returns would be copied.
  private mutating func fill(from row: Row, _ first: Int) throws {
    try row.withUnsafeData(atIndex: first + 2) { data in
      guard let data else { throw PackedReader.damage }
      try data.withUnsafeBytes { bytes in
        var reader = PackedReader(bytes)
        try reader.read(into: &self, title: row[first], abstract: row[first + 1])
      }
    }
  }
}

/// A stored reference as it lies in its columns, to be put together elsewhere, by another thread for example.
struct StoredReference: Sendable {
  var row: Int64
  private var title: String?
  private var abstract: String?
  private var payload: [UInt8]

  /// Copies a row with the id and then ``Reference/columns``.
  init(_ row: Row) throws {
    self.row = row[0]
    title = row[1]
    abstract = row[2]
    payload = try row.withUnsafeData(atIndex: 3) { data in
      guard let data else { throw PackedReader.damage }
      return [UInt8](data)
    }
  }

  /// The reference.
  func unpacked() throws -> Reference {
    try payload.withUnsafeBytes { bytes in
      var reader = PackedReader(bytes)
      return try reader.reference(title: title, abstract: abstract)
    }
  }
}

extension PackedReader {
  /// The front of the packed reference in a column of a row.
  static func head(in row: Row, at index: Int) throws -> Head {
    try row.withUnsafeData(atIndex: index) { data in
      guard let data else { throw damage }
      return try data.withUnsafeBytes { bytes in
        var reader = PackedReader(bytes)
        return try reader.head()
      }
    }
  }
}
