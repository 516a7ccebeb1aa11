import Foundation

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

  /// A small picture about the sample, in every test the same.
  static let frame = ["--bbox", "7.9,53.9,8.3,54.3", "--size", "320x200"]

  /// A new folder with the sample as `s.csv`.
  static func folder() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(table, to: "s.csv")
    return folder
  }
}
