import CPNG

/// Reads PNG files through libpng, to prove what was written.
package enum PNGDecoder {
  /// A whole PNG of any kind as RGBA with 8 bits a channel.
  ///
  /// Throws `decodingFailed` for anything that is not a whole PNG, for any wrong checksum, and for more than
  /// `pixelLimit` pixels. Bytes behind the picture's end are not looked at.
  package static func decode(_ bytes: [UInt8], pixelLimit: Int = 1 << 28) throws(ExportError) -> DecodedPNG {
    var picture = cpng_picture()
    let failure = failureMessage(size: CPNG_MESSAGE_SIZE) { message in
      bytes.withUnsafeBufferPointer {
        cpng_read($0.baseAddress, $0.count, UInt64(max(pixelLimit, 0)), &picture, message)
      }
    }
    defer { cpng_picture_release(&picture) }
    if let failure { throw .decodingFailed(format: "PNG", reason: failure) }
    let width = Int(picture.width)
    let height = Int(picture.height)
    return DecodedPNG(
      width: width, height: height, bitDepth: Int(picture.bitDepth), colorType: Int(picture.colorType),
      paletteCount: Int(picture.paletteCount), isSRGB: picture.hasSRGB != 0,
      pixels: [UInt8](UnsafeBufferPointer(start: picture.pixels, count: width * height * 4)),
      metadata: PNGMetadata(
        title: picture.title.map { String(cString: $0) }, source: picture.source.map { String(cString: $0) },
        software: picture.software.map { String(cString: $0) },
        provenanceJSON: picture.provenance.map { String(cString: $0) },
        pixelsPerMetre: picture.pixelsPerMetre > 0 ? Int(picture.pixelsPerMetre) : nil))
  }
}
