import Raster

/// When a leg is in a half-open pixel, found pixel by pixel from exact fractions: slow and obvious.
struct DensityOracle {
  /// A fraction with a positive denominator.
  struct Fraction: Comparable {
    var numerator: Int128
    var denominator: Int128

    init(_ numerator: Int64, _ denominator: Int64) {
      let sign: Int128 = denominator < 0 ? -1 : 1
      self.numerator = sign * Int128(numerator)
      self.denominator = sign * Int128(denominator)
    }

    static func < (one: Fraction, other: Fraction) -> Bool {
      one.numerator * other.denominator < other.numerator * one.denominator
    }

    static func == (one: Fraction, other: Fraction) -> Bool { !(one < other) && !(other < one) }

    func floor(of duration: Int64) -> Int64 { Int64(Int128(duration) * numerator / denominator) }

    var approximation: Double { Double(numerator) / Double(denominator) }
  }

  /// The part of the way, 0...1, on which one coordinate lies in low..<low + 1 pixel.
  private struct Interval {
    var low = Fraction(0, 1)
    var high = Fraction(1, 1)
    var holdsLow = true
    var holdsHigh = true

    mutating func cut(start: Int64, end: Int64, low border: Int64) {
      let next = border + (1 << PixelPoint.fractionBits)
      let delta = end - start
      if delta == 0 {
        if start < border || start >= next { high = Fraction(-1, 1) }
      } else if delta > 0 {
        raise(to: Fraction(border - start, delta), holds: true)
        lower(to: Fraction(next - start, delta), holds: false)
      } else {
        raise(to: Fraction(next - start, delta), holds: false)
        lower(to: Fraction(border - start, delta), holds: true)
      }
    }

    private mutating func raise(to value: Fraction, holds: Bool) {
      if value > low {
        low = value
        holdsLow = holds
      } else if value == low {
        holdsLow = holdsLow && holds
      }
    }

    private mutating func lower(to value: Fraction, holds: Bool) {
      if value < high {
        high = value
        holdsHigh = holds
      } else if value == high {
        holdsHigh = holdsHigh && holds
      }
    }

    var isEmpty: Bool { high < low || (high == low && !(holdsLow && holdsHigh)) }
  }

  /// A leg's stay in a pixel; nil when no point of the closed leg lies there.
  struct Stay {
    /// Milliseconds: the difference of the whole milliseconds before leaving and before entering.
    var milliseconds: Int64
    /// The same without rounding.
    var exact: Double
  }

  /// The stay of the leg between two fixes in the pixel of a column and a row.
  static func stay(
    _ one: PixelPoint, _ other: PixelPoint, duration: Int64, column: Int64, row: Int64
  ) -> Stay? {
    let (start, end) = (one.y, one.x) <= (other.y, other.x) ? (one, other) : (other, one)
    var interval = Interval()
    interval.cut(start: start.x, end: end.x, low: column << PixelPoint.fractionBits)
    interval.cut(start: start.y, end: end.y, low: row << PixelPoint.fractionBits)
    if interval.isEmpty { return nil }
    if start == end { return Stay(milliseconds: duration, exact: Double(duration)) }
    return Stay(
      milliseconds: interval.high.floor(of: duration) - interval.low.floor(of: duration),
      exact: Double(duration) * (interval.high.approximation - interval.low.approximation))
  }
}
