import Behaviour
import Geography
import JSON
import TestSupport
import Testing

@Suite("Event files")
struct EventReaderTests {
  private func read(_ text: String) throws(BehaviourError) -> EventFile {
    try EventReader.read(bytes: Array(text.utf8), path: "events")
  }

  private func reasons(_ file: EventFile) -> [String] {
    file.ledger.rejections.map { "\($0.number) \($0.reason.rawValue)" }
  }

  private static let collection = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","id":"e1","geometry":{"type":"Point","coordinates":[124.5,31.25]},"properties":{"type":"encounter",
    "start":"2018-09-14T09:40:00Z","end":"2018-09-14T15:10:00Z","duration_h":5.5,"vessels":[
    {"mmsi":"412345678","name":"FIRST, SHIP","imo":null},{"mmsi":273123456,"name":"SECOND"}]}},
    {"type":"Feature","geometry":{"type":"LineString","coordinates":[[179.5,10],[-179.5,11]]},"properties":{"type":"gap",
    "id":"g1","start":"2018-09-14","end":"2018-09-15","vessels":[{"mmsi":412345678}]}},
    {"type":"Feature","geometry":{"type":"MultiPoint","coordinates":[[179,10],[-179,12]]},"properties":{"type":
    "dark_rendezvous","id":"d1","start":1536918000,"end":1536921600.5}},
    {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[10,50],[12,50],[12,52],[10,52],[10,50]]]},
    "properties":{"count":12,"hours":40.5,"first":"2018-01-01","last":"2018-02-01","vessels":7,"radius_km":3}},
    {"type":"Feature","geometry":null,"properties":{"type":"loitering","latitude":1,"longitude":2,"start":"2018-09-14",
    "duration_h":4}}]}
    """

  @Test("a GeoJSON collection gives places, times, vessels and hotspots")
  func geoJSON() throws {
    let file = try read(Self.collection)
    #expect(file.ledger.accepted == 5 && file.ledger.rejections.isEmpty)
    #expect(file.events.map(\.kind) == [.encounter, .gap, .darkRendezvous, .loitering])
    let first = file.events[0]
    #expect(first.id == "e1" && first.place == Coordinate(latitude: 31.25, longitude: 124.5))
    #expect(first.start == 1_536_918_000_000 && first.durationInHours == 5.5)
    #expect(
      first.vessels == [
        EventVessel(mmsi: 412_345_678, name: "FIRST, SHIP"), EventVessel(mmsi: 273_123_456, name: "SECOND"),
      ])
    #expect(file.events[1].place == Coordinate(latitude: 10, longitude: 179.5))
    #expect(file.events[1].reappearance == Coordinate(latitude: 11, longitude: -179.5))
    #expect(file.events[2].place == Coordinate(latitude: 11, longitude: -180))
    #expect(file.events[2].end - file.events[2].start == 3_600_500)
    #expect(file.events[3].durationInHours == 4 && file.events[3].id == "loitering-2018-09-14T00:00:00Z")
    let hotspot = file.hotspots[0]
    #expect(hotspot.place == Coordinate(latitude: 51, longitude: 11) && hotspot.outline.count == 4)
    #expect(hotspot.count == 12 && hotspot.hours == 40.5 && hotspot.vesselCount == 7)
    #expect(hotspot.radiusInMetres == 3000 && hotspot.first == 1_514_764_800_000)
  }

  @Test("a table with the program's own names gives the same event as GeoJSON")
  func table() throws {
    let file = try read(
      """
      type,id,start,end,duration_h,latitude,longitude,vessel1_mmsi,vessel1_name,vessel2_mmsi,vessel2_name\r
      encounter,e1,2018-09-14T09:40:00Z,2018-09-14T15:10:00Z,5.5,31.25,124.5,412345678,"FIRST, SHIP",273123456,SECOND\r

      hotspot,,,,,1,2,,,,
      """)
    #expect(try read(Self.collection).events[0] == file.events[0])
    #expect(file.events.count == 1 && reasons(file) == ["4 malformed"])
  }

  @Test("published tables of encounters are read, with their two spellings of the columns")
  func publishedTables() throws {
    let paper = try read(
      """
      fishing_vessel_mmsi,transshipment_vessel_mmsi,start_time,end_time,mean_latitude,mean_longitude,duration_hr,median_distance_km,median_speed_knots
      200000001,200000002,2016-11-20 01:10:00 UTC,2016-11-20 06:50:00 UTC,-17.04,-79.06,5.66,0.032,0.57
      """)
    #expect(paper.events.map(\.kind) == [.encounter])
    #expect(paper.events[0].vessels.map(\.mmsi) == [200_000_001, 200_000_002])
    #expect(paper.events[0].place == Coordinate(latitude: -17.04, longitude: -79.06))
    let portal = try read(
      """
      start;end;latitude;longitude;vessel.name;encounter.vessel.name;vessel.ssvid;encounter.vessel.ssvid;encounter.medianDistanceKilometers
      2020-01-01T00:00:00.000Z;2020-01-01T05:00:00.000Z;3;-170;ALFA;BRAVO;200000003;200000004.0;0.1
      """)
    #expect(portal.events.map(\.kind) == [.encounter])
    #expect(
      portal.events[0].vessels == [
        EventVessel(mmsi: 200_000_003, name: "ALFA"), EventVessel(mmsi: 200_000_004, name: "BRAVO"),
      ])
  }

  @Test("the API's JSON is read as a page of entries, as a list and alone; kinds that are not drawn are told")
  func api() throws {
    let encounter = """
      {"id":"x","type":"encounter","start":"2020-01-01T00:00:00.000Z","end":"2020-01-01T05:00:00.000Z","position":{"lat":3,
      "lon":-170},"vessel":{"name":"ALFA","ssvid":"200000003","type":"CARRIER"},"encounter":{"vessel":{"name":"BRAVO",
      "ssvid":"200000004"}},"regions":{"eez":[1,2]}}
      """
    let gap = """
      {"id":"y","type":"gap","start":"2020-01-01","end":"2020-01-02","position":{"lat":0,"lon":0},"gap":{"offPosition":{
      "lat":1,"lon":2},"onPosition":{"lat":3,"lon":4}},"vessel":{"ssvid":"200000005"}}
      """
    let page = try read(
      "\u{FEFF}{\"total\":3,\"entries\":[\(encounter),\(gap),{\"type\":\"port_visit\",\"start\":\"2020-01-01\"},7]}")
    #expect(page.events.map(\.id) == ["x", "y"] && reasons(page) == ["3 unknown_type", "4 malformed"])
    #expect(page.events[0].vessels.map(\.name) == ["ALFA", "BRAVO"])
    #expect(page.events[1].place == Coordinate(latitude: 1, longitude: 2))
    #expect(page.events[1].reappearance == Coordinate(latitude: 3, longitude: 4))
    #expect(try read("[\(encounter)]").events == [page.events[0]])
    #expect(try read(encounter).events == [page.events[0]])
  }

  @Test("what cannot be used is counted under its line and reason")
  func rejections() throws {
    let file = try read(
      """
      type,start,end,lat,lon,vessel1_name
      gap,2020-01-01,2020-01-02,1,2,GOOD
      gap,2020-01-02,2020-01-01,1,2,
      gap,yesterday,2020-01-01,1,2,
      gap,2020-01-01,2020-01-02,91,181,
      gap,2020-01-01,2020-01-02,,,
      fishing,2020-01-01,2020-01-02,1,2,
      gap,2020-01-01,2020-01-02,1
      gap,2020-01-01,2020-01-02,1,2,"OPEN
      gap,2020-01-01,2020-01-02,1,2,x,y
      gap,2020-01-01,2020-01-02,nan,2,
      """)
    #expect(
      reasons(file) == [
        "3 bad_time", "4 bad_time", "5 bad_position", "6 bad_position", "7 unknown_type", "8 malformed", "9 malformed",
        "10 malformed", "11 bad_position",
      ])
    #expect(file.ledger.accepted == 1 && file.ledger.read == 10)
    #expect(file.ledger.reasons == "3 malformed, 1 unknown_type, 2 bad_time, 3 bad_position")
  }

  @Test("a file of which nothing can be used is an error that says what to do")
  func useless() {
    for (text, sentence) in [
      ("", "events: the file is empty"), ("a,b\n1,2\n", "events:1: the header has no columns"),
      ("{", "not JSON at byte 1"),
      ("{}", "JSON without features"), ("[]", "holds no events; give a file with at least one"),
      ("lat,lon,start,end,type\n1,2,x,y,gap\n", "(1 bad_time); check"),
    ] {
      do throws(BehaviourError) {
        _ = try read(text)
        Issue.record("\(text) is read")
      } catch {
        #expect(error.description.contains(sentence), "\(error)")
      }
    }
    let large = [UInt8](repeating: 0x20, count: EventReader.limitInMegabytes << 20 + 1)
    #expect(throws: BehaviourError.tooLarge(path: "p", limitInMegabytes: EventReader.limitInMegabytes)) {
      try EventReader.read(bytes: large, path: "p")
    }
  }

  @Test("no beginning of a file and no change of its bytes crashes the reader; what it says stays on the earth")
  func fuzz() throws {
    let table = #"""
      type,id,start,end,lat,lon,vessel1_mmsi,vessel1_name,count
      encounter,a,2020-01-01,2020-01-02,1,2,200000001,"A ""B""",
      hotspot,b,2020-01-01,2020-01-02,-1.5,-2e1,,,12

      """#
    var random = SeededGenerator(seed: 0x4576)
    var read = 0
    func check(_ bytes: [UInt8]) {
      guard let file = try? EventReader.read(bytes: bytes, path: "p") else { return }
      read += 1
      #expect(file.events.count + file.hotspots.count == file.ledger.accepted)
      for place in file.events.map(\.place) + file.events.compactMap(\.reappearance) + file.hotspots.map(\.place) {
        #expect(abs(place.latitude) <= 90 && abs(place.longitude) <= 180)
      }
      #expect(file.events.allSatisfy { $0.start <= $0.end } && file.hotspots.allSatisfy { $0.count >= 1 })
    }
    for text in [Self.collection, table] {
      let bytes = Array(text.utf8)
      for count in 0..<bytes.count { check(Array(bytes[..<count])) }
      for _ in 0..<600 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          changed[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        check(changed)
      }
    }
    #expect(read > 200)
  }
}
