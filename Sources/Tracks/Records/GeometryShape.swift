/// What kind of geometry a record has.
enum GeometryShape {
  /// It names none.
  case none
  /// It says that it has none, or it is no geometry.
  case missing
  case point, line, multiPoint, multiLine
  /// Points that come with their times (OGC 19-045r3).
  case moving
  /// Areas, collections and what else is no track.
  case other

  /// The shape that a `type` names; nil: it names none.
  init?(type: UnsafeBufferPointer<UInt8>) {
    switch String(decoding: type.prefix(32), as: UTF8.self) {
    case "Point": self = .point
    case "LineString": self = .line
    case "MultiPoint": self = .multiPoint
    case "MultiLineString": self = .multiLine
    case "MovingPoint", "MovingGeometryCollection": self = .moving
    case "Polygon", "MultiPolygon", "GeometryCollection", "MovingLineString", "MovingPolygon", "MovingPointCloud":
      self = .other
    default: return nil
    }
  }
}
