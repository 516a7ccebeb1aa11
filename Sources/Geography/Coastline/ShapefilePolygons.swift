/// Reads the polygons of a shapefile's main file (ESRI Shapefile Technical Description, July 1998).
///
/// Heights and measures of PolygonZ and PolygonM are passed over. A shape's largest ring is taken for an outer one, and
/// so are those that run the same way round; the others are holes.
enum ShapefilePolygons {
  /// How a shapefile begins.
  static let magic: [UInt8] = [0, 0, 0x27, 0x0A]

  static func read(_ feed: inout ByteFeed, into land: inout CoastlineBuilder) throws(LandFileError) {
    let header = try feed.take(100)
    let length = 2 * Int(ByteOrder.bigEndian.uint32(header, at: 24))
    let kind = ByteOrder.littleEndian.uint32(header, at: 32)
    guard ByteOrder.littleEndian.uint32(header, at: 28) == 1000 else { throw .damaged(what: "its version is not 1000") }
    guard isPolygon(kind) else { throw .noPolygons(what: "shapes of type \(kind)") }
    while feed.offset < length {
      let record = try feed.take(12)
      let bytes = 2 * Int(ByteOrder.bigEndian.uint32(record, at: 4))
      let kind = ByteOrder.littleEndian.uint32(record, at: 8)
      guard bytes >= 4 else { throw .damaged(what: "a record of \(bytes) bytes") }
      if kind == 0 {
        try feed.skip(bytes - 4)
      } else {
        guard isPolygon(kind) else { throw .noPolygons(what: "shapes of type \(kind)") }
        try readShape(&feed, bytes: bytes - 4, into: &land)
      }
    }
  }

  private static func isPolygon(_ kind: UInt32) -> Bool { kind == 5 || kind == 15 || kind == 25 }

  private static func readShape(
    _ feed: inout ByteFeed, bytes: Int, into land: inout CoastlineBuilder
  ) throws(LandFileError) {
    let end = feed.offset + bytes
    guard bytes >= 40 else { throw .damaged(what: "a polygon of \(bytes) bytes") }
    let head = try feed.take(40)
    let (parts, points) = (
      Int(ByteOrder.littleEndian.uint32(head, at: 32)), Int(ByteOrder.littleEndian.uint32(head, at: 36))
    )
    guard 40 + 4 * parts + 16 * points <= bytes else {
      throw .damaged(what: "\(parts) rings and \(points) vertices in a record of \(bytes) bytes")
    }
    var starts: [Int] = []
    for _ in 0..<parts {
      let start = Int(try feed.uint32(.littleEndian))
      guard start >= starts.last ?? 0, start <= points, starts.isEmpty ? start == 0 : true else {
        throw .damaged(what: "a ring that begins at vertex \(start) of \(points)")
      }
      starts.append(start)
    }
    guard parts > 0 || points == 0 else { throw .damaged(what: "\(points) vertices in no ring") }
    land.beginPolygon()
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1] : points
      land.beginRing()
      try land.addVertices(next - start, from: &feed, .littleEndian, stride: 16)
      land.endRing()
    }
    land.endPolygon(firstRingIsOuter: false)
    try feed.skip(end - feed.offset)
  }
}
