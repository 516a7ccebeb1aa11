import Behaviour
import Raster

extension MapPanel {
  /// The letters and distances of a panel of a picture.
  struct Measures {
    let heading: TextStyle
    let title: TextStyle
    let plain: TextStyle
    /// From one baseline to the next.
    let pitch: Int
    /// Between entries.
    let gap: Int
    /// Columns for number and mark.
    let indent: Int
    /// The middle of the marks.
    let markX: Int
    let cap: Int

    /// The letters of a picture; numbers have room for so many figures.
    init(_ measures: LayoutMeasures, figures: Int = 2) {
      let size = max(measures.smallSize * 0.94, 9)
      title = TextStyle(measures.fonts.semibold, size: measures.subtitleSize)
      heading = TextStyle(measures.fonts.semibold, size: size)
      plain = TextStyle(measures.fonts.regular, size: size)
      pitch = Int((size * 1.32).rounded())
      gap = Int((size * 0.8).rounded())
      let more = figures > 2 ? Int((TextLine("0", heading).width * Double(figures - 2)).rounded(.up)) : 0
      let usual = Int((size * 3.4).rounded())
      indent = usual + more
      markX = usual * 2 / 3 + more
      cap = LayoutBlocks.capHeight(size)
    }
  }

  /// The order in which events get room: what matters most first.
  static func matters(_ one: Event, _ other: Event) -> Bool {
    func key(_ event: Event) -> (Int, Int, Double, Int64, String) {
      (
        event.vessels.contains(where: \.isWatchlisted) ? 0 : 1, event.kind.significance,
        -(event.findings.confidence ?? 0), -(event.end - event.start), event.id
      )
    }
    return key(one) < key(other)
  }

  /// Sets the panel into so many pixels; a box wider than twice the reading width has columns.
  package func set(_ measures: LayoutMeasures, width: Int, height: Int) -> Setting {
    let own = Measures(measures)
    var setting = Setting()
    let titleHeight = LayoutBlocks.capHeight(own.title.size) + own.gap
    var flow = PanelFlow(measures, width: width, height: height, top: events.isEmpty ? 0 : titleHeight)
    setting.columnWidth = flow.columnWidth
    let textWidth = setting.columnWidth - own.indent

    func wrapped(_ text: String, _ style: TextStyle, _ width: Int, lines: Int) -> [TextLine] {
      TextLine.wrapped(text, style, width: Double(width), lines: lines)
    }
    // What stands below the events is set first: it must have room.
    var foot: [(TextLine, Setting.Ink)] = []
    if !watched.isEmpty {
      foot.append((TextLine("◊ Watchlist, seen here", own.heading), .watched))
      for name in watched.prefix(12) {
        foot += wrapped(name, own.plain, setting.columnWidth, lines: 2).map { ($0, .loud) }
      }
      if watched.count > 12 { foot.append((TextLine("and \(watched.count - 12) more", own.plain), .quiet)) }
    }
    let footHeight = foot.isEmpty ? 0 : foot.count * own.pitch + 2 * own.gap
    let moreHeight = 2 * own.pitch + own.gap

    // Each entry's lines and height, in the order of importance, as long as there is room.
    let order = events.indices.sorted { Self.matters(events[$0], events[$1]) }
    var entries: [(event: Int, lines: [(TextLine, Setting.Ink)], height: Int)] = []
    for index in order {
      let lines = EventEntry(events[index]).lines.flatMap { line in
        wrapped(line.text, line.weight == .plain ? own.plain : own.heading, textWidth, lines: 2).map {
          ($0, line.weight == .heading ? Setting.Ink.loud : line.weight == .watched ? .watched : .quiet)
        }
      }
      let entry = (index, lines, (lines.count - 1) * own.pitch + own.cap + 2 * own.gap)
      let isLast = entries.count + 1 == events.count
      // Columns are filled in the order of time, so that is the order in which all must fit.
      let trial = (entries + [entry]).sorted {
        (events[$0.event].start, events[$0.event].id) < (events[$1.event].start, events[$1.event].id)
      }
      let blocks = trial.map(\.height) + (isLast ? [] : [moreHeight]) + (foot.isEmpty ? [] : [footHeight])
      guard Self.fits(blocks, columns: flow.columns, height: height - titleHeight) else { break }
      entries = trial
    }
    setting.omitted = events.count - entries.count

    if !events.isEmpty {
      setting.lines.append(
        Setting.Line(
          line: TextLine(events.count == 1 ? "Event" : "Events", own.title), x: 0,
          baseline: LayoutBlocks.capHeight(own.title.size), ink: .loud))
    }
    for (number, entry) in entries.enumerated() {
      let place = flow.take(entry.height)
      setting.add(
        Setting.Entry(event: entry.event, x: place.x + own.markX, middle: place.y + own.gap + own.cap / 2),
        number: number + 1, ink: .loud, lines: entry.lines, at: place, own)
    }
    if setting.omitted > 0 {
      let place = flow.take(moreHeight)
      let more = "\(DateText.grouped(setting.omitted)) more events are on the map, without a number."
      setting.add(wrapped(more, own.plain, setting.columnWidth, lines: 2).map { ($0, .quiet) }, at: place, own)
    }
    if !foot.isEmpty { setting.add(foot, at: flow.take(footHeight), own) }
    return setting
  }

  /// Whether blocks fit one under the other into columns, none being broken.
  private static func fits(_ heights: [Int], columns: Int, height: Int) -> Bool {
    var (column, top) = (0, 0)
    for block in heights {
      if block > height { return false }
      if top + block > height { (column, top) = (column + 1, 0) }
      if column >= columns { return false }
      top += block
    }
    return true
  }
}
