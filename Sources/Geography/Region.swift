/// A named sea, strait, country or other part of the world, as the box that a picture of it shows.
package struct Region: Hashable, Sendable {
  /// The name under which it is listed.
  package let name: String
  /// Other names by which it is found.
  package let aliases: [String]
  /// The box, degrees, shores included; it may cross the antimeridian.
  package let box: BoundingBox

  /// The region of a name or alias, or nil where none fits.
  ///
  /// Case, accents, spaces and punctuation do not matter, nor "the" and "of" and the order of words: "japan sea" is
  /// the Sea of Japan. A sea goes before a country of the same name.
  package static func named(_ query: String) -> Region? {
    let wanted = RegionKey(query)
    guard !wanted.words.isEmpty else { return nil }
    let entry =
      keyed.first { $0.key.joined == wanted.joined }
      ?? keyed.first { $0.key.sortedWords == wanted.sortedWords }
    return entry.map { catalogue[$0.region] }
  }

  /// At most `limit` regions whose names are most like `query`, the likest first, for a message of error.
  ///
  /// The measure is the edit distance to the nearest of a region's names as a share of the longer one's length,
  /// lessened by the share of telling words in common; equals stand in the catalogue's order.
  package static func nearest(to query: String, limit: Int) -> [Region] {
    let wanted = RegionKey(query)
    var least = [Double](repeating: .infinity, count: catalogue.count)
    for entry in keyed {
      least[entry.region] = min(least[entry.region], wanted.unlikeness(to: entry.key))
    }
    return catalogue.indices
      .sorted { (least[$0], $0) < (least[$1], $1) }
      .prefix(max(limit, 0))
      .map { catalogue[$0] }
  }

  private static let keyed: [(key: RegionKey, region: Int)] = catalogue.indices.flatMap { index in
    ([catalogue[index].name] + catalogue[index].aliases).map { (RegionKey($0), index) }
  }
}
