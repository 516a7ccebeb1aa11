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
    fileprivate let mark: Stamp
    /// The ring about it while it lasts.
    fileprivate let ring: Stamp
    /// Where a gap's vessel was seen again; nil for others.
    fileprivate let square: Stamp?
    /// Its number; nil where that has no room.
    fileprivate var label: Stamp?
  }

  /// Those whose marks lie in the window, by number.
  package let entries: [Entry]
  /// For how many milliseconds after its end an event dims.
  package let linger: Int64
  /// Whether the window is so close that a mark would hide its ships: then a ring stands about them while it lasts.
  private let isClose: Bool
  /// The entries in the order in which they are painted: what matters most last.
  private let order: [Int]

  /// What is left of a mark when it has dimmed, and of its number.
  private static let rest = 0.4
  /// Steps in which a mark dims.
  private static let levels = 12.0
  /// Where there are more numbers than these, only those of bright and dimming events stand there.
  private static let mostNumbers = 40

  /// The events of a layer that a window shows, whose marks are `scale` times as large as usual; numbers are placed on
  /// `ground`, which has the window's size, and `isClose` leaves the ships of present ones
  /// to be seen.
  package init(
    _ layer: EventLayer, viewport: Viewport, composer: MapComposer?, theme: Theme, scale: Double, linger: Int64,
    isClose: Bool = false, ground: Pixmap?
  ) {
    self.linger = linger
    self.isClose = isClose
    let measures = EventMeasures(grid: viewport.grid, scale: scale)
    let marks = Dictionary(
      uniqueKeysWithValues: EventKind.allCases.map {
        ($0, Mark.event($0, measures: measures, theme: theme).scaled(by: scale))
      })
    let square = Mark.reappearance(measures: measures, theme: theme).scaled(by: scale)
    // A layer paints by start and id: so its order is the order of numbers.
    let sights = layer.sights(viewport).sorted { $0.event < $1.event }
    var entries = sights.map { sight in
      let event = layer.events[sight.event]
      return Entry(
        number: sight.event + 1, event: event, mark: Stamp(marks[event.kind] ?? square, at: sight.place),
        ring: FilmEvents.ring(
          event.kind, at: sight.place, radius: measures.marker * scale * (isClose ? 2 : 1), scale: scale, theme: theme),
        square: sight.reappearance.map { Stamp(square, at: $0) })
    }
    if let composer, let ground {
      let maker = LabelMaker(composer: composer)
      let reach = measures.marker * scale * 0.5
      let frame = composer.layout.frame
      var placer = LabelPlacer(
        ground: LabelGround(ground, frame: ground.bounds, grounds: [[theme.sea], [theme.land]]), scale: scale)
      placer.take(sights.map { LabelBox(around: $0.place, halfWidth: reach * 0.9, halfHeight: reach * 0.9) })
      let labels = zip(entries, sights).map { entry, sight in
        maker.number(
          entry.number, at: Point(x: sight.place.x - Double(frame.x), y: sight.place.y - Double(frame.y)),
          clearance: reach)
      }
      for label in placer.place(labels) { entries[label.number].label = Stamp(label, theme: theme, scale: scale) }
    }
    self.entries = entries
    order = entries.indices.sorted {
      (-entries[$0].event.kind.significance, $0) < (-entries[$1].event.kind.significance, $1)
    }
  }

  /// What is left of an event at an instant, 0...1: nothing before it begins.
  package func opacity(of event: Event, at time: Int64) -> Double {
    guard event.start <= time else { return 0 }
    guard time >= event.end else { return 1 }
    let share = linger > 0 ? min(Double(time - event.end) / Double(linger), 1) : 1
    return 1 - (1 - Self.rest) * (share * Self.levels).rounded(.down) / Self.levels
  }

  /// Draws the events that have begun by an instant, the present ones with a ring, on a frame whose corner lies `offset`
  /// pixels from the window's.
  package func draw(at time: Int64, on pixmap: inout Pixmap, offset: Point = Point(x: 0, y: 0)) {
    let (dx, dy) = (-Int(offset.x), -Int(offset.y))
    for index in order where entries[index].event.start <= time && time < entries[index].event.end {
      pixmap.lay(entries[index].ring, dx: dx, dy: dy)
    }
    for index in order {
      let entry = entries[index]
      guard entry.event.start <= time, !isClose || time >= entry.event.end else { continue }
      let share = opacity(of: entry.event, at: time)
      if let square = entry.square, time >= entry.event.end { pixmap.lay(square, dx: dx, dy: dy, share: share) }
      pixmap.lay(entry.mark, dx: dx, dy: dy, share: share)
    }
  }

  /// Draws the numbers of events that have begun by an instant, as `draw` does their marks.
  package func drawNumbers(at time: Int64, on pixmap: inout Pixmap, offset: Point = Point(x: 0, y: 0)) {
    let isCrowded = entries.count > Self.mostNumbers
    for entry in entries {
      guard let label = entry.label, entry.event.start <= time else { continue }
      if isCrowded, time >= entry.event.end + linger { continue }
      let share = 0.4 + 0.6 * opacity(of: entry.event, at: time)
      pixmap.lay(label, dx: -Int(offset.x), dy: -Int(offset.y), share: time < entry.event.end ? 1 : share)
    }
  }

  private static func ring(
    _ kind: EventKind, at place: Point, radius: Double, scale: Double, theme: Theme
  ) -> Stamp {
    let color = theme.events.figure(kind).body
    let reach = radius + scale
    return Stamp(
      from: Point(x: place.x - reach, y: place.y - reach), to: Point(x: place.x + reach, y: place.y + reach)
    ) { pixmap, dx, dy in
      var ring = Path()
      ring.addEllipse(center: Point(x: place.x + dx, y: place.y + dy), radiusX: radius, radiusY: radius)
      var glow = color
      glow.alpha *= 0.2
      pixmap.fill(ring, color: glow)
      pixmap.stroke(ring, style: StrokeStyle(width: 1.25 * scale), color: color)
    }
  }
}

extension Stamp {
  /// A figure at a place.
  init(_ mark: Mark, at place: Point) {
    let reach = mark.extent
    self.init(
      from: Point(x: place.x - reach.x, y: place.y - reach.y), to: Point(x: place.x + reach.x, y: place.y + reach.y)
    ) { pixmap, dx, dy in
      mark.draw(on: &pixmap, at: Point(x: place.x + dx, y: place.y + dy))
    }
  }

  /// A placed label; nil for one without letters.
  init?(_ label: PlacedLabel, theme: Theme, scale: Double) {
    guard let bounds = label.letters.bounds else { return nil }
    var (low, high) = (bounds.min, bounds.max)
    if let leader = label.leader {
      for end in [leader.from, leader.to] {
        low = Point(x: min(low.x, end.x), y: min(low.y, end.y))
        high = Point(x: max(high.x, end.x), y: max(high.y, end.y))
      }
    }
    let edge = label.ink.haloReach + theme.leaderWidth * scale + 1
    self.init(
      from: Point(x: low.x - edge, y: low.y - edge), to: Point(x: high.x + edge, y: high.y + edge)
    ) { pixmap, dx, dy in
      label.moved(x: dx, y: dy).draw(
        on: &pixmap, leaderStyle: StrokeStyle(width: theme.leaderWidth * scale), leaderColor: theme.leader)
    }
  }
}
