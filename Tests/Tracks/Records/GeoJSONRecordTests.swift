import Testing
import Tracks

@Suite("Records of GeoJSON") struct GeoJSONRecordTests {
  private static let twoPoints = [
    "219000001@2021-01-01T00:00:00Z 55.10,12.5", "219000001@2021-01-01T00:01:00Z 55.2,12.6",
  ]

  private static func point(_ members: String) -> String {
    #"{"type":"Feature","geometry":{"type":"Point","coordinates":[12.5,55.10]},"properties":{\#(members)}}"#
  }

  private static func line(_ geometry: String, _ properties: String) -> String {
    #"{"type":"Feature","properties":{\#(properties)},"geometry":\#(geometry)}"#
  }

  private static let twoInALine = #"{"type":"LineString","coordinates":[[12.5,55.10],[12.6,55.2]]}"#
  private static let twoTimes = #"["2021-01-01T00:00:00Z","2021-01-01T00:01:00Z"]"#

  @Test(
    "a point's time has any of its names", arguments: ["time", "timestamp", "t", "datetime", "BaseDateTime", "epoch"])
  func pointTimes(name: String) {
    let reading = RecordReading(json: Self.point(#""mmsi":219000001,"\#(name)":1609459200"#))
    #expect(reading.short == ["219000001@1609459200 55.10,12.5"])
    #expect(reading.format == "geojson")
  }

  @Test("features come in a collection, an array, by themselves, line by line or after record separators")
  func wrappings() {
    let features = [Self.point(#""mmsi":219000001,"t":1"#), Self.point(#""mmsi":219000002,"t":2"#)]
    let expected = ["219000001@1 55.10,12.5", "219000002@2 55.10,12.5"]
    let texts = [
      (#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#, "geojson"),
      (
        #"{"bbox":[1,2,3,4],"features":[\#(features.joined(separator: ", \n"))],"type":"FeatureCollection"}"#, "geojson"
      ),
      ("[\(features.joined(separator: ","))]", "geojson"),
      (features.joined(separator: "\n"), "geojsonseq"),
      (features.map { "\u{1E}\($0)\n" }.joined(), "geojsonseq"),
      ("\u{FEFF}[\(features.joined(separator: ","))]\n\n", "geojson"),
    ]
    for (text, format) in texts {
      let reading = RecordReading(json: text)
      #expect(reading.short == expected && reading.failure == nil, "\(text)")
      #expect(reading.format == format)
    }
  }

  @Test(
    "a line's times stand beside its coordinates",
    arguments: ["coordTimes", "times", "linestringTimestamps", "datetimes", "timestamps"])
  func parallelTimes(name: String) {
    for geometry in [Self.twoInALine, Self.twoInALine.replacing("LineString", with: "MultiPoint")] {
      let text = Self.line(geometry, #""mmsi":219000001,"\#(name)":\#(Self.twoTimes)"#)
      #expect(RecordReading(json: text).short == Self.twoPoints)
    }
  }

  @Test("times stand in coordinateProperties, as togeojson writes them")
  func coordinateProperties() {
    let text = Self.line(
      Self.twoInALine, #""coordinateProperties":{"heart":[1,2],"times":\#(Self.twoTimes)},"mmsi":219000001"#)
    #expect(RecordReading(json: text).short == Self.twoPoints)
  }

  @Test("each further line of several begins a piece, empty ones passed over")
  func severalLines() {
    let geometry = #"{"type":"MultiLineString","coordinates":[[],[[1,2],[3,4]],[],[[5,6],[7,8]]]}"#
    let expected = ["219000001@1 2,1", "219000001@2 4,3", "219000001@3 6,5 piece", "219000001@4 8,7"]
    for times in ["[[],[1,2],[],[3,4]]", "[1,2,3,4]"] {
      let reading = RecordReading(json: Self.line(geometry, #""mmsi":"219000001","times":\#(times)"#))
      #expect(reading.short == expected, "\(times)")
    }
  }

  @Test("the fourth number is a time, and the third where it cannot be a height")
  func measures() {
    let four = #"{"type":"LineString","coordinates":[[1,2,0,1609459200],[3,4,5.5,1609459260.5]]}"#
    #expect(
      RecordReading(json: Self.line(four, #""mmsi":219000001"#)).short
        == ["219000001@1609459200 2,1", "219000001@1609459260.5 4,3"])
    let three = #"{"type":"MultiPoint","coordinates":[[1,2,1609459200000],[3,4,12.5],[5,6]]}"#
    #expect(
      RecordReading(json: Self.line(three, #""mmsi":219000001"#)).short
        == ["219000001@1609459200000 2,1", "219000001@- 4,3", "219000001@- 6,5"])
    let point =
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2,3,1609459200]},"properties":{"mmsi":219000001}}"#
    #expect(RecordReading(json: point).short == ["219000001@1609459200 2,1"])
  }

  @Test(
    "times that are not as many as the positions belong to none of them",
    arguments: ["[1]", "[1,2,3]", "[]", "[[1,2]]", "[1,{}]", "[[1],[2]]"])
  func unlikeLengths(times: String) {
    let reading = RecordReading(json: Self.line(Self.twoInALine, #""mmsi":219000001,"times":\#(times)"#))
    #expect(reading.rows.map(\.fault) == [.malformed, .malformed])
    #expect(reading.rows.map { $0.fields[.time] } == [nil, nil])
  }

  @Test(
    "a feature that is no track is one row at fault",
    arguments: [
      "null", #"{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}"#, #"{"type":"Point","coordinates":[]}"#,
      #"{"type":"LineString","coordinates":[[[1,2]]]}"#, #"{"type":"LineString","coordinates":[1,[2,3]]}"#,
      #"{"type":"LineString","coordinates":[[1,[2]],[3,4]]}"#, #"{"type":"MultiLineString","coordinates":[[1,2]]}"#,
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#, "{}", "7",
      #"{"coordinates":[1,2]}"#,
    ])
  func noTrack(geometry: String) {
    let reading = RecordReading(json: "[\(Self.line(geometry, #""mmsi":219000001,"t":1"#)),\(Self.point(#""t":2"#))]")
    #expect(reading.rows.map(\.fault) == [.malformed, nil])
  }

  @Test("properties before and after the geometry say the same")
  func order() {
    let geometry = #""geometry":{"coordinates":[[[1,2],[3,4]],[[5,6]]],"type":"MultiLineString"}"#
    let properties = #""properties":{"times":[[1,2],[3]],"mmsi":219000001,"shipname":"ALFA"}"#
    let before = RecordReading(json: #"{"type":"Feature",\#(properties),\#(geometry)}"#)
    let after = RecordReading(json: #"{\#(geometry),\#(properties),"type":"Feature"}"#)
    #expect(before.rows == after.rows)
    #expect(before.rows.count == 3)
    #expect(before.rows[2].fields[.name] == "ALFA")
  }

  @Test("numbers are handed on as they are spelled")
  func spelling() {
    let text =
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1.50e1,-55.12345650]},"properties":{"mmsi":219000001,"t":1,"sog":10.10}}"#
    let reading = RecordReading(json: text)
    #expect(reading.rows.first?.fields[.longitude] == "1.50e1")
    #expect(reading.rows.first?.fields[.latitude] == "-55.12345650")
    #expect(reading.rows.first?.fields[.speed] == "10.10")
  }

  @Test("a track without an MMSI is told by its name, a vessel, an id or its number in the file")
  func tracks() {
    func feature(_ properties: String, id: String = "") -> String {
      #"{"type":"Feature",\#(id)"geometry":\#(Self.twoInALine),"properties":{"times":[1,2]\#(properties)}}"#
    }
    let features = [
      feature(#","name":"ALFA","vessel":"X""#, id: #""id":7,"#), feature(#","vessel":"BRAVO""#),
      feature("", id: #""id":7,"#),
      feature(""), feature(#","vessel":{"id":"u-1"}"#), feature(""), feature(#","mmsi":219000001,"name":"CHARLIE""#),
    ]
    let reading = RecordReading(json: "[\(features.joined(separator: ","))]")
    let tracks = stride(from: 0, to: reading.rows.count, by: 2).map { reading.rows[$0].track }
    #expect(
      tracks == [.named("ALFA"), .named("BRAVO"), .named("7"), .numbered(1), .named("u-1"), .numbered(2), nil])
    // A point's own id is no track's.
    let point = RecordReading(
      json: #"{"type":"Feature","id":3,"geometry":{"type":"Point","coordinates":[1,2]},"properties":{"t":1}}"#)
    #expect(point.rows.count == 1 && point.rows.first?.track == nil)
  }

  @Test("what is said of a whole line is no position's speed or time")
  func lineFields() {
    let reading = RecordReading(
      json: Self.line(Self.twoInALine, #""mmsi":219000001,"time":"2021-01-01","sog":12,"cog":7"#))
    #expect(reading.rows.count == 2)
    #expect(
      reading.rows.allSatisfy { $0.fields[.time] == nil && $0.fields[.speed] == nil && $0.fields[.course] == nil })
  }

  @Test("rows say at which line their feature begins")
  func lines() {
    let text =
      "{\"type\":\"FeatureCollection\",\n\"features\":[\n\n\(Self.point(#""t":1"#)),\n\(Self.point(#""t":2"#))\n]}"
    #expect(RecordReading(json: text).rows.map(\.line) == [4, 5])
  }

  @Test("links and other lists in a collection are no rows")
  func otherLists() {
    let text =
      #"{"type":"FeatureCollection","links":[{"rel":"self","type":"a/b"}],"timeStamp":"2021","features":[\#(Self.point(#""t":1"#))],"x":[[1],[{"a":2}]]}"#
    #expect(RecordReading(json: text).short == ["-@1 55.10,12.5"])
    let empty = RecordReading(json: #"{"type":"FeatureCollection","timestamp":1,"features":[]}"#)
    #expect(empty.rows.isEmpty && empty.failure == nil)
  }
}
