import Geography
import JSON

/// Areas as GeoJSON (RFC 7946).
package enum GeoJSONArea {
  /// The area inside a ring as a Polygon, or as a MultiPolygon cut at 180 degrees where it lies across; nil without area.
  ///
  /// Rings run counterclockwise and repeat their first corner. See `AntimeridianCut.parts(of:)` for what a ring may be.
  package static func geometry(of ring: [Coordinate]) -> JSONValue? {
    let parts = AntimeridianCut.parts(of: ring).map { JSONValue.array([coordinates(of: $0)]) }
    guard let first = parts.first else { return nil }
    return parts.count == 1
      ? .object([("type", "Polygon"), ("coordinates", first)])
      : .object([("type", "MultiPolygon"), ("coordinates", .array(parts))])
  }

  /// The places of a ring as pairs of longitude and latitude, closed with the first.
  package static func coordinates(of ring: [Coordinate]) -> JSONValue {
    .array((ring + ring.prefix(1)).map { .array([.number($0.longitude), .number($0.latitude)]) })
  }
}
