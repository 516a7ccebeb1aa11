import Behaviour
import Geography
import Raster

/// The events of a film as marks that appear when they begin, are bright while they last, and dim afterwards.
package struct FilmEvents: Sendable {
  /// An event of the film.
  package struct Entry: Sendable {
    /// From 1, in the order in which they begin.
    package let number: Int
    package let event: Event
    /// Pixels from the frame's upper left corner.
    let place: Point
    /// Where a gap's vessel was seen again; nil for others.
    let reappearance: Point?
    /// Its number as letters; nil where that has no room.
    var label: PlacedLabel?
  }

  /// Those whose marks lie in the window, by number.
  package let entries: [Entry]
  /// For how many milliseconds after its end an event dims.
  package let linger: Int64
  private let theme: Theme
  private let scale: Double
  private let measures: EventMeasures
  /// The kinds' marks, what matters most last.
  private let marks: [(kind: EventKind, mark: Mark)]

  /// What is left of a mark when it has dimmed, and of its number.
  private static let rest = 0.4
  /// Steps in which a mark dims.
  private static let levels = 12.0
  /// Where there are more numbers than these, only those of bright and dimming events stand there.
  private static let mostNumbers = 40

  /// The events of a layer that a window shows, whose marks are `scale` times as large as usual; numbers are placed on
  /// `ground`, which has the window's size, and `taken` keeps them out of boxes.
  package init(
    _ layer: EventLayer, viewport: Viewport, composer: MapComposer?, theme: Theme, scale: Double, linger: Int64,
    ground: Pixmap?
  ) {
    self.linger = linger
    self.theme = theme
    self.scale = scale
    let measures = EventMeasures(grid: viewport.grid, scale: scale)
    self.measures = measures
    marks = EventKind.allCases.sorted { ($1.significance) < ($0.significance) }.map {
      ($0, Mark.event($0, measures: measures, theme: theme).scaled(by: scale))
    }
    // A layer paints by start and id: so its order is the order of numbers.
    var entries = layer.sights(viewport).sorted { $0.event < $1.event }.enumerated().map { number, sight in
      Entry(
        number: number + 1, event: layer.events[sight.event], place: sight.place, reappearance: sight.reappearance)
    }
    if let composer, let ground {
      let maker = LabelMaker(composer: composer)
      let reach = measures.marker * scale * 0.5
      let frame = composer.layout.frame
      var placer = LabelPlacer(
        ground: LabelGround(ground, frame: ground.bounds, grounds: [[theme.sea], [theme.land]]), scale: scale)
      placer.take(
        entries.map { LabelBox(around: $0.place, halfWidth: reach * 0.9, halfHeight: reach * 0.9) })
      let labels = entries.map { entry in
        maker.number(
          entry.number, at: Point(x: entry.place.x - Double(frame.x), y: entry.place.y - Double(frame.y)),
          clearance: reach)
      }
      for label in placer.place(labels) { entries[label.number].label = label }
    }
    self.entries = entries
  }

  /// What is left of an event at an instant, 0...1: nothing before it begins.
  package func opacity(of event: Event, at time: Int64) -> Double {
    guard event.start <= time else { return 0 }
    guard time >= event.end else { return 1 }
    let share = linger > 0 ? min(Double(time - event.end) / Double(linger), 1) : 1
    return 1 - (1 - Self.rest) * (share * Self.levels).rounded(.down) / Self.levels
  }

  /// Draws the events that have begun by an instant; the present ones have a ring.
  package func draw(at time: Int64, on pixmap: inout Pixmap, offset: Point = Point(x: 0, y: 0)) {
    func placed(_ place: Point) -> Point { Point(x: place.x - offset.x, y: place.y - offset.y) }
    let shown = entries.filter { $0.event.start <= time }
    for entry in shown where time < entry.event.end { drawRing(entry.event.kind, at: placed(entry.place), on: &pixmap) }
    let square = Mark.reappearance(measures: measures, theme: theme).scaled(by: scale)
    for (kind, mark) in marks {
      for entry in shown where entry.event.kind == kind {
        let share = opacity(of: entry.event, at: time)
        if let place = entry.reappearance, time >= entry.event.end {
          square.faded(to: share).draw(on: &pixmap, at: placed(place))
        }
        mark.faded(to: share).draw(on: &pixmap, at: placed(entry.place))
      }
    }
  }

  /// Draws the numbers of events that have begun by an instant.
  package func drawNumbers(at time: Int64, on pixmap: inout Pixmap, offset: Point = Point(x: 0, y: 0)) {
    let line = StrokeStyle(width: theme.leaderWidth * scale)
    let isCrowded = entries.count > Self.mostNumbers
    for entry in entries {
      guard var label = entry.label, entry.event.start <= time else { continue }
      if isCrowded, time >= entry.event.end + linger { continue }
      let share = 0.4 + 0.6 * opacity(of: entry.event, at: time)
      if time >= entry.event.end {
        label.ink.color.alpha *= share
        label.ink.halo?.alpha *= share
      }
      var leader = theme.leader
      leader.alpha *= share
      if offset != Point(x: 0, y: 0) { label = label.moved(x: -offset.x, y: -offset.y) }
      label.draw(on: &pixmap, leaderStyle: line, leaderColor: leader)
    }
  }

  private func drawRing(_ kind: EventKind, at place: Point, on pixmap: inout Pixmap) {
    let color = theme.events.figure(kind).body
    let radius = measures.marker * scale
    var ring = Path()
    ring.addEllipse(center: place, radiusX: radius, radiusY: radius)
    var glow = color
    glow.alpha *= 0.25
    pixmap.fill(ring, color: glow)
    pixmap.stroke(ring, style: StrokeStyle(width: 1.25 * scale), color: color)
  }
}
