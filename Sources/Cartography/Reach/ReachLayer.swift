import Geography
import Raster

/// Where ships can have been while they were not observed, as translucent areas, drawn alike in any window of any grid.
///
/// The areas are one shape, so that where several overlap the ground is no darker than elsewhere; each keeps its outline.
/// Corners are rounded to whole units of the world and then to 1/4096 pixel of the grid, and only then moved into a
/// window by whole pixels.
package struct ReachLayer: Sendable {
  private let shapes: [ReachShape]

  /// A layer of areas; their order changes nothing.
  package init(shapes: [ReachShape]) { self.shapes = shapes }

  /// Draws what reaches into a viewport, whose north-west corner is the pixmap's.
  ///
  /// The outline's width and dashes are in pixels; without a width there is none. Dashes begin anew at each area's edge
  /// and in each copy of the world.
  package func draw(
    on pixmap: inout Pixmap, viewport: Viewport, fill: Color, outline: Color, outlineWidth: Double,
    outlineDashes: [Double] = []
  ) {
    var paths = ReachPaths(viewport, marginInPixels: max(outlineWidth, 0) + 2)
    for shape in shapes { paths.add(shape) }
    pixmap.fill(paths.areas, color: fill)
    let style = StrokeStyle(width: outlineWidth, join: .round, dashes: outlineDashes)
    pixmap.stroke(paths.edges, style: style, color: outline)
  }
}
