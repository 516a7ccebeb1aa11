import TestSupport
import Testing
import Tracks

@Suite("Records that nobody should have to read") struct HostileRecordTests {
  private static let samples: [(RecordReading.Kind, String)] = [
    (
      .json,
      #"""
      {"type":"FeatureCollection","name":"x","features":[
      {"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[12.5,55.1]},"properties":{"mmsi":219000001,"t":1609459200,"name":"\u00c6\ud83d\ude80"}},
      {"type":"Feature","geometry":{"type":"MultiLineString","coordinates":[[[1,2,0,5],[3,4]],[[5,6]]]},"properties":{"times":[["a","b"],["c"]],"vessel":{"name":"B"}}},
      {"type":"Feature","properties":{"a":[1,{"b":[true,null]}]},"temporalGeometry":{"type":"MovingPoint","datetimes":[1,2],"coordinates":[[1,2],[3,4]]}},
      {"type":"Feature","geometry":null,"properties":null}
      ]}
      """#
    ),
    (
      .json,
      #"""
      {"mmsi":219000001,"time":"2021-01-01T00:00:00Z","lat":-1.5e1,"lon":2,"ok":true}
      {"vessel":{"ssvid":"219000002"},"position":{"lat":1,"lon":2},"epoch":1609459200000,"skip":[[1],{"x":"\\"}]}
      """#
    ),
    (
      .json,
      #"[{"ERROR":false},[{"MMSI":1,"TIME":"2021","LATITUDE":1,"LONGITUDE":2},{"MMSI":2,"LATITUDE":3,"LONGITUDE":4}]]"#
    ),
    (
      .gpx,
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a --><gpx version="1.1"><wpt lat="1" lon="2"/><trk><name>A &amp; 219000001</name><extensions><m:mmsi xmlns:m="u">219000002</m:mmsi></extensions>
      <trkseg><trkpt lat="1.5" lon="2"><time>2021-01-01T00:00:00Z</time><speed>1</speed></trkpt><trkpt lon="3" lat="4"/></trkseg>
      <trkseg><trkpt lat="5" lon="6"><name><![CDATA[x]]></name><extensions><sog>7</sog></extensions></trkpt></trkseg></trk></gpx>
      """
    ),
  ]

  @Test(
    "any part of a file up to a place gives only rows that the whole gives, in its order", arguments: samples.indices)
  func prefixes(index: Int) {
    let (kind, text) = Self.samples[index]
    let bytes = Array(text.utf8)
    let whole = RecordReading(kind, bytes)
    #expect(whole.failure == nil && whole.rows.count > 1)
    for count in 0..<bytes.count {
      let part = RecordReading(kind, Array(bytes[..<count]), bufferSize: 64)
      // A line that is cut short is a row at fault where lines are values.
      let sound = part.rows.filter { $0.fault == nil }
      #expect(sound == Array(whole.rows.filter { $0.fault == nil }.prefix(sound.count)), "\(count) bytes")
    }
  }

  @Test("it is the same rows however the bytes come in", arguments: samples.indices)
  func steps(index: Int) {
    let (kind, text) = Self.samples[index]
    let whole = RecordReading(kind, Array(text.utf8))
    for (step, bufferSize) in [(1, 1), (1, 4096), (.max, 17), (7, 64)] {
      let reading = RecordReading(kind, Array(text.utf8), step: step, bufferSize: bufferSize)
      #expect(reading.rows == whole.rows && reading.failure == nil && reading.format == whole.format)
    }
  }

  @Test("bytes changed at random end in rows or a sentence", arguments: samples.indices)
  func mutations(index: Int) {
    let (kind, text) = Self.samples[index]
    var generator = SeededGenerator(seed: UInt64(index) + 1)
    let sample = Array(text.utf8)
    let spice = Array("{}[]\",:\\u0e-+.<>/&;'= \n\u{1E}".utf8) + [0, 0xFF, 0xED]
    var failures = 0
    for _ in 0..<2_000 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] = spice[Int.random(in: 0..<spice.count, using: &generator)]
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(spice[Int.random(in: 0..<spice.count, using: &generator)], at: place)
        default:
          let end = min(bytes.count, place + Int.random(in: 1...60, using: &generator))
          bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        }
      }
      let reading = RecordReading(kind, bytes, bufferSize: 256)
      #expect(reading.rows.count < 100)
      if case .unusable(_, _, let why)? = reading.failure {
        failures += 1
        #expect(!why.isEmpty)
      }
    }
    #expect(failures > 500 && failures < 2_000)
  }

  @Test("what is too deep, too long or too much is refused with the limit")
  func limits() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      RecordReading(json: deep).sentence?.hasPrefix("a.json:1: has more than 64 objects and arrays inside one another;")
        == true)
    let deepMembers = String(repeating: "{\"a\":", count: 100_000)
    #expect(RecordReading(json: "[" + deepMembers).sentence?.contains("more than 64") == true)
    let elements = "<gpx>" + String(repeating: "<a>", count: 100_000)
    #expect(RecordReading(gpx: elements).sentence?.contains("has more than 64 elements inside one another") == true)

    var limits = RecordLimits()
    limits.longestText = 1_000
    limits.mostPositionsOfAFeature = 3
    let long = String(repeating: "7", count: 1_001)
    let texts = [
      #"[{"name":"\#(long)"}]"#, #"[{"lat":\#(long)}]"#, #"[{"\#(long)":1}]"#,
      #"[{"name":"\#(String(repeating: "x", count: 100_000))"}]"#,
    ]
    for text in texts {
      #expect(
        RecordReading(json: text, limits: limits).sentence?.contains("of more than 1000 bytes; raise --limit") == true
      )
    }
    for text in [
      "<gpx a=\"\(long + String(repeating: "x", count: 100_000))\"/>",
      "<gpx><!--\(String(repeating: "x", count: 100_000))--></gpx>", "<gpx><trk><name>\(long)</name></trk></gpx>",
    ] {
      #expect(
        RecordReading(gpx: text, limits: limits).sentence?.contains("of more than 1000 bytes; raise --limit") == true)
    }
    for coordinates in ["[[1,2],[1,2],[1,2],[1,2]]", "[[],[],[],[]]"] {
      let text = #"{"type":"Feature","geometry":{"type":"LineString","coordinates":\#(coordinates)}}"#
      #expect(
        RecordReading(json: text, limits: limits).sentence?.contains(
          "has a feature of more than 3 positions; raise --limit") == true)
    }
    #expect(
      RecordReading(json: #"{"type":"Feature","properties":{"times":[1,2,3,4]}}"#, limits: limits).sentence?.contains(
        "more than 3 positions") == true)
  }

  @Test("what nobody asked for may be as long as it likes")
  func longUnknown() {
    var limits = RecordLimits()
    limits.longestText = 100
    let text = #"[{"blob":"\#(String(repeating: "x\\n", count: 100_000))","lat":1,"lon":2,"t":3}]"#
    #expect(RecordReading(json: text, limits: limits).short == ["-@3 1,2"])
  }

  @Test("an XML document with endless new names is refused")
  func endlessNames() {
    let names = (0..<30_000).map { "<n\($0)/>" }.joined()
    #expect(
      RecordReading(gpx: "<gpx>\(names)</gpx>").sentence?.contains("different names of elements and attributes") == true
    )
  }

  @Test("a key that comes a hundred thousand times says what it says last")
  func endlessKeys() {
    let keys = (0..<100_000).map { "\"name\":\"n\($0)\"" }.joined(separator: ",")
    let reading = RecordReading(json: "[{\(keys),\"lat\":1,\"lon\":2}]")
    #expect(reading.rows.map { $0.fields[.name] } == ["n99999"])
    let unknown = (0..<100_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    #expect(RecordReading(json: "[{\(unknown),\"lat\":1,\"lon\":2}]").rows.count == 1)
  }

  @Test(
    "damage is told by its line",
    arguments: [
      ("[\n{\"lat\":1,\n\"lon\" 2}]", 3, "a colon is missing"), ("[\n1 2]", 2, "a comma or ] is missing"),
      ("{\n\n\"a\":1 \"b\":2}", 3, "a comma or } is missing"), ("[\n01]", 2, "no number is written so"),
      ("[\n1.]", 2, "no number is written so"), ("[\n-]", 2, "no number is written so"),
      ("[\n+1]", 2, "no value begins so"),
      ("[\n\"a\nb\"]", 2, "a text without an end"), ("[{\"name\":\n\"\\x\"}]", 2, "no such escape"),
      ("[\n{,}]", 2, "a key is missing"), ("[\n1,]", 2, "no value begins so"), ("mmsi,lat", 1, "no value begins so"),
      ("[tru", 1, "no value begins so"), ("[1]\n]", 2, "no value begins so"),
    ])
  func damage(text: String, line: Int, why: String) {
    let sentence = RecordReading(json: text).sentence
    #expect(sentence?.hasPrefix("a.json:\(line): not JSON: \(why)") == true, "\(sentence ?? "none")")
  }

  @Test("a file that is cut short says so")
  func cutShort() {
    for text in ["[", "{\"a\":", "[\"abc", "[{\"lat\":1,", "[\"\\"] {
      #expect(
        RecordReading(json: text).sentence
          == "a.json:1: the JSON ends in the middle; the file was cut short, so get it again")
    }
    #expect(
      RecordReading(.json, [0xFF, 0xFE, 0x5B, 0]).sentence?.contains("is text in UTF-16; save it as UTF-8") == true)
  }
}
