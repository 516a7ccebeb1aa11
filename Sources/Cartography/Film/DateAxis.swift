import Raster

/// Round times along a strip, and labels at those that have room; none touch.
package struct DateAxis: Sendable {
  /// A round time.
  package struct Tick: Sendable {
    /// Milliseconds since 1970.
    package let time: Int64
    /// Pixels from the strip's left end.
    package let x: Double
    /// Whether a longer stretch of the calendar begins there: a day among hours.
    package let isStrong: Bool
    /// What is written under it and where that begins; nil for nothing.
    package let label: (line: TextLine, x: Double)?
  }

  /// From left to right.
  package private(set) var ticks: [Tick] = []

  /// Ticks on a strip `width` pixels long for a span of milliseconds since 1970, with labels in a style.
  ///
  /// Labels stand at the shortest step of which all labels fit; between them are ticks of a shorter one, no nearer to one
  /// another than `spacing` pixels.
  package init(_ span: Range<Int64>, width: Double, style: TextStyle, strong: TextStyle, spacing: Double) {
    let pace = width / Double(max(span.count, 1))
    let least = style.size * 2
    for step in CalendarStep.all where pace * Double(step.length) >= least {
      let labels = Self.labels(step, span, width: width, style: style, strong: strong)
      guard labels.fit else { continue }
      let minor = CalendarStep.all.first { pace * Double($0.length) >= spacing && step.isMultiple(of: $0) } ?? step
      let named = Set(labels.ticks.map(\.time))
      let others = minor.times(in: span.lowerBound...span.upperBound).filter { !named.contains($0) }.map {
        Tick(time: $0, x: Double($0 - span.lowerBound) * pace, isStrong: false, label: nil)
      }
      ticks = (labels.ticks + others).sorted { $0.time < $1.time }
      return
    }
  }

  /// Labels of a step, and whether all of them have room.
  private static func labels(
    _ step: CalendarStep, _ span: Range<Int64>, width: Double, style: TextStyle, strong: TextStyle
  ) -> (ticks: [Tick], fit: Bool) {
    let pace = width / Double(max(span.count, 1))
    let times = step.times(in: span.lowerBound...span.upperBound)
    var strengths: [Bool] = []
    for (place, time) in times.enumerated() {
      strengths.append(step.isStrong(time, after: place > 0 ? times[place - 1] : nil))
    }
    let hasStrong = strengths.contains(true)
    let gap = step.labelGap * style.size
    var end = -Double.infinity
    var ticks: [Tick] = []
    for (place, time) in times.enumerated() {
      let isStrong = strengths[place] || (place == 0 && !hasStrong)
      let text = step.label(time, isStrong: strengths[place], isFirst: place == 0 && !hasStrong)
      let line = TextLine(text, isStrong ? strong : style)
      let x = Double(time - span.lowerBound) * pace
      let left = max(0, min(x - line.width / 2, width - line.width))
      if left < end || line.width > width { return (ticks, false) }
      end = left + line.width + gap
      ticks.append(Tick(time: time, x: x, isStrong: isStrong, label: (line, left)))
    }
    return (ticks, true)
  }
}
