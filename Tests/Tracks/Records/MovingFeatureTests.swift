import Testing
import Tracks

@Suite("Records of MF-JSON") struct MovingFeatureTests {
  private static let point =
    #"{"type":"MovingPoint","datetimes":["2011-07-14T22:01:01Z","2011-07-14T22:01:02Z"],"coordinates":[[139.7,35.6,5.0],[139.8,35.7,5.0]],"interpolation":"Linear"}"#
  private static let rows = ["219000001@2011-07-14T22:01:01Z 35.6,139.7", "219000001@2011-07-14T22:01:02Z 35.7,139.8"]

  private static func feature(_ geometry: String, _ more: String = "") -> String {
    #"{"type":"Feature","crs":{"type":"Name","properties":{"name":"x"}},"temporalGeometry":\#(geometry),"properties":{"mmsi":"219000001"}\#(more)}"#
  }

  @Test("a moving point has its own times, whatever geometry and properties stand beside it")
  func movingPoint() {
    let others = [
      "", #","geometry":{"type":"LineString","coordinates":[[1,2]]}"#, #","geometry":null"#,
      #","temporalProperties":[{"datetimes":[1],"speed":{"values":[2]}}],"time":["a","b"]"#,
    ]
    for other in others {
      let reading = RecordReading(json: Self.feature(Self.point, other))
      #expect(reading.short == Self.rows && reading.format == "mf-json", "\(other)")
    }
    let before =
      #"{"geometry":{"type":"Point","coordinates":[1,2]},"times":[1],"temporalGeometry":\#(Self.point),"mmsi":219000001}"#
    #expect(RecordReading(json: before).short == Self.rows)
    let collection = RecordReading(json: #"{"type":"FeatureCollection","features":[\#(Self.feature(Self.point))]}"#)
    #expect(collection.short == Self.rows && collection.format == "mf-json")
  }

  @Test("times are milliseconds, or text")
  func milliseconds() {
    let text = Self.feature(#"{"coordinates":[[1,2]],"datetimes":[1310680861000],"type":"MovingPoint"}"#)
    #expect(RecordReading(json: text).short == ["219000001@1310680861000 2,1"])
  }

  @Test("each further member of a collection begins a piece")
  func collection() {
    let text = Self.feature(#"{"type":"MovingGeometryCollection","prisms":[\#(Self.point),\#(Self.point)]}"#)
    #expect(RecordReading(json: text).short == Self.rows + [Self.rows[0] + " piece", Self.rows[1]])
  }

  @Test("members whose times are not as many as their positions spoil the feature")
  func unlikeLengths() {
    let members =
      #"{"type":"MovingPoint","datetimes":[1,2],"coordinates":[[1,2]]},{"type":"MovingPoint","datetimes":[3],"coordinates":[[3,4],[5,6]]}"#
    let reading = RecordReading(json: Self.feature(#"{"type":"MovingGeometryCollection","prisms":[\#(members)]}"#))
    #expect(reading.rows.map(\.fault) == [.malformed, .malformed, .malformed])
  }

  @Test("an area that moves is no track")
  func area() {
    let text = Self.feature(#"{"type":"MovingPolygon","datetimes":[1],"coordinates":[[[[1,2],[3,4],[1,2]]]]}"#)
    #expect(RecordReading(json: text).rows.map(\.fault) == [.malformed])
  }
}
