import Testing
import Tracks

@Suite("Records of JSON objects") struct JSONRecordTests {
  private static let one = #"{"mmsi":219000001,"timestamp":"2021-01-01T00:00:00Z","lat":55.1,"lon":12.5}"#
  private static let two = #"{"MMSI":"219000002","TIME":1609459200,"LATITUDE":"55.2","LONGITUDE":"12.6"}"#
  private static let rows = ["219000001@2021-01-01T00:00:00Z 55.1,12.5", "219000002@1609459200 55.2,12.6"]

  @Test(
    "flat objects come in an array, under any name, or one after another",
    arguments: [
      "[\(one),\(two)]", "\(one)\n\(two)\n", "\(one)\(two)", #"{"data":[\#(one),\#(two)]}"#,
      #"{"count":2,"timestamp":"2021","positions":[\#(one),\#(two)],"ok":true}"#,
      #"{"meta":{"page":{"x":1}},"result":{"inner":{"rows":[\#(one),\#(two)]}}}"#,
      #"[{"ERROR":false,"USERNAME":"A","RECORDS":2},[\#(one),\#(two)]]"#,
      #"[[\#(one)],[\#(two)]]"#, #"{"links":[{"rel":"next"}],"tags":["a"],"entries":[\#(one),\#(two)]}"#,
    ])
  func wrappings(text: String) {
    let reading = RecordReading(json: text)
    #expect(reading.short == Self.rows)
    #expect(reading.failure == nil)
  }

  @Test("an array is json, and objects one after another are ndjson")
  func formats() {
    #expect(RecordReading(json: "[\(Self.one)]").format == "json")
    #expect(RecordReading(json: "\(Self.one)\n\(Self.two)").format == "ndjson")
  }

  @Test("Digitraffic's time is the one outside its own minute")
  func digitraffic() {
    let text = #"""
      {"type":"FeatureCollection","dataUpdatedTime":"2022-07-31T00:00:00Z","features":[
      {"mmsi":219598000,"type":"Feature","geometry":{"type":"Point","coordinates":[20.85169,55.770832]},
      "properties":{"mmsi":219598000,"sog":0.1,"cog":346.5,"navStat":1,"posAcc":true,"timestamp":59,"timestampExternal":1659212938646}}]}
      """#
    let reading = RecordReading(json: text)
    #expect(reading.short == ["219598000@1659212938646 55.770832,20.85169"])
    #expect(reading.rows.first?.fields[.speed] == "0.1")
    #expect(reading.rows.first?.fields[.course] == "346.5")
  }

  @Test("an object within a record is flattened, but not what has a place of its own")
  func nested() {
    let text = #"""
      [{"id":"e1","start":"x","timestamp":1,"position":{"lat":1.5,"lon":2.5},"port":{"name":"P","lat":8,"lon":9},
      "vessel":{"id":"v","name":"ALFA","ssvid":"219000001","flag":"DNK","owner":{"name":"O"}},"receiver":{"lat":7,"mmsi":3}},
      {"AIS":{"MMSI":219000002,"TIMESTAMP":"2021-01-01 00:00:00 UTC","LATITUDE":1,"LONGITUDE":2,"SPEED":3}}]
      """#
    let reading = RecordReading(json: text)
    #expect(reading.short == ["219000001@1 1.5,2.5", "219000002@2021-01-01 00:00:00 UTC 1,2"])
    #expect(reading.rows.first?.fields[.name] == "ALFA")
    let alone = text.split(separator: "\n").dropLast().joined().dropFirst().dropLast()
    #expect(RecordReading(json: String(alone)).rows == Array(reading.rows.prefix(1)), "by itself")
  }

  @Test("the user's names go before those that are known, dotted ones too")
  func ownNames() {
    let text = #"[{"lat":0,"lon":0,"mmsi":1,"time":2,"who":219000001,"p":{"y":3.5,"X":4.5},"when":99}]"#
    let map: [ColumnRole: String] = [.latitude: "p.y", .longitude: "p.x", .mmsi: "who", .time: "When"]
    #expect(RecordReading(json: text, map: map).short == ["219000001@99 3.5,4.5"])
    let feature =
      #"{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"properties":{"who":5,"stamps":[7,8],"times":[1,2]}}"#
    #expect(
      RecordReading(json: feature, map: [.mmsi: "properties.who", .time: "stamps"]).short == ["5@7 2,1", "5@8 4,3"])
  }

  @Test("the best name says a field, whatever the order, and nothing is said by null or nothing")
  func bestName() {
    for text in [
      #"{"timestamp":null,"time":5,"t":6,"lat":1,"lon":2,"mmsi":""}"#,
      #"{"t":6,"mmsi":null,"time":5,"lon":2,"lat":1,"timestamp":""}"#,
    ] {
      #expect(RecordReading(json: text).short == ["-@5 1,2"])
    }
  }

  @Test("of a key that comes twice the last says the field")
  func twice() {
    #expect(RecordReading(json: #"{"lat":1,"lat":3,"lon":2,"time":1,"mmsi":7,"mmsi":8}"#).short == ["8@1 3,2"])
    let feature =
      #"{"type":"Feature","geometry":{"type":"Polygon"},"geometry":{"type":"Point","coordinates":[9,9],"coordinates":[1,2]},"properties":{"t":1}}"#
    #expect(RecordReading(json: feature).short == ["-@1 2,1"])
  }

  @Test("a member of a list that is no position is a row at fault once there has been one")
  func faults() {
    let reading = RecordReading(json: #"[{"note":"x"},\#(Self.one),{"note":"y"},7,null,[],\#(Self.two)]"#)
    #expect(reading.rows.map(\.fault) == [nil, .malformed, .malformed, .malformed, nil])
    let static_ = RecordReading(json: "\(#"{"mmsi":219000003,"name":"ALFA"}"#)\n\(Self.one)")
    #expect(static_.short == ["219000003@- -,-", Self.rows[0]])
  }

  @Test("escapes are undone, and half a pair is the mark of what cannot be read")
  func escapes() {
    let text = #"{"lat":1,"lon":2,"t":3,"mmsi":4,"name":"\u00c6\"\\\/\n\ud83d\ude80\ud800x\uDC00\ud800\ud83d\ude80"}"#
    let name = RecordReading(json: text).rows.first?.fields[.name]
    #expect(name == "Æ\"\\/\n🚀\u{FFFD}x\u{FFFD}\u{FFFD}🚀")
    #expect(RecordReading(json: #"{"l\u0061t":1,"lon":2,"t":3,"mmsi":4}"#).short == ["4@3 1,2"])
  }

  @Test("NaN and Infinity, which some programs write, say nothing")
  func notANumber() {
    let text = #"[{"lat":NaN,"lon":-Infinity,"sog":Infinity,"t":3,"mmsi":4}]"#
    #expect(RecordReading(json: text).short == ["4@3 -,-"])
  }

  @Test("objects that have no place under a known name ask for --map")
  func unknownNames() {
    let sentence = RecordReading(json: #"[{"a":1,"b":2},{"a":1,"b":2}]"#).sentence
    #expect(sentence?.hasPrefix("a.json: no object in it says where something is") == true)
    #expect(sentence?.contains("--map") == true)
    for text in ["[]", "{\"data\":[]}", "", "  \n"] {
      let reading = RecordReading(json: text)
      #expect(reading.rows.isEmpty && reading.failure == nil, "\(text)")
    }
  }
}
