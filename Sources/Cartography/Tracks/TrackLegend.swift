import Raster

/// What the colours of tracks mean, as names and colours; how they are laid out is another's matter.
package struct TrackLegend: Sendable, Equatable {
  /// A colour with its meaning.
  package struct Entry: Sendable, Equatable {
    /// The meaning, in words or with its numbers.
    package var label: String
    /// The colour on the picture.
    package var color: Color

    /// An entry from its parts.
    package init(label: String, color: Color) {
      self.label = label
      self.color = color
    }
  }

  /// What is coloured, its unit included: "speed between positions, kn".
  package var title: String
  /// From the first to the last; none where the colours only tell neighbours apart.
  package var entries: [Entry]
  /// Whether the colours stand for an order, so that they may be drawn as one bar.
  package var isOrdered: Bool
  /// The dashed line.
  package var gap: Entry
}
