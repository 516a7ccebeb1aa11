import Behaviour
import Raster

/// A film's date strip in two states, between which the playhead is the border: what is to come, and what has been.
struct FilmStrip: Sendable {
  private let measures: StripMeasures
  private let theme: Theme
  private let span: Range<Int64>
  private let window: Int64?
  /// Columns from the box's left edge to the track, and of the track.
  private let track: (left: Int, width: Int)
  /// The whole box before the film begins and after it has ended, without playhead.
  private var (coming, past): (Pixmap, Pixmap)

  /// A strip as wide as a box of a layout; `window` is how long a frame looks back in milliseconds, nil for none.
  init(
    width: Int, layout measures: LayoutMeasures, theme: Theme, span: Range<Int64>, events: [Event], window: Int64?
  ) {
    let own = StripMeasures(measures)
    self.measures = own
    self.theme = theme
    self.span = span
    self.window = window
    track = (own.overhang, max(width - 2 * own.overhang, 1))
    let ground = Pixmap(width: width, height: own.height, background: theme.page)
    (coming, past) = (ground, ground)
    let marks = StripMarks(
      events, span: span, width: Double(track.width), rows: own.markRows, markWidth: Double(own.markPitch))
    let axis = DateAxis(
      span, width: Double(track.width), style: TextStyle(measures.fonts.regular, size: measures.smallSize),
      strong: TextStyle(measures.fonts.semibold, size: measures.smallSize),
      spacing: max(Double(own.markPitch) * 1.25, 7 * measures.hairline))
    Self.draw(axis, track, own, theme, on: &coming, color: Self.trackColor(theme, 0.28))
    Self.draw(axis, track, own, theme, on: &past, color: Self.trackColor(theme, 0.62))
    Self.draw(marks, events, track, own, theme, on: &coming, paleness: 0.62)
    Self.draw(marks, events, track, own, theme, on: &past, paleness: 0)
  }

  private static func trackColor(_ theme: Theme, _ share: Double) -> Color {
    theme.page.mixed(with: theme.quietText, share)
  }

  /// Draws track, ticks and labels.
  private static func draw(
    _ axis: DateAxis, _ track: (left: Int, width: Int), _ own: StripMeasures, _ theme: Theme, on pixmap: inout Pixmap,
    color: Color
  ) {
    pixmap.fillRect(
      PixelRect(x: track.left, y: own.trackTop, width: track.width, height: own.trackHeight), color: color)
    let bottom = own.trackTop + own.trackHeight
    for tick in axis.ticks {
      let x = min(
        track.left + max(Int((tick.x - Double(own.hairline) / 2).rounded()), 0),
        track.left + track.width - own.hairline)
      if tick.isStrong {
        // A day's border cuts through the track.
        pixmap.fillRect(
          PixelRect(x: x, y: own.trackTop, width: own.hairline, height: own.trackHeight), color: theme.page)
      }
      let length = tick.label == nil ? max(own.tick / 2, 1) : own.tick
      let ink = tick.label == nil ? trackColor(theme, 0.5) : tick.isStrong ? theme.text : theme.quietText
      pixmap.fillRect(PixelRect(x: x, y: bottom, width: own.hairline, height: length), color: ink)
      if let label = tick.label {
        label.line.draw(
          on: &pixmap, x: Double(track.left) + label.x, baseline: Double(own.baseline),
          ink: tick.isStrong ? theme.textInk : theme.quietInk)
      }
    }
  }

  /// Draws bars from events' starts to their ends, and marks or lines at their starts; paler ones are nearer to the paper.
  private static func draw(
    _ marks: StripMarks, _ events: [Event], _ track: (left: Int, width: Int), _ own: StripMeasures, _ theme: Theme,
    on pixmap: inout Pixmap, paleness: Double
  ) {
    func top(_ row: Int) -> Int { (own.markRows - 1 - row) * own.markPitch }
    let bar = max(own.markPitch / 4, own.hairline)
    // Many lines are thin, so that they stay apart.
    let lineWidth =
      marks.places.count * 12 * own.hairline > track.width * own.markRows ? own.hairline : 2 * own.hairline
    for place in marks.places where !marks.isDense {
      let color = lineColor(events[place.event].kind, theme).mixed(with: theme.page, 0.35 + 0.65 * paleness)
      let (from, to) = (Int(place.extent.lowerBound.rounded()), Int(place.extent.upperBound.rounded()))
      pixmap.fillRect(
        PixelRect(
          x: track.left + from, y: top(place.row) + (own.markPitch - bar) / 2, width: to - from, height: bar),
        color: color)
    }
    for place in marks.places {
      guard let start = place.start else { continue }
      let kind = events[place.event].kind
      if marks.isDense {
        let width = lineWidth
        let x = min(max(Int(start.rounded()) - width / 2, 0), track.width - width)
        pixmap.fillRect(
          PixelRect(x: track.left + x, y: top(place.row) + 1, width: width, height: own.markPitch - 1),
          color: lineColor(kind, theme).mixed(with: theme.page, paleness))
      } else {
        let mark = Mark.event(kind, measures: .legend, theme: theme, hasHalo: false)
        let size = Double(own.markPitch) / (2 * max(mark.extent.x, mark.extent.y))
        mark.scaled(by: size).mixed(with: theme.page, paleness).draw(
          on: &pixmap,
          at: Point(x: Double(track.left) + start, y: Double(top(place.row)) + Double(own.markPitch) / 2))
      }
    }
  }

  /// An event's colour where it has no ring: one that is seen on the paper.
  private static func lineColor(_ kind: EventKind, _ theme: Theme) -> Color {
    let figure = theme.events.figure(kind)
    func distance(_ color: Color) -> Int {
      abs(Int(color.red) - Int(theme.page.red)) + abs(Int(color.green) - Int(theme.page.green))
        + abs(Int(color.blue) - Int(theme.page.blue))
    }
    return distance(figure.body) >= 96 ? figure.body : figure.ring
  }

  /// Draws the strip of an instant, which is held within the film, into its box of the picture; nothing else is touched.
  func draw(at milliseconds: Int64, on pixmap: inout Pixmap, in box: PixelRect) {
    func x(_ time: Int64) -> Double {
      let held = min(max(time, span.lowerBound), span.upperBound) - span.lowerBound
      return Double(track.left) + Double(held) / Double(max(span.count, 1)) * Double(track.width)
    }
    let head = x(milliseconds)
    let border = Int(head.rounded())
    pixmap.copy(coming, x: box.x, y: box.y)
    pixmap.copy(past, part: PixelRect(x: 0, y: 0, width: border, height: past.height), x: box.x, y: box.y)
    let area = box.intersection(pixmap.bounds)
    func fill(_ rect: PixelRect, _ color: Color) {
      pixmap.fillRect(rect.offset(dx: box.x, dy: box.y).intersection(area), color: color)
    }
    if let window {
      let from = Int(x(milliseconds - window).rounded())
      fill(
        PixelRect(x: from, y: measures.trackTop, width: border - from, height: measures.trackHeight),
        Self.trackColor(theme, 1).mixed(with: theme.text, 0.5))
      // A bracket's foot, so that the window's beginning is told by more than its colour.
      fill(
        PixelRect(
          x: from, y: measures.trackTop - measures.trackHeight / 2, width: measures.hairline,
          height: 2 * measures.trackHeight), theme.text)
    }
    let middle = Point(
      x: Double(box.x) + head, y: Double(box.y + measures.trackTop) + Double(measures.trackHeight) / 2)
    let line = max(measures.hairline, Int((measures.knob / 3).rounded()))
    let left = border - line / 2
    fill(
      PixelRect(x: left - measures.hairline, y: 0, width: line + 2 * measures.hairline, height: measures.trackTop),
      theme.page)
    fill(PixelRect(x: left, y: 0, width: line, height: measures.trackTop), theme.text)
    for (radius, color) in [(measures.knob + Double(measures.hairline), theme.page), (measures.knob, theme.text)] {
      var knob = Path()
      knob.addEllipse(center: middle, radiusX: radius, radiusY: radius)
      pixmap.fill(knob, color: color, clip: area)
    }
  }
}
