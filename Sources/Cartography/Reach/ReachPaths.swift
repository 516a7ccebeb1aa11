import Geography
import Raster

/// Reach areas in a window's pixels: what is to be filled non-zero, and the edges to be stroked.
///
/// Each area winds once, and in the same direction, around what it holds, in every copy of the world that meets the window.
struct ReachPaths {
  private(set) var areas = Path()
  private(set) var edges = Path()
  private let viewport: Viewport
  private let window: EventWindow

  init(_ viewport: Viewport, marginInPixels: Double) {
    self.viewport = viewport
    window = EventWindow(viewport, marginInPixels: marginInPixels)
  }

  mutating func add(_ shape: ReachShape) {
    if shape.isWholeEarth { return addGround() }
    let outline = ReachOutline(shape, grid: viewport.grid)
    var rows = outline.rows
    if outline.isInsideOut { addGround() }
    // An area about a pole reaches to the map's end.
    if outline.turn > 0 { rows = min(rows.lowerBound, ReachOutline.north)...rows.upperBound }
    if outline.turn < 0 { rows = rows.lowerBound...max(rows.upperBound, ReachOutline.south) }
    guard let copies = window.copies(columns: outline.columns, rows: rows) else { return }
    for copy in copies { add(outline, copy: copy) }
  }

  private mutating func add(_ outline: ReachOutline, copy: Int64) {
    var contour = Path()
    for (number, corner) in outline.corners.dropLast().enumerated() {
      let point = point(corner.x, corner.y, copy)
      if number == 0 { contour.move(to: point) } else { contour.line(to: point) }
    }
    guard outline.turn != 0, let first = outline.corners.first, let last = outline.corners.last else {
      contour.close()
      areas.append(contour)
      edges.append(contour)
      return
    }
    contour.line(to: point(last.x, last.y, copy))
    edges.append(contour)
    // Neighbouring copies share the way to the map's end, where their sides cancel out.
    let end = outline.turn > 0 ? ReachOutline.north : ReachOutline.south
    contour.line(to: point(last.x, end, copy))
    contour.line(to: point(first.x, end, copy))
    contour.close()
    areas.append(contour)
  }

  /// Adds the whole map, from a world west of the window to a world east of it.
  private mutating func addGround() {
    let (west, east) = (window.west - EventPlace.worldWidth, window.east + EventPlace.worldWidth)
    areas.move(to: point(west, ReachOutline.south, 0))
    areas.line(to: point(east, ReachOutline.south, 0))
    areas.line(to: point(east, ReachOutline.north, 0))
    areas.line(to: point(west, ReachOutline.north, 0))
    areas.close()
  }

  private func point(_ x: Int64, _ y: Int64, _ copy: Int64) -> Point {
    let pixel = window.pixel(x: x, y: y, copy: copy)
    return Point(
      x: GapLine.onGrid(pixel.x) - Double(viewport.x), y: GapLine.onGrid(pixel.y) - Double(viewport.y))
  }
}
