import Behaviour
import Geography
import Platform
import Tracks

/// A few vessels, row by row, and what a search finds of them.
struct SmallSearch {
  static let midnight: Int64 = 1_600_000_000_000 / 86_400_000 * 86_400_000
  private var text = "mmsi,time,lat,lon,name,imo,callsign,type,length,width,draught\n"

  /// Adds a vessel's row at minutes since midnight; `said` are name, IMO, call sign, type, length, width, draught.
  mutating func add(_ mmsi: Int, _ minute: Double, _ latitude: Double, _ longitude: Double, _ said: String = ",,,,,,") {
    let seconds = (SmallSearch.midnight + Int64(minute * 60_000)) / 1000
    text += "\(mmsi),\(seconds),\(latitude),\(longitude),\(said)\n"
  }

  /// Adds a vessel that stays in its place and reports every few minutes.
  mutating func stay(
    _ mmsi: Int, minutes: ClosedRange<Int>, every step: Int = 5, _ latitude: Double, _ longitude: Double,
    _ said: String = ",,,,,,"
  ) {
    for minute in stride(from: minutes.lowerBound, through: minutes.upperBound, by: step) {
      add(mmsi, Double(minute), latitude, longitude, said)
    }
  }

  /// The events that are found without ports and shores.
  func events(_ rules: DetectionRules = DetectionRules(), watchlist: Watchlist? = nil) throws -> [Event] {
    var options = ReadOptions()
    options.keepsIdentity = true
    options.separatesVessels = true
    options.rule = rules.legs
    let read = try TrackReader([.memory(name: "small.csv", bytes: Array(text.utf8))], options: options).read()
    return try EventSearch(rules: rules, surroundings: Surroundings(), watchlist: watchlist)
      .events(in: read.tracks, end: read.survey.time?.upperBound ?? 0).events
  }
}
