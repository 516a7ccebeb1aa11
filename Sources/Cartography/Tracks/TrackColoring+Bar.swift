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
      // Hours and minutes have room at the quarters, longer labels at the ends and perhaps in the middle.
      let isShort = (Self.secondsUpTo...Self.day).contains(length)
      ticks = stride(from: 0, through: Self.timeBands, by: isShort ? 3 : 6).map { band in
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
