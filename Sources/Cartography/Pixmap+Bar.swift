import Raster

extension Pixmap {
  /// Fills a rectangle with colours from left to right, each column with the one nearest to it.
  mutating func fillBar(_ bar: PixelRect, colors: [Color]) {
    for column in 0..<bar.width where !colors.isEmpty {
      let share = (Double(column) + 0.5) / Double(bar.width)
      fillRect(
        PixelRect(x: bar.x + column, y: bar.y, width: 1, height: bar.height),
        color: colors[Int((share * Double(colors.count - 1)).rounded())])
    }
  }
}
