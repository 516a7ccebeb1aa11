import Raster

/// Words that want a place on the map.
package struct MapLabel: Sendable {
  /// Where they may stand, in pixels of the picture.
  package enum Anchor: Sendable, Equatable {
    /// Beside a place whose mark reaches `clearance` pixels from it; farther off with a leader line where `leads`.
    case beside(Point, clearance: Double, leads: Bool)
    /// Around a place.
    case centred(Point)
    /// Along the straight line between two places, above it or below.
    case along(Point, Point)
    /// Letter by letter along a curve through places, read from the first to the last.
    case curved([Point])
  }

  /// The lines of words, uppermost first; curved labels have one.
  package var lines: [String]
  /// How they are set.
  package var style: TextStyle
  /// What they are drawn with.
  package var ink: TextInk
  /// Where they may stand.
  package var anchor: Anchor
  /// Which go first: smaller numbers, then those given first.
  package var priority: Int
  /// The share of the ground beneath, 0...1, that may be inked; where more is everywhere, the label is left out.
  package var mostInk: Double
  /// What is drawn at the place only if the words have room.
  package var mark: Mark?

  /// A label from its parts.
  package init(
    _ lines: [String], style: TextStyle, ink: TextInk, anchor: Anchor, priority: Int, mostInk: Double = 1,
    mark: Mark? = nil
  ) {
    self.lines = lines
    self.style = style
    self.ink = ink
    self.anchor = anchor
    self.priority = priority
    self.mostInk = mostInk
    self.mark = mark
  }
}
