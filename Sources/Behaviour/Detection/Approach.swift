import Geography
import Platform
import Tracks

/// Two tracks seen together: when exactly they were within a distance, as both moved evenly between their fixes.
///
/// Between fixes the relative position is linear in time, so the times at which the distance is a given one are the
/// roots of a quadratic: nothing is sampled. Times are milliseconds since 1970.
struct Approach {
  /// A stretch in which they were within the distance, ends inclusive.
  struct Piece {
    var start: Double
    var end: Double
    /// The greatest distance in metres seen since the piece before; 0 where they were not seen apart.
    var farthestBefore: Double
  }

  /// The stretches in the order of time.
  private(set) var pieces: [Piece] = []
  /// The least distance in metres of each piece.
  private(set) var nearest: [Double] = []

  /// Whether they were seen farther apart than twice the distance before the first sighting: what was earlier still is
  /// another meeting.
  private(set) var wereApartBefore = false

  /// Looks at two tracks about the time in which they were sighted near each other, at most `margin` milliseconds before
  /// and after it.
  ///
  /// Once they were seen farther apart than twice the distance, what lies beyond is another meeting, with sightings of its
  /// own: so the look back is lengthened only until then, and the look ahead ends there.
  init(
    _ a: UnsafeBufferPointer<Fix>, _ b: UnsafeBufferPointer<Fix>, distanceInMetres: Double,
    sighted: ClosedRange<Int64>, margin: Int64, legs: LegRule
  ) {
    let end = sighted.upperBound + margin
    var back = min(margin, 1_800_000)
    // How far to look back is found out first, so that what follows is looked at only once.
    while back < margin {
      let before = Approach(
        a, b, distanceInMetres: distanceInMetres, in: sighted.lowerBound - back...end, sighted: sighted, legs: legs,
        onlyBefore: true)
      if before.wereApartBefore { break }
      back = min(margin, back * 3)
    }
    self.init(
      a, b, distanceInMetres: distanceInMetres, in: sighted.lowerBound - back...end, sighted: sighted, legs: legs,
      onlyBefore: false)
  }

  /// Looks at a span of time; with `onlyBefore` no farther than it takes to say `wereApartBefore`.
  private init(
    _ a: UnsafeBufferPointer<Fix>, _ b: UnsafeBufferPointer<Fix>, distanceInMetres: Double,
    in span: ClosedRange<Int64>, sighted: ClosedRange<Int64>, legs: LegRule, onlyBefore: Bool
  ) {
    var i = Approach.firstLeg(a, from: span.lowerBound)
    var j = Approach.firstLeg(b, from: span.lowerBound)
    var metric = LocalMetric()
    var farthest = 0.0
    var observed = (a: false, b: false)
    var judged = (a: -1, b: -1)
    while i + 1 < a.count, j + 1 < b.count {
      let start = max(max(a[i].milliseconds, b[j].milliseconds), span.lowerBound)
      let end = min(min(a[i + 1].milliseconds, b[j + 1].milliseconds), span.upperBound)
      if onlyBefore, wereApartBefore || end > sighted.lowerBound { return }
      if judged.a != i {
        observed.a = legs.verdict(a[i], a[i + 1]) == .observed
        judged.a = i
      }
      if judged.b != j {
        observed.b = legs.verdict(b[j], b[j + 1]) == .observed
        judged.b = j
      }
      if start < end, observed.a, observed.b {
        leg(
          (a[i], a[i + 1]), (b[j], b[j + 1]), Double(start), Double(end), distanceInMetres, &metric, &farthest)
        if farthest > 2 * distanceInMetres {
          if end <= sighted.lowerBound { wereApartBefore = true }
          if start > sighted.upperBound { return }
        }
      }
      if end >= span.upperBound { break }
      if a[i + 1].milliseconds <= b[j + 1].milliseconds { i += 1 } else { j += 1 }
    }
  }

  /// The last fix at or before an instant, or the first of all.
  static func firstLeg(_ fixes: UnsafeBufferPointer<Fix>, from instant: Int64) -> Int {
    var (low, high) = (0, fixes.count)
    while low < high {
      let middle = (low + high) / 2
      if fixes[middle].milliseconds <= instant { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Whether two legs lie so far apart that no place of one is within so many degrees of latitude of the other's.
  @inline(__always)
  private static func areFarApart(_ a: (Fix, Fix), _ b: (Fix, Fix), degrees: Double, _ metric: LocalMetric) -> Bool {
    // Whole units and wrapping arithmetic: this is asked of every two legs that overlap in time.
    let limit = Int64(degrees * 1e7)
    let northward = Int64(b.0.latitudeE7) - Int64(a.0.latitudeE7)
    let reach = abs(Int64(a.1.latitudeE7) - Int64(a.0.latitudeE7)) + abs(Int64(b.1.latitudeE7) - Int64(b.0.latitudeE7))
    if abs(northward) - reach > limit { return true }
    // A degree of longitude is at most as long as one of latitude; nearer to the poles this merely decides less often.
    guard metric.east > 20_000 else { return false }
    let eastward = abs(Motion.eastward(a.0.longitudeE7, b.0.longitudeE7))
    let sideways =
      abs(Motion.eastward(a.0.longitudeE7, a.1.longitudeE7))
      + abs(Motion.eastward(b.0.longitudeE7, b.1.longitudeE7))
    return Double(eastward - sideways) * metric.east * 0.98 > Double(limit) * 110_500 && abs(northward) < 2_000_000
  }

  private mutating func leg(
    _ a: (Fix, Fix), _ b: (Fix, Fix), _ start: Double, _ end: Double, _ distance: Double,
    _ metric: inout LocalMetric, _ farthest: inout Double
  ) {
    if Approach.areFarApart(a, b, degrees: 2 * distance / 110_500, metric) {
      farthest = .infinity
      return
    }
    let (a0, a1) = (Motion.place(a.0, a.1, at: start), Motion.place(a.0, a.1, at: end))
    let (b0, b1) = (Motion.place(b.0, b.1, at: start), Motion.place(b.0, b.1, at: end))
    metric.move(to: (a0.latitude + a1.latitude + b0.latitude + b1.latitude) / 4)
    let x0 = Motion.shortWay(b0.longitude - a0.longitude) * metric.east
    let y0 = (b0.latitude - a0.latitude) * metric.north
    let dx = Motion.shortWay(b1.longitude - a1.longitude) * metric.east - x0
    let dy = (b1.latitude - a1.latitude) * metric.north - y0
    // |(x0, y0) + s (dx, dy)| <= distance for s in 0...1.
    let square = dx * dx + dy * dy
    let half = x0 * dx + y0 * dy
    let rest = x0 * x0 + y0 * y0 - distance * distance
    var inside: ClosedRange<Double>?
    if square < 1e-9 {
      inside = rest <= 0 ? 0...1 : nil
    } else {
      let discriminant = half * half - square * rest
      if discriminant >= 0 {
        let root = discriminant.squareRoot()
        let (low, high) = (max(0, (-half - root) / square), min(1, (-half + root) / square))
        inside = low <= high ? low...high : nil
      }
    }
    // The distance is convex in time, so it is greatest at an end.
    let most = max(x0 * x0 + y0 * y0, (x0 + dx) * (x0 + dx) + (y0 + dy) * (y0 + dy)).squareRoot()
    guard let inside else {
      farthest = max(farthest, most)
      return
    }
    let closest = square < 1e-9 ? inside.lowerBound : min(max(-half / square, inside.lowerBound), inside.upperBound)
    let (cx, cy) = (x0 + closest * dx, y0 + closest * dy)
    let least = (cx * cx + cy * cy).squareRoot()
    let span = end - start
    let (from, to) = (start + inside.lowerBound * span, start + inside.upperBound * span)
    if let last = pieces.indices.last, from - pieces[last].end < 1, inside.lowerBound == 0 {
      pieces[last].end = to
      nearest[last] = min(nearest[last], least)
    } else {
      if inside.lowerBound > 0 { farthest = max(farthest, (x0 * x0 + y0 * y0).squareRoot()) }
      pieces.append(Piece(start: from, end: to, farthestBefore: farthest))
      nearest.append(least)
    }
    farthest = inside.upperBound < 1 ? most : 0
  }
}
