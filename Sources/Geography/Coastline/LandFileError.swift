/// Why a file of land polygons cannot be used; the file's name is not in it.
package enum LandFileError: Error, Hashable, Sendable {
  /// Reading failed; whoever reads knows why.
  case readFailed
  /// The file ends in the middle of something.
  case truncated
  /// Bytes that are neither a shapefile nor WKB.
  case unknownFormat
  /// A number in the file cannot be what it should be; `what` names it.
  case damaged(what: String)
  /// Geometry that is no polygon; `what` names it.
  case noPolygons(what: String)
  /// Coordinates of another system than degrees in WGS 84; `what` names it or says where it was seen.
  case otherCoordinates(what: String)
  /// A vertex without a place on the earth.
  case offTheWorld(longitude: Double, latitude: Double)
  /// More than the installed format can hold.
  case tooLarge
  /// Nothing that would be drawn.
  case noLand

  /// What is wrong and what to do.
  package var sentence: String {
    switch self {
    case .readFailed: "could not be read"
    case .truncated: "ends before its last polygon does; fetch it again"
    case .unknownFormat:
      "is neither a shapefile (.shp, or a .zip with one) nor WKB; give OSM's land polygons in one of these"
    case .damaged(let what): "is damaged: \(what); fetch it again"
    case .noPolygons(let what): "holds \(what), no polygons; give land as polygons"
    case .otherCoordinates(let what):
      "is not in degrees of WGS 84 (\(what)); give the file in EPSG:4326, such as land-polygons-complete-4326"
    case .offTheWorld(let longitude, let latitude):
      "has a vertex at longitude \(longitude), latitude \(latitude), off the world; "
        + "give a file in degrees of WGS 84 (EPSG:4326)"
    case .tooLarge: "holds more than 400 million vertices; give a generalised coastline"
    case .noLand: "holds no land; give OSM's land polygons"
    }
  }
}
