import Geography
import Raster
import Tracks

/// Turns a vessel's fixes into points of a viewport's pixels and legs with their durations.
struct TrackProjector {
  private let placing: Placing
  private var points: [PixelPoint] = []
  private var legs: [Int64] = []

  /// Points are relative to the viewport's north-west corner; legs follow the rule.
  init(viewport: Viewport, rule: LegRule) {
    placing = Placing(viewport: viewport, rule: rule)
  }

  /// The world's width in units of `PixelPoint`.
  static func worldWidth(_ viewport: Viewport) -> Int64 {
    Int64((viewport.grid.worldWidthInPixels * Double(1 << viewport.grid.fractionBits)).rounded())
  }

  /// Lends one vessel's points, its x unwrapped along the track, and its legs: milliseconds, or -1 where not observed.
  mutating func project(
    _ fixes: UnsafeBufferPointer<Fix>, _ body: (UnsafeBufferPointer<PixelPoint>, UnsafeBufferPointer<Int64>) -> Void
  ) {
    let count = fixes.count
    guard count > 0 else { return }
    if points.count < count {
      points = [PixelPoint](repeating: PixelPoint(x: 0, y: 0), count: count * 2)
      legs = [Int64](repeating: 0, count: count * 2)
    }
    let placing = placing
    points.withUnsafeMutableBufferPointer { points in
      legs.withUnsafeMutableBufferPointer { legs in
        placing.fill(fixes, points: points, legs: legs)
        body(
          UnsafeBufferPointer(rebasing: points[..<count]), UnsafeBufferPointer(rebasing: legs[..<(count - 1)]))
      }
    }
  }

}

/// How fixes become points of a viewport's pixels.
private struct Placing {
  let rule: LegRule
  let scale: Double
  let originX: Double
  let originY: Double
  let cornerX: Int64
  let cornerY: Int64
  let worldWidth: Int64

  init(viewport: Viewport, rule: LegRule) {
    self.rule = rule
    let bits = viewport.grid.fractionBits
    scale = viewport.grid.pixelsPerUnit * Double(1 << bits)
    originX = viewport.grid.originX
    originY = viewport.grid.originY
    cornerX = Int64(viewport.x) << bits
    cornerY = Int64(viewport.y) << bits
    worldWidth = TrackProjector.worldWidth(viewport)
  }

  func fill(
    _ fixes: UnsafeBufferPointer<Fix>, points: UnsafeMutableBufferPointer<PixelPoint>,
    legs: UnsafeMutableBufferPointer<Int64>
  ) {
    MercatorTable.shared.withLookUp { table in
      var worldX = WebMercator.x(longitudeE7: fixes[0].longitudeE7)
      var unwrapped = Int64(worldX)
      points[0] = point(unwrapped, table.y(latitudeE7: fixes[0].latitudeE7))
      for index in 1..<max(fixes.count, 1) {
        let next = WebMercator.x(longitudeE7: fixes[index].longitudeE7)
        unwrapped &+= Int64(Int32(bitPattern: next &- worldX))
        worldX = next
        points[index] = point(unwrapped, table.y(latitudeE7: fixes[index].latitudeE7))
        legs[index - 1] =
          rule.verdict(fixes[index - 1], fixes[index]) == .observed
          ? fixes[index].milliseconds &- fixes[index - 1].milliseconds : -1
      }
    }
  }

  @inline(__always)
  private func point(_ x: Int64, _ y: Double) -> PixelPoint {
    // Whole worlds are added as such, so that a place does not depend on where the track began.
    let place = Double(UInt32(truncatingIfNeeded: x))
    return PixelPoint(
      x: Placing.nearest((place - originX) * scale) &- cornerX &+ (x &>> 32) &* worldWidth,
      y: Placing.nearest((y - originY) * scale) &- cornerY)
  }

  /// The nearest integer, without the checks of a conversion; for |value| < 2^51.
  @inline(__always)
  private static func nearest(_ value: Double) -> Int64 {
    let magic = 6_755_399_441_055_744.0
    return Int64(bitPattern: (value + magic).bitPattern) &- Int64(bitPattern: magic.bitPattern)
  }
}
