import Raster
import Tracks

extension TrackColoring {
  /// The colours of a theme by number; see `TrackColors`.
  package func colors(_ theme: Theme) -> [Color] {
    let tracks = theme.tracks
    return switch key {
    case .speed: tracks.speed + [tracks.unknown]
    case .vessel: tracks.vessel
    case .type: tracks.type + [tracks.unknown]
    case .flag: tracks.flag + [tracks.unknown]
    case .time: tracks.timeRamp(Self.timeBands)
    }
  }

  /// What the colours mean.
  package func legend(_ theme: Theme) -> TrackLegend {
    let colors = colors(theme)
    let title: String
    let labels: [(label: String, number: Int)]
    switch key {
    case .speed:
      title = "speed between positions, kn"
      let limits = Self.speedLimits.map { String(Int($0)) }
      labels =
        [("under " + limits[0], 0)]
        + zip(limits, limits.dropFirst()).enumerated().map { ("\($1.0)–\($1.1)", $0 + 1) }
        + [("over " + limits[limits.count - 1], limits.count)]
    case .vessel:
      title = "one of \(Self.vesselColors) colours to each vessel"
      labels = []
    case .type:
      title = "type of vessel"
      labels = types.map { ($0.name, Int($0.rawValue)) }
    case .flag:
      title = "flag"
      labels = flags.enumerated().map { ($1.name, $0) } + [("others", Self.flagColors)]
    case .time:
      title = "time from, UTC"
      let length = span.upperBound - span.lowerBound
      labels = (0..<Self.timeBands).map { band in
        (Self.text(span.lowerBound + length * Int64(band) / Int64(Self.timeBands), length: length), band)
      }
    }
    return TrackLegend(
      title: title, entries: labels.map { TrackLegend.Entry(label: $0.label, color: colors[$0.number]) },
      isOrdered: key == .speed || key == .time,
      gap: TrackLegend.Entry(label: "not observed", color: theme.tracks.gap))
  }

  static let day: Int64 = 86_400_000
  /// The longest span of which seconds are told, in milliseconds.
  static let secondsUpTo: Int64 = 20 * 60_000

  /// An instant as finely as bands of a span tell it; on a bar without the day where that is one and the same.
  static func text(_ milliseconds: Int64, length: Int64, onBar: Bool = false) -> String {
    let iso = Array(TimeText.iso(milliseconds).utf8)
    func part(_ range: Range<Int>) -> String { String(decoding: iso[range], as: UTF8.self) }
    if onBar && length <= day { return length > secondsUpTo ? part(11..<16) : part(11..<19) }
    if length > 60 * day { return part(0..<10) }
    return length > secondsUpTo ? part(0..<10) + " " + part(11..<16) : part(0..<10) + " " + part(11..<19)
  }
}
