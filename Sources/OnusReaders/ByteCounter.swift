internal import Synchronization

/// Counts the bytes that are read of files, on whatever thread.
public final class ByteCounter: Sendable {
  private let bytes = Atomic(0)

  /// Begins at none.
  public init() {}

  /// How many bytes have been read, as they are on disk.
  public var count: Int { bytes.load(ordering: .relaxed) }

  func add(_ count: Int) { bytes.add(count, ordering: .relaxed) }
}

extension ByteCounter: Hashable {
  /// Whether they are the same counter.
  public static func == (left: ByteCounter, right: ByteCounter) -> Bool { left === right }

  /// Hashes the counter's identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
