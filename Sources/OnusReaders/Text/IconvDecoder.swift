internal import CLibXML2

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Turns bytes of an encoding into text with the C library's `iconv`.
final class IconvDecoder {
  private let descriptor: iconv_t

  /// Opens a converter; `nil` for an encoding that the C library does not know.
  init?(_ name: String) {
    guard let descriptor = iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1 else { return nil }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// The text that bytes stand for; each byte that stands for nothing becomes U+FFFD.
  func text(_ bytes: [UInt8]) -> String {
    iconv(descriptor, nil, nil, nil, nil)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: max(64, min(bytes.count * 4, 1 << 16)))
    input.withUnsafeMutableBufferPointer { input in
      var source = input.baseAddress
      var left = input.count
      while left > 0 {
        output.withUnsafeMutableBufferPointer { output in
          var target = output.baseAddress
          var room = output.count
          let status = iconv(descriptor, &source, &left, &target, &room)
          text += output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
          guard status == -1, errno != E2BIG, left > 0 else { return }
          text += [0xEF, 0xBF, 0xBD]
          source = source?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
