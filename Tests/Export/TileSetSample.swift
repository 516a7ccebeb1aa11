import Export
import Geography
import TestSupport

/// A small set of tiles with few different contents, as maps of the sea are.
struct TileSetSample {
  /// The tiles of the zooms 0 to `maxZoom`, by rising number.
  let tiles: [(tile: TileID, png: [UInt8])]
  let metadata: TileSetMetadata

  /// A set that follows from the seed: the parents of about `count` tiles of the deepest zoom, and these.
  init(seed: UInt64 = 1, count: Int = 60, maxZoom: Int = 6, contents: Int = 9) throws {
    var random = SeededGenerator(seed: seed)
    let pictures = try (0..<contents).map { _ in try Self.picture(using: &random) }
    var serials: Set<UInt64> = []
    for _ in 0..<count {
      // Near each other, so that runs of equal tiles come about.
      var tile = TileID(
        zoom: maxZoom, x: Int.random(in: 0..<1 << maxZoom, using: &random) / 3,
        y: Int.random(in: 0..<1 << maxZoom, using: &random) / 2)
      while serials.insert(tile.serial).inserted { tile = tile.parent }
    }
    var picture = pictures[0]
    tiles = serials.sorted().compactMap { serial in
      if Bool.random(using: &random) { picture = pictures[Int.random(in: 0..<contents, using: &random)] }
      return TileID(serial: serial).map { ($0, picture) }
    }
    metadata = TileSetMetadata(
      name: "Ships of the \"Sea\"", description: "Hours of ships", attribution: "© everyone", generator: "wakeprint 1",
      bounds: BoundingBox(west: -170.5, south: -3.25, east: -60, north: 84),
      center: (Coordinate(latitude: 40, longitude: -115), 3),
      minZoom: 0, maxZoom: maxZoom, tileSize: 256, extras: [("measure", "hours"), ("gaps", [1, 2.5])])
  }

  private static func picture(using random: inout SeededGenerator) throws -> [UInt8] {
    let palette = (0..<4).map { _ in
      PaletteEntry(
        red: .random(in: 0...255, using: &random), green: .random(in: 0...255, using: &random),
        blue: .random(in: 0...255, using: &random))
    }
    return try PNGEncoder.encodePalette(
      indices: (0..<1024).map { _ in .random(in: 0...3, using: &random) }, width: 32, height: 32, palette: palette,
      metadata: PNGMetadata())
  }

  /// The tiles in an order.
  func tiles(in order: TileOrder) -> [(tile: TileID, png: [UInt8])] {
    switch order {
    case .serial: tiles
    case .folders: tiles.sorted { ($0.tile.zoom, $0.tile.x, $0.tile.y) < ($1.tile.zoom, $1.tile.x, $1.tile.y) }
    }
  }

  /// Adds the tiles that a sink does not hold, asking for a batch at a time, and ends it.
  @discardableResult
  func fill(_ sink: any TileSink, batch: Int = 1) throws -> (report: TileSinkReport, held: Int) {
    var rest = tiles(in: sink.order)[...]
    var held = 0
    while !rest.isEmpty {
      let missing = try rest.prefix(batch).filter { try !sink.holds($0.tile) }
      for (tile, png) in missing { try sink.add(png, at: tile) }
      held += min(batch, rest.count) - missing.count
      rest = rest.dropFirst(batch)
    }
    return (try sink.finish(metadata), held)
  }
}
