import Platform

/// One mapping from value to a fraction of the palette, for all tiles, zooms and frames of an output.
package struct ColorScale: Sendable, Equatable, Codable {
  /// How values are spread over the palette.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    /// By rank among the cells that are not empty.
    case eq
    /// By logarithm.
    case log
    /// By square root.
    case sqrt
    /// In proportion.
    case linear
  }

  /// A place on a scale of kind `eq`.
  package struct Knot: Sendable, Equatable, Codable {
    /// A positive value.
    package var value: Double
    /// The fraction that the value has, in 0...1.
    package var fraction: Double

    /// A place from its value and fraction.
    package init(value: Double, fraction: Double) {
      self.value = value
      self.fraction = fraction
    }
  }

  /// How values are spread.
  package let kind: Kind
  /// The value of fraction 0.
  package let minimum: Double
  /// The value of fraction 1, not less than `minimum`.
  package let maximum: Double
  /// For `eq` at least two places rising strictly in both numbers, from (minimum, 0) to (maximum, 1), with straight
  /// lines between them over log(value); empty for other kinds and where minimum equals maximum.
  package let knots: [Knot]

  /// A scale from its stored numbers; nil when they make none (not finite, not rising, not positive for log and eq).
  package init?(kind: Kind, minimum: Double, maximum: Double, knots: [Knot]) {
    guard minimum.isFinite, maximum.isFinite, minimum <= maximum else { return nil }
    guard minimum > 0 || (minimum == 0 && (kind == .linear || kind == .sqrt)) else { return nil }
    if kind == .eq, minimum < maximum {
      guard knots.count >= 2, knots.first == Knot(value: minimum, fraction: 0),
        knots.last == Knot(value: maximum, fraction: 1),
        zip(knots, knots.dropFirst()).allSatisfy({ $0.value < $1.value && $0.fraction < $1.fraction })
      else { return nil }
    } else if !knots.isEmpty {
      return nil
    }
    self.kind = kind
    self.minimum = minimum
    self.maximum = maximum
    self.knots = knots
  }

  /// A scale from its coded form; throws `DecodingError` when the numbers make no scale.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let scale = ColorScale(
      kind: try container.decode(Kind.self, forKey: .kind),
      minimum: try container.decode(Double.self, forKey: .minimum),
      maximum: try container.decode(Double.self, forKey: .maximum),
      knots: try container.decode([Knot].self, forKey: .knots))
    guard let scale else {
      throw DecodingError.dataCorruptedError(
        forKey: .knots, in: container,
        debugDescription:
          "the scale's numbers do not rise from its least to its greatest value; save it again")
    }
    self = scale
  }

  /// The scale of a histogram's values, from the least to the greatest or between the ends of `range`.
  ///
  /// For `eq` the fraction of a value is (c - c0) / (1 - c0), where c is the share of values not above it and c0 the
  /// share in the bin of the lower end and below; with a range, values beyond an end count as that end. Of the exact
  /// ranks at the bins' greatest values at most 256 knots are kept, such that those left out lie near the lines
  /// (1/2048 of the palette, or as near as 256 knots allow). A lower end that log and eq cannot have (0 or less) is
  /// replaced by the least value, or by a millionth of the upper end; below 0 it is 0 for sqrt and linear. Without
  /// any value and range the scale is 1...1.
  package init(histogram: ValueHistogram, kind: Kind, range: ClosedRange<Double>? = nil) {
    var lower = range?.lowerBound ?? histogram.minimum ?? 1
    var upper = range?.upperBound ?? histogram.maximum ?? 1
    if !(upper > 0 && upper < .infinity) { upper = histogram.maximum ?? 1 }
    if !(lower > 0) {
      let least = histogram.minimum ?? .infinity
      let replacement = least <= upper ? least : max(upper * 1e-6, .leastNonzeroMagnitude)
      lower = kind == .linear || kind == .sqrt ? 0 : replacement
    }
    lower = min(lower, upper)
    self.kind = kind
    minimum = lower
    maximum = upper
    knots = kind == .eq && lower < upper ? Self.knots(histogram, from: lower, to: upper) : []
  }

  /// The fraction in 0...1 of a value: 0 up to `minimum` and for NaN, 1 from `maximum` on.
  ///
  /// Empty cells (0 or less) are the caller's concern. On a scale of one value that value has the fraction 1.
  package func fraction(of value: Double) -> Double {
    if value >= maximum { return 1 }
    guard value > minimum else { return 0 }
    switch kind {
    case .linear:
      return (value - minimum) / (maximum - minimum)
    case .sqrt:
      let least = minimum.squareRoot()
      return (value.squareRoot() - least) / (maximum.squareRoot() - least)
    case .log:
      return Self.part(of: value, from: minimum, to: maximum)
    case .eq:
      let next = Self.firstIndex(in: knots) { $0.value > value }
      let (low, high) = (knots[next - 1], knots[next])
      let part = Self.part(of: value, from: low.value, to: high.value)
      return low.fraction + part * (high.fraction - low.fraction)
    }
  }

  /// The value that has a fraction; fractions beyond 0...1 give the scale's ends.
  package func value(at fraction: Double) -> Double {
    guard fraction > 0 else { return minimum }
    guard fraction < 1, minimum < maximum else { return maximum }
    switch kind {
    case .linear:
      return minimum + fraction * (maximum - minimum)
    case .sqrt:
      let least = minimum.squareRoot()
      let root = least + fraction * (maximum.squareRoot() - least)
      return root * root
    case .log:
      return Self.value(at: fraction, from: minimum, to: maximum)
    case .eq:
      let next = Self.firstIndex(in: knots) { $0.fraction > fraction }
      let (low, high) = (knots[next - 1], knots[next])
      let part = (fraction - low.fraction) / (high.fraction - low.fraction)
      return Self.value(at: part, from: low.value, to: high.value)
    }
  }

  /// Palette indices of a raster's values, as `ColorScaleTable` gives them; make the table once for many rasters.
  package func indices(
    of values: UnsafeBufferPointer<Float>, into indices: UnsafeMutableBufferPointer<UInt8>
  ) {
    ColorScaleTable(self).indices(of: values, into: indices)
  }

  /// How far between two positive numbers a third lies, by logarithm, in 0...1.
  private static func part(of value: Double, from low: Double, to high: Double) -> Double {
    let start = Platform.log(low)
    let span = Platform.log(high) - start
    return span > 0 ? min(max((Platform.log(value) - start) / span, 0), 1) : 1
  }

  /// The number that lies so far between two positive ones.
  private static func value(at part: Double, from low: Double, to high: Double) -> Double {
    let start = Platform.log(low)
    return min(max(exp(start + part * (Platform.log(high) - start)), low), high)
  }

  /// The first index whose element meets a condition that holds for all after it; there must be one.
  private static func firstIndex(in knots: [Knot], where isBeyond: (Knot) -> Bool) -> Int {
    var low = 0
    var high = knots.count - 1
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(knots[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
