import Platform
import Raster

/// Outlines on the near side of a globe of radius 1 around (0, 0), in vectors of `GlobeView`; y runs down as on a picture.
///
/// The far side of a ring is pushed outward to the limb. That changes no winding number on the near side, as long as the
/// ring is not drawn across the antipode of the middle: an area that holds the antipode is inside out, and needs the
/// limb as one ring more.
struct GlobePath {
  private(set) var path = Path()
  private var isDrawing = false

  /// Corners on the limb stand at whole degrees, so that all outlines that follow it follow the same polygon.
  private static let degree = Double.pi / 180

  /// Adds a closed ring whose neighbouring corners are near to each other.
  mutating func addRing(_ ring: [SIMD3<Double>]) {
    guard var last = ring.last else { return }
    var azimuth = Self.azimuth(last)
    isDrawing = false
    for corner in ring {
      switch (last.z >= 0, corner.z >= 0) {
      case (true, true): draw(corner)
      case (true, false):
        let exit = Self.horizon(last, corner)
        draw(exit)
        azimuth = Self.azimuth(exit)
        followLimb(from: exit, to: corner, &azimuth)
      case (false, true):
        let entry = Self.horizon(last, corner)
        followLimb(from: last, to: entry, &azimuth)
        draw(entry)
        draw(corner)
      case (false, false): followLimb(from: last, to: corner, &azimuth)
      }
      last = corner
    }
    if isDrawing { path.close() }
  }

  /// Adds the limb, clockwise on the picture.
  mutating func addLimb() {
    isDrawing = false
    for degree in 0..<360 { draw(Self.limb(-degree)) }
    path.close()
  }

  /// Adds what of a line is on the near side.
  mutating func addLine(_ line: [SIMD3<Double>]) {
    isDrawing = false
    for (from, to) in zip(line, line.dropFirst()) where from.z >= 0 || to.z >= 0 {
      if !isDrawing { draw(from.z >= 0 ? from : Self.horizon(from, to)) }
      draw(to.z >= 0 ? to : Self.horizon(from, to))
      isDrawing = to.z >= 0
    }
  }

  private mutating func draw(_ place: SIMD3<Double>) {
    let point = Point(x: place.x, y: -place.y)
    if isDrawing { path.line(to: point) } else { path.move(to: point) }
    isDrawing = true
  }

  /// Draws the way along the limb past the far side's places, of which the first stands at an azimuth in degrees.
  private mutating func followLimb(from: SIMD3<Double>, to: SIMD3<Double>, _ azimuth: inout Double) {
    let turn = atan2(from.x * to.y - from.y * to.x, from.x * to.x + from.y * to.y) / Self.degree
    let end = azimuth + turn
    if turn > 0 {
      var next = Int(azimuth.rounded(.down)) + 1
      while Double(next) <= end {
        draw(Self.limb(next))
        next += 1
      }
    } else {
      var next = Int(azimuth.rounded(.up)) - 1
      while Double(next) >= end {
        draw(Self.limb(next))
        next -= 1
      }
    }
    azimuth = end
  }

  private static func limb(_ azimuth: Int) -> SIMD3<Double> {
    let angle = Double((azimuth % 360 + 360) % 360) * degree
    return SIMD3(cos(angle), sin(angle), 0)
  }

  private static func azimuth(_ place: SIMD3<Double>) -> Double { atan2(place.y, place.x) / degree }

  /// Where the way from one place to another, one on the near and one on the far side, crosses the limb.
  private static func horizon(_ from: SIMD3<Double>, _ to: SIMD3<Double>) -> SIMD3<Double> {
    let place = from + (to - from) * (from.z / (from.z - to.z))
    let length = (place.x * place.x + place.y * place.y).squareRoot()
    return length > 0 ? SIMD3(place.x / length, place.y / length, 0) : SIMD3(1, 0, 0)
  }
}
