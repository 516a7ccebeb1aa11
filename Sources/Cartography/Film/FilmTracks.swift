import Geography
import Raster
import Tracks

/// The ships of a film and the trails behind them in one window, kept from frame to frame.
///
/// A trail holds the observed legs that ended in its time, and the part of the present one up to the ship. A silence is
/// dashed from the frame on in which the ship is seen again. What a frame costs follows what has changed since the one
/// before it.
package struct FilmTracks: Sendable {
  /// The window.
  package let viewport: Viewport
  /// How trails look.
  package let look: FilmTrackLook
  private let material: FilmMaterial
  private let timeline: FilmTimeline
  private let window: TrackWindow

  /// The frame that was reached; one less than the first before that.
  package private(set) var frame: Int
  /// The ships of the frame, by vessel.
  package private(set) var ships: [FilmShip] = []
  /// The lines that lead up to them, by vessel.
  package private(set) var heads: [FilmHead] = []
  /// The trails and dashes.
  package private(set) var ink: FadingInk

  private var vessels: [FilmVessel]
  /// By frame modulo the trails' life.
  private var strokes: [FilmStrokes]

  /// How many fixes at least, and how many milliseconds before its first frame a film looks at, so that it knows where
  /// ships are headed and how fast they are.
  private static let lead = 16
  private static let leadTime = 4 * TrackColoring.shortestSpeedSpan

  /// The state before frame `first`, with the trails that lead up to it. Reading fixes back from disk may fail.
  package init(
    _ tracks: TrackSet, viewport: Viewport, rule: LegRule, coloring: TrackColoring, timeline: FilmTimeline,
    look: FilmTrackLook, from first: Int = 0
  ) throws(TracksError) {
    self.viewport = viewport
    self.timeline = timeline
    self.look = look
    material = FilmMaterial(
      tracks: tracks, rule: rule, coloring: coloring, grain: Int64(0.2 / viewport.grid.pixelsPerUnit))
    window = TrackWindow(viewport, style: look.style)
    let lifetime = max(1, Int((look.trail + timeline.step - 1) / timeline.step))
    ink = FadingInk(width: viewport.width, height: viewport.height, lifetime: lifetime)
    strokes = Array(repeating: FilmStrokes(), count: lifetime)
    let begin = max(first - lifetime, 0)
    frame = begin - 1
    let time = begin > 0 ? timeline.interval(begin).lowerBound : Int64.min + Self.leadTime
    vessels = []
    vessels.reserveCapacity(tracks.vesselCount)
    for vessel in 0..<tracks.vesselCount {
      vessels.append(try FilmVessel(vessel, of: tracks, from: time - Self.leadTime, lead: Self.lead))
    }
    if begin > 0 {
      let material = material
      for index in self.vessels.indices { try self.vessels[index].advance(to: time, in: material) { _, _, _ in } }
    }
    while frame < first - 1 { try advance() }
  }

  /// Goes on to the next frame. Reading fixes back from disk may fail.
  package mutating func advance() throws(TracksError) {
    frame += 1
    let end = timeline.interval(frame).upperBound
    let slot = frame % strokes.count
    let (look, window, material) = (look, window, material)
    strokes[slot].forEach { path, color in
      ink.remove(path, style: look.stroke(color), color: look.color(color), step: frame - strokes.count)
    }
    var fresh = FilmStrokes()
    (ships, heads) = ([], [])
    for index in vessels.indices where !vessels[index].isOver(at: end, rule: material.rule) {
      try vessels[index].advance(to: end, in: material) { line, color, isGhost in
        if look.trail > 0 { Self.add(line, color: isGhost ? FilmStrokes.ghost : color, to: &fresh, window) }
      }
      see(vessels[index], at: end)
    }
    fresh.forEach { path, color in
      ink.add(path, style: look.stroke(color), color: look.color(color), step: frame)
    }
    strokes[slot] = fresh
  }

  /// Adds a line in each copy of the world in which it meets the window.
  private static func add(
    _ line: [FilmVessel.Place], color: UInt8, to strokes: inout FilmStrokes, _ window: TrackWindow
  ) {
    guard let copies = copies(of: line, window) else { return }
    for copy in copies {
      let shift = copy * TrackPoint.worldWidth
      guard color == FilmStrokes.ghost else {
        strokes.add(line.lazy.map { window.point(x: $0.x + shift, y: $0.y) }, color: color)
        continue
      }
      var dashes = Path()
      let ends = line.map { window.place(x: $0.x + shift, y: $0.y) }
      window.addDashes(from: ends[0], to: ends[1], into: &dashes)
      if !dashes.isEmpty { strokes.add(dashes.points, color: color) }
    }
  }

  private static func copies(of line: [FilmVessel.Place], _ window: TrackWindow) -> ClosedRange<Int64>? {
    guard var low = line.first else { return nil }
    var high = low
    for place in line {
      (low.x, low.y) = (min(low.x, place.x), min(low.y, place.y))
      (high.x, high.y) = (max(high.x, place.x), max(high.y, place.y))
    }
    return window.copies(columns: low.x...high.x, rows: low.y...high.y)
  }

  /// Notes where a vessel is and the line up to it, where the window shows them.
  private mutating func see(_ vessel: FilmVessel, at time: Int64) {
    guard let sight = vessel.sight(at: time, material), let copies = Self.copies(of: sight.way, window) else { return }
    let heading = vessel.heading(toNext: material)
    for copy in copies {
      let way = sight.way.map { window.point(x: $0.x + copy * TrackPoint.worldWidth, y: $0.y) }
      let place = way[way.count - 1]
      ships.append(
        FilmShip(
          vessel: vessel.cursor.vessel, place: place, heading: heading.map { Point(x: $0.x, y: $0.y) },
          color: sight.color, level: sight.level, isHeld: sight.isHeld))
      if look.trail > 0, !sight.isHeld {
        heads.append(FilmHead(line: way, color: sight.color))
      }
    }
  }
}
