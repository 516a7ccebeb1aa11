import Behaviour
import Geography
import Raster

/// Where a film looks, and when: shots that follow one another, each with a canvas that its frames show a part of.
///
/// All frames of a shot, and all views that follow ships, share one grid: the camera moves by whole pixels, and what
/// stands still on earth keeps its pixels.
package struct FilmCamera: Sendable {
  /// Frames that share a canvas.
  package struct Shot: Sendable, Equatable {
    /// Its frames.
    package let frames: Range<Int>
    /// What all of them together show.
    package let canvas: Viewport
    /// The upper left corner of each frame in the grid; empty where all show the whole canvas.
    fileprivate let corners: [SIMD2<Int>]
    private let size: SIMD2<Int>

    fileprivate init(_ frames: Range<Int>, _ canvas: Viewport, corners: [SIMD2<Int>] = [], size: SIMD2<Int>) {
      (self.frames, self.canvas, self.corners, self.size) = (frames, canvas, corners, size)
    }

    /// Some of its frames, on the same canvas.
    package func only(_ frames: Range<Int>) -> Shot {
      let frames = frames.clamped(to: self.frames)
      let start = self.frames.lowerBound
      let kept = moves ? Array(corners[frames.lowerBound - start..<frames.upperBound - start]) : []
      return Shot(frames, canvas, corners: kept, size: size)
    }

    /// Whether its frames show different parts of the canvas.
    package var moves: Bool { !corners.isEmpty }

    /// What a frame shows.
    package func view(_ frame: Int) -> Viewport {
      guard !corners.isEmpty else { return canvas }
      let corner = corners[frame - frames.lowerBound]
      return Viewport(grid: canvas.grid, x: corner.x, y: corner.y, width: size.x, height: size.y)
    }

    /// Where a frame's upper left corner lies on the canvas, in pixels.
    package func offset(_ frame: Int) -> (x: Int, y: Int) {
      let view = view(frame)
      return (view.x - canvas.x, view.y - canvas.y)
    }
  }

  /// The shots, without a gap between them.
  package let shots: [Shot]

  /// One view for all frames.
  package init(frames: Int, view: Viewport) {
    shots = [Shot(0..<frames, view, size: SIMD2(view.width, view.height))]
  }

  /// A view for all frames, but for close-ups of events while they last and for `lead` milliseconds before and behind,
  /// at least `radius` metres around their places.
  ///
  /// Where events overlap in time, the one that begins later waits for the end of the other's shot, and is left to the
  /// film's own view where it is over by then. No shot is shorter than `least` frames unless the film is, and none of an
  /// event longer than `most`, so that a long one does not hide the others.
  package init(
    timeline: FilmTimeline, view: Viewport, events: [Event], radius: Double, lead: Int64, least: Int,
    most: Int
  ) {
    let size = SIMD2(view.width, view.height)
    var shots: [Shot] = []
    var done = 0
    for event in events.sorted(by: { ($0.start, $0.id) < ($1.start, $1.id) }) {
      let (start, end) = (event.start - lead, event.end + lead)
      guard end >= timeline.span.lowerBound, start < timeline.span.upperBound else { continue }
      let first = timeline.frame(holding: max(start, timeline.span.lowerBound)) ?? 0
      let last = timeline.frame(holding: min(end, timeline.span.upperBound - 1)) ?? timeline.count - 1
      // Nor is a glance at the whole before the first one.
      let begin = done == 0 && first < least ? 0 : max(first, done)
      let behind = min(max(min(last + 1, begin + most), begin + least), timeline.count)
      guard begin <= last, behind - begin >= min(least, timeline.count) else { continue }
      if begin > done {
        // A glance at the whole that is too short to be read is none.
        if begin - done < least, let before = shots.popLast() {
          shots.append(Shot(before.frames.lowerBound..<begin, before.canvas, size: size))
        } else {
          shots.append(Shot(done..<begin, view, size: size))
        }
      }
      let close = Viewport(
        fitting: BoundingBox(around: event.place, radiusInMetres: radius), width: view.width, height: view.height)
      shots.append(Shot(begin..<behind, close, size: size))
      done = behind
    }
    if timeline.count - done < least, let last = shots.popLast() {
      shots.append(Shot(last.frames.lowerBound..<timeline.count, last.canvas, size: size))
    } else if done < timeline.count {
      shots.append(Shot(done..<timeline.count, view, size: size))
    }
    self.shots = shots
  }

  /// Views that keep ships in their middle, for each frame their places in world units, x unwrapped along the film, and
  /// none where nobody knows; `radius` is what is seen around the middle at least, in metres.
  ///
  /// The camera is calm: it goes along the mean of the places of `calm` frames before and behind. Where no frame has a
  /// place, nil.
  package init?(following places: [[SIMD2<Double>]], width: Int, height: Int, radius: Double, calm: Int = 12) {
    let middles = FilmCamera.middles(places)
    guard !middles.isEmpty else { return nil }
    // The scale is that of the film's middle, and large enough for the ships when they are farthest apart.
    let middle = middles[middles.count / 2]
    let place = Coordinate(
      latitude: WebMercator.latitude(y: middle.y),
      longitude: BoundingBox.wrapped(
        WebMercator.longitude(x: middle.x.truncatingRemainder(dividingBy: WebMercator.unitsAcross))))
    let close = Viewport(
      fitting: BoundingBox(around: place, radiusInMetres: radius), width: width, height: height)
    var spread = SIMD2(0.0, 0.0)
    for places in places where places.count > 1 {
      for place in places { spread = pointwiseMax(spread, abs(place - FilmCamera.middle(places))) }
    }
    let wanted = min(0.4 * Double(width) / max(spread.x, 1), 0.4 * Double(height) / max(spread.y, 1))
    let grid = PixelGrid(
      originX: close.grid.originX, originY: close.grid.originY,
      pixelsPerUnit: min(close.grid.pixelsPerUnit, wanted))
    let size = SIMD2(width, height)
    var sums = [SIMD2(0.0, 0.0)]
    for middle in middles { sums.append(sums[sums.count - 1] + middle) }
    let corners = middles.indices.map { frame -> SIMD2<Int> in
      // As many frames before as behind, so that the camera is not late.
      let reach = min(calm, frame, middles.count - 1 - frame)
      let mean = (sums[frame + reach + 1] - sums[frame - reach]) / Double(2 * reach + 1)
      return SIMD2(
        Int(grid.pixelX(worldX: mean.x).rounded()) - width / 2, Int(grid.pixelY(worldY: mean.y).rounded()) - height / 2)
    }
    shots = FilmCamera.shots(corners, grid: grid, size: size)
  }

  /// As many frames to a canvas as it has room for: three views each way.
  private static func shots(_ corners: [SIMD2<Int>], grid: PixelGrid, size: SIMD2<Int>) -> [Shot] {
    var shots: [Shot] = []
    var start = 0
    var (low, high) = (corners[0], corners[0])
    func close(_ end: Int) {
      let canvas = Viewport(
        grid: grid, x: low.x, y: low.y, width: high.x - low.x + size.x, height: high.y - low.y + size.y)
      shots.append(Shot(start..<end, canvas, corners: Array(corners[start..<end]), size: size))
      start = end
    }
    for (frame, corner) in corners.enumerated() {
      let (lower, higher) = (pointwiseMin(low, corner), pointwiseMax(high, corner))
      if higher.x - lower.x > 2 * size.x || higher.y - lower.y > 2 * size.y {
        close(frame)
        (low, high) = (corner, corner)
      } else {
        (low, high) = (lower, higher)
      }
    }
    close(corners.count)
    return shots
  }

  /// The middle of the places of each frame; where there are none, on the way from the last to the next.
  private static func middles(_ places: [[SIMD2<Double>]]) -> [SIMD2<Double>] {
    let known = places.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, middle($0.element)) }
    guard let first = known.first, let last = known.last else { return [] }
    var middles = Array(repeating: first.1, count: places.count)
    for (one, other) in zip(known, known.dropFirst()) {
      for frame in one.0..<other.0 {
        let share = Double(frame - one.0) / Double(other.0 - one.0)
        middles[frame] = one.1 + (other.1 - one.1) * share
      }
    }
    for frame in last.0..<places.count { middles[frame] = last.1 }
    return middles
  }

  private static func middle(_ places: [SIMD2<Double>]) -> SIMD2<Double> {
    let low = places.dropFirst().reduce(places[0]) { pointwiseMin($0, $1) }
    let high = places.dropFirst().reduce(places[0]) { pointwiseMax($0, $1) }
    return (low + high) / 2
  }
}

private func abs(_ vector: SIMD2<Double>) -> SIMD2<Double> { pointwiseMax(vector, -vector) }
