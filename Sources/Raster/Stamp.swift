import Platform

/// A small picture that is drawn once and laid again and again at its place.
package struct Stamp: Sendable {
  /// Its pixels, transparent where nothing is.
  package let pixmap: Pixmap
  /// Where its upper left corner lies.
  package let x: Int
  /// Where its upper left corner lies.
  package let y: Int

  /// What `draw` draws between two corners in pixels of a picture, which is given as much room and moved there.
  package init(from low: Point, to high: Point, _ draw: (_ pixmap: inout Pixmap, _ dx: Double, _ dy: Double) -> Void) {
    let (left, top) = (low.x.rounded(.down) - 1, low.y.rounded(.down) - 1)
    var pixmap = Pixmap(width: Int(high.x - left) + 2, height: Int(high.y - top) + 2)
    draw(&pixmap, -left, -top)
    self.pixmap = pixmap
    (x, y) = (Int(left), Int(top))
  }
}

extension Pixmap {
  /// Lays a stamp moved by whole pixels, of all its ink only a share of 0...1.
  package mutating func lay(_ stamp: Stamp, dx: Int = 0, dy: Int = 0, share: Double = 1) {
    guard share < 1 else { return lay(stamp.pixmap, x: stamp.x + dx, y: stamp.y + dy) }
    let area = bounds.intersection(
      PixelRect(x: stamp.x + dx, y: stamp.y + dy, width: stamp.pixmap.width, height: stamp.pixmap.height))
    let factor = UInt32((max(share, 0) * 65536).rounded())
    let width = width
    guard !area.isEmpty, factor > 0 else { return }
    pixels.withUnsafeMutableBufferPointer { target in
      stamp.pixmap.pixels.withUnsafeBufferPointer { source in
        for row in area.y..<area.maxY {
          let from = (row - stamp.y - dy) * stamp.pixmap.width - stamp.x - dx
          for column in area.x..<area.maxX {
            let light = source[from + column]
            guard light.w != 0 else { continue }
            let faded = SIMD4<UInt16>(
              truncatingIfNeeded: (SIMD4<UInt32>(truncatingIfNeeded: light) &* factor) &>> 16)
            if faded.w != 0 { target[row * width + column] = CoverageInk.over(faded, target[row * width + column]) }
          }
        }
      }
    }
  }
}
