/// A table of 256 sRGB colours, from the least value's to the greatest's.
package struct ColorRamp: Sendable {
  /// 256 opaque entries.
  package let entries: [RampEntry]

  /// A ramp from exactly 256 sRGB colours; nil when there are more or fewer.
  package init?(_ colors: [(red: UInt8, green: UInt8, blue: UInt8)]) {
    guard colors.count == 256 else { return nil }
    entries = colors.map { RampEntry(red: $0.red, green: $0.green, blue: $0.blue) }
  }

  private init(entries: [RampEntry]) {
    self.entries = entries
  }

  /// The same colours from the other end.
  package var reversed: ColorRamp { ColorRamp(entries: entries.reversed()) }

  /// The colour at a fraction in 0...1 of the ramp: the nearest entry.
  package func color(at fraction: Double) -> RampEntry {
    let place = fraction > 0 ? min(fraction, 1) * 255 : 0
    return entries[Int(place.rounded())]
  }

  /// 256 entries for the indices of `ColorScaleTable`: 0 is transparent, 1...255 sample the ramp evenly.
  ///
  /// Alpha, in 0...1, rises in proportion from `alphaFloor` at the first value to 1 at the fraction `alphaFull`.
  package func palette(alphaFloor: Double, alphaFull: Double) -> [RampEntry] {
    let floor = alphaFloor > 0 ? min(alphaFloor, 1) : 0
    let colored = (1...255).map { index in
      let fraction = Double(index - 1) / 254
      let part = fraction < alphaFull ? fraction / alphaFull : 1
      var entry = color(at: fraction)
      entry.alpha = UInt8(((floor + part * (1 - floor)) * 255).rounded())
      return entry
    }
    return [RampEntry(red: 0, green: 0, blue: 0, alpha: 0)] + colored
  }
}
