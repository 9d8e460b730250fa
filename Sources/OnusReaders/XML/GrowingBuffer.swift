/// A growing block of plain values that keeps its memory when it is emptied.
///
/// An `Array` would check for shared storage at each append; a parser appends a few times per tag.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(minimumCapacity: Int) {
    capacity = max(16, minimumCapacity)
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  subscript(index: Int) -> Element {
    unsafeAddress {
      assert(index >= 0 && index < count)
      return UnsafePointer(start + index)
    }
    nonmutating unsafeMutableAddress {
      assert(index >= 0 && index < count)
      return start + index
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    makeRoom(for: 1)
    appendToRoom(element)
  }

  @inline(__always)
  mutating func append(_ elements: UnsafePointer<Element>, count added: Int) {
    makeRoom(for: added)
    (start + count).initialize(from: elements, count: added)
    count += added
  }

  /// Whether elements fit into the memory that there is.
  @inline(__always)
  func hasRoom(for added: Int) -> Bool { count &+ added <= capacity }

  /// Makes room for elements at the end.
  @inline(__always)
  mutating func makeRoom(for added: Int) {
    if !hasRoom(for: added) { grow(toHold: count &+ added) }
  }

  /// Appends an element where there is room for it.
  @inline(__always)
  mutating func appendToRoom(_ element: Element) {
    let index = count
    count = index &+ 1
    (start + index).initialize(to: element)
  }

  /// Gives room that there is at the end, for the caller to fill.
  @inline(__always)
  mutating func takeRoom(_ added: Int) -> UnsafeMutableRawPointer {
    let end = start + count
    count &+= added
    return UnsafeMutableRawPointer(end)
  }

  /// Forgets everything from an index on.
  @inline(__always)
  mutating func truncate(to newCount: Int) {
    assert(newCount <= count)
    count = newCount
  }

  @inline(never)
  private mutating func grow(toHold needed: Int) {
    let newCapacity = max(needed, capacity * 2)
    let newStart = UnsafeMutablePointer<Element>.allocate(capacity: newCapacity)
    newStart.moveInitialize(from: start, count: count)
    start.deallocate()
    start = newStart
    capacity = newCapacity
  }
}

extension GrowingBuffer<UInt8> {
  /// Appends bytes, of which there are mostly few.
  @inline(__always)
  mutating func appendText(_ bytes: UnsafePointer<UInt8>, count added: Int) {
    if !appendShort(bytes, count: added) { append(bytes, count: added) }
  }

  /// Appends up to thirty-two bytes where there is room for them, without a call; `false` where nothing was appended.
  @inline(__always)
  mutating func appendShort(_ bytes: UnsafePointer<UInt8>, count added: Int) -> Bool {
    guard added <= 32, hasRoom(for: added) else { return false }
    XMLText.copyShort(bytes, added, to: takeRoom(added))
    return true
  }
}
