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

  /// Fills a rectangle with colours from left to right, each an equal part of it to the nearest column.
  mutating func fillSteps(_ bar: PixelRect, colors: [Color]) {
    for (index, color) in colors.enumerated() {
      let (from, to) = (bar.width * index / colors.count, bar.width * (index + 1) / colors.count)
      fillRect(PixelRect(x: bar.x + from, y: bar.y, width: to - from, height: bar.height), color: color)
    }
  }
}
