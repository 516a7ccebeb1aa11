import Geography
import Platform
import Raster
import Synchronization
import Tracks

/// A vessel's way as a viewport shows it, with its times: what arrows, ticks, marks and labels are made from.
package struct VisibleTrack: Sendable {
  /// A silence between two sights.
  package struct Silence: Sendable {
    /// Where and when the ship was last seen.
    package let from: TimedPlace
    /// Where and when it was seen again.
    package let to: TimedPlace
    /// The place where it was last seen.
    package let fromPlace: Coordinate
    /// The place where it was seen again.
    package let toPlace: Coordinate
  }

  /// The vessel's number in its set of tracks.
  package let vessel: Int
  /// Its identity.
  package let mmsi: UInt32
  /// Observed legs without a break, each run in the order of time; what lies far outside the viewport is left out.
  package private(set) var runs: [[TimedPlace]] = []
  /// The colouring's number of each run's legs, one fewer than its places.
  package private(set) var colors: [[UInt8]] = []
  /// The silences that reach into the viewport.
  package private(set) var silences: [Silence] = []
  /// Its first fix of all; nil where that lies outside the viewport.
  package private(set) var first: TimedPlace?
  /// Its last fix of all; nil where that lies outside the viewport.
  package private(set) var last: TimedPlace?
  /// The unit vector of its last movement, x right and y down; nil where it never moved.
  package private(set) var heading: Point?

  /// The track of a vessel from all its fixes in the order of time.
  ///
  /// In a viewport wider than the world a ship is shown once, in the copy nearest to the middle where it begins.
  init(
    _ fixes: UnsafeBufferPointer<Fix>, vessel: Int, mmsi: UInt32, viewport: Viewport, rule: LegRule,
    coloring: TrackColoring
  ) {
    self.vessel = vessel
    self.mmsi = mmsi
    var walk = ScreenWalk(viewport)
    let reach = LabelBox(
      low: Point(x: -64, y: -64), high: Point(x: Double(viewport.width) + 64, y: Double(viewport.height) + 64))
    let frame = LabelBox(
      low: Point(x: 0, y: 0), high: Point(x: Double(viewport.width), y: Double(viewport.height)))
    var run: [TimedPlace] = []
    var runColors: [UInt8] = []
    var before: TimedPlace?
    var anchor = 0
    for (index, fix) in fixes.enumerated() {
      let now = TimedPlace(place: walk.place(of: fix), time: fix.milliseconds)
      defer { before = now }
      if index == 0, frame.contains(LabelBox(low: now.place, high: now.place)) { first = now }
      if index == fixes.count - 1, frame.contains(LabelBox(low: now.place, high: now.place)) { last = now }
      guard let before else { continue }
      let verdict = rule.verdict(fixes[index - 1], fix)
      if verdict != .observed { anchor = index }
      let (a, b) = (before.place, now.place)
      let leg = LabelBox(
        low: Point(x: min(a.x, b.x), y: min(a.y, b.y)), high: Point(x: max(a.x, b.x), y: max(a.y, b.y)))
      guard verdict == .observed, leg.grown(by: 1e-9).overlaps(reach) else {
        finish(&run, &runColors)
        if verdict == .gap, leg.grown(by: 1e-9).overlaps(frame), rule.isPossible(fixes[index - 1], fix) {
          silences.append(
            Silence(
              from: before, to: now, fromPlace: fixes[index - 1].coordinate, toPlace: fix.coordinate))
        }
        continue
      }
      let length = hypot(b.x - a.x, b.y - a.y)
      if length > 0.75 { heading = Point(x: (b.x - a.x) / length, y: (b.y - a.y) / length) }
      while anchor + 1 < index, fixes[anchor + 1].milliseconds <= fix.milliseconds - TrackColoring.shortestSpeedSpan {
        anchor += 1
      }
      if run.isEmpty { run.append(before) }
      run.append(now)
      runColors.append(coloring.number(ofVessel: vessel, from: fixes[anchor], to: fix))
    }
    finish(&run, &runColors)
  }

  /// Milliseconds of the observed runs and their length in pixels.
  var extent: (milliseconds: Int64, pixels: Double) {
    var (milliseconds, pixels) = (Int64(0), 0.0)
    for run in runs {
      milliseconds += run[run.count - 1].time - run[0].time
      for (a, b) in zip(run, run.dropFirst()) { pixels += hypot(b.place.x - a.place.x, b.place.y - a.place.y) }
    }
    return (milliseconds, pixels)
  }

  /// A place in the middle of its longest run; nil without runs.
  var longestRunMiddle: Point? {
    runs.max { $0.count < $1.count }.map { $0[$0.count / 2].place }
  }

  private mutating func finish(_ run: inout [TimedPlace], _ numbers: inout [UInt8]) {
    if run.count > 1 {
      runs.append(run)
      colors.append(numbers)
    }
    run.removeAll()
    numbers.removeAll()
  }

  /// The tracks of some vessels of a set, on `threads` workers. Throws where tracks cannot be read back from disk.
  package static func tracks(
    _ vessels: [Int], of tracks: TrackSet, viewport: Viewport, rule: LegRule, coloring: TrackColoring, threads: Int
  ) throws(TracksError) -> [VisibleTrack] {
    let found = Mutex<[VisibleTrack]>([])
    try concurrently(threads, claiming: vessels.count, stride: 4) { claim throws(TracksError) in
      var scratch: [Fix] = []
      while let range = claim() {
        for vessel in vessels[range] {
          let track = try tracks.withFixes(ofVessel: vessel, scratch: &scratch) {
            VisibleTrack(
              $0, vessel: vessel, mmsi: tracks.mmsi(ofVessel: vessel), viewport: viewport, rule: rule,
              coloring: coloring)
          }
          found.withLock { $0.append(track) }
        }
      }
    }
    return found.withLock { $0.sorted { $0.vessel < $1.vessel } }
  }
}
