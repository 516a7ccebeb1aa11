import Geography
import Raster

/// A small globe with a map's frame outlined on it, which says where on earth the map is.
///
/// Orthographic; turned so that the frame lies in the middle, though no farther towards a pole than reads well.
package struct LocatorGlobe: Sendable {
  private let land: Path
  private let graticule: Path
  private let limb: Path
  private let frameArea: Path
  private let frameEdge: Path
  private let middle: Point

  /// Frames wider than this, in degrees, show most of the earth themselves.
  private static let widestFrame = 150.0
  /// The globe is tilted by at most so many degrees.
  private static let greatestTilt = 60.0

  /// The globe for a map's frame; nil for a frame wider than 150 degrees.
  package init?(for viewport: Viewport) {
    let grid = viewport.grid
    let width = Double(viewport.width) / grid.worldWidthInPixels * 360
    guard width <= Self.widestFrame else { return nil }
    let west = WebMercator.longitude(x: grid.worldX(pixelX: Double(viewport.x)))
    let (north, south) = (viewport.latitude(ofEdge: 0), viewport.latitude(ofEdge: viewport.height))
    let tilt = min(max((north + south) / 2, -Self.greatestTilt), Self.greatestTilt)
    // Off the lattice of the land's corners: an antipode on the line where land is cut would be neither in nor out.
    let view = GlobeView(centre: Coordinate(latitude: tilt, longitude: west + width / 2 + 3e-6))
    land = view.land()
    var lines = GlobePath()
    for meridian in stride(from: -180.0, to: 180, by: 30) {
      lines.addLine(view.way(from: (-90, meridian), to: (90, meridian)))
    }
    for parallel in stride(from: -60.0, through: 60, by: 30) {
      lines.addLine(view.way(from: (parallel, -180), to: (parallel, 180)))
    }
    graticule = lines.path
    var disc = GlobePath()
    disc.addLimb()
    limb = disc.path
    let corners = [(north, west), (north, west + width), (south, west + width), (south, west), (north, west)]
    var outline: [SIMD3<Double>] = []
    for (from, to) in zip(corners, corners.dropFirst()) {
      outline += view.way(from: from, to: to).dropFirst(outline.isEmpty ? 0 : 1)
    }
    var (area, edge) = (GlobePath(), GlobePath())
    area.addRing(outline)
    edge.addLine(outline)
    (frameArea, frameEdge) = (area.path, edge.path)
    let place = view.vector(latitude: (north + south) / 2, longitude: west + width / 2)
    middle = Point(x: place.x, y: -place.y)
  }

  /// Draws the globe as large as a square allows, a ring of the sea's colour around it; hairlines are in pixels.
  ///
  /// A frame of less than six hairlines is marked by a ring and a cross. Nothing is drawn in squares of less than 24
  /// hairlines.
  package func draw(on pixmap: inout Pixmap, in square: PixelRect, theme: Theme, hairline: Double) {
    let halo = 2.5 * hairline
    let size = Double(min(square.width, square.height))
    guard size >= 24 * hairline else { return }
    let radius = size / 2 - halo
    let centre = Point(x: Double(square.x) + Double(square.width) / 2, y: Double(square.y) + Double(square.height) / 2)
    let colors = LocatorColors(theme)
    func placed(_ path: Path) -> Path {
      path.mapPoints { Point(x: centre.x + $0.x * radius, y: centre.y + $0.y * radius) }
    }
    func thin(_ width: Double) -> StrokeStyle { StrokeStyle(width: width * hairline, join: .round) }
    var ground = Path()
    ground.addEllipse(center: centre, radiusX: size / 2, radiusY: size / 2)
    pixmap.fill(ground, color: colors.halo)
    pixmap.fill(placed(limb), color: colors.sphere)
    pixmap.fill(placed(land), color: colors.land)
    pixmap.stroke(placed(graticule), style: thin(0.75), color: colors.graticule)
    pixmap.stroke(placed(limb), style: thin(1), color: colors.limb)
    let extent = frameEdge.bounds.map { max($0.max.x - $0.min.x, $0.max.y - $0.min.y) } ?? 0
    if extent * radius >= 6 * hairline {
      let (area, edge) = (placed(frameArea), placed(frameEdge))
      pixmap.fill(area, color: colors.frameFill)
      pixmap.stroke(edge, style: thin(3.5), color: colors.frameCasing)
      pixmap.stroke(edge, style: thin(1.5), color: colors.frame)
    } else {
      let place = Point(x: centre.x + middle.x * radius, y: centre.y + middle.y * radius)
      drawMark(on: &pixmap, at: place, radius: max(5 * hairline, radius * 0.07), hairline: hairline, colors: colors)
    }
  }

  /// Draws a ring whose cross leaves its middle free for the frame, which is a dot there.
  private func drawMark(
    on pixmap: inout Pixmap, at place: Point, radius: Double, hairline: Double, colors: LocatorColors
  ) {
    var (ring, dot) = (Path(), Path())
    ring.addEllipse(center: place, radiusX: radius, radiusY: radius)
    for (x, y) in [(1.0, 0.0), (-1, 0), (0, 1), (0, -1)] {
      ring.move(to: Point(x: place.x + x * radius, y: place.y + y * radius))
      ring.line(to: Point(x: place.x + x * radius * 1.7, y: place.y + y * radius * 1.7))
    }
    dot.addEllipse(center: place, radiusX: 1.5 * hairline, radiusY: 1.5 * hairline)
    pixmap.stroke(ring, style: StrokeStyle(width: 3.5 * hairline), color: colors.frameCasing)
    pixmap.stroke(ring, style: StrokeStyle(width: 1.5 * hairline), color: colors.frame)
    pixmap.fill(dot, color: colors.frame)
  }
}

extension GlobeView {
  /// Places along a parallel or meridian between two places in degrees north and east, both included; at most 2 degrees
  /// apart.
  fileprivate func way(
    from: (latitude: Double, longitude: Double), to: (latitude: Double, longitude: Double)
  ) -> [SIMD3<Double>] {
    let degrees = max(abs(to.latitude - from.latitude), abs(to.longitude - from.longitude))
    let steps = max(Int((degrees / 2).rounded(.up)), 1)
    return (0...steps).map { step in
      let share = Double(step) / Double(steps)
      return vector(
        latitude: from.latitude + (to.latitude - from.latitude) * share,
        longitude: from.longitude + (to.longitude - from.longitude) * share)
    }
  }
}
