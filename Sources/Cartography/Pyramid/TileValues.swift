import Geography
import Raster
import Tracks

/// The values of a pyramid's tiles, as a picture of the same pixels has them: per km2 for hours, else counts.
///
/// One for each worker: buffers are used again.
package struct TileValues {
  private let pyramid: DensityPyramid
  private let smoothing: SmoothingReach?
  private let size: Int
  private var places: [Int32]
  private var values: [Float]
  private var packed: [UInt8] = []
  /// What a count is worth, by row, for tiles seen lately.
  private var worths: [TileID: [Double]] = [:]

  /// The values of a pyramid, smoothed or not.
  package init(_ pyramid: DensityPyramid, smoothing: SmoothingReach?) {
    self.pyramid = pyramid
    self.smoothing = smoothing
    size = pyramid.plan.tileSize
    places = [Int32](repeating: 0, count: size * size)
    values = [Float](repeating: 0, count: size * size)
  }

  /// Lends the pixels of a tile whose value is above 0: row x size + column, rising, and the value.
  package mutating func withValues<Result>(
    of tile: TileID, _ body: (_ places: UnsafeBufferPointer<Int32>, _ values: UnsafeBufferPointer<Float>) -> Result
  ) throws(TracksError) -> Result {
    let worth = worth(of: tile)
    let count: Int
    if let smoothing {
      count = try smooth(tile, by: smoothing, worth: worth)
    } else {
      count = try load(tile, worth: worth)
    }
    return places.withUnsafeBufferPointer { places in
      values.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: places[..<count]), UnsafeBufferPointer(rebasing: $0[..<count]))
      }
    }
  }

  private mutating func worth(of tile: TileID) -> [Double] {
    let row = TileID(zoom: tile.zoom, x: 0, y: tile.y)
    if let known = worths[row] { return known }
    if worths.count > 256 { worths.removeAll(keepingCapacity: true) }
    let viewport = row.viewport(tileSize: size)
    let worth = (0..<size).map { DensityUnit.perCount(pyramid.plan.measure, viewport: viewport, row: $0) }
    worths[row] = worth
    return worth
  }

  /// Fills `places` and `values` with what a tile holds; how many there are.
  private mutating func load(_ tile: TileID, worth: [Double]) throws(TracksError) -> Int {
    let shift = size.trailingZeroBitCount
    return try pyramid.withCells(of: tile, scratch: &packed) { cells in
      places.withUnsafeMutableBufferPointer { places in
        values.withUnsafeMutableBufferPointer { values in
          worth.withUnsafeBufferPointer { worth in
            var count = 0
            PackedCells.forEach(in: cells) { place, cell in
              let value = Float(Double(cell) * worth[place &>> shift])
              guard value > 0 else { return }
              places[count] = Int32(truncatingIfNeeded: place)
              values[count] = value
              count &+= 1
            }
            return count
          }
        }
      }
    }
  }

  private mutating func smooth(
    _ tile: TileID, by smoothing: SmoothingReach, worth: [Double]
  ) throws(TracksError) -> Int {
    let gaussian = smoothing.gaussian(window: tile.viewport(tileSize: size))
    let margin = gaussian.marginInPixels
    let grid = try pyramid.window(about: tile, margin: margin, scratch: &packed)
    guard let grid else { return 0 }
    var count = 0
    gaussian.withRows(of: grid) { row, cells in
      for column in 0..<size {
        let value = Float(cells[column] * worth[row])
        guard value > 0 else { continue }
        places[count] = Int32(row * size + column)
        values[count] = value
        count += 1
      }
    }
    return count
  }
}

extension DensityPyramid {
  /// The tiles of a zoom that hold anything once they are smoothed, in no order.
  package func tiles(zoom: Int, smoothing: SmoothingReach?) -> [TileID] {
    guard let smoothing else { return tiles(zoom: zoom) }
    let across = 1 << zoom
    let range = plan.range(zoom: zoom)
    var all: Set<TileID> = []
    var reaches: [Int: Int] = [:]
    for tile in allTiles(zoom: zoom) {
      let reach: Int
      if let known = reaches[tile.y] {
        reach = known
      } else {
        let margin = smoothing.gaussian(window: tile.viewport(tileSize: plan.tileSize)).marginInPixels
        reach = min((margin + plan.tileSize - 1) / plan.tileSize, across)
        reaches[tile.y] = reach
      }
      for y in max(0, tile.y - reach)...min(across - 1, tile.y + reach) {
        for x in tile.x - reach...tile.x + reach {
          let column = x & (across - 1)
          if range?.contains(column: column, row: y) ?? true { all.insert(TileID(zoom: zoom, x: column, y: y)) }
        }
      }
    }
    return Array(all)
  }

  /// A tile's cells with those about it; nil where all are empty. Rows beyond the map are empty.
  func window(about tile: TileID, margin: Int, scratch: inout [UInt8]) throws(TracksError) -> DensityGrid? {
    let size = plan.tileSize
    let across = 1 << tile.zoom
    let reach = (margin + size - 1) / size
    var grid: DensityGrid?
    for y in max(0, tile.y - reach)...min(across - 1, tile.y + reach) {
      for x in tile.x - reach...tile.x + reach {
        let source = TileID(zoom: tile.zoom, x: x & (across - 1), y: y)
        try withCells(of: source, scratch: &scratch) { cells in
          guard !cells.isEmpty else { return }
          if grid == nil {
            grid = DensityGrid(
              width: size + 2 * margin, height: size + 2 * margin, measure: plan.measure, worldWidth: 0)
          }
          grid?.add(cells, side: size, column: (x - tile.x) * size + margin, row: (y - tile.y) * size + margin)
        }
      }
    }
    return grid
  }
}
