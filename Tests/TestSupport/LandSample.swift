import Geography
import Platform

/// Land polygons in degrees, and files that hold them.
package struct LandSample: Sendable {
  /// Corners of a ring, longitude first; the first one not repeated.
  package typealias Ring = [SIMD2<Double>]

  /// Polygons, each an outer ring and its holes, whichever way round they run.
  package var polygons: [[Ring]]

  package init(_ polygons: [[Ring]]) { self.polygons = polygons }

  /// A rectangle.
  package static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Ring {
    [SIMD2(west, south), SIMD2(west, north), SIMD2(east, north), SIMD2(east, south)]
  }

  /// A ring about a middle whose corners stand on the lattice of 1e-5 degrees.
  package static func island(
    _ longitude: Double, _ latitude: Double, radius: Double, corners: Int, using generator: inout SeededGenerator
  ) -> Ring {
    (0..<corners).map { corner in
      let reach = Double.random(in: 0.5...1, using: &generator) * radius
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let place = SIMD2(longitude + reach * cos(angle), latitude + reach * sin(angle))
      return (place * 100_000).rounded(.toNearestOrEven) / 100_000
    }
  }

  /// Many small islands in a box, some larger ones, one of thousands of corners.
  package static func archipelago(seed: UInt64, box: BoundingBox, islands: Int) -> LandSample {
    var generator = SeededGenerator(seed: seed)
    var rings: [Ring] = []
    for index in 0..<islands {
      let corners = index == 0 ? 3000 : index % 25 == 1 ? 400 : Int.random(in: 3...60, using: &generator)
      rings.append(
        island(
          .random(in: box.west...box.east, using: &generator), .random(in: box.south...box.north, using: &generator),
          radius: index == 0 ? 2 : index % 25 == 1 ? 0.4 : 0.02, corners: corners, using: &generator))
    }
    return LandSample(rings.map { [$0] })
  }

  /// The MultiPolygon as well-known binary.
  ///
  /// `extra` numbers stand behind each vertex's two; `multiPolygon` and `polygon` are the codes of the two types.
  package func wkb(
    bigEndian: Bool = false, multiPolygon: UInt32 = 6, polygon: UInt32 = 3, extra: Int = 0, system: UInt32? = nil
  ) -> [UInt8] {
    var bytes = Bytes(bigEndian: bigEndian)
    func begin(_ code: UInt32, _ bytes: inout Bytes) {
      bytes.values.append(bigEndian ? 0 : 1)
      bytes.append(system == nil ? code : code | 0x2000_0000)
      if let system { bytes.append(system) }
    }
    begin(multiPolygon, &bytes)
    bytes.append(UInt32(polygons.count))
    for rings in polygons {
      begin(polygon, &bytes)
      bytes.append(UInt32(rings.count))
      for ring in rings {
        bytes.append(UInt32(ring.count + 1))
        for corner in ring + ring.prefix(1) {
          for value in [corner.x, corner.y] + [Double](repeating: -7e9, count: extra) { bytes.append(value.bitPattern) }
        }
      }
    }
    return bytes.values
  }

  /// The main file of a shapefile: a shape for each polygon, and a null shape before the first.
  ///
  /// Outer rings run clockwise and holes anticlockwise, or with `isReversed` the other way round.
  package func shapefile(kind: UInt32 = 5, isReversed: Bool = false) -> [UInt8] {
    var body = Bytes(bigEndian: false)
    body.record(1, [UInt8](repeating: 0, count: 4))
    for (index, rings) in polygons.enumerated() {
      var shape = Bytes(bigEndian: false)
      shape.append(kind)
      for _ in 0..<4 { shape.append(0.0.bitPattern) }
      shape.append(UInt32(rings.count))
      shape.append(UInt32(rings.reduce(0) { $0 + $1.count + 1 }))
      var start = 0
      for ring in rings {
        shape.append(UInt32(start))
        start += ring.count + 1
      }
      for (number, ring) in rings.enumerated() {
        let isClockwise = LandSample.twiceArea(ring) < 0
        let turned = isClockwise == ((number == 0) != isReversed) ? ring : ring.reversed()
        for corner in turned + turned.prefix(1) {
          shape.append(corner.x.bitPattern)
          shape.append(corner.y.bitPattern)
        }
      }
      // Ranges and values of heights and measures, which nobody reads.
      if kind != 5 { for _ in 0..<(2 * (start + 2)) { shape.append(Double.nan.bitPattern) } }
      body.record(UInt32(index + 2), shape.values)
    }
    var file = Bytes(bigEndian: true)
    for word in [9994, 0, 0, 0, 0, 0, UInt32((100 + body.values.count) / 2)] { file.append(word) }
    file.append(UInt32(1000).byteSwapped)
    file.append(kind.byteSwapped)
    for _ in 0..<8 { file.append(UInt64(0)) }
    return file.values + body.values
  }

  /// The same land taken in by a builder. Throws what is wrong with it.
  package func builder() throws(LandFileError) -> CoastlineBuilder { try LandSample.read(wkb()) }

  /// The same land as a coastline that is installed. Throws where there is none.
  package func archive() throws -> CoastlineArchive { try CoastlineArchive(MappedFile(copying: installed())) }

  /// The bytes of the installed file. Throws where there is no land.
  package func installed() throws(LandFileError) -> [UInt8] { try LandSample.installed(try builder()) }

  /// The bytes of the installed file with a builder's land. Throws where there is none.
  package static func installed(_ land: CoastlineBuilder) throws(LandFileError) -> [UInt8] {
    let facts = CoastlineFacts(
      attribution: "© Nobody", fileName: "made.wkb", fileSHA256: "00", polygons: land.polygonCount,
      vertices: land.vertexCount)
    var bytes: [UInt8] = []
    try CoastlineEncoder(land, facts: facts).write { bytes += $0 }
    return bytes
  }

  /// Reads a file's bytes. Throws what is wrong with them.
  package static func read(_ bytes: [UInt8]) throws(LandFileError) -> CoastlineBuilder {
    var land = CoastlineBuilder()
    var position = 0
    try LandFile.read(into: &land) { buffer in
      let count = min(buffer.count, bytes.count - position)
      buffer.copyBytes(from: bytes[position..<position + count])
      position += count
      return count
    }
    return land
  }

  private static func twiceArea(_ ring: Ring) -> Double {
    zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }

  /// Numbers one behind the other.
  private struct Bytes {
    let bigEndian: Bool
    var values: [UInt8] = []

    init(bigEndian: Bool) { self.bigEndian = bigEndian }

    mutating func append<Number: FixedWidthInteger>(_ number: Number) {
      withUnsafeBytes(of: bigEndian ? number.bigEndian : number.littleEndian) { values += $0 }
    }

    mutating func record(_ number: UInt32, _ content: [UInt8]) {
      append(number.byteSwapped)
      append(UInt32(content.count / 2).byteSwapped)
      values += content
    }
  }
}

extension CoastlineArchive {
  /// All rings from one vertex on, those laid down in pieces first; with a box, only those that the index gives for it.
  package func ringsOfVertices(touching box: AngleBox? = nil) -> [[SIMD2<Int32>]] {
    func touches(_ other: AngleBox) -> Bool {
      guard let box else { return true }
      return other.west <= box.east && other.east >= box.west && other.south <= box.north && other.north >= box.south
    }
    var result: [[SIMD2<Int32>]] = []
    for number in rings where touches(ring(number).box) {
      var vertices: [SIMD2<Int32>] = []
      for number in ring(number).pieces {
        let piece = piece(number)
        vertices.append(SIMD2(piece.x, piece.y))
        forEachFollowingVertex(of: piece) { x, y, isLast in
          if !isLast { vertices.append(SIMD2(x, y)) }
        }
      }
      result.append(vertices)
    }
    for number in groups {
      let group = group(number)
      guard touches(AngleBox(west: group.west, south: group.south, east: group.east, north: group.north)) else {
        continue
      }
      forEachRing(of: group) { result.append(Array($0)) }
    }
    return result
  }
}
