/// Looks into the bytes of one tile.
struct TileContentCheck: Sendable {
  /// What the set says its tiles are.
  let format: TileFormat
  /// How the set says they are packed; `unknown` where it does not say.
  let compression: PMTilesHeader.Compression

  /// The most bytes that a tile may have here.
  static let byteLimit = 64 << 20
  /// The most pixels on a tile's side.
  static let sideLimit = 4096

  /// What was found in a tile.
  struct Finding: Sendable {
    /// Pixels on the side of a PNG.
    var side: Int?
    /// What is wrong.
    var fault: String?
  }

  /// Whether the tiles' contents are looked into; otherwise their first bytes alone.
  var isDeep: Bool { format == .png && compression != .brotli && compression != .zstd }

  /// Looks into bytes, which are not none.
  func look(at bytes: [UInt8]) -> Finding {
    switch compression {
    case .unknown, .none: return lookUnpacked(bytes)
    case .gzip:
      guard bytes.starts(with: [0x1F, 0x8B]) else { return Finding(fault: "is not packed by gzip, as it should be") }
      guard isDeep || format != .vector else { return Finding() }
      do throws(ExportError) {
        return lookUnpacked(try Gzip.decompress(bytes, limit: Self.byteLimit))
      } catch {
        return Finding(fault: error.sentence)
      }
    case .brotli: return Finding()
    case .zstd:
      let isPacked = bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
      return Finding(fault: isPacked ? nil : "is not packed by zstd, as it should be")
    }
  }

  private func lookUnpacked(_ bytes: [UInt8]) -> Finding {
    guard format.begins(bytes) else { return Finding(fault: "does not begin as \(format.words)") }
    return format == .png ? lookAtPNG(bytes) : Finding()
  }

  private func lookAtPNG(_ bytes: [UInt8]) -> Finding {
    guard let end = Self.end(ofPNG: bytes) else {
      return Finding(fault: "not a whole PNG: the chunks do not end in IEND; make it or fetch it again")
    }
    let (width, height) = (Self.number(bytes, 16), Self.number(bytes, 20))
    let isPowerOfTwo = width > 0 && width & (width - 1) == 0
    guard width == height, isPowerOfTwo, width <= Self.sideLimit else {
      return Finding(fault: "is \(width)x\(height) pixels, not a square of a power of two up to \(Self.sideLimit)")
    }
    do throws(ExportError) {
      _ = try PNGDecoder.decode(bytes, pixelLimit: width * height)
    } catch {
      return Finding(fault: error.sentence)
    }
    return Finding(
      side: width, fault: end < bytes.count ? "\(bytes.count - end) bytes stand behind the end of the PNG" : nil)
  }

  /// The place behind IEND, following the chunks' lengths from IHDR; nil where they lead elsewhere.
  private static func end(ofPNG bytes: [UInt8]) -> Int? {
    guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    var place = 8
    while bytes.count - place >= 12 {
      let length = number(bytes, place)
      guard length <= bytes.count - place - 12 else { return nil }
      if bytes[place + 4..<place + 8].elementsEqual("IEND".utf8) { return place + 12 + length }
      place += 12 + length
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
