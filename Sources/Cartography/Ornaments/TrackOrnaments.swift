import Geography
import Raster

/// What a composed map draws on tracks besides their lines: arrows, ticks, where ships begin and end, and the ends of
/// silences.
package struct TrackOrnaments: Sendable {
  /// The tracks that are looked at, by vessel.
  package let tracks: [VisibleTrack]
  /// Milliseconds between ticks; nil without ticks.
  package let step: Int64?
  let arrows: [TrackArrow]
  let ticks: [TrackTick]
  /// Whether first and last sights are marked.
  let hasEnds: Bool
  /// Whether the ends of silences are marked; events of their own do that for gaps.
  let hasSilences: Bool
  private let coloring: TrackColoring
  /// Pixels to a point.
  private let scale: Double

  /// More vessels than these have no arrows.
  package static let mostVessels = 400
  /// More vessels than these have no marks where they begin and end.
  static let mostEnds = 60
  /// More silences than these have no marks at their ends.
  static let mostSilences = 300

  /// The ornaments of the tracks that are seen, of which there are `seen` in all.
  package init(
    _ tracks: [VisibleTrack], seen: Int, coloring: TrackColoring, tick: TickStep, hasGapEvents: Bool, scale: Double
  ) {
    self.tracks = tracks
    self.coloring = coloring
    self.scale = scale
    let isSparse = seen <= Self.mostVessels
    step = isSparse ? tick.milliseconds(for: tracks, spacing: 90 * scale) : nil
    ticks = step.map { step in tracks.flatMap { TrackTick.ticks(on: $0, every: step, spacing: 12 * scale) } } ?? []
    hasEnds = seen <= Self.mostEnds
    hasSilences = !hasGapEvents && tracks.reduce(0) { $0 + $1.silences.count } <= Self.mostSilences
    // One arrow to a neighbourhood: a bundle of tracks is a bundle of lines, not a hedge of arrowheads.
    var kept: [Int64: [Point]] = [:]
    let reach = 22 * scale
    arrows =
      isSparse
      ? tracks.flatMap { TrackArrow.arrows(on: $0, spacing: 130 * scale, least: 34 * scale) }.filter { arrow in
        let (column, row) = (
          Int64((arrow.place.x / reach).rounded(.down)), Int64((arrow.place.y / reach).rounded(.down))
        )
        for x in column - 1...column + 1 {
          for y in row - 1...row + 1 {
            for other in kept[x << 32 ^ y & 0xFFFF_FFFF] ?? []
            where abs(other.x - arrow.place.x) < reach && abs(other.y - arrow.place.y) < reach {
              return false
            }
          }
        }
        kept[column << 32 ^ row & 0xFFFF_FFFF, default: []].append(arrow.place)
        return true
      } : []
  }

  /// Draws them over the lines of a frame of the picture.
  func draw(on pixmap: inout Pixmap, frame: PixelRect, measures: EventMeasures, theme: Theme, watched: Set<UInt32>) {
    func placed(_ place: Point) -> Point { Point(x: place.x + Double(frame.x), y: place.y + Double(frame.y)) }
    let colors = coloring.colors(theme)
    for arrow in arrows {
      Mark.arrowhead(color: colors[Int(arrow.color)], casing: theme.halo, heading: arrow.heading)
        .scaled(by: scale).draw(on: &pixmap, at: placed(arrow.place))
    }
    var path = Path()
    for tick in ticks {
      let place = placed(tick.place)
      let half = 4 * scale
      path.move(to: Point(x: place.x - tick.heading.y * half, y: place.y + tick.heading.x * half))
      path.line(to: Point(x: place.x + tick.heading.y * half, y: place.y - tick.heading.x * half))
    }
    if !path.isEmpty {
      pixmap.stroke(path, style: StrokeStyle(width: 3.5 * scale, cap: .butt), color: theme.halo)
      pixmap.stroke(path, style: StrokeStyle(width: 1.25 * scale, cap: .butt), color: theme.text)
    }
    if hasSilences {
      let cross = Mark.event(.gap, measures: measures, theme: theme).scaled(by: scale)
      let square = Mark.reappearance(measures: measures, theme: theme).scaled(by: scale)
      for silence in tracks.flatMap(\.silences) {
        square.draw(on: &pixmap, at: placed(silence.to.place))
        cross.draw(on: &pixmap, at: placed(silence.from.place))
      }
    }
    guard hasEnds else { return }
    for track in tracks {
      let color = watched.contains(track.mmsi) ? theme.watchlist : theme.text
      if let first = track.first {
        Mark.trackStart(color: color, ground: theme.sea).scaled(by: scale).draw(on: &pixmap, at: placed(first.place))
      }
      if let last = track.last {
        Mark.trackEnd(color: color, casing: theme.halo, heading: track.heading).scaled(by: scale)
          .draw(on: &pixmap, at: placed(last.place))
      }
    }
  }

  /// What labels keep out of, in pixels of the picture.
  func boxes(frame: PixelRect) -> [LabelBox] {
    func box(_ place: Point, _ half: Double) -> LabelBox {
      LabelBox(
        around: Point(x: place.x + Double(frame.x), y: place.y + Double(frame.y)), halfWidth: half * scale,
        halfHeight: half * scale)
    }
    var boxes = ticks.map { box($0.place, 3) }
    if hasEnds { boxes += tracks.flatMap { [$0.first, $0.last].compactMap { $0 } }.map { box($0.place, 5) } }
    if hasSilences { boxes += tracks.flatMap(\.silences).flatMap { [box($0.from.place, 6), box($0.to.place, 6)] } }
    return boxes
  }
}

extension TrackOrnaments {
  /// Milliseconds since 1970 of the ticks.
  package var tickTimes: [Int64] { ticks.map(\.time) }
  /// Where the ticks stand, in pixels of the viewport.
  package var tickPlaces: [Point] { ticks.map(\.place) }
  /// Where the arrows stand, in pixels of the viewport, and the unit vectors that they point along.
  package var arrowPlaces: [(place: Point, heading: Point)] { arrows.map { ($0.place, $0.heading) } }
}
