import Raster
import TestSupport

/// One vessel's fixes and the durations between them.
struct DensityTrack {
  var points: [PixelPoint]
  var legs: [Int64]

  var reversed: DensityTrack { DensityTrack(points: points.reversed(), legs: legs.reversed()) }

  func moved(x: Int64, y: Int64) -> DensityTrack {
    DensityTrack(points: points.map { PixelPoint(x: $0.x + x, y: $0.y + y) }, legs: legs)
  }

  /// The time of the observed legs.
  var milliseconds: UInt64 { legs.reduce(0) { $0 + UInt64(max($1, 0)) } }
}

extension DensityGrid {
  mutating func add(_ track: DensityTrack) {
    track.points.withUnsafeBufferPointer { points in
      track.legs.withUnsafeBufferPointer { legs in addVessel(points: points, legs: legs) }
    }
  }

  mutating func remove(_ track: DensityTrack) {
    track.points.withUnsafeBufferPointer { points in
      track.legs.withUnsafeBufferPointer { legs in removeVessel(points: points, legs: legs) }
    }
  }

  mutating func add(from one: PixelPoint, to other: PixelPoint, milliseconds: Int64) {
    add(DensityTrack(points: [one, other], legs: [milliseconds]))
  }

  /// A grid with the tracks of some vessels.
  static func of(
    _ tracks: [DensityTrack], _ width: Int, _ height: Int, _ measure: DensityMeasure, worldWidth: Int64 = 0
  ) -> DensityGrid {
    var grid = DensityGrid(width: width, height: height, measure: measure, worldWidth: worldWidth)
    for track in tracks { grid.add(track) }
    return grid
  }

  /// All cells, row by row.
  var allCells: [UInt64] { withCells { Array($0) } }

  /// The cells of a part of the window, row by row.
  func part(x: Int, y: Int, width: Int, height: Int) -> [UInt64] {
    (y..<y + height).flatMap { row in (x..<x + width).map { self[$0, row] } }
  }
}

extension SeededGenerator {
  /// A fix in a square of `side` pixels, often on a border or a corner of pixels.
  mutating func point(side: Int64) -> PixelPoint {
    PixelPoint(x: coordinate(side), y: coordinate(side))
  }

  private mutating func coordinate(_ side: Int64) -> Int64 {
    let pixel = Int64.random(in: 0..<side, using: &self) << PixelPoint.fractionBits
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return pixel
    case 1: return pixel + 32768
    default: return pixel + Int64.random(in: 0..<65536, using: &self)
    }
  }

  /// A fix not far from another, in the same square: near, far, straight along an axis or a diagonal.
  mutating func point(after last: PixelPoint, side: Int64) -> PixelPoint {
    let limit = (side << PixelPoint.fractionBits) - 1
    func inside(_ value: Int64) -> Int64 { min(max(value, 0), limit) }
    let reach: Int64 = [40, 65536, 5 * 65536].randomElement(using: &self) ?? 0
    let step = Int64.random(in: -reach...reach, using: &self)
    let other = Int64.random(in: -reach...reach, using: &self)
    switch Int.random(in: 0..<7, using: &self) {
    case 0: return point(side: side)
    case 1: return PixelPoint(x: inside(last.x + step), y: last.y)
    case 2: return PixelPoint(x: last.x, y: inside(last.y + step))
    case 3: return PixelPoint(x: inside(last.x + step), y: inside(last.y + step))
    case 4: return PixelPoint(x: inside(last.x + step), y: inside(last.y - step))
    default: return PixelPoint(x: inside(last.x + step), y: inside(last.y + other))
    }
  }

  /// A track in a square of `side` pixels; some of its legs are not observed.
  mutating func track(side: Int64, count: Int) -> DensityTrack {
    var points = [point(side: side)]
    while points.count < count { points.append(point(after: points[points.count - 1], side: side)) }
    let legs = (1..<count).map { _ in
      Int.random(in: 0..<8, using: &self) == 0 ? -1 : Int64.random(in: 0...100_000, using: &self)
    }
    return DensityTrack(points: points, legs: legs)
  }
}
