import Behaviour
import Geography
import JSON
import TestSupport
import Testing

@Suite("Hotspot files")
struct HotspotFileTests {
  private static func hotspots(_ middle: Coordinate) -> [Hotspot] {
    var random = SeededGenerator(seed: 17)
    let places = HotspotScenes.places(150, about: middle, using: &random)
    return HotspotFinder().hotspots(
      of: places.enumerated().map { HotspotScenes.event($0.offset, at: $0.element, hours: Int64($0.offset % 9)) })
  }

  private static let middles = [
    Coordinate(latitude: 38, longitude: 124), Coordinate(latitude: -17, longitude: 179.95),
    Coordinate(latitude: 89.6, longitude: 10),
  ]

  @Test("both files are read back as what was written", arguments: middles)
  func roundTrip(middle: Coordinate) throws {
    let hotspots = Self.hotspots(middle)
    #expect(hotspots.count > 1)
    for bytes in [HotspotFile.geoJSON(hotspots), HotspotFile.csv(hotspots)] {
      let file = try EventReader.read(bytes: bytes, path: "hotspots")
      #expect(file.ledger.rejections.isEmpty && file.events.isEmpty && file.hotspots.count == hotspots.count)
      for (read, written) in zip(file.hotspots, hotspots) {
        #expect(read.place == written.place && read.count == written.count && read.id == written.id)
        #expect(read.rank == written.rank && read.first == written.first && read.last == written.last)
        #expect(read.vessels == written.vessels && read.vesselCount == written.vesselCount)
        #expect(read.flags == written.flags)
        #expect(abs((read.hours ?? -1) - (written.hours ?? 0)) < 1e-4)
        #expect(abs((read.radiusInMetres ?? -1) - (written.radiusInMetres ?? 0)) < 0.1)
      }
    }
  }

  @Test("what was read and written again is the same bytes", arguments: middles)
  func stable(middle: Coordinate) throws {
    let hotspots = Self.hotspots(middle)
    let table = HotspotFile.csv(hotspots)
    #expect(HotspotFile.csv(try EventReader.read(bytes: table, path: "p").hotspots) == table)
    let features = HotspotFile.geoJSON(hotspots)
    let again = try EventReader.read(bytes: features, path: "p").hotspots
    #expect(HotspotFile.csv(again) == table)
    let rings = HotspotFile.geoJSON(again)
    let areas = try [features, rings].map { bytes in
      try #require(JSONValue(parsing: bytes)["features"]?.elements).map { $0["geometry"]?["type"]?.string }
    }
    #expect(areas[0] == areas[1])
  }

  @Test("a hotspot across 180 degrees is a MultiPolygon that comes back as one outline about its place")
  func antimeridian() throws {
    let events = [179.9, -179.95, 179.99, -179.9].enumerated().map {
      HotspotScenes.event($0.offset, at: Coordinate(latitude: -17 + Double($0.offset % 2) / 10, longitude: $0.element))
    }
    let hotspots = HotspotFinder().hotspots(of: events)
    let bytes = HotspotFile.geoJSON(hotspots)
    let geometry = try #require(JSONValue(parsing: bytes)["features"]?.elements?[0]["geometry"])
    #expect(geometry["type"] == "MultiPolygon" && geometry["coordinates"]?.elements?.count == 2)
    for polygon in geometry["coordinates"]?.elements ?? [] {
      let ring = (polygon.elements?[0].elements ?? []).map {
        ($0.elements?[0].double ?? 0, $0.elements?[1].double ?? 0)
      }
      let area = zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.0.0 * $1.1.1 - $1.1.0 * $1.0.1) }
      #expect(ring.count >= 4 && ring.first.map { $0 == ring[ring.count - 1] } == true && area > 0)
      #expect(Set(ring.map { $0.0 < 0 }).count == 1)
    }
    let read = try EventReader.read(bytes: bytes, path: "p").hotspots
    #expect(read.count == 1 && read[0].place == hotspots[0].place)
    #expect(read[0].outline.count == hotspots[0].outline.count + 2)
    #expect(read[0].outline.contains { $0.longitude > 179 } && read[0].outline.contains { $0.longitude < -179 })
  }

  @Test("the files say what they say to the byte")
  func bytes() {
    let square = [(1.0, 2.0), (1, 3), (2, 3), (2, 2)].map { Coordinate(latitude: $0.0, longitude: $0.1) }
    let hotspots = [
      Hotspot(
        place: Coordinate(latitude: 1.5, longitude: 2.5), radiusInMetres: 1234.56, outline: square, count: 3,
        hours: 7.25,
        first: 0, last: 1_500, vesselCount: 2, id: "=a", rank: 1, vessels: [273_000_001, 412_000_001],
        flags: [.init(code: "CHN", count: 1), .init(code: "RUS", count: 1)]),
      Hotspot(place: Coordinate(latitude: -1, longitude: -2), count: 1),
    ]
    #expect(
      String(decoding: HotspotFile.geoJSON(hotspots), as: UTF8.self) == """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"type":"hotspot","id":"=a","rank":1,"count":3,"hours":7.25,"first":\
        "1970-01-01T00:00:00Z","last":"1970-01-01T00:00:01.500Z","latitude":1.5,"longitude":2.5,"radius_m":1234.6,\
        "vessel_count":2,"vessels":[273000001,412000001],"flags":{"CHN":1,"RUS":1}},"geometry":{"type":"Polygon",\
        "coordinates":[[[2.0,1.0],[3.0,1.0],[3.0,2.0],[2.0,2.0],[2.0,1.0]]]}},
        {"type":"Feature","properties":{"type":"hotspot","id":"","rank":null,"count":1,"hours":null,"first":null,"last":\
        null,"latitude":-1.0,"longitude":-2.0,"radius_m":null,"vessel_count":null,"vessels":null,"flags":{}},"geometry":\
        {"type":"Point","coordinates":[-2.0,-1.0]}}
        ]}

        """)
    #expect(
      String(decoding: HotspotFile.csv(hotspots), as: UTF8.self) == """
        type,id,rank,count,hours,first,last,latitude,longitude,radius_m,vessel_count,vessels,flags
        hotspot,'=a,1,3,7.25,1970-01-01T00:00:00Z,1970-01-01T00:00:01.500Z,1.5,2.5,1234.6,2,273000001 412000001,CHN:1 RUS:1
        hotspot,,,1,,,,-1.0,-2.0,,,,

        """)
    #expect(HotspotFile.geoJSON([]) == Array("{\"type\":\"FeatureCollection\",\"features\":[]}\n".utf8))
  }

  @Test("areas of other files keep their middle, and parts that do not meet give the first")
  func otherAreas() throws {
    let text = """
      [{"type":"Feature","properties":{"count":1,"vessels":412000001,"flags":{"A":"x"}},"geometry":{"type":"MultiPolygon",
      "coordinates":[[[[0,0],[2,0],[2,2],[0,2],[0,0]]],[[[9,9],[10,9],[10,10],[9,9]]]]}},
      {"type":"Feature","properties":{"count":1,"lat":"?","lon":1},"geometry":{"type":"MultiPolygon",
      "coordinates":[[[[0,0],[2,0],[2,2],[0,2],[0,0]]],[[[9,9],[10,9]]]]}}]
      """
    let hotspots = try EventReader.read(bytes: Array(text.utf8), path: "p").hotspots
    #expect(hotspots.map(\.place) == Array(repeating: Coordinate(latitude: 1, longitude: 1), count: 2))
    #expect(hotspots.map(\.outline.count) == [4, 4] && hotspots[0].vessels.isEmpty && hotspots[0].flags.isEmpty)
  }
}
