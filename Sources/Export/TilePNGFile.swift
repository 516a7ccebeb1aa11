import CDeflate

/// The chunks of tiles of one size: everything that does not change is made once.
struct TilePNGFile {
  private let size: Int
  /// iTXt, whole, or nothing.
  private let description: [UInt8]

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Tiles of `size` pixels to a side that carry `description` under the keyword `wakeprint`.
  init(size: Int, description: String?) {
    self.size = size
    var chunk: [UInt8] = []
    if let description {
      // Keyword, not compressed, no language, no translated keyword; a text ends at its first zero.
      let text = Array("wakeprint".utf8) + [0, 0, 0, 0, 0] + description.utf8.filter { $0 != 0 }
      Self.append("iTXt", to: &chunk) { $0 += text }
    }
    self.description = chunk
  }

  /// A whole file.
  ///
  /// - Parameters:
  ///   - colorType: IHDR's: 2 RGB, 3 palette, 6 RGB and alpha.
  ///   - palette: empty for pictures without one; the translucent entries stand first.
  ///   - data: the filtered rows as a zlib stream.
  func assemble(
    bitDepth: Int, colorType: UInt8, palette: [PaletteEntry], data: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    var file = Self.signature
    file.reserveCapacity(data.count + description.count + 4 * palette.count + 128)
    Self.append("IHDR", to: &file) { file in
      for _ in 0..<2 { Self.append(UInt32(size), to: &file) }
      file += [UInt8(bitDepth), colorType, 0, 0, 0]
    }
    // Perceptual, as libpng's writer says it of other pictures.
    Self.append("sRGB", to: &file) { $0.append(0) }
    if !palette.isEmpty {
      Self.append("PLTE", to: &file) { file in
        for entry in palette {
          file.append(entry.red)
          file.append(entry.green)
          file.append(entry.blue)
        }
      }
    }
    if palette.contains(where: { $0.alpha < 255 }) {
      Self.append("tRNS", to: &file) { file in
        for entry in palette.prefix(while: { $0.alpha < 255 }) { file.append(entry.alpha) }
      }
    }
    file += description
    Self.append("IDAT", to: &file) { $0 += data }
    Self.append("IEND", to: &file) { _ in }
    return file
  }

  /// One chunk with its length and the CRC of its type and data.
  private static func append(_ type: StaticString, to file: inout [UInt8], data: (inout [UInt8]) -> Void) {
    let start = file.count
    append(0 as UInt32, to: &file)
    type.withUTF8Buffer { file += $0 }
    data(&file)
    let length = UInt32(file.count - start - 8)
    for place in 0..<4 { file[start + place] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * place)) }
    let crc = file.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress.map { $0 + start + 4 }, $0.count - start - 4) }
    append(crc, to: &file)
  }

  private static func append(_ number: UInt32, to file: inout [UInt8]) {
    for shift in [24, 16, 8, 0] as [UInt32] { file.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
