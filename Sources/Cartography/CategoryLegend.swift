import Raster

/// A titled list of what lines and marks mean.
package struct CategoryLegend: Sendable, Equatable {
  /// What stands for a meaning.
  package enum Swatch: Sendable, Equatable {
    /// A short line; lengths of dash, space and so on in pixels, none for a solid one.
    case line(Color, dashes: [Double])
    /// A figure as it stands on the map.
    case mark(Mark)
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

  /// A list of coloured lines.
  package init(title: String, lines: [(color: Color, label: String)]) {
    self.init(title: title, entries: lines.map { Entry(.line($0.color, dashes: []), $0.label) })
  }
}
