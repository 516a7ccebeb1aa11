import Platform
import Raster

/// A small figure around a place, of filled and stroked outlines laid over one another.
///
/// Its corners lie on the rasterizer's own grid of 1/4096 pixel, so that it is the same wherever it is moved to by
/// a place on that grid.
package struct Mark: Sendable, Equatable {
  private struct Layer: Sendable, Equatable {
    var path: Path
    /// Nil where the outline is filled.
    var stroke: StrokeStyle?
    var color: Color
  }

  private var layers: [Layer] = []
  /// How far ink may lie from the place to either side and up or down, in pixels.
  package private(set) var extent = Point(x: 0, y: 0)

  /// A figure without ink.
  package init() {}

  /// Adds an outline around (0, 0) to be filled non-zero.
  package mutating func fill(_ path: Path, color: Color) { add(Layer(path: Self.onGrid(path), color: color)) }

  /// Adds a line around (0, 0), whose corners and ends are not to reach beyond half its width.
  package mutating func stroke(_ path: Path, style: StrokeStyle, color: Color) {
    add(Layer(path: Self.onGrid(path), stroke: style, color: color))
  }

  /// Adds another figure's ink over this one's, moved right by `x` pixels.
  package mutating func append(_ other: Mark, x: Double) {
    for layer in other.layers {
      var layer = layer
      layer.path = Self.onGrid(layer.path.mapPoints { Point(x: $0.x + x, y: $0.y) })
      add(layer)
    }
  }

  /// The same figure at another size.
  package func scaled(by factor: Double) -> Mark {
    guard factor != 1 else { return self }
    var mark = Mark()
    for layer in layers {
      var layer = layer
      layer.path = Self.onGrid(layer.path.mapPoints { Point(x: $0.x * factor, y: $0.y * factor) })
      if var style = layer.stroke {
        style.width *= factor
        style.dashes = style.dashes.map { $0 * factor }
        layer.stroke = style
      }
      mark.add(layer)
    }
    return mark
  }

  /// The same figure with a share, 0...1, of a colour in all of its inks.
  func mixed(with color: Color, _ share: Double) -> Mark {
    guard share != 0 else { return self }
    var mark = self
    for index in mark.layers.indices {
      let alpha = mark.layers[index].color.alpha
      mark.layers[index].color = mark.layers[index].color.mixed(with: color, share)
      mark.layers[index].color.alpha = alpha
    }
    return mark
  }

  /// Draws the figure around a place of the picture, in pixels.
  package func draw(on pixmap: inout Pixmap, at place: Point) {
    for layer in layers {
      let path = layer.path.mapPoints { Point(x: $0.x + place.x, y: $0.y + place.y) }
      if let style = layer.stroke {
        pixmap.stroke(path, style: style, color: layer.color)
      } else {
        pixmap.fill(path, color: layer.color)
      }
    }
  }

  private mutating func add(_ layer: Layer) {
    layers.append(layer)
    guard let bounds = layer.path.bounds else { return }
    let width = (layer.stroke?.width ?? 0) / 2
    extent.x = max(extent.x, width - bounds.min.x, width + bounds.max.x)
    extent.y = max(extent.y, width - bounds.min.y, width + bounds.max.y)
  }

  private static func onGrid(_ path: Path) -> Path {
    path.mapPoints { Point(x: ($0.x * 4096).rounded() / 4096, y: ($0.y * 4096).rounded() / 4096) }
  }
}
