/// Reads well-known binary: Polygon, MultiPolygon, and collections of them (OGC 06-103r4, clause 8).
///
/// Both byte orders; PostGIS's EWKB with SRID 4326; heights and measures are passed over. A polygon's first ring is its
/// outer one, whichever way round it runs.
enum WKBPolygons {
  private static let deepestCollection = 16

  static func read(_ feed: inout ByteFeed, into land: inout CoastlineBuilder) throws(LandFileError) {
    try readGeometry(&feed, into: &land, depth: 0)
    guard try feed.isAtEnd() else { throw .damaged(what: "bytes stand behind the end of its geometry") }
  }

  private static func readGeometry(
    _ feed: inout ByteFeed, into land: inout CoastlineBuilder, depth: Int
  ) throws(LandFileError) {
    let mark = try feed.byte()
    guard mark <= 1 else {
      throw depth == 0 ? .unknownFormat : .damaged(what: "a byte order of \(mark) at byte \(feed.offset - 1)")
    }
    let order: ByteOrder = mark == 1 ? .littleEndian : .bigEndian
    let code = try feed.uint32(order)
    // EWKB marks height, measure and SRID by high bits, OGC height and measure by thousands.
    let kind = code & 0x1FFF_FFFF
    guard kind < 4000 else { throw depth == 0 ? .unknownFormat : .damaged(what: "a geometry of type \(kind)") }
    if code & 0x2000_0000 != 0 {
      let system = try feed.uint32(order)
      guard system == 4326 || system == 0 else { throw .otherCoordinates(what: "SRID \(system)") }
    }
    let hasHeight = code & 0x8000_0000 != 0 || kind / 1000 == 1 || kind / 1000 == 3
    let hasMeasure = code & 0x4000_0000 != 0 || kind / 1000 >= 2
    let stride = 16 + (hasHeight ? 8 : 0) + (hasMeasure ? 8 : 0)
    switch kind % 1000 {
    case 3:
      land.beginPolygon()
      for _ in 0..<(try feed.uint32(order)) {
        land.beginRing()
        try land.addVertices(Int(try feed.uint32(order)), from: &feed, order, stride: stride)
        land.endRing()
      }
      land.endPolygon(firstRingIsOuter: true)
    case 6, 7:
      guard depth < deepestCollection else { throw .damaged(what: "collections in more than 16 collections") }
      for _ in 0..<(try feed.uint32(order)) { try readGeometry(&feed, into: &land, depth: depth + 1) }
    case 0, 8...: throw depth == 0 ? .unknownFormat : .damaged(what: "a geometry of type \(kind)")
    default: throw .noPolygons(what: "points or lines")
    }
  }
}
