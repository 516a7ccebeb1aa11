import Platform

/// World y of latitudes in units of 1e-7 degrees, by cubic interpolation between exact values 0.026 degrees apart.
///
/// Within the square world the result differs from `WebMercator.y` by less than 0.01 units (0.1 mm at the equator).
/// Beyond it y goes on, below 0 in the north, so that what lies there is outside of any picture.
public struct MercatorTable: Sendable {
  /// Four polynomial coefficients for each interval of 2^18 units.
  private let coefficients: [SIMD4<Double>]
  private static let intervalBits = 18

  /// The table for the whole range of latitudes.
  public static let shared = MercatorTable()

  private init() {
    let interval = 1 << MercatorTable.intervalBits
    let count = 1_800_000_000 / interval + 1
    let radiansPerInterval = Double(interval) * 1e-7 * .pi / 180
    func node(_ index: Int) -> (y: Double, slope: Double) {
      let degrees = min(max(Double(index * interval - 900_000_000) * 1e-7, -89.999), 89.999)
      let phi = degrees * .pi / 180
      let scale = WebMercator.unitsAcross / (2 * .pi)
      return (WebMercator.unitsAcross / 2 - atanh(sin(phi)) * scale, -radiansPerInterval / cos(phi) * scale)
    }
    var coefficients: [SIMD4<Double>] = []
    var left = node(0)
    for index in 1...count {
      let right = node(index)
      let rise = right.y - left.y
      coefficients.append(
        SIMD4(left.y, left.slope, 3 * rise - 2 * left.slope - right.slope, left.slope + right.slope - 2 * rise))
      left = right
    }
    self.coefficients = coefficients
  }

  /// World y of latitudes as `lookUp` gives them, for many at once.
  @inlinable
  public func withLookUp<Result>(_ body: (LookUp) -> Result) -> Result {
    withCoefficients { body(LookUp(coefficients: $0)) }
  }

  @usableFromInline
  func withCoefficients<Result>(_ body: (UnsafePointer<SIMD4<Double>>) -> Result) -> Result {
    coefficients.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("the table has entries") }
      return body(base)
    }
  }

  /// The table, lent for the length of a call.
  public struct LookUp {
    @usableFromInline let coefficients: UnsafePointer<SIMD4<Double>>

    @usableFromInline
    init(coefficients: UnsafePointer<SIMD4<Double>>) { self.coefficients = coefficients }

    /// World y of a latitude in units of 1e-7 degrees, -900,000,000...900,000,000.
    @inlinable @inline(__always)
    public func y(latitudeE7: Int32) -> Double {
      let shifted = UInt64(truncatingIfNeeded: Int64(latitudeE7) &+ 900_000_000)
      let c = coefficients[Int(truncatingIfNeeded: shifted >> 18)]
      let t = Double(Int64(truncatingIfNeeded: shifted & 0x3FFFF)) * (1 / 262_144)
      return ((c.w * t + c.z) * t + c.y) * t + c.x
    }
  }
}

extension WebMercator {
  /// World x, wrapping at 2^32, of a longitude in units of 1e-7 degrees, -1,800,000,000...1,800,000,000.
  @inlinable @inline(__always)
  public static func x(longitudeE7: Int32) -> UInt32 {
    let shifted = UInt64(truncatingIfNeeded: Int64(longitudeE7) &+ 1_800_000_000)
    return UInt32(truncatingIfNeeded: (shifted << 32) / 3_600_000_000)
  }
}
