import Raster

/// A titled list of what lines and marks mean.
package struct CategoryLegend: Sendable, Equatable {
  /// What stands for a meaning.
  package enum Swatch: Sendable, Equatable {
    /// A short line; lengths of dash, space and so on in pixels, none for a solid one.
    case line(Color, dashes: [Double])
    /// A figure as it stands on the map.
    case mark(Mark)

    /// The same where so many pixels make a point.
    func scaled(by scale: Double) -> Swatch {
      switch self {
      case .line(let color, let dashes): .line(color, dashes: dashes.map { $0 * scale })
      case .mark(let mark): .mark(mark.scaled(by: scale))
      }
    }
  }

  /// A swatch with its meaning.
  package struct Entry: Sendable, Equatable {
    /// What stands for it.
    package var swatch: Swatch
    /// The meaning, in words or with its numbers.
    package var label: String

    /// An entry from its parts.
    package init(_ swatch: Swatch, _ label: String) {
      self.swatch = swatch
      self.label = label
    }
  }

  /// What the list is about, with its unit; empty for none.
  package var title: String
  /// From top to bottom.
  package var entries: [Entry]

  /// A list from its parts.
  package init(title: String, entries: [Entry]) {
    self.title = title
    self.entries = entries
  }

  /// The colours of tracks, and the dashed line behind them.
  package init(_ legend: TrackLegend) {
    let lines = legend.entries.map { Entry(.line($0.color, dashes: []), $0.label) }
    self.init(
      title: legend.title, entries: lines + [Entry(.line(legend.gap.color, dashes: [4, 3]), legend.gap.label)])
  }

  /// A list of coloured lines.
  package init(title: String, lines: [(color: Color, label: String)]) {
    self.init(title: title, entries: lines.map { Entry(.line($0.color, dashes: []), $0.label) })
  }
}
