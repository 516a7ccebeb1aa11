import Behaviour

/// Where events stand on a date strip: in rows, so that marks do not cover one another.
package struct StripMarks: Sendable {
  /// An event's place.
  package struct Place: Sendable, Equatable {
    /// Its index among the events.
    package let event: Int
    /// Row, 0 the lowest.
    package let row: Int
    /// Pixels from the track's left end to its start; nil where it began before the film.
    package let start: Double?
    /// What of its duration the film holds, in pixels from the track's left end.
    package let extent: ClosedRange<Double>
  }

  /// In the order of their starts.
  package private(set) var places: [Place] = []
  /// Whether events stand so close that each is a line instead of a mark.
  package private(set) var isDense = false

  /// Kinds that share a row where events are dense, the lowest row first.
  private static let families: [[EventKind]] = [[.encounter, .darkRendezvous], [.loitering, .identityChange], [.gap]]

  /// Places events on a track of a width in pixels for a film's span; marks are `markWidth` pixels wide.
  ///
  /// Each takes the lowest row whose events have ended, or else the lowest whose marks it does not touch. Where a mark has
  /// no such row all events become lines, which have a row to their kind and may cover one another.
  package init(_ events: [Event], span: Range<Int64>, width: Double, rows: Int, markWidth: Double) {
    let pace = width / Double(max(span.count, 1))
    let shown = events.indices.filter { events[$0].start < span.upperBound && events[$0].end >= span.lowerBound }
      .sorted { (events[$0].start, events[$0].id, $0) < (events[$1].start, events[$1].id, $1) }
    func x(_ time: Int64) -> Double {
      Double(min(max(time, span.lowerBound), span.upperBound) - span.lowerBound) * pace
    }
    func place(_ index: Int, row: Int) -> Place {
      let event = events[index]
      let extent = x(event.start)...x(max(event.start, event.end))
      return Place(
        event: index, row: row, start: event.start < span.lowerBound ? nil : extent.lowerBound, extent: extent)
    }
    var (marks, ends) = ([Double](repeating: -.infinity, count: rows), [Double](repeating: -.infinity, count: rows))
    for index in shown {
      var own = place(index, row: 0)
      let left = own.extent.lowerBound - markWidth / 2
      let free = (0..<rows).filter { marks[$0] <= left }
      guard let row = free.first(where: { ends[$0] <= left }) ?? free.first else {
        isDense = true
        break
      }
      own = place(index, row: row)
      if let start = own.start { marks[row] = start + markWidth / 2 }
      ends[row] = max(ends[row], own.extent.upperBound)
      places.append(own)
    }
    guard isDense else { return }
    let kinds = Set(shown.map { events[$0].kind })
    let families = Self.families.filter { !kinds.isDisjoint(with: $0) }
    places = shown.map { index in
      let family = families.firstIndex { $0.contains(events[index].kind) } ?? 0
      return place(index, row: min(family, rows - 1))
    }
  }
}
