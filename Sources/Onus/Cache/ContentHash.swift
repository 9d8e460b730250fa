internal import OnusModel

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// SHA-256 of bytes, by which the cache knows what it has read (FIPS 180-4).
struct ContentHash {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  private var block: [UInt8] = []
  private var length: UInt64 = 0

  /// The size of the pieces of a file whose hashes are hashed, so that all cores take part.
  private static let pieceSize = 8 << 20

  /// The hash of the hashes of a file's pieces as they are on disk; `nil` when it cannot be read.
  static func digest(ofFile path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { return nil }
    let starts = Array(stride(from: 0, through: Int(size), by: pieceSize))
    let pieces = inParallel(starts) { start in piece(of: descriptor, from: start) }
    var whole = ContentHash()
    for piece in pieces {
      guard let piece else { return nil }
      whole.add(piece.utf8)
    }
    return whole.digest
  }

  private static func piece(of descriptor: Int32, from start: Int) -> String? {
    var hash = ContentHash()
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var (position, end) = (start, start + pieceSize)
    while position < end {
      let wanted = min(chunk.count, end - position)
      let count = chunk.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, wanted, off_t(position)) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      // A file that has become shorter meanwhile.
      if count == 0 { end = position }
      hash.add(chunk[..<count])
      position += count
    }
    return hash.digest
  }

  /// Takes further bytes.
  mutating func add(_ bytes: some Collection<UInt8>) {
    length += UInt64(bytes.count)
    block += bytes
    var start = 0
    block.withUnsafeBufferPointer { buffer in
      while buffer.count - start >= 64 {
        Self.mix(UnsafeBufferPointer(rebasing: buffer[start..<start + 64]), into: &state)
        start += 64
      }
    }
    block.removeFirst(start)
  }

  /// The hash of all bytes, 64 hexadecimal digits.
  var digest: String {
    var last = self
    let bits = length * 8
    let filling = (119 - Int(length % 64)) % 64 + 1
    last.add([0x80] + [UInt8](repeating: 0, count: filling - 1))
    last.add((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
    return last.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private static func mix(_ block: UnsafeBufferPointer<UInt8>, into state: inout [UInt32]) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      for index in 0..<16 {
        let byte = index * 4
        words[index] =
          UInt32(block[byte]) << 24 | UInt32(block[byte + 1]) << 16 | UInt32(block[byte + 2]) << 8
          | UInt32(block[byte + 3])
      }
      for index in 16..<64 {
        let early = words[index - 15]
        let late = words[index - 2]
        let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
        let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
        words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      for index in 0..<64 {
        let upper = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
        let first = h &+ upper &+ (e & f ^ ~e & g) &+ constants[index] &+ words[index]
        let lower = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
        let second = lower &+ (a & b ^ a & c ^ b & c)
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
      for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
    }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}
