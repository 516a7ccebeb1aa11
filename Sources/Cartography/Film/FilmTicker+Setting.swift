import Behaviour

extension FilmTicker {
  /// How far an event has gone, which tells how loud its entry is.
  private enum State {
    case running, lingering, past

    var ink: MapPanel.Setting.Ink {
      switch self {
      case .running: .loud
      case .lingering: .quiet
      case .past: .faint
      }
    }

    /// How much of the panel's ground is in its mark.
    var paleness: Double {
      switch self {
      case .running: 0
      case .lingering: 0.35
      case .past: 0.6
      }
    }
  }

  /// The panel at an instant as it is set into so many pixels.
  package func setting(at milliseconds: Int64, width: Int, height: Int) -> MapPanel.Setting {
    let own = MapPanel.Measures(measures, figures: figures)
    let started = started(at: milliseconds)
    let baseline = LayoutBlocks.capHeight(own.title.size)
    var flow = PanelFlow(measures, width: width, height: height, top: baseline + own.gap)
    var setting = MapPanel.Setting()
    setting.columnWidth = flow.columnWidth
    setting.lines.append(
      MapPanel.Setting.Line(line: TextLine("Events", own.title), x: 0, baseline: baseline, ink: .loud))
    let count = TextLine((started == 0 ? "none" : DateText.grouped(started)) + " so far", own.plain)
    setting.lines.append(
      MapPanel.Setting.Line(
        line: count, x: flow.columnWidth - Int(count.width.rounded(.up)), baseline: baseline, ink: .quiet))

    func rows(_ count: Int) -> Int { (count - 1) * own.pitch + own.cap + 2 * own.gap }
    func add(_ index: Int, _ lines: [(TextLine, MapPanel.Setting.Ink)], _ state: State) {
      let place = flow.take(rows(lines.count))
      setting.add(
        MapPanel.Setting.Entry(
          event: index, x: place.x + own.markX, middle: place.y + own.gap + own.cap / 2, paleness: state.paleness),
        number: numbers[index], ink: state.ink, lines: lines, at: place, own)
    }

    let current = currentIndices(at: milliseconds)
    for (place, index) in current.enumerated() {
      let state = milliseconds < events[index].end ? State.running : .lingering
      let lines = lines(index, at: milliseconds, state, own, width: flow.columnWidth - own.indent)
      var behind = flow
      _ = behind.take(rows(lines.count))
      // The last needs no room for a count of others behind it.
      let fits = flow.hasRoom(for: rows(lines.count)) && (place + 1 == current.count || behind.hasRoom(for: rows(1)))
      guard fits, place < Self.mostEntries else {
        setting.omitted = current.count - place
        break
      }
      add(index, lines, state)
    }
    if setting.omitted > 0 {
      if flow.hasRoom(for: rows(1)) {
        let more = setting.entries.isEmpty ? "\(setting.omitted) now" : "and \(setting.omitted) more"
        setting.add([(TextLine(more, own.plain), .quiet)], at: flow.take(rows(1)), own)
      }
      return setting
    }
    // What is over fills the rest.
    for index in (0..<started).reversed() where !isCurrent(index, at: milliseconds) {
      let lines = lines(index, at: milliseconds, .past, own, width: flow.columnWidth - own.indent)
      guard flow.hasRoom(for: rows(lines.count)), setting.entries.count < Self.mostEntries else { break }
      add(index, lines, .past)
    }
    return setting
  }

  /// The lines of an event's entry in a width in pixels.
  private func lines(
    _ index: Int, at milliseconds: Int64, _ state: State, _ own: MapPanel.Measures, width: Int
  ) -> [(TextLine, MapPanel.Setting.Ink)] {
    EventEntry(events[index], at: milliseconds).lines.flatMap { line in
      let style = line.weight == .plain ? own.plain : own.heading
      let ink: MapPanel.Setting.Ink =
        switch line.weight {
        case .heading: state.ink
        case .plain: state == .past ? .faint : .quiet
        case .watched: state == .past ? .faint : .watched
        }
      // A heading breaks before how long it has been, not within.
      let breaks = line.weight == .heading && TextLine(line.text, style).width > Double(width)
      let texts = breaks ? Self.broken(line.text) : [line.text]
      return texts.flatMap { TextLine.wrapped($0, style, width: Double(width), lines: 2) }.map { ($0, ink) }
    }
  }

  /// A text in front of its last comma, and behind it.
  private static func broken(_ text: String) -> [String] {
    guard let comma = text.lastIndex(of: ",") else { return [text] }
    return [String(text[..<comma]), String(text[text.index(after: comma)...].drop(while: \.isWhitespace))]
  }
}
