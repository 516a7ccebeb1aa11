import Geography
import Platform

/// A view's margin-widened frame on one copy of the world, and the way from angles to its pixels.
struct BasemapWindow {
  /// Sides of the frame beyond which a place lies, as bits.
  typealias Outcode = UInt8

  /// Western, southern, eastern, northern edge of the frame in 1e-5 degrees of this copy of the world.
  let west: Int32
  let south: Int32
  let east: Int32
  let north: Int32
  /// A step in longitude of `BasemapWindow.tolerance` pixels, in 1e-5 degrees.
  let longitudeTolerance: Int32

  /// Vertices nearer than this to the last one kept are dropped, in pixels.
  private static let tolerance = 0.3

  private let pixelsPerUnit: Double
  private let meridianX: Double
  private let top: Double
  private let worldHeight: Double
  private let left: Double
  private let upper: Double

  /// The frame of `viewport`, `marginInPixels` wider on all sides, on the world's copy `copy` (0 the world itself,
  /// 1 the next one to the east).
  init(_ viewport: Viewport, copy: Int, marginInPixels margin: Double) {
    let grid = viewport.grid
    let units = GeometryArchive.unitsPerDegree
    worldHeight = grid.worldWidthInPixels
    pixelsPerUnit = worldHeight / (360 * units)
    meridianX = grid.pixelX(worldX: (0.5 + Double(copy)) * WebMercator.unitsAcross)
    top = grid.pixelY(worldY: 0)
    left = Double(viewport.x)
    upper = Double(viewport.y)
    let (perUnit, meridian) = (pixelsPerUnit, meridianX)
    func angle(_ value: Double) -> Int32 { Int32(min(max(value.rounded(), -2e9), 2e9)) }
    west = angle((left - margin - meridian) / perUnit)
    east = angle((left + Double(viewport.width) + margin - meridian) / perUnit)
    north = angle(WebMercator.latitude(y: grid.worldY(pixelY: upper - margin)) * units)
    south = angle(
      WebMercator.latitude(y: grid.worldY(pixelY: upper + Double(viewport.height) + margin)) * units)
    longitudeTolerance = angle(min(BasemapWindow.tolerance / perUnit, 1e6))
  }

  /// The copies of the world that a view, with its margin, touches.
  static func copies(_ viewport: Viewport, marginInPixels margin: Double) -> ClosedRange<Int> {
    let grid = viewport.grid
    let west = grid.worldX(pixelX: Double(viewport.x) - margin) / WebMercator.unitsAcross
    let east = grid.worldX(pixelX: Double(viewport.x + viewport.width) + margin) / WebMercator.unitsAcross
    return Int(west.rounded(.down))...Int(east.rounded(.down))
  }

  /// A step in latitude of the tolerance about a piece's middle, in 1e-5 degrees.
  func latitudeTolerance(of piece: GeometryArchive.Piece) -> Int32 {
    let middle = (Double(piece.south) + Double(piece.north)) / 2 / GeometryArchive.unitsPerDegree
    return Int32(Double(longitudeTolerance) * max(cos(middle * .pi / 180), 0))
  }

  /// The sides beyond which a place lies; 0 inside.
  @inline(__always)
  func outcode(_ x: Int32, _ y: Int32) -> Outcode {
    (x < west ? 1 : 0) | (x > east ? 2 : 0) | (y < south ? 4 : 0) | (y > north ? 8 : 0)
  }

  /// The sides beyond which a whole piece lies; 0 where it may touch the frame.
  @inline(__always)
  func outcode(of piece: GeometryArchive.Piece) -> Outcode {
    (piece.east < west ? 1 : 0) | (piece.west > east ? 2 : 0) | (piece.north < south ? 4 : 0)
      | (piece.south > north ? 8 : 0)
  }

  /// The sides beyond which a whole box lies; 0 where it may touch the frame.
  func outcode(of box: AngleBox) -> Outcode {
    (box.east < west ? 1 : 0) | (box.west > east ? 2 : 0) | (box.north < south ? 4 : 0) | (box.south > north ? 8 : 0)
  }

  /// The place in the picture's pixels, on the grid's lattice of 1/256 pixel.
  ///
  /// The lattice makes the subtraction of the view's corner exact, so every view of one grid has the same vertices.
  /// y = (1 - atanh(sin(latitude)) / pi) / 2 of the world's height (Snyder, USGS PP 1395, eq. 7-1 and 7-2).
  @inline(__always)
  func project(_ x: Int32, _ y: Int32) -> (x: Double, y: Double) {
    let latitude = min(max(Double(y) / GeometryArchive.unitsPerDegree, -89.5), 89.5) * (.pi / 180)
    let down = (0.5 - atanh(sin(latitude)) / (2 * .pi)) * worldHeight
    return (
      BasemapWindow.onLattice(meridianX + Double(x) * pixelsPerUnit) - left,
      BasemapWindow.onLattice(top + down) - upper
    )
  }

  /// Rounds to 1/256, by pushing finer bits out of the significand (exact for magnitudes below 2^42).
  @inline(__always)
  private static func onLattice(_ value: Double) -> Double {
    let shift = 0x1.8p44
    return (value + shift) - shift
  }
}
