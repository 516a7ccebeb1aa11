import Raster

/// What moves on a frame of a film, as far as it must be made in the order of the frames.
package struct FilmMoment: Sendable {
  /// The frame's number.
  package let frame: Int
  /// Milliseconds since 1970 of what it stands for, half-open.
  package let interval: Range<Int64>
  /// The map's window with ground, density and trails; the ships are not on it yet.
  package var map: Pixmap
  /// Density as palette indices where nothing else is wanted; nil otherwise.
  package var indices: [UInt8]?
  /// The ships, by vessel.
  package var ships: [FilmShip] = []
  /// The lines from the trails to the ships.
  package var heads: [FilmHead] = []
}
