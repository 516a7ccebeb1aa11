extension TrackSet {
  /// The same tracks in a span of time, half-open, in milliseconds since 1970; without vessels that have no fix in it.
  ///
  /// Vessels keep their order, not their numbers. Reading fixes back from disk may fail.
  package func during(_ span: Range<Int64>) throws(TracksError) -> TrackSet {
    var scratch: [Fix] = []
    var kept: [Int] = []
    var ranges: [Range<Int>] = []
    for vessel in 0..<vesselCount {
      let first = try fixes(ofVessel: vessel, before: span.lowerBound, scratch: &scratch)
      let end = try fixes(ofVessel: vessel, before: span.upperBound, scratch: &scratch)
      guard first < end else { continue }
      kept.append(vessel)
      ranges.append(first..<end)
    }
    return part(vessels: kept, fixes: ranges)
  }

  /// How many of a vessel's fixes are earlier than an instant; `scratch` is used again from call to call.
  package func fixes(ofVessel vessel: Int, before time: Int64, scratch: inout [Fix]) throws(TracksError) -> Int {
    var (low, high) = (0, fixCount(ofVessel: vessel))
    while low < high {
      let middle = (low + high) / 2
      let fix = try withFixes(ofVessel: vessel, in: middle..<middle + 1, scratch: &scratch) { $0.first }
      if let fix, fix.milliseconds < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
