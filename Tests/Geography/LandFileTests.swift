import Geography
import Platform
import TestSupport
import Testing

@Suite("Files of land polygons") struct LandFileTests {
  private static let sample = LandSample([
    [LandSample.box(1, 50, 3, 52), LandSample.box(1.5, 50.5, 2, 51)],
    [[SIMD2(-5, -10), SIMD2(-4.5, -9.25), SIMD2(-4, -10)]],
    [LandSample.box(10, 10, 11, 11), LandSample.box(10.1, 10.1, 10.2, 10.2), LandSample.box(10.5, 10.5, 10.6, 10.6)],
  ])

  /// Rings as sets of vertices with the sign of their area, from whatever vertex they begin.
  private func shapes(_ bytes: [UInt8]) throws -> Set<[SIMD2<Int32>]> {
    let installed = try LandSample.installed(try LandSample.read(bytes))
    return Set(try CoastlineArchive(MappedFile(copying: installed)).ringsOfVertices().map(turned))
  }

  /// The ring from its south-western vertex on.
  private func turned(_ ring: [SIMD2<Int32>]) -> [SIMD2<Int32>] {
    let start = ring.indices.min { (ring[$0].x, ring[$0].y) < (ring[$1].x, ring[$1].y) } ?? 0
    return Array(ring[start...] + ring[..<start])
  }

  @Test("WKB of either byte order, EWKB, heights and measures, and shapefiles give the same land")
  func spellings() throws {
    let plain = try shapes(Self.sample.wkb())
    #expect(plain.count == 6)
    #expect(
      plain.contains([
        SIMD2(100_000, 5_000_000), SIMD2(100_000, 5_200_000), SIMD2(300_000, 5_200_000), SIMD2(300_000, 5_000_000),
      ]))
    // The hole runs the other way.
    #expect(
      plain.contains([
        SIMD2(150_000, 5_050_000), SIMD2(200_000, 5_050_000), SIMD2(200_000, 5_100_000), SIMD2(150_000, 5_100_000),
      ]))
    let spellings = [
      Self.sample.wkb(bigEndian: true), Self.sample.wkb(system: 4326), Self.sample.wkb(bigEndian: true, system: 4326),
      Self.sample.wkb(multiPolygon: 1006, polygon: 1003, extra: 1),
      Self.sample.wkb(multiPolygon: 2006, polygon: 2003, extra: 1),
      Self.sample.wkb(bigEndian: true, multiPolygon: 3006, polygon: 3003, extra: 2),
      Self.sample.wkb(multiPolygon: 0x8000_0006, polygon: 0x8000_0003, extra: 1),
      Self.sample.wkb(multiPolygon: 0xC000_0006, polygon: 0xC000_0003, extra: 2, system: 4326),
      Self.sample.wkb(multiPolygon: 7), Self.sample.shapefile(), Self.sample.shapefile(isReversed: true),
      Self.sample.shapefile(kind: 15), Self.sample.shapefile(kind: 25),
    ]
    for (index, bytes) in spellings.enumerated() { #expect(try shapes(bytes) == plain, "spelling \(index)") }
  }

  @Test("a file that ends early is refused, wherever it ends")
  func truncated() throws {
    for bytes in [Self.sample.wkb(), Self.sample.wkb(bigEndian: true), Self.sample.shapefile()] {
      for count in 1..<bytes.count {
        #expect(throws: LandFileError.truncated, "\(count) of \(bytes.count) bytes") {
          _ = try LandSample.read(Array(bytes[..<count]))
        }
      }
    }
    #expect(throws: LandFileError.noLand) { _ = try LandSample.read([]) }
  }

  @Test("damage of any byte is refused or read, but never a crash", arguments: 1...8 as ClosedRange<UInt64>)
  func fuzz(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var refused = 0
    for bytes in [Self.sample.wkb(), Self.sample.wkb(bigEndian: true), Self.sample.shapefile()] {
      for _ in 0..<400 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          damaged[Int.random(in: 0..<damaged.count, using: &generator)] =
            [0, 1, 0x7F, 0xFF].randomElement(
              using: &generator) ?? 0
        }
        do throws(LandFileError) {
          let land = try LandSample.read(damaged)
          #expect(land.vertexCount < 100)
          _ = try? CoastlineArchive(MappedFile(copying: LandSample.installed(land))).ringsOfVertices()
        } catch {
          refused += 1
          #expect(!error.sentence.isEmpty)
        }
      }
    }
    #expect(refused > 100)
  }

  @Test("what is no land in degrees of WGS 84 is refused with its reason")
  func refusals() {
    func refusal(_ bytes: [UInt8]) -> LandFileError? {
      do throws(LandFileError) {
        _ = try LandSample.read(bytes)
        return nil
      } catch {
        return error
      }
    }
    func triangle(_ corner: SIMD2<Double>) -> [UInt8] { LandSample([[[corner, SIMD2(1, 1), SIMD2(2, 1)]]]).wkb() }
    #expect(refusal(Self.sample.wkb(system: 3857)) == .otherCoordinates(what: "SRID 3857"))
    #expect(refusal(triangle(SIMD2(111_319, 5e6))) == .offTheWorld(longitude: 111_319, latitude: 5e6))
    #expect(refusal(triangle(SIMD2(-180.001, 0))) != nil && refusal(triangle(SIMD2(0, 90.001))) != nil)
    #expect(refusal(triangle(SIMD2(.nan, 0))) != nil && refusal(triangle(SIMD2(0, .infinity))) != nil)
    #expect(refusal(Self.sample.wkb() + [0]) == .damaged(what: "bytes stand behind the end of its geometry"))
    #expect(refusal(Array("mmsi,time\n".utf8)) == .unknownFormat)
    #expect(refusal([1, 2, 0, 0, 0, 0, 0, 0, 0]) == .noPolygons(what: "points or lines"))
    #expect(refusal(Self.sample.shapefile(kind: 3)) == .noPolygons(what: "shapes of type 3"))
    // A polygon that says it has four thousand million vertices.
    #expect(refusal([1, 3, 0, 0, 0, 1, 0, 0, 0, 255, 255, 255, 255, 0]) == .tooLarge)
    var nested: [UInt8] = []
    for _ in 0..<100_000 { nested += [1, 7, 0, 0, 0, 1, 0, 0, 0] }
    #expect(refusal(nested) == .damaged(what: "collections in more than 16 collections"))
    #expect(throws: LandFileError.noLand) { _ = try LandSample([]).installed() }
    #expect(throws: LandFileError.noLand) { _ = try LandSample([[LandSample.box(1, 1, 1, 2)]]).installed() }
  }

  @Test("a .prj is degrees of WGS 84, or the file is refused")
  func projections() throws {
    try LandFile.check(
      projection: "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.25]]]")
    try LandFile.check(projection: " GEOGCRS[\"WGS 84\",DATUM[\"World Geodetic System 1984\"]]")
    #expect(throws: LandFileError.otherCoordinates(what: "WGS_1984_Web_Mercator_Auxiliary_Sphere")) {
      try LandFile.check(
        projection: "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]]]")
    }
    #expect(throws: LandFileError.otherCoordinates(what: "NAD83")) {
      try LandFile.check(projection: "GEOGCS[\"NAD83\"]")
    }
    #expect(throws: LandFileError.self) { try LandFile.check(projection: "") }
  }
}
