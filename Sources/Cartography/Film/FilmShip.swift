import Raster

/// A ship as a frame of a film shows it.
package struct FilmShip: Sendable, Equatable {
  /// Its number in the set of tracks.
  package let vessel: Int
  /// Where it is, in pixels from the frame's upper left corner.
  package var place: Point
  /// The unit vector of its last movement, x right and y down; nil where it never moved.
  package let heading: Point?
  /// The colouring's number of the leg that it is on, or of the last one.
  package let color: UInt8
  /// From the last fix on, how much of it is left: `FilmShip.levels` at the fix, 0 where it is no longer shown.
  package let level: Int
  /// Whether nobody is known to have seen it since its last fix, which is where it is drawn then.
  package let isHeld: Bool

  /// Steps in which a ship dims.
  package static let levels = 8

  /// Whether its place lies in a frame of so many pixels.
  func isNear(_ width: Int, _ height: Int) -> Bool {
    place.x >= 0 && place.y >= 0 && place.x < Double(width) && place.y < Double(height)
  }

  /// How opaque it is, 0...1: a ship between two sights dims to a half, one that is held to nothing.
  var opacity: Double {
    let share = Double(level) / Double(Self.levels)
    return isHeld ? share : 0.5 + 0.5 * share
  }
}

/// The line from what is drawn of a ship's trail to the ship.
package struct FilmHead: Sendable, Equatable {
  /// Pixels from the frame's upper left corner.
  package var line: [Point]
  /// The colouring's number of the leg.
  package let color: UInt8
}
