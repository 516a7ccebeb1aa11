import Behaviour
import Raster

extension Mark {
  /// The marker of a kind of event; of a gap, the cross where the vessel was last seen.
  ///
  /// `hasHalo` says whether a disc stands behind a dark rendezvous.
  static func event(_ kind: EventKind, measures: EventMeasures, theme: Theme, hasHalo: Bool = true) -> Mark {
    let colors = theme.events
    let radius = measures.marker / 2 - measures.ring
    var mark = Mark()
    var path = Path()
    switch kind {
    case .encounter: path.addEllipse(center: Point(x: 0, y: 0), radiusX: radius, radiusY: radius)
    case .loitering:
      let half = radius * 1.25
      path = polygon([(0, -half), (half, 0), (0, half), (-half, 0)])
    case .gap:
      mark.addCross(half: measures.marker * 0.36, measures: measures, colors: colors)
      return mark
    case .darkRendezvous:
      if hasHalo {
        var halo = Path()
        halo.addEllipse(center: Point(x: 0, y: 0), radiusX: 2.1 * radius, radiusY: 2.1 * radius)
        mark.fill(halo, color: colors.halo)
        mark.stroke(halo, style: StrokeStyle(width: 1), color: colors.gap.body)
      }
      let reach = radius * 1.35
      path = polygon([(0, -reach), (reach * 0.866, reach * 0.5), (-reach * 0.866, reach * 0.5)])
    case .identityChange:
      // An hourglass: one thing turned into another.
      let (half, waist) = (radius * 0.95, radius * 0.28)
      path = polygon([
        (-half, -half), (half, -half), (waist, 0), (half, half), (-half, half), (-waist, 0),
      ])
    }
    mark.addRinged(path, figure: colors.figure(kind), measures: measures, casing: colors.casing)
    return mark
  }

  /// The square where a gap's vessel was seen again.
  static func reappearance(measures: EventMeasures, theme: Theme) -> Mark {
    let colors = theme.events
    let half = measures.marker * 0.29
    var mark = Mark()
    mark.addRinged(
      polygon([(-half, -half), (half, -half), (half, half), (-half, half)]), figure: colors.gap, measures: measures,
      casing: colors.casing)
    return mark
  }

  /// A hotspot: a translucent disc with a ring and the number of its events, where that has room.
  static func hotspot(count: Int, radius: Double, theme: Theme) -> Mark {
    let colors = theme.events
    var disc = Path()
    disc.addEllipse(center: Point(x: 0, y: 0), radiusX: radius, radiusY: radius)
    var mark = Mark()
    mark.fill(disc, color: colors.hotspot)
    mark.stroke(disc, style: StrokeStyle(width: 3), color: theme.halo)
    mark.stroke(disc, style: StrokeStyle(width: 1.5), color: colors.hotspotRing)
    let text = ScaleTicks.label(Double(count))
    var line = TextLine(text, TextStyle(theme.fonts.semibold, size: min(max(radius * 0.8, 8), 14)))
    let room = 1.6 * radius
    if line.width > room { line = TextLine(text, line.style.resized(to: line.style.size * room / line.width)) }
    guard line.style.size >= 6.5 else { return mark }
    // A baseline on a pixel's border keeps figures crisp.
    let letters = line.path(at: Point(x: -line.width / 2, y: (line.style.capHeight / 2).rounded()))
    mark.stroke(letters, style: StrokeStyle(width: 2.5, join: .round), color: theme.halo)
    for _ in 0..<theme.letterLayers { mark.fill(letters, color: theme.text) }
    return mark
  }

  /// What stands for gaps in a legend: the cross, dashes and the square.
  static func gapSample(measures: EventMeasures, theme: Theme) -> Mark {
    let colors = theme.events
    let half = measures.period * 1.7
    var mark = Mark()
    var line = Path()
    line.move(to: Point(x: -half, y: 0))
    line.line(to: Point(x: half, y: 0))
    let dashes = [measures.dash, measures.period - measures.dash]
    mark.stroke(line, style: StrokeStyle(width: measures.line, dashes: dashes), color: colors.gap.body)
    mark.append(.event(.gap, measures: measures, theme: theme), x: -half)
    mark.append(.reappearance(measures: measures, theme: theme), x: half)
    return mark
  }

  private static func polygon(_ corners: [(Double, Double)]) -> Path {
    var path = Path()
    for (place, corner) in corners.enumerated() {
      let point = Point(x: corner.0, y: corner.1)
      if place == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    path.close()
    return path
  }

  private mutating func addRinged(
    _ path: Path, figure: EventColors.Figure, measures: EventMeasures, casing: Color
  ) {
    let width = 2 * measures.ring
    stroke(path, style: StrokeStyle(width: width + 2 * measures.casing, join: .round), color: casing)
    stroke(path, style: StrokeStyle(width: width, join: .round), color: figure.ring)
    fill(path, color: figure.body)
  }

  private mutating func addCross(half: Double, measures: EventMeasures, colors: EventColors) {
    var path = Path()
    for side in [1.0, -1.0] {
      path.move(to: Point(x: -half, y: -half * side))
      path.line(to: Point(x: half, y: half * side))
    }
    let width = measures.marker * 0.18
    stroke(path, style: StrokeStyle(width: width + 2.5, cap: .square), color: colors.gap.ring)
    stroke(path, style: StrokeStyle(width: width, cap: .square), color: colors.gap.body)
  }
}
