import Geography

/// A stretch in which a vessel stayed slow.
struct SlowStretch {
  /// The first sample.
  let first: Int
  /// The last sample, inclusive.
  let last: Int
  /// Mean speed in knots: the way over the steps by the time.
  let meanSpeed: Double
  /// The mean of its samples' places.
  let place: Coordinate
}

extension SlowStretch {
  /// The stretches of a track that are slow for long enough: the mean speed over the hour about each step is below the
  /// limit, and the first and the last step are.
  ///
  /// A silence or a jump ends a stretch, since nobody saw what was between.
  static func stretches(_ samples: [TrackSample], rules: DetectionRules) -> [SlowStretch] {
    let step = Double(rules.stepMilliseconds)
    let least = Int((Double(rules.loiterMilliseconds) / step).rounded(.up))
    let half = max(1, Int(1_800_000 / step))
    var metric = LocalMetric()
    var stretches: [SlowStretch] = []
    var start = 0
    while start < samples.count {
      var end = start
      while end + 1 < samples.count, samples[end + 1].run == samples[start].run,
        samples[end + 1].slot == samples[end].slot + 1
      { end += 1 }
      if end - start >= least {
        let ways = (start..<end).map { metric.distance(samples[$0].coordinate, samples[$0 + 1].coordinate) }
        for range in slow(ways, half: half, limit: rules.loiterSpeedInKnots * 1852 / 3_600_000 * step)
        where range.count >= least {
          let way = ways[range].reduce(0, +)
          var mean = MeanPlace()
          for index in range.lowerBound...range.upperBound { mean.add(samples[start + index].coordinate) }
          guard let place = mean.place else { continue }
          stretches.append(
            SlowStretch(
              first: start + range.lowerBound, last: start + range.upperBound,
              meanSpeed: knots(way, step * Double(range.count)), place: place))
        }
      }
      start = end + 1
    }
    return stretches
  }

  /// Ranges of steps about each of which the mean way of `2 half + 1` steps is below the limit, without fast ends.
  private static func slow(_ ways: [Double], half: Int, limit: Double) -> [Range<Int>] {
    var sums = [0.0]
    for way in ways { sums.append(sums[sums.count - 1] + way) }
    func isSlow(_ index: Int) -> Bool {
      let (low, high) = (max(0, index - half), min(ways.count, index + half + 1))
      return sums[high] - sums[low] < limit * Double(high - low)
    }
    var ranges: [Range<Int>] = []
    var index = 0
    while index < ways.count {
      guard isSlow(index) else {
        index += 1
        continue
      }
      var end = index
      while end < ways.count, isSlow(end) { end += 1 }
      var (first, last) = (index, end)
      while first < last, ways[first] >= limit { first += 1 }
      while last > first, ways[last - 1] >= limit { last -= 1 }
      if first < last { ranges.append(first..<last) }
      index = end
    }
    return ranges
  }
}
