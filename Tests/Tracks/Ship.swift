import Foundation
import TestSupport

/// A ship that holds its course but for a slow turn, to be asked for what it reports.
struct Ship {
  let mmsi: UInt32
  /// Degrees north at second 0.
  var latitude: Double
  /// Degrees east at second 0.
  var longitude: Double
  /// Knots; 0 at anchor.
  var speed: Double
  /// Degrees at second 0.
  var course: Double
  /// Degrees an hour to starboard.
  var turn = 0.0

  /// Seconds since 1970 that second 0 stands for.
  static let epoch = 1_600_000_000
  /// What a table of rows begins with.
  static let header = "mmsi,time,lat,lon,sog,cog\n"

  /// The row for a second; a ship at anchor swings by some metres.
  func row(at second: Int, saysSpeed: Bool = true, using random: inout SeededGenerator) -> String {
    var (north, east) = (0.0, 0.0)
    let step = 60.0
    var passed = 0.0
    while passed < Double(second) {
      let length = min(step, Double(second) - passed)
      let angle = (course + turn * passed / 3600) * .pi / 180
      north += speed * length / 3600 * cos(angle)
      east += speed * length / 3600 * sin(angle)
      passed += length
    }
    let latitude = latitude + north / 60 + Double.random(in: -1e-4...1e-4, using: &random)
    var longitude =
      longitude + east / 60 / cos(latitude * .pi / 180) + Double.random(in: -1e-4...1e-4, using: &random)
    if longitude > 180 { longitude -= 360 } else if longitude < -180 { longitude += 360 }
    let heading = (course + turn * Double(second) / 3600).truncatingRemainder(dividingBy: 360)
    let said =
      saysSpeed
      ? String(format: "%.1f,%.1f", speed, speed == 0 ? 360 : heading < 0 ? heading + 360 : heading) : ","
    return "\(mmsi),\(Ship.epoch + second)," + String(format: "%.7f,%.7f,", latitude, longitude) + said
  }

  /// Rows at seconds.
  func rows(at seconds: some Sequence<Int>, saysSpeed: Bool = true, using random: inout SeededGenerator) -> [String] {
    seconds.map { row(at: $0, saysSpeed: saysSpeed, using: &random) }
  }

  /// Rising seconds from 0, each some minutes after the one before.
  static func seconds(
    _ count: Int, apart: ClosedRange<Int> = 1...10, using random: inout SeededGenerator
  ) -> [Int] {
    var second = 0
    return (0..<count).map { _ in
      second += Int.random(in: apart, using: &random) * 60 + Int.random(in: 0..<60, using: &random)
      return second
    }
  }
}
