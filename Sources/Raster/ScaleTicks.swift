import Platform

/// Round numbers at their places on a `ColorScale`, for a legend.
package struct ScaleTicks: Sendable, Equatable {
  /// A number to be written beside the palette.
  package struct Tick: Sendable, Equatable {
    /// A value of the scale, both ends included.
    package var value: Double
    /// Its place on the palette, in 0...1.
    package var fraction: Double
    /// The number in words, without unit.
    package var label: String

    /// A tick from its value, place and number in words.
    package init(value: Double, fraction: Double, label: String) {
      self.value = value
      self.fraction = fraction
      self.label = label
    }
  }

  /// The ticks by rising value.
  package let ticks: [Tick]
  /// "> 500" when values may lie above the scale's upper end, else nil.
  package let labelAbove: String?
  /// "< 0.1" when values may lie below the scale's lower end, else nil.
  package let labelBelow: String?

  /// As many round numbers as fit at least `leastDistance` apart, in fractions of the palette.
  ///
  /// First come powers of ten, then 2 and 5 times these, as far as there is room; where fewer than three fit because
  /// the scale is short, the multiples of the longest step 1, 2 or 5 x 10^n of which three fit. A scale of one value
  /// has that value as its tick. `opensAbove` and `opensBelow` say that values may lie beyond the ends (a fixed
  /// range, a scale made for other data).
  package init(
    _ scale: ColorScale, leastDistance: Double, opensAbove: Bool = false, opensBelow: Bool = false
  ) {
    labelAbove = opensAbove ? "> " + Self.label(scale.maximum) : nil
    labelBelow = opensBelow && scale.minimum > 0 ? "< " + Self.label(scale.minimum) : nil
    guard scale.minimum < scale.maximum else {
      ticks = [Tick(value: scale.maximum, fraction: 1, label: Self.label(scale.maximum))]
      return
    }
    let lowest = scale.minimum > 0 ? scale.minimum : scale.maximum * 1e-4
    let decades = Self.decade(lowest)...Self.decade(scale.maximum)
    var chosen: [Tick] = []
    for digits in [[1], [2, 5]] {
      for decade in decades {
        for digit in digits {
          Self.place(Self.decimal(digit, decade), on: scale, apart: leastDistance, among: &chosen)
        }
      }
    }
    if chosen.count < 3 {
      let multiples = Self.multiples(on: scale, apart: leastDistance)
      if multiples.count > chosen.count { chosen = multiples }
    }
    ticks = chosen
  }

  private static func multiples(on scale: ColorScale, apart leastDistance: Double) -> [Tick] {
    let top = decade(scale.maximum - scale.minimum)
    var best: [Tick] = []
    for decade in stride(from: top, through: top - 2, by: -1) {
      for digit in [5, 2, 1] {
        let step = decimal(digit, decade)
        // Beyond this a label's six digits would not tell neighbours apart.
        guard scale.maximum / step < 1e6 else { return best }
        var chosen: [Tick] = []
        let first = Int((scale.minimum / step).rounded(.up))
        let last = Int((scale.maximum / step).rounded(.down))
        for multiple in stride(from: max(first, 1), through: last, by: 1) {
          place(decimal(multiple * digit, decade), on: scale, apart: leastDistance, among: &chosen)
        }
        if chosen.count > best.count { best = chosen }
        if best.count >= 3 { return best }
      }
    }
    return best
  }

  /// Puts a value in its place when it lies on the scale and far enough from its neighbours.
  private static func place(
    _ value: Double, on scale: ColorScale, apart leastDistance: Double, among ticks: inout [Tick]
  ) {
    guard value >= scale.minimum, value <= scale.maximum else { return }
    let fraction = scale.fraction(of: value)
    let index = ticks.firstIndex { $0.value >= value } ?? ticks.count
    if index > 0, fraction - ticks[index - 1].fraction < leastDistance { return }
    if index < ticks.count, ticks[index].fraction - fraction < leastDistance { return }
    if index < ticks.count, ticks[index].value == value { return }
    ticks.insert(Tick(value: value, fraction: fraction, label: label(value)), at: index)
  }
}
