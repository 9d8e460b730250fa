/// A table from addresses to small numbers, with open addressing.
///
/// Element names live in the parser's dictionary, and the names that readers ask for are literals: both have
/// one address for the length of a parse, so that comparing names never touches their characters.
struct AddressTable: ~Copyable {
  private var slots: UnsafeMutablePointer<Slot>
  /// One less than the number of slots, which is a power of two.
  private var mask: Int
  private var count = 0

  private struct Slot: BitwiseCopyable {
    var address: UInt
    var number: UInt32
  }

  init(minimumCapacity: Int) {
    var capacity = 64
    while capacity < minimumCapacity { capacity *= 2 }
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(address: 0, number: 0), count: capacity)
  }

  deinit { slots.deallocate() }

  /// The number kept for an address; `nil` when there is none.
  @inline(__always)
  subscript(address: UnsafeRawPointer) -> UInt32? { self[UInt(bitPattern: address)] }

  /// The number kept for a key other than 0; `nil` when there is none.
  @inline(__always)
  subscript(key: UInt) -> UInt32? {
    var index = Self.hash(key) & mask
    while true {
      let slot = slots[index]
      if slot.address == key { return slot.number }
      if slot.address == 0 { return nil }
      index = (index &+ 1) & mask
    }
  }

  /// Adds an address that is not in the table yet.
  mutating func insert(_ address: UnsafeRawPointer, _ number: UInt32) {
    insert(UInt(bitPattern: address), number)
  }

  /// Adds a key other than 0 that is not in the table yet.
  mutating func insert(_ key: UInt, _ number: UInt32) {
    if (count + 1) * 2 > mask { grow() }
    place(Slot(address: key, number: number))
    count += 1
  }

  private func place(_ slot: Slot) {
    var index = Self.hash(slot.address) & mask
    while slots[index].address != 0 { index = (index &+ 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    let oldMask = mask
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(address: 0, number: 0), count: mask + 1)
    for index in 0...oldMask where old[index].address != 0 { place(old[index]) }
    old.deallocate()
  }

  @inline(__always)
  private static func hash(_ key: UInt) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
