import Geography
import JSON
import Tracks

/// Hotspots as files, in the order that they are given in: the same hotspots always make the same bytes.
///
/// Degrees have seven digits, metres one and hours four; what is not known is null or empty.
package enum HotspotFile {
  /// A GeoJSON FeatureCollection of the outlines, cut at 180 degrees; a hotspot without an outline is a Point.
  package static func geoJSON(_ hotspots: [Hotspot]) -> [UInt8] {
    let features = hotspots.map { feature($0).text() }.joined(separator: ",\n")
    let list = hotspots.isEmpty ? "[]" : "[\n\(features)\n]"
    return Array("{\"type\":\"FeatureCollection\",\"features\":\(list)}\n".utf8)
  }

  /// A table of one row for each hotspot; lists are joined by spaces, flags are `CODE:COUNT`. It has no outlines.
  package static func csv(_ hotspots: [Hotspot]) -> [UInt8] {
    var text =
      "type,id,rank,count,hours,first,last,latitude,longitude,radius_m,vessel_count,vessels,flags\n"
    for hotspot in hotspots {
      let cells: [String] = [
        "hotspot", CSVText.cell(hotspot.id), hotspot.rank.map(String.init) ?? "", String(hotspot.count),
        hotspot.hours.map { rounded($0, 1e4).description } ?? "", hotspot.first.map(TimeText.iso) ?? "",
        hotspot.last.map(TimeText.iso) ?? "", rounded(hotspot.place.latitude, 1e7).description,
        rounded(hotspot.place.longitude, 1e7).description,
        hotspot.radiusInMetres.map { rounded($0, 10).description } ?? "", hotspot.vesselCount.map(String.init) ?? "",
        hotspot.vessels.map(String.init).joined(separator: " "),
        CSVText.cell(hotspot.flags.map { "\($0.code):\($0.count)" }.joined(separator: " ")),
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  private static func feature(_ hotspot: Hotspot) -> JSONValue {
    let (latitude, longitude) = (rounded(hotspot.place.latitude, 1e7), rounded(hotspot.place.longitude, 1e7))
    let geometry =
      GeoJSONArea.geometry(of: hotspot.outline)
      ?? .object([("type", "Point"), ("coordinates", [.number(longitude), .number(latitude)])])
    let properties: [(String, JSONValue)] = [
      ("type", "hotspot"), ("id", .string(hotspot.id)), ("rank", integer(hotspot.rank)),
      ("count", integer(hotspot.count)), ("hours", hotspot.hours.map { .number(rounded($0, 1e4)) } ?? .null),
      ("first", instant(hotspot.first)), ("last", instant(hotspot.last)), ("latitude", .number(latitude)),
      ("longitude", .number(longitude)),
      ("radius_m", hotspot.radiusInMetres.map { .number(rounded($0, 10)) } ?? .null),
      ("vessel_count", integer(hotspot.vesselCount)),
      // An empty list would say that there were none.
      ("vessels", hotspot.vessels.isEmpty ? .null : .array(hotspot.vessels.map { .integer(Int64($0)) })),
      ("flags", .object(hotspot.flags.map { ($0.code, integer($0.count)) })),
    ]
    return .object([("type", "Feature"), ("properties", .object(properties)), ("geometry", geometry)])
  }

  private static func integer(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }

  private static func instant(_ value: Int64?) -> JSONValue { value.map { .string(TimeText.iso($0)) } ?? .null }

  /// The nearest of so many parts of one; adding zero makes a negative zero positive.
  private static func rounded(_ value: Double, _ parts: Double) -> Double { (value * parts).rounded() / parts + 0 }
}
