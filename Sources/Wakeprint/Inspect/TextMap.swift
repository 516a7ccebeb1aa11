import Cartography
import Geography
import Raster
import Tracks

/// A map of characters: how many positions lie in each cell, and which cells are land.
///
/// Web Mercator; a cell is twice as high as it is wide, as characters are.
public struct TextMap: Sendable, Equatable {
  /// Rows of every map.
  static let rowCount = 20
  /// Characters of the labels at the left, and of the frame.
  static let furniture = 11
  // A cell is so many pixels of the viewport.
  private static let cellWidth = 2
  private static let cellHeight = 4

  /// What is shown.
  public let box: BoundingBox
  /// Cells across.
  public let columns: Int
  /// Positions by cell, row after row from the north, each from the west.
  public let positions: [Int]
  /// Positions outside the map.
  public let outside: Int
  /// Whether a cell is mostly land.
  public let isLand: [Bool]
  /// The words that the source of the land asks for.
  public let landSource: String
  let viewport: Viewport

  /// Cells up and down.
  public var rows: Int { TextMap.rowCount }

  /// The part of the earth that a map of at most so many columns shows of a box, in pixels; never more than one world.
  static func viewport(_ box: BoundingBox, columns: Int) -> Viewport {
    let box = FrameRequest.withMargin(box)
    func fitted(_ columns: Int) -> Viewport {
      Viewport(fitting: box, width: columns * cellWidth, height: rowCount * cellHeight)
    }
    var columns = columns
    var viewport = fitted(columns)
    while columns > 1, viewport.grid.worldWidthInPixels + 1e-6 < Double(viewport.width) {
      columns -= 1
      viewport = fitted(columns)
    }
    return viewport
  }

  /// The cells of a viewport.
  static func cells(_ viewport: Viewport) -> CellCounts.Grid {
    let grid = viewport.grid
    let rows = viewport.height / cellHeight
    return CellCounts.Grid(
      latitudes: (0...rows).reversed().map { viewport.latitude(ofEdge: $0 * cellHeight) },
      west: BoundingBox.wrapped(WebMercator.longitude(x: grid.worldX(pixelX: Double(viewport.x)))),
      columnWidth: Double(cellWidth) / grid.worldWidthInPixels * 360, columnCount: viewport.width / cellWidth)
  }

  /// The map of counts in the cells of a viewport.
  init(_ viewport: Viewport, counts: CellCounts) {
    self.viewport = viewport
    box = viewport.boundingBox
    columns = viewport.width / Self.cellWidth
    outside = counts.outside
    let columns = columns
    let rows = Self.rowCount
    positions = (0..<rows).flatMap { row in counts.positions[(rows - 1 - row) * columns..<(rows - row) * columns] }
    let basemap = Basemap(for: viewport)
    landSource = basemap.attribution
    var picture = Pixmap(width: viewport.width, height: viewport.height)
    picture.fill(basemap.land, color: Color(0xFFFFFF))
    picture.fill(basemap.lakes, color: Color(0x000000))
    let bytes = picture.encodedRGB(rows: 0..<viewport.height)
    isLand = (0..<rows * columns).map { cell in
      let (x, y) = (cell % columns * Self.cellWidth, cell / columns * Self.cellHeight)
      var count = 0
      for row in y..<y + Self.cellHeight {
        // Half of a pixel in linear light is 188 in sRGB.
        for column in x..<x + Self.cellWidth where bytes[3 * (row * viewport.width + column)] >= 188 { count += 1 }
      }
      return 2 * count >= Self.cellWidth * Self.cellHeight
    }
  }

  /// Counts from which the levels of a style begin, rising from 1: where cells are ranked by their counts, each level
  /// begins that has a higher share of them below it.
  func levels(_ count: Int) -> [Int] {
    let counts = positions.filter { $0 > 0 }.sorted()
    guard let most = counts.last else { return [] }
    var levels = [1]
    for level in 1..<count {
      // Half of the cells are in the first level, and so on, so that the few that matter most stand out.
      let share = 1 - Double(sign: .plus, exponent: -level, significand: 1) * (count > 4 ? 1.4 : 1)
      let place = min(max(Int(share * Double(counts.count)), 0), counts.count - 1)
      let next = Self.rounded(counts[place])
      if next > levels[levels.count - 1], next <= most { levels.append(next) }
    }
    return levels
  }

  /// A count rounded up to 1, 2, 3 or 5 times a power of ten.
  private static func rounded(_ count: Int) -> Int {
    var power = 1
    while power * 10 <= count { power *= 10 }
    return [1, 2, 3, 5, 10].map { $0 * power }.first { $0 >= count } ?? count
  }
}
