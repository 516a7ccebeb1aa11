import Geography
import Platform
import Raster

/// The meridians and parallels of a map at a round step, with where they cross the frame.
package struct Graticule: Sendable, Equatable {
  /// One meridian or parallel.
  package struct Line: Sendable, Equatable {
    /// The angle in tenths of a minute of arc; east and north positive.
    package let tenthsOfMinute: Int
    /// Distance in pixels from the frame's left edge (meridians) or upper edge (parallels).
    package let position: Double
  }

  /// Distance between lines in tenths of a minute of arc.
  package let step: Int
  /// From west to east.
  package let meridians: [Line]
  /// From south to north.
  package let parallels: [Line]

  /// The lines that cross a viewport, at most `most` either way.
  package init(for viewport: Viewport, most: Int = 10) {
    let grid = viewport.grid
    let west = WebMercator.longitude(x: grid.worldX(pixelX: Double(viewport.x)))
    let east = WebMercator.longitude(x: grid.worldX(pixelX: Double(viewport.x + viewport.width)))
    let box = viewport.boundingBox
    let step = GraticuleStep.finest(width: east - west, height: box.north - box.south, most: most)
    self.step = step
    meridians = Graticule.multiples(of: step, from: west, to: east).map {
      let x = grid.pixelX(worldX: WebMercator.x(longitude: Double($0) / 600))
      return Line(tenthsOfMinute: $0, position: x - Double(viewport.x))
    }
    parallels = Graticule.multiples(of: step, from: box.south, to: box.north).map {
      let y = grid.pixelY(worldY: WebMercator.y(latitude: Double($0) / 600))
      return Line(tenthsOfMinute: $0, position: y - Double(viewport.y))
    }
  }

  private static func multiples(of step: Int, from low: Double, to high: Double) -> [Int] {
    let first = Int((low * 600 / Double(step)).rounded(.up))
    let last = Int((high * 600 / Double(step)).rounded(.down))
    return first <= last ? (first...last).map { $0 * step } : []
  }
}
