import Geography

/// A place where many events were.
package struct Hotspot: Hashable, Sendable {
  /// Its middle.
  package var place: Coordinate
  /// How far it reaches around its middle; nil where the file does not say.
  package var radiusInMetres: Double?
  /// Its outline, closed without the first corner being repeated; empty where the file gives none.
  package var outline: [Coordinate]
  /// Events in it, at least 1.
  package var count: Int
  /// Hours of all its events; nil where the file does not say.
  package var hours: Double?
  /// When the first event began, in milliseconds since 1970; nil where the file does not say.
  package var first: Int64?
  /// When the last event ended, in milliseconds since 1970; nil where the file does not say.
  package var last: Int64?
  /// Vessels that took part; nil where the file does not say.
  package var vesselCount: Int?

  /// A hotspot from its parts; nothing is checked.
  package init(
    place: Coordinate, radiusInMetres: Double? = nil, outline: [Coordinate] = [], count: Int, hours: Double? = nil,
    first: Int64? = nil, last: Int64? = nil, vesselCount: Int? = nil
  ) {
    self.place = place
    self.radiusInMetres = radiusInMetres
    self.outline = outline
    self.count = count
    self.hours = hours
    self.first = first
    self.last = last
    self.vesselCount = vesselCount
  }
}
