import Platform

/// Tables between sRGB bytes and linear light in 16 bits (IEC 61966-2-1).
enum LinearLight {
  /// Linear light 0...65535 of each sRGB byte.
  static let decoded: [UInt16] = (0..<256).map { UInt16((decode(Double($0) / 255) * 65535).rounded()) }

  /// The sRGB byte next to each linear value 0...65535.
  ///
  /// Bytes' borders lie halfway between bytes in sRGB; decoding them needs 255 powers where encoding needs 65,536.
  static let encoded: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 65536)
    var value = 0
    for byte in 0..<256 {
      let border = byte == 255 ? 65536 : Int((decode((Double(byte) + 0.5) / 255) * 65535).rounded(.up))
      while value < border {
        table[value] = UInt8(byte)
        value += 1
      }
    }
    return table
  }()

  private static func decode(_ value: Double) -> Double {
    value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// A colour in linear light, premultiplied by `opacity` times its alpha: red, green, blue, alpha, each 0...65535.
  static func premultiplied(_ color: Color, opacity: Double = 1) -> SIMD4<UInt16> {
    let wanted = color.alpha * opacity
    let alpha = wanted > 0 ? min(wanted, 1) : 0
    func channel(_ byte: UInt8) -> UInt16 { UInt16((Double(decoded[Int(byte)]) * alpha).rounded()) }
    return SIMD4(
      channel(color.red), channel(color.green), channel(color.blue), UInt16((65535 * alpha).rounded()))
  }
}
