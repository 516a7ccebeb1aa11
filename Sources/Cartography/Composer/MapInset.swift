import Geography
import Raster

/// A part of a map drawn larger, to stand in a corner of the frame with lines from its edges to the part's.
package struct MapInset: Sendable {
  /// The larger map.
  package let picture: Pixmap
  /// The part's outline, in pixels from the frame's upper left corner; may reach out of the frame.
  package let source: PixelRect

  /// An inset of a viewport in the frame of another; `picture` has the inset's size.
  package init(_ picture: Pixmap, of viewport: Viewport, in frame: Viewport) {
    self.picture = picture
    func pixel(_ x: Int, _ y: Int) -> Point {
      let worldX = viewport.grid.worldX(pixelX: Double(viewport.x + x))
      let worldY = viewport.grid.worldY(pixelY: Double(viewport.y + y))
      return Point(
        x: frame.grid.pixelX(worldX: worldX) - Double(frame.x), y: frame.grid.pixelY(worldY: worldY) - Double(frame.y))
    }
    let (low, high) = (pixel(0, 0), pixel(viewport.width, viewport.height))
    // The part is drawn in the copy of the world whose middle is nearest to the frame's.
    let world = frame.grid.worldWidthInPixels
    let shift = world * ((Double(frame.width) / 2 - (low.x + high.x) / 2) / world).rounded()
    func whole(_ value: Double) -> Int { Int(min(max(value, -1e6), 1e6).rounded()) }
    let (x, y) = (whole(low.x + shift), whole(low.y))
    source = PixelRect(x: x, y: y, width: whole(high.x + shift) - x, height: whole(high.y) - y)
  }

  /// Draws the inset into its box of the picture, with a frame's upper left corner there.
  func draw(on pixmap: inout Pixmap, in box: PixelRect, frame: PixelRect, theme: Theme, hairline: Double) {
    let outline = source.offset(dx: frame.x, dy: frame.y)
    let line = StrokeStyle(width: theme.insetWidth * hairline, join: .miter)
    var connectors = Path()
    for (from, to) in Self.connectors(from: outline, to: box) {
      connectors.move(to: from)
      connectors.line(to: to)
    }
    pixmap.stroke(connectors, style: line, color: theme.inset, clip: frame)
    var around = Path()
    around.addRect(
      x: Double(outline.x), y: Double(outline.y), width: Double(outline.width), height: Double(outline.height))
    pixmap.stroke(around, style: line, color: theme.inset, clip: frame)
    pixmap.copy(picture, x: box.x, y: box.y)
    var edge = Path()
    edge.addRect(x: Double(box.x), y: Double(box.y), width: Double(box.width), height: Double(box.height))
    pixmap.stroke(edge, style: StrokeStyle(width: 2 * line.width), color: theme.inset)
  }

  /// What the lines to the inset and about its part take up.
  func lineBoxes(to box: PixelRect, frame: PixelRect, halfWidth: Double) -> [LabelBox] {
    let outline = source.offset(dx: frame.x, dy: frame.y)
    let (left, right) = (Double(outline.x), Double(outline.maxX))
    let (top, bottom) = (Double(outline.y), Double(outline.maxY))
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)].map {
      Point(x: $0.0, y: $0.1)
    }
    return (Array(zip(corners, corners.dropFirst())) + Self.connectors(from: outline, to: box)).flatMap { from, to in
      let pieces = min(max(Int(max(abs(to.x - from.x), abs(to.y - from.y)) / (2 * halfWidth)), 1), 4_000)
      return (0...pieces).map { piece in
        let share = Double(piece) / Double(pieces)
        return LabelBox(
          around: Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share),
          halfWidth: halfWidth, halfHeight: halfWidth)
      }
    }
  }

  /// Lines between corners of the same kind that cross neither rectangle.
  private static func connectors(from outline: PixelRect, to box: PixelRect) -> [(Point, Point)] {
    func corners(_ rect: PixelRect) -> [Point] {
      [(rect.x, rect.y), (rect.maxX, rect.y), (rect.x, rect.maxY), (rect.maxX, rect.maxY)].map {
        Point(x: Double($0.0), y: Double($0.1))
      }
    }
    func holds(_ rect: PixelRect, _ place: Point) -> Bool {
      let isAcross = place.x > Double(rect.x) && place.x < Double(rect.maxX)
      return isAcross && place.y > Double(rect.y) && place.y < Double(rect.maxY)
    }
    var lines: [(Point, Point)] = []
    for (from, to) in zip(corners(outline), corners(box)) {
      // Just off both ends the line must be outside of both.
      let ends = [0.001, 0.999].map { share in
        Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
      }
      if !ends.contains(where: { holds(outline, $0) || holds(box, $0) }) { lines.append((from, to)) }
    }
    return lines
  }
}
