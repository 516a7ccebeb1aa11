import Raster

/// The room of a table of events: to the right of the map, or below it on pictures that are tall.
struct PanelRoom: Sendable, Equatable {
  /// Columns that it takes from the map's width, gutter included; 0 below the map.
  let columns: Int
  /// Rows that it takes from the map's height, gutter included; 0 beside the map.
  let rows: Int
  /// Whether its lines are wide enough to read and the map keeps most of the picture.
  let fits: Bool
  private let gutter: Int
  /// Rows between the frame and a panel below it, with the degrees' labels among them.
  private let above: Int

  /// Lines of fewer letters than these are broken too often.
  private static let leastWidthInLetters = 15.0

  /// The room in a map of so many pixels.
  init(_ measures: LayoutMeasures, width: Int, height: Int) {
    let gutter = Int((3 * measures.unit).rounded())
    let least = Int((Self.leastWidthInLetters * measures.smallSize).rounded())
    if height > width {
      let above = gutter + LayoutBlocks.rowHeight(measures.smallSize) + Int(measures.tick + measures.unit)
      self.init(
        columns: 0, rows: max(height * 3 / 10, Int(12 * measures.smallSize)) + above, gutter: gutter, above: above,
        fits: height >= Int(40 * measures.smallSize) && width >= least)
    } else {
      let columns = max(min(width / 4, Int(26 * measures.smallSize)), least) + gutter
      self.init(
        columns: columns, rows: 0, gutter: gutter, above: 0,
        fits: width - columns >= width * 11 / 20 && height >= Int(16 * measures.smallSize))
    }
  }

  /// The room beside a map whose frame has so many pixels already.
  init(_ measures: LayoutMeasures, frameWidth: Int, frameHeight: Int) {
    let gutter = Int((3 * measures.unit).rounded())
    self.init(
      columns: Int(24 * measures.smallSize) + gutter, rows: 0, gutter: gutter, above: 0,
      fits: frameHeight >= Int(16 * measures.smallSize))
  }

  private init(columns: Int, rows: Int, gutter: Int, above: Int, fits: Bool) {
    self.columns = columns
    self.rows = rows
    self.gutter = gutter
    self.above = above
    self.fits = fits
  }

  /// The table's box for a map's frame.
  func box(beside frame: PixelRect) -> PixelRect {
    columns > 0
      ? PixelRect(x: frame.maxX + gutter, y: frame.y, width: columns - gutter, height: frame.height)
      : PixelRect(x: frame.x, y: frame.maxY + above, width: frame.width, height: rows - above)
  }
}
