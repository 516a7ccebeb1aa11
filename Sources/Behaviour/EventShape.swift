import Geography
import JSON

/// Where a feature lies: one or more places, which may be the corners of an area.
struct EventShape {
  /// At least one; of an area its outer corners without a repeated first.
  let points: [Coordinate]
  /// Whether the points go round an area.
  let isArea: Bool

  /// A single place.
  init(_ place: Coordinate) {
    points = [place]
    isArea = false
  }

  /// A GeoJSON geometry (RFC 7946); throws for kinds and coordinates that cannot be used.
  init(geometry: JSONValue) throws(EventRejectReason) {
    guard let type = geometry["type"]?.string, let coordinates = geometry["coordinates"] else { throw .malformed }
    switch type {
    case "Point":
      points = [try Self.place(coordinates)]
      isArea = false
    case "MultiPoint", "LineString":
      points = try Self.places(coordinates)
      isArea = false
    case "MultiLineString":
      // A line that was cut at 180 degrees: its ends are what counts.
      guard let lines = coordinates.elements, let first = lines.first, let last = lines.last,
        let from = try Self.places(first).first, let to = try Self.places(last).last
      else { throw .badPosition }
      points = [from, to]
      isArea = false
    case "Polygon":
      points = try Self.ring(coordinates)
      isArea = true
    case "MultiPolygon":
      points = try Self.joinedRing(coordinates)
      isArea = true
    default: throw .malformed
    }
    guard !points.isEmpty else { throw .badPosition }
  }

  /// The mean of the places, longitudes taken the shorter way round from the first.
  var middle: Coordinate {
    guard let first = points.first else { return Coordinate(latitude: 0, longitude: 0) }
    var (north, east) = (0.0, 0.0)
    for point in points {
      north += point.latitude
      east += BoundingBox.wrapped(point.longitude - first.longitude)
    }
    let count = Double(points.count)
    return Coordinate(
      latitude: north / count,
      longitude: points.count == 1 ? first.longitude : BoundingBox.wrapped(first.longitude + east / count))
  }

  /// A place on the earth; nil off it (AIS says 91 and 181 for "none").
  static func place(latitude: Double, longitude: Double) -> Coordinate? {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }

  private static func place(_ value: JSONValue) throws(EventRejectReason) -> Coordinate {
    guard let pair = value.elements, pair.count >= 2, let longitude = pair[0].double, let latitude = pair[1].double,
      let place = place(latitude: latitude, longitude: longitude)
    else { throw .badPosition }
    return place
  }

  private static func places(_ value: JSONValue) throws(EventRejectReason) -> [Coordinate] {
    guard let elements = value.elements else { throw .malformed }
    var places: [Coordinate] = []
    places.reserveCapacity(elements.count)
    for element in elements { places.append(try place(element)) }
    return places
  }

  /// The outer corners of areas that were one before they were cut at 180 degrees; of others, those of the first.
  private static func joinedRing(_ polygons: JSONValue) throws(EventRejectReason) -> [Coordinate] {
    guard let polygons = polygons.elements, let first = polygons.first else { throw .badPosition }
    var rings = [try ring(first)]
    for polygon in polygons.dropFirst() {
      guard let next = try? ring(polygon) else { return rings[0] }
      rings.append(next)
    }
    return AntimeridianCut.joined(rings) ?? rings[0]
  }

  private static func ring(_ polygon: JSONValue) throws(EventRejectReason) -> [Coordinate] {
    guard let outer = polygon.elements?.first else { throw .badPosition }
    var corners = try places(outer)
    if corners.count > 1, corners.first == corners.last { corners.removeLast() }
    guard corners.count >= 3 else { throw .badPosition }
    return corners
  }
}
