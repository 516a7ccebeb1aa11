import Geography
import Tracks

/// Which colour each leg of a set of tracks takes: a small number, for which a theme has a colour.
///
/// The number of a leg follows from the data alone and is the same at every zoom.
package struct TrackColoring: Sendable {
  /// What the colours say.
  package let key: TrackColorKey
  /// By vessel; empty where a vessel's legs differ.
  private let numbers: [UInt8]
  /// The flags that have colours of their own, most vessels first.
  let flags: [FlagState]
  /// The types that occur, by class.
  let types: [VesselType]
  /// Milliseconds since 1970 that the time bands share out.
  let span: ClosedRange<Int64>

  /// A speed, in knots, below which the band of its place ends; the last band has no end.
  static let speedLimits = [1.0, 5, 10, 15, 20]
  /// The speed number of a vessel that was at one place only.
  static let noSpeed = UInt8(speedLimits.count + 1)
  /// How many colours tell vessels apart.
  static let vesselColors = 12
  /// How many flags have a colour of their own; the number behind them is that of all others.
  static let flagColors = 9
  /// How many types of vessels have a colour of their own.
  static let typeColors = VesselType.allCases.count - 1
  /// How many equal bands share out the time.
  static let timeBands = 12
  /// Speed is measured over at least this time where fixes come thicker, so that rounded positions do not show as speed.
  static let shortestSpeedSpan: Int64 = 30_000

  /// A colouring of tracks; `time` is the span of their fixes, nil where there is none.
  package init(_ key: TrackColorKey, tracks: TrackSet, time: ClosedRange<Int64>?) {
    self.key = key
    span = time ?? 0...0
    var numbers: [UInt8] = []
    var flags: [FlagState] = []
    var types: Set<VesselType> = []
    let vessels = 0..<tracks.vesselCount
    switch key {
    case .speed, .time: break
    case .vessel:
      // Neighbouring numbers, often of one fleet, fall far apart (Fibonacci hashing).
      numbers = vessels.map { vessel in
        let hash = tracks.mmsi(ofVessel: vessel) &* 2_654_435_769
        return UInt8((UInt64(hash) * UInt64(Self.vesselColors)) >> 32)
      }
    case .type:
      numbers = vessels.map { tracks.vesselType(ofVessel: $0).rawValue }
      types = Set(vessels.map { tracks.vesselType(ofVessel: $0) })
    case .flag:
      let all = vessels.map { FlagState(mmsi: tracks.mmsi(ofVessel: $0)) }
      flags = Self.mostFrequent(all)
      let places = Dictionary(uniqueKeysWithValues: flags.enumerated().map { ($0.element, UInt8($0.offset)) })
      numbers = all.map { flag in flag.flatMap { places[$0] } ?? UInt8(Self.flagColors) }
    }
    self.numbers = numbers
    self.flags = flags
    self.types = types.sorted { $0.rawValue < $1.rawValue }
  }

  /// The number of an observed leg of a vessel, 0..<vesselCount of the tracks.
  ///
  /// `from` is the leg's earlier end or, where fixes come thicker than `shortestSpeedSpan`, a fix before it.
  func number(ofVessel vessel: Int, from: Fix, to: Fix) -> UInt8 {
    switch key {
    case .speed:
      let speed = from.meanSpeedInKnots(to: to)
      return UInt8(Self.speedLimits.firstIndex { speed < $0 } ?? Self.speedLimits.count)
    case .time: return band(of: (from.milliseconds + to.milliseconds) / 2)
    case .vessel, .type, .flag: return numbers[vessel]
    }
  }

  /// The number of a fix of a vessel without observed legs.
  func number(ofVessel vessel: Int, at fix: Fix) -> UInt8 {
    switch key {
    case .speed: Self.noSpeed
    case .time: band(of: fix.milliseconds)
    case .vessel, .type, .flag: numbers[vessel]
    }
  }

  private func band(of milliseconds: Int64) -> UInt8 {
    let length = span.upperBound - span.lowerBound
    guard length > 0 else { return 0 }
    let band = (milliseconds - span.lowerBound) * Int64(Self.timeBands) / length
    return UInt8(min(max(band, 0), Int64(Self.timeBands) - 1))
  }

  /// The flags of most vessels; of equals the first by code.
  private static func mostFrequent(_ flags: [FlagState?]) -> [FlagState] {
    var counts: [FlagState: Int] = [:]
    for case .some(let flag) in flags { counts[flag, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key.alpha2) < ($0.value, $1.key.alpha2) }.prefix(flagColors).map(\.key)
  }
}
