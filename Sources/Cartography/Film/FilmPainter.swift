import Geography
import Platform
import Raster

/// Draws the ships of a film's frame, each as a pointed hull turned to its course.
package struct FilmPainter: Sendable {
  /// What a hull measures, in metres.
  package struct Size: Sendable {
    /// Over all.
    package var length: Double
    /// Breadth; nil where it is not known.
    package var width: Double?

    /// A size.
    package init(length: Double, width: Double?) {
      self.length = length
      self.width = width
    }
  }

  /// Length of a hull that is not to scale, in pixels.
  package let symbolLength: Double
  private let colors: [Color]
  private let look: FilmTrackLook
  private let theme: Theme
  private let scale: Double
  private let viewport: Viewport
  private let watched: Set<Int>
  /// The names of those that have one written, as if they were at (0, 0).
  private let names: [Int: Stamp]
  private let sizes: [Int: Size]
  /// Pixels to a metre at the equator.
  private let pixelsPerMetre: Double

  /// A painter for a window whose marks are `scale` times as large as usual, in which so many vessels are seen.
  ///
  /// `sizes` are those of vessels that said them, by number; `watched` are drawn larger and in a colour of their own; `names`
  /// stand beside their vessels in letters of `letterSize` pixels to the em.
  package init(
    _ look: FilmTrackLook, coloring: TrackColoring, theme: Theme, viewport: Viewport, vesselCount: Int, scale: Double,
    watched: Set<Int> = [], names: [Int: String] = [:], letterSize: Double = 12, sizes: [Int: Size] = [:]
  ) {
    self.look = look
    self.theme = theme
    self.scale = scale
    self.viewport = viewport
    self.watched = watched
    self.sizes = sizes
    colors = coloring.colors(theme)
    let points = vesselCount <= 60 ? 12.0 : vesselCount <= 400 ? 9.5 : vesselCount <= 2_000 ? 7.5 : 6
    symbolLength = points * scale
    let symbolLength = symbolLength
    // Those of a pair stand one above the other, however near the ships are.
    self.names = Dictionary(
      uniqueKeysWithValues: names.sorted { $0.key < $1.key }.enumerated().map { number, named in
        let (vessel, name) = named
        var ink = theme.vesselLabel.ink(hairline: scale)
        if watched.contains(vessel) { ink.color = theme.watchlist }
        let style = TextStyle(
          theme.fonts.face(theme.vesselLabel.face), size: letterSize, tracking: theme.vesselLabel.tracking)
        let letters = TextLine(name, style).path(
          at: Point(
            x: symbolLength * 0.9,
            y: (style.capHeight * (names.count < 2 ? 0.5 : number % 2 == 0 ? -0.3 : 1.3)).rounded()))
        return (vessel, Stamp(letters, ink: ink))
      })
    pixelsPerMetre = viewport.grid.worldWidthInPixels / (2 * .pi * Ellipsoid.semiMajorAxis)
  }

  /// Draws the lines that lead from the trails to the ships.
  package func draw(_ heads: [FilmHead], on pixmap: inout Pixmap) {
    let style = StrokeStyle(width: look.style.width, join: .round, cap: .butt)
    // The hull lies over what is not longer than its after half.
    let hidden = 0.4 * symbolLength
    for head in heads {
      let (from, to) = (head.line[0], head.line[head.line.count - 1])
      guard abs(to.x - from.x) > hidden || abs(to.y - from.y) > hidden else { continue }
      var path = Path()
      for (index, point) in head.line.enumerated() {
        if index == 0 { path.move(to: point) } else { path.line(to: point) }
      }
      pixmap.stroke(path, style: style, color: look.color(head.color))
    }
  }

  /// Draws the ships; those that are watched lie over the others.
  package func draw(_ ships: [FilmShip], on pixmap: inout Pixmap) {
    // Alike ones together: their ink is made once.
    func key(_ ship: FilmShip) -> (Int, Int, Int, UInt8) {
      (watched.contains(ship.vessel) ? 1 : 0, ship.isHeld ? 0 : 1, ship.level, ship.color)
    }
    let order = ships.indices.sorted { one, other in
      let (a, b) = (key(ships[one]), key(ships[other]))
      return a == b ? one < other : a < b
    }
    for index in order where !ships[index].isHeld { drawCasing(of: ships[index], on: &pixmap) }
    for index in order { drawHull(of: ships[index], on: &pixmap) }
    for index in order {
      guard let name = names[ships[index].vessel] else { continue }
      let place = ships[index].place
      pixmap.lay(name, dx: Int(place.x.rounded()), dy: Int(place.y.rounded()), share: 0.4 + 0.6 * ships[index].opacity)
    }
  }

  private func drawCasing(of ship: FilmShip, on pixmap: inout Pixmap) {
    var color = theme.halo
    color.alpha *= ship.opacity
    pixmap.fill(outline(of: ship, grown: scale), color: color)
  }

  private func drawHull(of ship: FilmShip, on pixmap: inout Pixmap) {
    var color = watched.contains(ship.vessel) ? theme.watchlist : colors[Int(ship.color)]
    color.alpha *= ship.opacity
    if ship.isHeld {
      pixmap.stroke(outline(of: ship, grown: 0), style: StrokeStyle(width: scale, join: .round), color: color)
    } else {
      pixmap.fill(outline(of: ship, grown: 0), color: color)
    }
  }

  /// A hull's outline, `grown` by so many pixels on all sides; a disc for a ship of unknown heading.
  private func outline(of ship: FilmShip, grown: Double) -> Path {
    let symbol = symbolLength * (watched.contains(ship.vessel) ? 1.35 : 1)
    var (length, width) = (symbol, symbol * 0.42)
    if let size = sizes[ship.vessel] {
      let pixels = size.length * pixelsPerMetre / cosine(atY: ship.place.y)
      if pixels > length {
        (width, length) = ((size.width ?? size.length * 0.16) / size.length * pixels, pixels)
      }
    }
    var path = Path()
    guard let heading = ship.heading else {
      let radius = symbol * 0.27 + grown
      path.addEllipse(center: ship.place, radiusX: radius, radiusY: radius)
      return path
    }
    let (half, beam) = (length / 2 + grown, width / 2 + grown)
    // The bow takes the foremost third, so that it points also where the whole is a dozen pixels.
    let shoulder = half - max(length * 0.36, beam)
    let tip = half + grown * 0.6
    let corners = [(tip, 0), (shoulder, beam), (-half, beam * 0.82), (-half, -beam * 0.82), (shoulder, -beam)]
    for (index, corner) in corners.enumerated() {
      let point = Point(
        x: ship.place.x + corner.0 * heading.x - corner.1 * heading.y,
        y: ship.place.y + corner.0 * heading.y + corner.1 * heading.x)
      if index == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    path.close()
    return path
  }

  /// The cosine of the latitude of a row.
  private func cosine(atY y: Double) -> Double {
    let worldY = viewport.grid.worldY(pixelY: Double(viewport.y) + y)
    return max(cos(WebMercator.latitude(y: worldY) * .pi / 180), 0.01)
  }
}

extension Stamp {
  /// Letters with their halo.
  fileprivate init(_ letters: Path, ink: TextInk) {
    let bounds = letters.bounds ?? (min: Point(x: 0, y: 0), max: Point(x: 0, y: 0))
    let edge = ink.haloReach + 1
    self.init(
      from: Point(x: bounds.min.x - edge, y: bounds.min.y - edge),
      to: Point(x: bounds.max.x + edge, y: bounds.max.y + edge)
    ) { pixmap, dx, dy in
      ink.draw(letters.mapPoints { Point(x: $0.x + dx, y: $0.y + dy) }, on: &pixmap)
    }
  }
}
