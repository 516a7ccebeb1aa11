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
    self =
      switch String(decoding: local, as: UTF8.self) {
      case "gpx": .root
      case "trk": .track
      case "trkseg": .segment
      case "trkpt": .point
      case "rtept", "wpt": .placeOutsideTracks
      case "name": .name
      case "cmt": .comment
      case "desc": .description
      case "time": .time
      case "speed": .speed
      case "course": .course
      case "sog", "SOG": .speedInKnots
      case "cog", "COG": .courseOverGround
      case "mmsi", "MMSI": .mmsi
      default: .other
      }
  }

  /// Whether the element's text is of use.
  var hasText: Bool {
    switch self {
    case .name, .comment, .description, .time, .speed, .course, .speedInKnots, .courseOverGround, .mmsi: true
    case .root, .track, .segment, .point, .placeOutsideTracks, .other: false
    }
  }
}
