import Raster

/// Which part of a palette density uses, and how its opacity rises from the first value.
package struct DensityFade: Sendable, Hashable {
  /// The end of the palette at which the largest values lie.
  package enum Peak: String, Sendable, CaseIterable { case lightest, darkest }

  /// Where the largest values lie; a palette that runs the other way is turned round.
  package var peak: Peak
  /// Where on the palette the smallest value lies, counted from the end that is not the peak, 0...1.
  package var first: Double
  /// Where on the palette the largest value lies, counted likewise, 0...1.
  package var last: Double
  /// Opacity of the smallest value in linear light, 0...1.
  package var firstOpacity: Double
  /// The share of the scale, 0...1, from which on colour is opaque.
  package var opaqueFrom: Double

  /// Reads the section `density` of a theme. Throws where a value is none that the key takes.
  init(_ section: ThemeSection) throws(CartographyError) {
    peak = try section.word("peak", as: Peak.self)
    first = try section.number("first", in: 0...1)
    last = try section.number("last", in: 0...1)
    firstOpacity = try section.number("first_opacity", in: 0...1)
    opaqueFrom = try section.number("opaque_from", in: 0...1)
  }

  /// The same for smoothed values: they come up out of nothing, so that a kernel's rim is no edge.
  package var risingFromNothing: DensityFade {
    var fade = self
    fade.firstOpacity = 0
    fade.opaqueFrom = max(opaqueFrom, 0.4)
    return fade
  }

  /// The colours of a layer's palette indices: entry 0 nothing, 1 the smallest value, the last the largest.
  ///
  /// - Parameter table: 256 sRGB triples, red first, 768 bytes.
  /// - Returns: 256 colours.
  package func colors(from table: [UInt8]) -> [Color] {
    let count = table.count / 3
    guard count > 1 else { return [] }
    func lightness(_ entry: Int) -> Int {
      299 * Int(table[3 * entry]) + 587 * Int(table[3 * entry + 1]) + 114 * Int(table[3 * entry + 2])
    }
    let difference = lightness(count - 1) - lightness(0)
    // A rainbow's ends are alike: it has no lighter end and runs as it stands.
    let isTurned = abs(difference) > 60_000 && (difference > 0) != (peak == .lightest)
    return [Color(0, alpha: 0)]
      + (1...255).map { index in
        let share = Double(index - 1) / 254
        let place = first + (last - first) * share
        let position = (isTurned ? 1 - place : place) * Double(count - 1)
        let low = min(Int(position), count - 2)
        let part = position - Double(low)
        func channel(_ offset: Int) -> UInt8 {
          let from = Double(table[3 * low + offset])
          return UInt8((from + (Double(table[3 * low + 3 + offset]) - from) * part).rounded())
        }
        let opacity =
          opaqueFrom > 0 ? min(1, firstOpacity + (1 - firstOpacity) * share / opaqueFrom) : 1
        return Color(red: channel(0), green: channel(1), blue: channel(2), alpha: opacity)
      }
  }
}
