import Cartography
import Export
import Geography
import Raster
import Tracks

/// Paints tiles one after the other; one for each worker.
struct TilePainter: ~Copyable {
  private let layers: TileLayers
  private let size: Int
  private var encoder: TilePNGEncoder
  private var values: TileValues?
  private var indices: [UInt8]
  private var found: [UInt8] = []

  init(_ layers: TileLayers, size: Int, mark: String) throws(WakeprintError) {
    self.layers = layers
    self.size = size
    do throws(ExportError) {
      encoder = try TilePNGEncoder(size: size, description: mark)
    } catch {
      throw WakeprintError(error)
    }
    values = layers.density.map { TileValues($0.pyramid, smoothing: $0.smoothing) }
    indices = [UInt8](repeating: 0, count: size * size)
  }

  /// A tile's PNG; nil where nothing is to be seen.
  mutating func png(of tile: TileID) throws(WakeprintError) -> [UInt8]? {
    var isShaded = false
    if let density = layers.density { isShaded = try shade(tile, density) }
    do throws(ExportError) {
      guard layers.needsPixmap else {
        guard isShaded, let palette = layers.density?.palette else { return nil }
        return try indices.withUnsafeBufferPointer { indices throws(ExportError) in
          try encoder.encode(indices: indices, palette: palette)
        }
      }
      let pixels = composed(tile, isShaded: isShaded).encodedRGBA(rows: 0..<size)
      guard stride(from: 3, to: pixels.count, by: 4).contains(where: { pixels[$0] != 0 }) else { return nil }
      return try pixels.withUnsafeBufferPointer { pixels throws(ExportError) in try encoder.encode(rgba: pixels) }
    } catch {
      throw WakeprintError(error)
    }
  }

  /// Fills `indices` with a tile's density; false where none of it is to be seen.
  private mutating func shade(_ tile: TileID, _ density: DensityShading) throws(WakeprintError) -> Bool {
    indices.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    var isVisible = false
    do throws(TracksError) {
      try values?.withValues(of: tile) { places, values in
        if found.count < values.count { found = [UInt8](repeating: 0, count: size * size) }
        found.withUnsafeMutableBufferPointer { found in
          let found = UnsafeMutableBufferPointer(rebasing: found[..<values.count])
          density.table.indices(of: values, into: found)
          indices.withUnsafeMutableBufferPointer { indices in
            density.palette.withUnsafeBufferPointer { palette in
              for index in 0..<places.count {
                indices[Int(places[index])] = found[index]
                if palette[Int(found[index])].alpha > 0 { isVisible = true }
              }
            }
          }
        }
      }
    } catch {
      throw WakeprintError(error)
    }
    return isVisible
  }

  private func composed(_ tile: TileID, isShaded: Bool) -> Pixmap {
    let bare = BareLayers(
      theme: layers.theme, hasLand: layers.hasBasemap, coastline: layers.coastline, tracks: layers.tracks,
      events: layers.events)
    let viewport = tile.viewport(tileSize: size)
    guard isShaded, let colors = layers.density?.colors else { return bare.picture(viewport) }
    return indices.withUnsafeBufferPointer { bare.picture(viewport, indices: $0, palette: colors) }
  }
}
