import Raster

/// Lists of what lines and marks mean, one behind the other in rows below a map.
package struct MapKey: Sendable, Equatable {
  /// From left to right and from top to bottom.
  package var lists: [CategoryLegend]

  /// A key of lists.
  package init(lists: [CategoryLegend]) { self.lists = lists }

  /// Rows that a key may take; a longer one leaves too little room for the map.
  package static let mostRows = 5

  /// Where the parts of a key stand, in whole pixels from the upper left corner of its box.
  package struct Setting {
    /// A list's title.
    fileprivate struct Title {
      var line: TextLine
      var x: Int
      var row: Int
    }

    /// A swatch with its label.
    fileprivate struct Item {
      var swatch: CategoryLegend.Swatch
      var label: TextLine
      var x: Int
      /// Columns of the swatch.
      var swatchWidth: Int
      /// From the item's left edge to its label.
      var labelOffset: Int
      var row: Int
    }

    fileprivate var titles: [Title] = []
    fileprivate var items: [Item] = []
    package fileprivate(set) var rows = 0
    /// From one row's middle to the next.
    package let pitch: Int
    /// Rows of pixels from the upper edge to the lowest row's end.
    package var height: Int { rows * pitch }
    /// Whether every part is written out within the width.
    package fileprivate(set) var fits = true
    /// The boxes of titles and entries, none of which overlap.
    package var boxes: [PixelRect] {
      titles.map { PixelRect(x: $0.x, y: $0.row * pitch, width: Int($0.line.width.rounded(.up)), height: pitch) }
        + items.map {
          PixelRect(
            x: $0.x, y: $0.row * pitch, width: $0.labelOffset + Int($0.label.width.rounded(.up)), height: pitch)
        }
    }
  }

  /// Sets the key in the letters of a picture's small size, of which `scale` pixels make a point.
  ///
  /// A list that does not fit behind the one before begins a new row, and so does an entry.
  package func set(_ measures: LayoutMeasures, scale: Double, width: Int) -> Setting {
    let style = TextStyle(measures.fonts.regular, size: measures.smallSize)
    let heading = TextStyle(measures.fonts.semibold, size: measures.smallSize)
    let pitch = Int(max(2.75 * measures.unit, 1.65 * measures.smallSize).rounded(.up))
    let gap = Int((1.1 * style.size).rounded())
    let labelGap = Int((0.5 * style.size).rounded())
    var setting = Setting(pitch: pitch)
    var (x, row) = (0, 0)
    for list in lists {
      let title = TextLine(list.title, heading)
      let titleWidth = list.title.isEmpty ? 0 : Int(title.width.rounded(.up))
      let items = list.entries.map { entry in
        let swatch = MapKey.fitted(
          entry.swatch, height: pitch - 1, scale: MapKey.lineScale(measures, scale: scale))
        let swatchWidth = MapKey.width(swatch, style)
        return Setting.Item(
          swatch: swatch, label: TextLine(entry.label, style), x: 0, swatchWidth: swatchWidth,
          labelOffset: swatchWidth + labelGap, row: 0)
      }
      let widths = items.map { $0.labelOffset + Int($0.label.width.rounded(.up)) }
      let whole = titleWidth + widths.reduce(0) { $0 + $1 + gap }
      if x > 0, x + 2 * gap + whole > width {
        (x, row) = (0, row + 1)
      } else if x > 0 {
        x += 2 * gap
      }
      if titleWidth > 0 {
        setting.titles.append(Setting.Title(line: title, x: x, row: row))
        x += titleWidth
      }
      for (var item, itsWidth) in zip(items, widths) {
        if x > 0, x + gap + itsWidth > width {
          (x, row) = (0, row + 1)
        } else if x > 0 {
          x += gap
        }
        (item.x, item.row) = (x, row)
        x += itsWidth
        if x > width { setting.fits = false }
        setting.items.append(item)
      }
      if titleWidth > width { setting.fits = false }
    }
    setting.rows = lists.isEmpty ? 0 : row + 1
    if setting.rows > MapKey.mostRows { setting.fits = false }
    return setting
  }

  /// A mark as it stands on the map, or smaller where a row is not high enough; a line so that it is seen.
  private static func fitted(
    _ swatch: CategoryLegend.Swatch, height: Int, scale: Double
  ) -> CategoryLegend.Swatch {
    guard case .mark(let mark) = swatch else { return swatch.scaled(by: scale) }
    return swatch.scaled(by: min(scale, Double(height) / 2 / max(mark.extent.y, 1)))
  }

  /// How much larger lines are than in a picture of 1920 x 1080: they grow with the letters beside them.
  private static func lineScale(_ measures: LayoutMeasures, scale: Double) -> Double {
    max(scale, measures.unit / 8)
  }

  private static func width(_ swatch: CategoryLegend.Swatch, _ style: TextStyle) -> Int {
    switch swatch {
    case .mark(let mark): Int((2 * mark.extent.x).rounded(.up))
    case .line: Int((1.8 * style.size).rounded())
    }
  }

  /// Draws the key into its box of a layout.
  func draw(on pixmap: inout Pixmap, in box: PixelRect, measures: LayoutMeasures, scale: Double, theme: Theme) {
    let style = TextStyle(measures.fonts.regular, size: measures.smallSize)
    let setting = set(measures, scale: scale, width: box.width)
    func middle(_ row: Int) -> Double { Double(box.y + row * setting.pitch) + (Double(setting.pitch) / 2).rounded() }
    func baseline(_ row: Int) -> Double { (middle(row) + style.xHeight / 2).rounded() }
    for title in setting.titles {
      title.line.draw(on: &pixmap, x: Double(box.x + title.x), baseline: baseline(title.row), ink: theme.textInk)
    }
    for item in setting.items {
      let x = Double(box.x + item.x)
      CategoryLegend.draw(
        item.swatch, on: &pixmap, x: x, y: middle(item.row), width: Double(item.swatchWidth),
        lineWidth: 2 * MapKey.lineScale(measures, scale: scale))
      item.label.draw(
        on: &pixmap, x: x + Double(item.labelOffset), baseline: baseline(item.row), ink: theme.quietInk)
    }
  }
}
