import Geography

/// A place where many events were.
package struct Hotspot: Hashable, Sendable {
  /// How many of its vessels sail under a flag.
  package struct FlagCount: Hashable, Sendable {
    /// ISO 3166-1 code of three letters.
    package var code: String
    /// Vessels, at least 1.
    package var count: Int

    /// A number of vessels under a flag.
    package init(code: String, count: Int) {
      self.code = code
      self.count = count
    }
  }

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
  /// Its name, the same whenever it has the same events; empty where the file gives none.
  package var id: String
  /// Its place among the hotspots, from 1; nil where the file does not say.
  package var rank: Int?
  /// The identities of the vessels that took part, in ascending order; empty where the file does not say.
  package var vessels: [UInt32]
  /// The flags of these vessels, most first and equal ones by code; vessels without a known flag are not in it.
  package var flags: [FlagCount]

  /// A hotspot from its parts; nothing is checked.
  package init(
    place: Coordinate, radiusInMetres: Double? = nil, outline: [Coordinate] = [], count: Int, hours: Double? = nil,
    first: Int64? = nil, last: Int64? = nil, vesselCount: Int? = nil, id: String = "", rank: Int? = nil,
    vessels: [UInt32] = [], flags: [FlagCount] = []
  ) {
    self.place = place
    self.radiusInMetres = radiusInMetres
    self.outline = outline
    self.count = count
    self.hours = hours
    self.first = first
    self.last = last
    self.vesselCount = vesselCount
    self.id = id
    self.rank = rank
    self.vessels = vessels
    self.flags = flags
  }
}
