import Raster
import Tracks

extension TrackColoring {
  /// What the colours mean as one bar of equal steps; nil where they have no order.
  package func bar(_ theme: Theme) -> Legend? {
    let list = legend(theme)
    guard list.isOrdered else { return nil }
    var (unit, ticks) = (list.title, [Legend.Tick]())
    switch key {
    case .speed:
      let steps = Double(Self.speedLimits.count + 1)
      ticks = Self.speedLimits.enumerated().map {
        Legend.Tick(fraction: Double($0 + 1) / steps, text: String(Int($1)))
      }
    case .time:
      unit = "time, UTC"
      let length = span.upperBound - span.lowerBound
      // Labels with a date have room at the ends and, where they are short, in the middle.
      ticks = stride(from: 0, through: Self.timeBands, by: length <= Self.day ? 2 : 6).map { band in
        let instant = span.lowerBound + length * Int64(band) / Int64(Self.timeBands)
        return Legend.Tick(
          fraction: Double(band) / Double(Self.timeBands), text: Self.text(instant, length: length, onBar: true))
      }
    case .vessel, .type, .flag: return nil
    }
    var bar = Legend(unit: unit, colors: list.entries.map(\.color), ticks: ticks)
    bar.isStepped = true
    bar.dashed = list.gap
    return bar
  }
}
