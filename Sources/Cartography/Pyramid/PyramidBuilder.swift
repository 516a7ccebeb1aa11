import Geography
import Platform
import Raster
import Synchronization
import Tracks

/// Counts tracks into packed tiles, zoom by zoom from the deepest.
struct PyramidBuilder {
  /// Most columns and rows of a region: 4 MB of counters.
  private static let mostRegionSide = 1024

  /// The tiles of each zoom, along the Hilbert curve.
  private(set) var levels: [Int: [PackedTile]] = [:]
  /// Where their cells are.
  let store: CellStore
  /// The sum of all cells of the deepest zoom's wanted tiles.
  private(set) var total: UInt64 = 0
  /// Columns and rows of the deepest zoom's wanted cells.
  private(set) var extent: (columns: ClosedRange<Int>, rows: ClosedRange<Int>)?
  /// Whether tiles are kept, or only counted.
  var keepsTiles = true

  private let tracks: TrackSet
  private let plan: PyramidPlan

  init(_ tracks: TrackSet, plan: PyramidPlan) {
    self.tracks = tracks
    self.plan = plan
    store = CellStore(memory: plan.memory)
  }

  /// Whether a parent's counts are the sum of its children's.
  private var isSummable: Bool { plan.measure == .hours || plan.measure == .positions }

  /// Counts everything.
  mutating func build() throws(TracksError) {
    let deepest = plan.zooms.upperBound
    var zoom = deepest
    while zoom >= plan.zooms.lowerBound {
      if !isSummable || zoom == deepest {
        try count(zoom: zoom)
      } else if levels[zoom] == nil {
        try addUp(zoom: zoom)
      }
      zoom -= 1
    }
  }

  // MARK: - Counting

  /// What one worker has made.
  private struct Part: Sendable {
    var tiles: [Int: [PackedTile]] = [:]
    var total: UInt64 = 0
    var extent: (columns: ClosedRange<Int>, rows: ClosedRange<Int>)?

    mutating func extend(by other: (columns: ClosedRange<Int>, rows: ClosedRange<Int>)?) {
      guard let other else { return }
      guard let extent else { return extent = other }
      func union(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> ClosedRange<Int> {
        min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
      }
      self.extent = (union(extent.columns, other.columns), union(extent.rows, other.rows))
    }
  }

  /// Counts the tiles of a zoom from the tracks, and of those above it as far as a region reaches.
  private mutating func count(zoom: Int) throws(TracksError) {
    let grid = plan.grid(zoom: zoom)
    let side = min(PyramidBuilder.mostRegionSide, Int(grid.worldWidthInPixels))
    let size = plan.tileSize
    let reach = isSummable && keepsTiles ? (side / size).trailingZeroBitCount : 0
    let lowest = max(zoom - reach, plan.zooms.lowerBound)
    // Below the lowest zoom nothing is asked for: a region counts where the tile there that holds it is wanted.
    let needed = isSummable && keepsTiles ? plan.zooms.lowerBound : zoom
    let neededRange = plan.range(zoom: needed)
    let runs = try RegionRuns(tracks, grid: grid, side: side, rule: plan.rule, threads: plan.threads) { x, y in
      guard let neededRange, !plan.keepsNeighbours else { return true }
      let shift = zoom - needed
      let inRegion = side / size
      return (0..<inRegion).contains { row in
        (0..<inRegion).contains { column in
          neededRange.contains(column: (x * inRegion + column) >> shift, row: (y * inRegion + row) >> shift)
        }
      }
    }
    let ranges = (lowest...zoom).map { plan.range(zoom: $0) }
    let parts = Mutex<[Part]>([])
    try concurrently(plan.threads, claiming: runs.regions.count, stride: 1) { claim throws(TracksError) in
      var counter = RegionCounter(tracks, runs: runs, measure: plan.measure, rule: plan.rule)
      var part = Part()
      var packed = PackedCells()
      while let next = claim() {
        let region = runs.regions[next.lowerBound]
        try counter.count(region)
        var square: CellSquare?
        for level in (lowest...zoom).reversed() {
          if level == zoom - 1 { square = CellSquare(halving: counter.grid) } else { square = square?.halved() }
          let levelSide = side >> (zoom - level)
          for row in stride(from: 0, to: levelSide, by: size) {
            for column in stride(from: 0, to: levelSide, by: size) {
              let tile = TileID(
                zoom: level, x: region.x * levelSide / size + column / size, y: region.y * levelSide / size + row / size
              )
              let isWanted = ranges[level - lowest]?.contains(column: tile.x, row: tile.y) ?? true
              // A tile that nobody asked for is only of use as a part of those above the region.
              let isPart = level == lowest && lowest > plan.zooms.lowerBound && isSummable
              guard isWanted || isPart || plan.keepsNeighbours else { continue }
              if let square {
                square.pack(column: column, row: row, side: size, into: &packed)
              } else {
                counter.grid.pack(column: column, row: row, side: size, into: &packed)
              }
              guard !packed.bytes.isEmpty else { continue }
              if level == plan.zooms.upperBound, isWanted {
                part.total += packed.total
                part.extend(by: packed.extent(from: tile, size: size))
              }
              guard keepsTiles else { continue }
              let place = try store.append(packed.bytes)
              part.tiles[level, default: []].append(PackedTile(tile, place: place, isWanted: isWanted))
            }
          }
        }
      }
      parts.withLock { $0.append(part) }
    }
    for level in lowest...zoom { levels[level] = [] }
    var whole = Part()
    for part in parts.withLock({ $0 }) {
      for (level, tiles) in part.tiles { levels[level, default: []] += tiles }
      whole.total += part.total
      whole.extend(by: part.extent)
    }
    for level in lowest...zoom { levels[level]?.sort { $0.number < $1.number } }
    if zoom == plan.zooms.upperBound {
      total = whole.total
      extent = whole.extent
    }
  }

  // MARK: - Adding up

  /// Adds up the tiles of a zoom from their children.
  private mutating func addUp(zoom: Int) throws(TracksError) {
    let children = levels[zoom + 1] ?? []
    // The first child of each parent.
    var firsts: [Int] = []
    for index in children.indices where index == 0 || children[index].number >> 2 != children[index - 1].number >> 2 {
      firsts.append(index)
    }
    let size = plan.tileSize
    let range = plan.range(zoom: zoom)
    let parts = Mutex<[PackedTile]>([])
    let store = store
    try concurrently(plan.threads, claiming: firsts.count, stride: 4) { claim throws(TracksError) in
      var square = CellSquare(side: size)
      var packed = PackedCells()
      var scratch: [UInt8] = []
      var tiles: [PackedTile] = []
      while let next = claim() {
        for first in firsts[next] {
          let parent = children[first].tile(zoom: zoom + 1).parent
          square.clear()
          for child in children[first...].prefix(while: { $0.number >> 2 == children[first].number >> 2 }) {
            let tile = child.tile(zoom: zoom + 1)
            try store.load(child.place, into: &scratch)
            scratch.withUnsafeBufferPointer { square.addHalved($0, quarterX: tile.x & 1, quarterY: tile.y & 1) }
          }
          square.pack(column: 0, row: 0, side: size, into: &packed)
          let place = try store.append(packed.bytes)
          let isWanted = range?.contains(column: parent.x, row: parent.y) ?? true
          tiles.append(PackedTile(parent, place: place, isWanted: isWanted))
        }
      }
      parts.withLock { $0 += tiles }
    }
    levels[zoom] = parts.withLock { $0.sorted { $0.number < $1.number } }
  }
}

extension PackedCells {
  /// Columns and rows of the cells in the grid of a tile's zoom.
  fileprivate func extent(from tile: TileID, size: Int) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
    extent.map { extent in
      let (x, y) = (tile.x * size, tile.y * size)
      return (
        x + extent.columns.lowerBound...x + extent.columns.upperBound,
        y + extent.rows.lowerBound...y + extent.rows.upperBound
      )
    }
  }
}
