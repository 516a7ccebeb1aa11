import Testing
import Tracks

@Suite("Records of GPX") struct GPXRecordTests {
  private static func gpx(_ body: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n\(body)\n</gpx>\n"
  }

  private static func point(_ number: Int, _ inside: String = "") -> String {
    "<trkpt lat=\"\(number).5\" lon=\"1\(number)\"><ele>1</ele><time> 2021-01-01T00:0\(number):00Z </time>\(inside)</trkpt>"
  }

  @Test("each first point of a segment begins a piece, of a track that its name tells")
  func segments() {
    let text = Self.gpx(
      "<trk><name>ALFA</name><trkseg>\(Self.point(1))\(Self.point(2))</trkseg><trkseg/><trkseg>\(Self.point(3))</trkseg></trk>"
        + "<trk><trkseg>\(Self.point(4))</trkseg></trk><trk><name/><trkseg>\(Self.point(5))</trkseg></trk>")
    let reading = RecordReading(gpx: text)
    #expect(
      reading.short == [
        "-@2021-01-01T00:01:00Z 1.5,11 piece <ALFA>", "-@2021-01-01T00:02:00Z 2.5,12 <ALFA>",
        "-@2021-01-01T00:03:00Z 3.5,13 piece <ALFA>", "-@2021-01-01T00:04:00Z 4.5,14 piece #1",
        "-@2021-01-01T00:05:00Z 5.5,15 piece #2",
      ])
    #expect(reading.format == "gpx" && reading.failure == nil)
    #expect(reading.rows.map { $0.fields[.name] } == ["ALFA", "ALFA", "ALFA", nil, nil])
    #expect(reading.rows.first?.line == 3)
  }

  @Test(
    "nine digits that a vessel may have are the track's MMSI",
    arguments: [
      ("<name>219000001</name>", "219000001", nil), ("<name>ALFA (219000001)</name>", "219000001", "ALFA (219000001)"),
      ("<name>ALFA</name><cmt>MMSI:219000001</cmt>", "219000001", "ALFA"),
      ("<name>ALFA</name><desc>219000001, again 219000001</desc>", "219000001", "ALFA"),
      (
        "<name>A</name><extensions><x:vessel xmlns:x=\"u\"><x:mmsi>219000002</x:mmsi></x:vessel></extensions>",
        "219000002", "A"
      ),
      ("<name>219000001 meets 219000002</name>", "-", "219000001 meets 219000002"),
      ("<name>2190000011</name>", "-", "2190000011"), ("<name>999999999</name>", "-", "999999999"),
    ] as [(String, String, String?)])
  func trackMMSI(head: String, mmsi: String, name: String?) {
    let reading = RecordReading(gpx: Self.gpx("<trk>\(head)<trkseg>\(Self.point(1))</trkseg></trk>"))
    #expect(reading.rows.map { $0.fields[.mmsi] ?? "-" } == [mmsi])
    #expect(reading.rows.map { $0.fields[.name] } == [name])
    #expect((reading.rows.first?.track == nil) == (mmsi != "-"))
  }

  @Test(
    "a speed is in metres per second, and sog in knots goes before it",
    arguments: [
      ("<speed>10</speed>", "19.438445"), ("<speed>0.514444444444</speed>", "0.999999"),
      ("<speed>0</speed>", "0.000000"),
      ("<extensions><g:speed>1</g:speed></extensions>", "1.943844"),
      ("<speed>1</speed><extensions><sog>7.7</sog></extensions>", "7.7"),
      ("<extensions><a:SOG>7.7</a:SOG></extensions><speed>1</speed>", "7.7"), ("<speed>fast</speed>", nil),
      ("<speed>-1</speed>", nil), ("<speed>1e30</speed>", nil), ("<speed>9999999999.9999999</speed>", nil),
    ] as [(String, String?)])
  func speed(inside: String, knots: String?) {
    let reading = RecordReading(gpx: Self.gpx("<trk><trkseg>\(Self.point(1, inside))</trkseg></trk>"))
    #expect(reading.rows.map { $0.fields[.speed] } == [knots])
  }

  @Test("a point's own course and MMSI are read in any namespace")
  func extensions() {
    let inside = "<course>10</course><extensions><q:cog>11.5</q:cog><q:mmsi>219000009</q:mmsi></extensions>"
    let reading = RecordReading(
      gpx: Self.gpx("<trk><name>219000001</name><trkseg>\(Self.point(1, inside))\(Self.point(2))</trkseg></trk>"))
    #expect(reading.rows.map { $0.fields[.mmsi] } == ["219000009", "219000001"])
    #expect(reading.rows.map { $0.fields[.course] } == ["11.5", nil])
  }

  @Test("routes and waypoints make no row, and alone are no track")
  func otherPlaces() {
    let others = "<wpt lat=\"1\" lon=\"2\"><time>2021-01-01</time></wpt><rte><rtept lat=\"1\" lon=\"2\"/></rte>"
    let both = RecordReading(gpx: Self.gpx(others + "<trk><trkseg>\(Self.point(1))</trkseg></trk>"))
    #expect(both.rows.count == 1 && both.failure == nil)
    #expect(
      RecordReading(gpx: Self.gpx(others)).sentence
        == "a.gpx: has 2 waypoints or points of routes but no track; give a GPX file with <trk>")
  }

  @Test("entities are refused before they are expanded, and nothing outside is opened")
  func entities() {
    var bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE gpx [\n<!ENTITY a0 \"lol\">\n"
    for level in 1..<12 {
      bomb += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">\n"
    }
    bomb += "]>\n<gpx><trk><name>&a11;</name></trk></gpx>"
    let outside = "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><gpx><trk><name>&x;</name></trk></gpx>"
    for text in [bomb, outside] {
      let reading = RecordReading(gpx: text)
      #expect(reading.rows.isEmpty)
      #expect(
        reading.sentence?.contains("has a DOCTYPE with declarations of its own, such as entities, which are not read")
          == true)
    }
    let plain =
      "<!DOCTYPE gpx SYSTEM \"file:///etc/passwd\"><gpx><trk><name>&x;A&amp;B&#65;</name><trkseg>\(Self.point(1))</trkseg></trk></gpx>"
    #expect(RecordReading(gpx: plain).rows.map(\.track) == [.named("A&BA")])
  }

  @Test("what is no GPX is said in a sentence")
  func noGPX() {
    #expect(
      RecordReading(gpx: "<kml><trk/></kml>").sentence
        == "a.gpx:1: is XML but no GPX: its root is <kml>; give a GPX file")
    #expect(RecordReading(gpx: "").sentence == "a.gpx:1: is empty; give a GPX file")
    #expect(RecordReading(gpx: "mmsi,lat\n").sentence?.hasPrefix("a.gpx:1: not XML: ") == true)
    let cut = RecordReading(gpx: String(Self.gpx("<trk><trkseg>\n\(Self.point(1))\n").dropLast(8)))
    #expect(cut.rows.count == 1)
    #expect(cut.sentence == "a.gpx:5: the GPX ends in the middle; the file was cut short, so get it again")
  }
}
