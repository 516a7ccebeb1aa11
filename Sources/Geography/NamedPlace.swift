/// A name on the map: a town, a country or a sea.
package struct NamedPlace: Sendable, Equatable {
  /// What has the name.
  package enum Kind: UInt8, Sendable { case town = 0, country = 1, sea = 2 }
  package var kind: Kind
  package var name: String
  /// 0 for the most important.
  package var rank: Int
  /// Web Mercator zoom (256-pixel tiles, in points) from which on it is worth showing.
  package var leastZoom: Double
  /// Towns: a capital of a country.
  package var isCapital: Bool
  /// Inhabitants, 0 where not known or no town.
  package var population: Int
  /// Towns and countries: one coordinate. Seas: the line along which the name runs.
  package var line: [Coordinate]
}
