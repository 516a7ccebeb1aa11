import Geography
import JSON

/// What a tile set says of itself, whatever its container.
package struct TileSetMetadata: Sendable {
  /// The set's name.
  package var name: String
  /// What it shows, in a sentence.
  package var description: String
  /// Words that licences ask for; empty for none.
  package var attribution: String
  /// The program and its version.
  package var generator: String
  /// The box around everything that is drawn at the deepest zoom, west not beyond east.
  package var bounds: BoundingBox
  /// Where a viewer should begin: degrees and a zoom.
  package var center: (place: Coordinate, zoom: Int)
  /// The lowest zoom.
  package var minZoom: Int
  /// The deepest zoom.
  package var maxZoom: Int
  /// Pixels to a tile's side: 256 or 512.
  package var tileSize: Int
  /// More members for TileJSON and its like: the legend, the scale, the provenance.
  package var extras: [(key: String, value: JSONValue)]

  /// Metadata from its parts.
  package init(
    name: String, description: String, attribution: String, generator: String, bounds: BoundingBox,
    center: (place: Coordinate, zoom: Int), minZoom: Int, maxZoom: Int, tileSize: Int,
    extras: [(key: String, value: JSONValue)]
  ) {
    self.name = name
    self.description = description
    self.attribution = attribution
    self.generator = generator
    self.bounds = bounds
    self.center = center
    self.minZoom = minZoom
    self.maxZoom = maxZoom
    self.tileSize = tileSize
    self.extras = extras
  }
}
