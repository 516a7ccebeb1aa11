import Foundation
import TestSupport

/// Small recordings whose hours are known by counting.
enum Sample {
  static let header = "mmsi,time,lat,lon\n"

  /// Rows of two vessels, a fix a minute from noon: 59 legs each, 1.9667 vessel-hours together.
  static func rows(_ minutes: Range<Int> = 0..<60) -> String {
    minutes.map { minute in
      let time = "2024-03-01T12:" + (minute < 10 ? "0" : "") + "\(minute):00Z"
      let step = Double(minute) * 0.002
      return "211000001,\(time),\(54.0 + step),\(8.0 + step)\n211000002,\(time),\(54.1 - step),\(8.0 + step)\n"
    }.joined()
  }

  static let table = header + rows()

  /// One vessel that crosses the antimeridian eastward, a fix a minute.
  static let acrossAntimeridian =
    header
    + (0..<60).map { minute in
      let (time, longitude) = (String(format: "2024-03-01T12:%02d:00Z", minute), 179.7 + Double(minute) * 0.01)
      return "211000003,\(time),\(10 + Double(minute) * 0.01),\(longitude > 180 ? longitude - 360 : longitude)\n"
    }.joined()

  /// Vessels all over the world that wander for an hour, faster than ships: so many tiles that a run takes its time.
  static func wanderers(_ count: Int = 40) -> String {
    var random = SeededGenerator(seed: 21)
    var text = header
    for vessel in 0..<count {
      var (latitude, longitude) = (
        Double.random(in: -60...60, using: &random), Double.random(in: -170...170, using: &random)
      )
      for minute in 0..<60 {
        latitude += Double.random(in: -0.1...0.1, using: &random)
        longitude += Double.random(in: -0.1...0.1, using: &random)
        text += String(
          format: "%d,2024-03-01T12:%02d:00Z,%.5f,%.5f\n", 211_000_000 + vessel, minute, latitude, longitude)
      }
    }
    return text
  }

  /// An encounter in the sample's water, as GeoJSON.
  static let events = #"""
    {"type": "FeatureCollection", "features": [{"type": "Feature",
      "geometry": {"type": "Point", "coordinates": [8.05, 54.05]},
      "properties": {"type": "encounter", "id": "a", "start": "2024-03-01T12:00:00Z", "end": "2024-03-01T14:00:00Z",
        "duration_h": 2, "vessels": [{"mmsi": 211000001}, {"mmsi": 211000002}]}}]}
    """#

  /// A small picture about the sample, in every test the same.
  static let frame = ["--bbox", "7.9,53.9,8.3,54.3", "--size", "320x200"]

  /// A new folder with the sample as `s.csv`.
  static func folder() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(table, to: "s.csv")
    return folder
  }
}
