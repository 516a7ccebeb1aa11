extension FilmFrame {
  /// Red, green and blue of each pixel, laid over black where it is not opaque.
  ///
  /// With `isEven` an odd last column or row is there twice.
  func opaqueBytes(isEven: Bool = false) -> [UInt8] {
    let bytes: [UInt8]
    switch pixels {
    case .rgb(let rgb): bytes = rgb
    case .rgba(let rgba):
      bytes = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
        rgba.withUnsafeBufferPointer { rgba in
          for start in stride(from: 0, to: rgba.count, by: 4) {
            let alpha = Int(rgba[start + 3])
            for offset in 0..<3 {
              buffer.initializeElement(at: count, to: UInt8((Int(rgba[start + offset]) * alpha + 127) / 255))
              count += 1
            }
          }
        }
      }
    case .indexed(let indices, let palette):
      let colours = palette.map { entry in
        [entry.red, entry.green, entry.blue].map { UInt8((Int($0) * Int(entry.alpha) + 127) / 255) }
      }
      bytes = indices.flatMap { colours[Int($0)] }
    }
    guard isEven, !width.isMultiple(of: 2) || !height.isMultiple(of: 2) else { return bytes }
    var padded: [UInt8] = []
    padded.reserveCapacity((width + 1) * (height + 1) * 3)
    for row in 0..<(height + 1) / 2 * 2 {
      let start = min(row, height - 1) * width * 3
      let line = bytes[start..<start + width * 3]
      padded += line
      if !width.isMultiple(of: 2) { padded += line.suffix(3) }
    }
    return padded
  }
}
