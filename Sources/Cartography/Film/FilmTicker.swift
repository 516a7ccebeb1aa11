import Behaviour
import Raster

/// The panel beside a film: the events that go on at an instant, the newest uppermost, then those that are over.
///
/// Nothing in it is later than the instant: of an event that goes on it is told since when, not until when.
package struct FilmTicker: Sendable {
  /// Two instants of the same key have the same picture.
  package struct Key: Hashable, Sendable {
    fileprivate struct Row: Hashable {
      let event: Int
      let isRunning: Bool
      let elapsed: Int64
      let isSameDay: Bool
    }
    fileprivate let started: Int
    fileprivate let current: Int
    fileprivate let rows: [Row]
  }

  /// No panel has room for more entries.
  static let mostEntries = 64

  /// In the order of their starts.
  let events: [Event]
  let numbers: [Int]
  /// Of the largest number.
  let figures: Int
  /// The latest end among each event and those before it.
  private let latestEnds: [Int64]
  private let linger: Int64
  let measures: LayoutMeasures
  private let theme: Theme

  /// The ticker of a film's events, each with its number in the film; an event stays `linger` milliseconds after its end.
  package init(
    events: [(number: Int, event: Event)], linger: Int64, measures: LayoutMeasures, theme: Theme
  ) {
    let order = events.sorted { ($0.event.start, $0.number) < ($1.event.start, $1.number) }
    self.events = order.map(\.event)
    numbers = order.map(\.number)
    figures = String(numbers.max() ?? 0).count
    var latest = Int64.min
    latestEnds = order.map {
      latest = max(latest, $0.event.end)
      return latest
    }
    self.linger = linger
    self.measures = measures
    self.theme = theme
  }

  /// How many events have begun at an instant in milliseconds since 1970.
  package func started(at milliseconds: Int64) -> Int {
    var (low, high) = (0, events.count)
    while low < high {
      let middle = (low + high) / 2
      if events[middle].start <= milliseconds { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The events that go on at an instant or ended not long before, by number, the newest first.
  package func current(at milliseconds: Int64) -> [Int] { currentIndices(at: milliseconds).map { numbers[$0] } }

  func currentIndices(at milliseconds: Int64) -> [Int] {
    var indices: [Int] = []
    var index = started(at: milliseconds)
    while index > 0, latestEnds[index - 1] + linger > milliseconds {
      index -= 1
      if isCurrent(index, at: milliseconds) { indices.append(index) }
    }
    return indices
  }

  func isCurrent(_ index: Int, at milliseconds: Int64) -> Bool { events[index].end + linger > milliseconds }

  /// What an instant in milliseconds since 1970 has in common with all that look the same.
  package func key(at milliseconds: Int64) -> Key {
    let current = currentIndices(at: milliseconds)
    let rows = current.prefix(Self.mostEntries).map { index in
      let isRunning = milliseconds < events[index].end
      return Key.Row(
        event: index, isRunning: isRunning,
        elapsed: isRunning ? EventEntry.elapsed(events[index], at: milliseconds) : 0,
        isSameDay: isRunning && EventEntry.isSameDay(events[index], milliseconds))
    }
    return Key(started: started(at: milliseconds), current: current.count, rows: rows)
  }

  /// Draws the panel at an instant into a box of the picture, of which it repaints all; nothing else is touched.
  package func draw(at milliseconds: Int64, on pixmap: inout Pixmap, in box: PixelRect) {
    let setting = setting(at: milliseconds, width: box.width, height: box.height)
    MapPanel(events: events).draw(setting, on: &pixmap, in: box, measures: measures, theme: theme)
  }
}
