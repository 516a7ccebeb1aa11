/// A name on the map: of a town, a country or a sea.
package struct NamedPlace: Sendable, Equatable {
  /// What bears the name.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// A town, or a station where nobody else lives.
    case town = 0
    /// A country or dependency.
    case country = 1
    /// A sea, gulf, bay, strait or great lake.
    case sea = 2
  }

  /// What bears the name.
  package var kind: Kind
  /// The name, not empty.
  package var name: String
  /// 0...10, 0 for the most important: Natural Earth's rank of towns, its label rank of countries, our own of seas
  /// from 0 for oceans to 6 for harbours.
  package var rank: Int
  /// The Web Mercator zoom (tiles of 256 points) from which on it is worth showing, to a tenth.
  package var leastZoom: Double
  /// Whether it is the capital of a country.
  package var isCapital: Bool
  /// Inhabitants; 0 where they are not known, or for no town.
  package var population: Int
  /// One coordinate of a town or country; two or more of a sea, the line of its name from the first letter to the
  /// last, straight in Web Mercator from one to the next.
  ///
  /// West to east where the line is not nearly upright; longitudes may go beyond 180, so that it never jumps.
  package var line: [Coordinate]

  /// A name from all that is known of it.
  package init(
    kind: Kind, name: String, rank: Int, leastZoom: Double, isCapital: Bool, population: Int, line: [Coordinate]
  ) {
    self.kind = kind
    self.name = name
    self.rank = rank
    self.leastZoom = leastZoom
    self.isCapital = isCapital
    self.population = population
    self.line = line
  }
}
