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
    if count == capacity { grow(toHold: count + 1) }
    (start + count).initialize(to: element)
    count += 1
  }

  @inline(__always)
  mutating func append(_ elements: UnsafePointer<Element>, count added: Int) {
    if count + added > capacity { grow(toHold: count + added) }
    (start + count).initialize(from: elements, count: added)
    count += added
  }

  /// Makes room for elements at the end, which the caller fills.
  @inline(__always)
  mutating func reserve(_ added: Int) -> UnsafeMutablePointer<Element> {
    let newCount = count &+ added
    if newCount > capacity { grow(toHold: newCount) }
    let end = start + count
    count = newCount
    return end
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
    let target = UnsafeMutableRawPointer(reserve(added))
    if added <= 16 {
      XMLText.copyShort(bytes, added, to: target)
    } else {
      target.copyMemory(from: bytes, byteCount: added)
    }
  }
}
