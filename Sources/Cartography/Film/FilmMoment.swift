import Geography
import Raster

/// What moves on a frame of a film, as far as it must be made in the order of the frames.
package struct FilmMoment: Sendable {
  /// The frame's number.
  package let frame: Int
  /// Milliseconds since 1970 of what it stands for, half-open.
  package let interval: Range<Int64>
  /// What the frame shows.
  package let view: Viewport
  /// The frame's upper left corner on the canvas, in whole pixels.
  package let offset: Point
  /// The map's window with ground, density and trails; the ships are not on it yet.
  package var map: Pixmap
  /// Density as palette indices where nothing else is wanted; nil otherwise.
  package var indices: [UInt8]?
  /// The ships, by vessel.
  package var ships: [FilmShip] = []
  /// The lines from the trails to the ships.
  package var heads: [FilmHead] = []

  /// A place of the canvas on the frame.
  package func placed(_ place: Point) -> Point { Point(x: place.x - offset.x, y: place.y - offset.y) }
}
