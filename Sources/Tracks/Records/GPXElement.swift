/// The elements of GPX that are of use, told by their local names whatever their namespaces.
enum GPXElement {
  case root, track, segment, point
  /// A place that is of no track: of a route, or by itself.
  case placeOutsideTracks
  case name, comment, description
  case time, speed, course, speedInKnots, courseOverGround, mmsi
  case other

  /// The element of a qualified name.
  init(_ qualified: UnsafeBufferPointer<UInt8>) {
    let colon = qualified.lastIndex(of: UInt8(ascii: ":"))
    let local = qualified[(colon.map { $0 + 1 } ?? 0)...]
    guard local.count < 16 else {
      self = .other
      return
    }
    for (name, element) in Self.names where name.utf8CodeUnitCount == local.count {
      if local.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: local.count)) {
        self = element
        return
      }
    }
    self = .other
  }

  private static let names: [(StaticString, GPXElement)] = [
    ("trkpt", .point), ("time", .time), ("speed", .speed), ("course", .course), ("trkseg", .segment), ("name", .name),
    ("cmt", .comment), ("desc", .description), ("sog", .speedInKnots), ("SOG", .speedInKnots),
    ("cog", .courseOverGround), ("COG", .courseOverGround), ("mmsi", .mmsi), ("MMSI", .mmsi), ("trk", .track),
    ("gpx", .root), ("rtept", .placeOutsideTracks), ("wpt", .placeOutsideTracks),
  ]

  /// Whether the element's text is of use.
  var hasText: Bool {
    switch self {
    case .name, .comment, .description, .time, .speed, .course, .speedInKnots, .courseOverGround, .mmsi: true
    case .root, .track, .segment, .point, .placeOutsideTracks, .other: false
    }
  }
}
