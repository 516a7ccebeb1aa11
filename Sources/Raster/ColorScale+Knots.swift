import Platform

extension ColorScale {
  /// At most this many knots stand in a scale.
  static let greatestKnotCount = 256

  /// The knots of a histogram-equalised scale between two ends, the lower positive and less than the upper.
  static func knots(_ histogram: ValueHistogram, from lower: Double, to upper: Double) -> [Knot] {
    let ranks = ranks(histogram, from: lower, to: upper)
    var tolerance = 1.0 / 2048
    var knots = thinned(ranks, tolerance: tolerance)
    while knots.count > greatestKnotCount {
      tolerance *= 1.5
      knots = thinned(ranks, tolerance: tolerance)
    }
    return knots
  }

  /// The exact fraction at each bin's greatest value, between the two ends.
  static func ranks(_ histogram: ValueHistogram, from lower: Double, to upper: Double) -> [Knot] {
    var below: UInt64 = 0
    var inside: [(value: Double, cumulative: UInt64)] = []
    var cumulative: UInt64 = 0
    for bin in histogram.bins {
      cumulative += bin.count
      if bin.largest <= lower || ValueHistogram.bin(of: bin.largest) == ValueHistogram.bin(of: lower) {
        below = cumulative
      } else if bin.largest < upper {
        inside.append((bin.largest, cumulative))
      }
    }
    let above = Double(cumulative - below)
    var knots = [Knot(value: lower, fraction: 0)]
    for place in inside {
      let fraction = Double(place.cumulative - below) / above
      if fraction < 1 { knots.append(Knot(value: place.value, fraction: fraction)) }
    }
    knots.append(Knot(value: upper, fraction: 1))
    return knots
  }

  /// Leaves out knots while straight lines over log(value) pass all of them within `tolerance`.
  private static func thinned(_ knots: [Knot], tolerance: Double) -> [Knot] {
    let places = knots.map { Platform.log($0.value) }
    var kept = [knots[0]]
    var anchor = 0
    // The slopes from the anchor that pass every knot since within the tolerance.
    var least = -Double.infinity
    var greatest = Double.infinity
    for index in knots.indices.dropFirst() {
      let run = places[index] - places[anchor]
      let slope = (knots[index].fraction - knots[anchor].fraction) / run
      if index - 1 > anchor, slope < least || slope > greatest {
        anchor = index - 1
        kept.append(knots[anchor])
        least = -.infinity
        greatest = .infinity
      }
      let rise = knots[index].fraction - knots[anchor].fraction
      let fromAnchor = places[index] - places[anchor]
      least = max(least, (rise - tolerance) / fromAnchor)
      greatest = min(greatest, (rise + tolerance) / fromAnchor)
    }
    kept.append(knots[knots.count - 1])
    return kept
  }
}
