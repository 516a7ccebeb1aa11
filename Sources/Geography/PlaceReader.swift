/// Reads the records of a `PlaceTable` one after the other and believes none of them.
struct PlaceReader {
  private static let capital: UInt8 = 4
  private static let greatestRank: UInt8 = 10
  private static let quarterTurn = 9_000_000
  private static let wholeTurn = 36_000_000

  private let bytes: UnsafeRawBufferPointer
  /// Where the next byte is read, from the file's start.
  private(set) var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next record.
  mutating func place() throws(PlaceTableError) -> NamedPlace {
    let start = offset
    let flags = try byte()
    let rank = try byte()
    let leastZoom = Double(try byte()) / 10
    let pointCount = Int(try byte())
    guard let kind = NamedPlace.Kind(rawValue: flags & ~PlaceReader.capital), rank <= PlaceReader.greatestRank,
      flags & PlaceReader.capital == 0 || kind == .town, kind == .sea ? pointCount >= 2 : pointCount == 1
    else { throw .damaged(offset: start) }
    let name = try text(length: Int(try byte()))
    let population = try number()
    guard population >= 0 else { throw .damaged(offset: start) }
    var line: [Coordinate] = []
    line.reserveCapacity(pointCount)
    var (x, y) = (0, 0)
    for _ in 0..<pointCount {
      x += try number()
      y += try number()
      guard abs(x) <= PlaceReader.wholeTurn, abs(y) <= PlaceReader.quarterTurn else { throw .damaged(offset: start) }
      line.append(
        Coordinate(
          latitude: Double(y) / GeometryArchive.unitsPerDegree, longitude: Double(x) / GeometryArchive.unitsPerDegree))
    }
    return NamedPlace(
      kind: kind, name: name, rank: Int(rank), leastZoom: leastZoom, isCapital: flags & PlaceReader.capital != 0,
      population: population, line: line)
  }

  private mutating func byte() throws(PlaceTableError) -> UInt8 {
    guard offset < bytes.count else { throw .damaged(offset: offset) }
    defer { offset += 1 }
    return bytes[offset]
  }

  private mutating func text(length: Int) throws(PlaceTableError) -> String {
    guard 0 < length, length <= bytes.count - offset,
      let text = String(validating: bytes[offset..<offset + length], as: UTF8.self)
    else { throw .damaged(offset: offset) }
    offset += length
    return text
  }

  /// A signed number of at most five bytes.
  private mutating func number() throws(PlaceTableError) -> Int {
    let start = offset
    var value = 0
    for shift in stride(from: 0, to: 35, by: 7) {
      let byte = try byte()
      value |= Int(byte & 127) << shift
      if byte < 128 { return value >> 1 ^ -(value & 1) }
    }
    throw .damaged(offset: start)
  }
}
