extension Pixmap {
  /// Puts another pixmap's pixels in the place of this one's, its upper left corner at a pixel; what lies outside is left
  /// out.
  package mutating func copy(_ other: Pixmap, x: Int, y: Int) {
    let area = bounds.intersection(PixelRect(x: x, y: y, width: other.width, height: other.height))
    for row in area.y..<area.maxY where area.width > 0 {
      let from = (row - y) * other.width + area.x - x
      pixels.replaceSubrange(
        row * width + area.x..<row * width + area.maxX, with: other.pixels[from..<from + area.width])
    }
  }

  /// The pixels of a rectangle; what lies outside of the pixmap is transparent.
  package func part(_ rect: PixelRect) -> Pixmap {
    guard rect != bounds else { return self }
    var pixmap = Pixmap(width: rect.width, height: rect.height)
    pixmap.copy(self, x: -rect.x, y: -rect.y)
    return pixmap
  }
}
