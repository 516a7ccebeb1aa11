import Raster

/// All palettes by name, each as a bar from its low to its high end and as density on each theme's sea.
package enum PalettesPicture {
  /// The picture of colour tables: 256 sRGB triples each, red first, 768 bytes.
  ///
  /// 1200 pixels wide times `scale`; the height follows from the number of tables.
  package static func draw(
    _ tables: [(name: String, colors: [UInt8])], theme: Theme = .dark, scale: Int = 1
  ) -> Pixmap {
    let unit = 8 * max(scale, 1)
    let margin = 5 * unit
    let top = 12 * unit
    let pitch = 7 * unit
    var pixmap = Pixmap(
      width: 150 * unit, height: top + tables.count * pitch + margin - 3 * unit, background: theme.page)
    let title = TextStyle(theme.fonts.semibold, size: Double(unit) * 3.25)
    let label = TextStyle(theme.fonts.regular, size: Double(unit) * 2)
    let small = TextStyle(theme.fonts.regular, size: Double(unit) * 1.5625)
    TextLine("Palettes", title).draw(
      on: &pixmap, x: Double(margin), baseline: Double(margin) + title.capHeight, ink: theme.textInk)
    let columns: [(x: Int, width: Int, text: String)] = [
      (22, 60, "whole"), (84, 19, "dark"), (105, 19, "light"), (126, 19, "print"),
    ]
    for column in columns {
      TextLine(column.text, small).draw(
        on: &pixmap, x: Double(column.x * unit), baseline: Double(top - unit), ink: theme.quietInk)
    }
    for (row, table) in tables.enumerated() {
      let y = top + row * pitch
      TextLine.fitted(table.name, label, width: Double(16 * unit))?.draw(
        on: &pixmap, x: Double(margin), baseline: Double(y + 2 * unit) + label.xHeight / 2 + 0.5,
        ink: theme.textInk)
      let whole = stride(from: 0, to: table.colors.count - 2, by: 3).map {
        Color(red: table.colors[$0], green: table.colors[$0 + 1], blue: table.colors[$0 + 2])
      }
      let faded = Theme.all.map { ($0.sea, Array($0.densityFade.colors(from: table.colors).dropFirst())) }
      for (column, (ground, colors)) in zip(columns, [(theme.page, whole)] + faded) {
        let bar = PixelRect(x: column.x * unit, y: y, width: column.width * unit, height: 4 * unit)
        pixmap.fillRect(bar, color: ground)
        pixmap.fillBar(bar, colors: colors)
      }
    }
    return pixmap
  }
}
