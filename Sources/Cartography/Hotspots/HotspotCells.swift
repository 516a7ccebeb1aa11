import Geography

/// Squares of a grid's pixels, on which a wide blur is as good as on single pixels and much cheaper.
///
/// Squares are counted from the grid's origin, so that they are the same in every window.
struct HotspotCells {
  /// Pixels across a square, a power of two.
  let size: Int
  /// The squares whose middles lie about the pixels of a window, in a grid of their own.
  let window: Viewport
  private let viewport: Viewport

  /// The squares for a window and the least standard deviation of a blur in it, in pixels: the largest of which the
  /// deviation is still eight.
  ///
  /// Straight lines between the middles then leave a Gaussian by at most 1/512 of its height (h² f'' / 8).
  init(_ viewport: Viewport, deviationInPixels deviation: Double) {
    var size = 1
    while deviation / Double(2 * size) >= 8, size < 1 << 20 { size *= 2 }
    self.size = size
    self.viewport = viewport
    let grid = PixelGrid(
      originX: viewport.grid.originX, originY: viewport.grid.originY,
      pixelsPerUnit: viewport.grid.pixelsPerUnit / Double(size))
    let (left, top) = (Self.cell(of: viewport.x, size).cell, Self.cell(of: viewport.y, size).cell)
    let right = Self.cell(of: viewport.x + viewport.width - 1, size).cell
    let bottom = Self.cell(of: viewport.y + viewport.height - 1, size).cell
    window = Viewport(grid: grid, x: left, y: top, width: right - left + 2, height: bottom - top + 2)
  }

  /// The square whose middle lies before a pixel's, and how much of the way to the next one's it has gone, 0..<1.
  private static func cell(of pixel: Int, _ size: Int) -> (cell: Int, share: Double) {
    let halves = 2 * pixel + 1 - size
    let cell = halves >= 0 ? halves / (2 * size) : -((2 * size - 1 - halves) / (2 * size))
    return (cell, Double(halves - cell * 2 * size) / Double(2 * size))
  }

  /// The values of the window's pixels between those of the squares, both row-major.
  func pixels(_ values: [Float]) -> [Float] {
    let columns = (0..<viewport.width).map { column in
      let place = Self.cell(of: viewport.x + column, size)
      return (cell: place.cell - window.x, share: Float(place.share))
    }
    var line = [Float](repeating: 0, count: window.width)
    return [Float](unsafeUninitializedCapacity: viewport.width * viewport.height) { pixels, count in
      for row in 0..<viewport.height {
        let place = Self.cell(of: viewport.y + row, size)
        let (upper, share) = ((place.cell - window.y) * window.width, Float(place.share))
        for cell in 0..<window.width {
          let (a, b) = (values[upper + cell], values[upper + window.width + cell])
          line[cell] = a * (1 - share) + b * share
        }
        for (column, place) in columns.enumerated() {
          pixels.initializeElement(
            at: row * viewport.width + column,
            to: line[place.cell] * (1 - place.share) + line[place.cell + 1] * place.share)
        }
      }
      count = viewport.width * viewport.height
    }
  }
}
