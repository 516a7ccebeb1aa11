import Behaviour
import Raster

/// The table beside a map: its numbered events, then the vessels on the watchlist that were seen.
package struct MapPanel: Sendable {
  /// The events of the map, any number.
  package var events: [Event]
  /// Vessels on the watchlist that are on the map, as a reader knows them.
  package var watched: [String]

  /// A panel of events and names.
  package init(events: [Event], watched: [String] = []) {
    self.events = events
    self.watched = watched
  }

  /// What of a panel has room in a box, and where.
  package struct Setting: Sendable {
    /// A line of letters, from the box's upper left corner.
    struct Line: Sendable {
      let line: TextLine
      let x: Int
      let baseline: Int
      let ink: Ink
    }
    enum Ink: Sendable { case loud, quiet, faint, watched }
    /// Where the mark of an entry's event stands.
    struct Entry: Sendable {
      let event: Int
      let x: Int
      let middle: Int
      /// How much of the ground's colour is in its mark, 0...1.
      var paleness = 0.0
    }

    var lines: [Line] = []
    var entries: [Entry] = []
    /// Where rules begin.
    var rules: [(x: Int, y: Int)] = []
    /// The number of each listed event, from 1, by its index in the panel's events.
    package internal(set) var numbers: [Int: Int] = [:]
    /// How many events have no room.
    package internal(set) var omitted = 0
    /// Columns of a table; wide boxes have more than one.
    var columnWidth = 0
  }
}

extension MapPanel.Setting {
  /// The words that are set, line by line.
  package var texts: [String] { lines.map(\.line.text) }

  /// What each line takes up, from a capital's top to the baseline, from the box's upper left corner.
  package var lineBoxes: [LabelBox] {
    lines.map { line in
      LabelBox(
        low: Point(x: Double(line.x), y: Double(line.baseline) - line.line.style.capHeight),
        high: Point(x: Double(line.x) + line.line.width, y: Double(line.baseline)))
    }
  }
}
