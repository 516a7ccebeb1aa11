import Cartography
import Export
import Geography
import Platform
import Synchronization

/// Makes the tiles of a scene, several at a time, and hands them to a sink in the order that it wants.
struct TileProduction: Sendable {
  let scene: TileScene
  /// What every tile says of its origin.
  let mark: String
  /// Whether an interrupted run may have left tiles.
  let resumes: Bool
  let threads: Int
  let onProgress: (@Sendable (JobProgress) -> Void)?

  /// Tiles to a piece of work.
  private static let batch = 8
  /// Tiles that are looked for, then drawn, when a run is resumed.
  private static let window = 4096

  /// What was made.
  struct Result: Sendable {
    var counts = TileCounts()
    /// The box around what is drawn at the deepest zoom.
    var bounds: BoundingBox
  }

  /// A tile that is drawn (or nil, empty), or kept from an interrupted run.
  private enum Drawn: Sendable {
    case png([UInt8])
    case kept
    case empty
  }

  /// The sink while several workers bring tiles to it: one at a time, in order.
  private struct Writer: Sendable {
    // A worker that holds the stage is alone with it.
    nonisolated(unsafe) let sink: any TileSink
    var written: [TileID] = []
    var failure: WakeprintError?

    mutating func take(_ batch: [(TileID, Drawn)]) {
      guard failure == nil else { return }
      do throws(ExportError) {
        for (tile, drawn) in batch {
          switch drawn {
          case .png(let bytes): try sink.add(bytes, at: tile)
          case .kept: break
          case .empty: continue
          }
          written.append(tile)
        }
      } catch {
        failure = WakeprintError(error)
      }
    }
  }

  /// Draws all tiles into a sink, which is not finished yet.
  func run(into sink: any TileSink) throws(WakeprintError) -> Result {
    try scene.checkLand()
    var result = Result(bounds: scene.bounds)
    var deepest: [TileID] = []
    let total = scene.zooms.reduce(0) { $0 + scene.tileCount(zoom: $1) }
    var done = 0
    for zoom in scene.zooms {
      let layers = try scene.layers(zoom: zoom)
      let range = scene.range(zoom: zoom)
      let found = layers.tiles(zoom: zoom, tileSize: scene.tileSize, range: range, threads: threads)
      // Without a box nothing is left out: ink may reach beyond the range, which is the data's.
      let tiles = sink.order.sorted(scene.hasBox ? found.filter { range.contains($0) } : found)
      let written = try draw(tiles, layers: layers, into: sink, done: done, of: max(total, 1))
      done += scene.tileCount(zoom: zoom)
      result.counts.byZoom.append((zoom, written.count))
      result.counts.empty += max(0, range.count - written.count)
      deepest = written
    }
    if !scene.hasTightBounds { result.bounds = TileProduction.box(around: deepest) ?? scene.bounds }
    return result
  }

  private func draw(
    _ tiles: [TileID], layers: TileLayers, into sink: any TileSink, done: Int, of total: Int
  ) throws(WakeprintError) -> [TileID] {
    guard resumes else { return try draw(tiles[...], held: [], layers: layers, into: sink, done: done, of: total) }
    var written: [TileID] = []
    var start = 0
    while start < tiles.count {
      let part = tiles[start..<min(start + TileProduction.window, tiles.count)]
      var held: Set<TileID> = []
      do throws(ExportError) {
        for tile in part where try sink.holds(tile) { held.insert(tile) }
      } catch {
        throw WakeprintError(error)
      }
      written += try draw(part, held: held, layers: layers, into: sink, done: done + start, of: total)
      start = part.endIndex
    }
    return written
  }

  private func draw(
    _ tiles: ArraySlice<TileID>, held: Set<TileID>, layers: TileLayers, into sink: any TileSink, done: Int,
    of total: Int
  ) throws(WakeprintError) -> [TileID] {
    let stage = OrderedStage<[(TileID, Drawn)], Writer>(Writer(sink: sink))
    let hasFailed = Atomic(false)
    let batch = TileProduction.batch
    try concurrently(threads, claiming: tiles.count, stride: batch) { claim throws(WakeprintError) in
      var painter = try TilePainter(layers, size: scene.tileSize, mark: mark)
      while let range = claim(), !hasFailed.load(ordering: .relaxed) {
        var drawn: [(TileID, Drawn)] = []
        for tile in tiles[tiles.startIndex + range.lowerBound..<tiles.startIndex + range.upperBound] {
          if held.contains(tile) {
            drawn.append((tile, .kept))
          } else {
            drawn.append((tile, try painter.png(of: tile).map(Drawn.png) ?? .empty))
          }
        }
        stage.put(drawn, at: range.lowerBound / batch, patience: 8 * threads) { writer, batch in
          writer.take(batch)
          if writer.failure != nil { hasFailed.store(true, ordering: .relaxed) }
        }
        if range.lowerBound % (16 * batch) == 0 {
          onProgress?(JobProgress(stage: "drawing", fraction: Double(done + range.lowerBound) / Double(total)))
        }
      }
    }
    return try stage.finish {
      $0.take($1)
    } _: { writer throws(WakeprintError) in
      if let failure = writer.failure { throw failure }
      return writer.written
    }
  }

  /// The box around whole tiles of one zoom, west not beyond east.
  private static func box(around tiles: [TileID]) -> BoundingBox? {
    guard let first = tiles.first else { return nil }
    var (west, east, north, south) = (first.x, first.x, first.y, first.y)
    for tile in tiles {
      (west, east) = (min(west, tile.x), max(east, tile.x))
      (north, south) = (min(north, tile.y), max(south, tile.y))
    }
    let across = Double(sign: .plus, exponent: first.zoom, significand: 1)
    func longitude(_ x: Int) -> Double { WebMercator.longitude(x: Double(x) / across * WebMercator.unitsAcross) }
    func latitude(_ y: Int) -> Double { WebMercator.latitude(y: Double(y) / across * WebMercator.unitsAcross) }
    return BoundingBox(
      west: longitude(west), south: latitude(south + 1), east: longitude(east + 1), north: latitude(north))
  }
}
