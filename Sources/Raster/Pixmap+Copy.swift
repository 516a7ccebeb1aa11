extension Pixmap {
  /// Puts another pixmap's pixels in the place of this one's, its upper left corner at a pixel; what lies outside is left
  /// out.
  ///
  /// `part` limits it to some of the other's pixels, which stand where they would among all; nil for all.
  package mutating func copy(_ other: Pixmap, part: PixelRect? = nil, x: Int, y: Int) {
    let wanted = part.map(other.bounds.intersection) ?? other.bounds
    let area = bounds.intersection(wanted.offset(dx: x, dy: y))
    for row in area.y..<area.maxY where area.width > 0 {
      let from = (row - y) * other.width + area.x - x
      pixels.replaceSubrange(
        row * width + area.x..<row * width + area.maxX, with: other.pixels[from..<from + area.width])
    }
  }

  /// The pixels of a rectangle; what lies outside of the pixmap is transparent.
  ///
  /// They are put in the place of those of `used` where that has the rectangle's size: new memory costs more than copying.
  package func part(_ rect: PixelRect, using used: consuming Pixmap? = nil) -> Pixmap {
    let isInside = rect.intersection(bounds) == rect
    guard isInside, var pixmap = used, pixmap.width == rect.width, pixmap.height == rect.height else {
      guard rect != bounds else { return self }
      var pixmap = Pixmap(width: rect.width, height: rect.height)
      pixmap.copy(self, x: -rect.x, y: -rect.y)
      return pixmap
    }
    pixmap.pixels.withUnsafeMutableBufferPointer { target in
      pixels.withUnsafeBufferPointer { source in
        for row in 0..<rect.height {
          let first = (rect.y + row) * width + rect.x
          _ = UnsafeMutableBufferPointer(rebasing: target[row * rect.width..<(row + 1) * rect.width])
            .update(fromContentsOf: source[first..<first + rect.width])
        }
      }
    }
    return pixmap
  }
}
