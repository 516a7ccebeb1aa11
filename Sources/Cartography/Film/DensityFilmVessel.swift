import Raster
import Tracks

/// Where a vessel's fixes begin and end to be in a film's frame.
struct DensityFilmVessel: Sendable {
  /// Before the first fix behind the frame.
  private var head: FixCursor
  /// Before the first fix in the frame; nil where none ever leaves.
  private var tail: FixCursor?
  /// The last fix in the frame.
  private var last: Fix?
  /// The tracks of the last and first fix in the frame.
  private var headTrack = 0
  private var tailTrack = 0
  /// The number of the vessel's first fix among those of all vessels.
  private let base: Int

  /// A vessel of whose fixes none is in the frame, before those from `time` on. Reading fixes back from disk may fail.
  init(
    _ vessel: Int, of tracks: TrackSet, numbered base: Int, from time: Int64, leaves: Bool
  ) throws(TracksError) {
    self.base = base
    head = try FixCursor(vessel: vessel, of: tracks, from: time)
    tail = leaves ? head : nil
  }

  /// Goes on to a frame that holds a span of time, which begins and ends no earlier than the one before it.
  ///
  /// `fixes` is used again from call to call. Reading fixes back from disk may fail.
  mutating func advance(
    to span: Range<Int64>, of tracks: TrackSet, with projector: inout TrackProjector,
    in counts: inout DensityFilmCounts,
    fixes: inout [Fix]
  ) throws(TracksError) {
    if tail != nil { try leave(before: span.lowerBound, of: tracks, with: &projector, in: &counts, fixes: &fixes) }
    guard let next = head.next, next.milliseconds < span.upperBound else { return }
    fixes.removeAll(keepingCapacity: true)
    let continuing = last != nil
    if let last { fixes.append(last) }
    let number = base + head.index - fixes.count
    while let fix = head.next, fix.milliseconds < span.upperBound {
      fixes.append(fix)
      try head.advance(in: tracks)
    }
    if !continuing {
      headTrack = counts.isPerTrack ? number : base
      tailTrack = headTrack
    }
    last = fixes.last
    var track = headTrack
    fixes.withUnsafeBufferPointer { fixes in
      projector.project(fixes) { points, legs in
        track = counts.add(points, legs, of: track, numbered: number, continuing: continuing)
      }
    }
    headTrack = track
  }

  /// Takes what is earlier than a time out of the frame, and passes by what never was in it.
  private mutating func leave(
    before time: Int64, of tracks: TrackSet, with projector: inout TrackProjector, in counts: inout DensityFilmCounts,
    fixes: inout [Fix]
  ) throws(TracksError) {
    guard let first = tail?.next, first.milliseconds < time else { return }
    if last != nil {
      fixes.removeAll(keepingCapacity: true)
      let number = base + (tail?.index ?? 0)
      while let tail, tail.index < head.index, let fix = tail.next, fix.milliseconds < time {
        fixes.append(fix)
        try self.tail?.advance(in: tracks)
      }
      let staying = tail.flatMap { $0.index < head.index ? $0.next : nil }
      if let staying { fixes.append(staying) } else { last = nil }
      var track = tailTrack
      fixes.withUnsafeBufferPointer { fixes in
        projector.project(fixes) { points, legs in
          track = counts.remove(points, legs, of: track, numbered: number, lastStays: staying != nil)
        }
      }
      tailTrack = track
    }
    guard last == nil else { return }
    while let fix = head.next, fix.milliseconds < time { try head.advance(in: tracks) }
    // Where nothing is in the frame, both stand before the same fix.
    tail = head
  }
}
