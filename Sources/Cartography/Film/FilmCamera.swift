import Behaviour
import Geography
import Platform

/// Where a film looks, and when: shots that follow one another, each of which keeps its view.
///
/// The view never moves within a shot, so that what moves on it are ships.
package struct FilmCamera: Sendable {
  /// Frames that share a view.
  package struct Shot: Sendable, Equatable {
    /// Its frames.
    package let frames: Range<Int>
    /// What is to be seen whole; nil for the film's own view.
    package let box: BoundingBox?
  }

  /// The shots, without a gap between them.
  package let shots: [Shot]

  /// One view for all frames.
  package init(frames: Int) { shots = [Shot(frames: 0..<frames, box: nil)] }

  /// Cuts to close-ups of events while they last and for `lead` milliseconds before and behind, `radius` metres around
  /// their places.
  ///
  /// Where events overlap in time, the one that begins later waits for the end of the other's shot, and is left to the
  /// film's own view where it is over by then. No shot is shorter than `least` frames.
  package init(timeline: FilmTimeline, events: [Event], radius: Double, lead: Int64, least: Int) {
    var shots: [Shot] = []
    var done = 0
    for event in events.sorted(by: { ($0.start, $0.id) < ($1.start, $1.id) }) {
      let (start, end) = (event.start - lead, event.end + lead)
      guard end >= timeline.span.lowerBound, start < timeline.span.upperBound else { continue }
      let first = timeline.frame(holding: max(start, timeline.span.lowerBound)) ?? 0
      let last = timeline.frame(holding: min(end, timeline.span.upperBound - 1)) ?? timeline.count - 1
      let begin = max(first, done)
      let behind = min(max(last + 1, begin + least), timeline.count)
      guard begin <= last, behind - begin >= min(least, timeline.count) else { continue }
      if begin > done {
        // A glance at the whole that is too short to be read is none.
        if begin - done < least, let before = shots.popLast() {
          shots.append(Shot(frames: before.frames.lowerBound..<begin, box: before.box))
        } else {
          shots.append(Shot(frames: done..<begin, box: nil))
        }
      }
      shots.append(Shot(frames: begin..<behind, box: BoundingBox(around: event.place, radiusInMetres: radius)))
      done = behind
    }
    if done < timeline.count { shots.append(Shot(frames: done..<timeline.count, box: nil)) }
    self.shots = shots
  }
}
