/// The columns of a panel, filled from the upper left, block by block.
struct PanelFlow: Sendable {
  /// How many columns there are: one to a reading width.
  let columns: Int
  /// Pixels of a column.
  let columnWidth: Int
  private let gutter: Int
  private let height: Int
  private let first: Int
  private var (column, top) = (0, 0)

  /// Empty columns of a box in pixels whose blocks begin at a row.
  init(_ measures: LayoutMeasures, width: Int, height: Int, top: Int) {
    columns = max(1, width / Int(26 * measures.smallSize))
    gutter = Int(2.5 * measures.smallSize)
    columnWidth = (width - (columns - 1) * gutter) / columns
    self.height = height
    first = top
    self.top = top
  }

  /// Whether a block has room in this column or a later one.
  func hasRoom(for needed: Int) -> Bool {
    top + needed <= height || (column + 1 < columns && first + needed <= height)
  }

  /// The place of the next block, which begins a new column where there is one and the block does not fit.
  mutating func take(_ needed: Int) -> (x: Int, y: Int) {
    if top + needed > height, column + 1 < columns { (column, top) = (column + 1, first) }
    defer { top += needed }
    return (column * (columnWidth + gutter), top)
  }
}
