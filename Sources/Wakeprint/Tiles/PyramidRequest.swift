import Cartography
import Geography
import Tracks

/// Which tiles are wanted.
public struct PyramidRequest: Sendable, Equatable {
  /// The lowest zoom.
  public var minZoom = 0
  /// The deepest zoom; nil takes the one that the data's density supports.
  public var maxZoom: Int?
  /// Pixels to a tile's side: 256 or 512.
  public var tileSize = 256
  /// Only tiles that meet this box; nil for all that hold anything. Tiles are whole whatever the box.
  public var box: BoundingBox?

  /// The defaults: zoom 0 to what the data support, 256 pixels, everywhere.
  public init() {}

  /// Throws a usage error for zooms, sizes and boxes that cannot be.
  func check() throws(WakeprintError) {
    let zooms = 0...TileID.deepestZoom
    guard zooms.contains(minZoom) else {
      throw WakeprintError(.usage, "--min-zoom \(minZoom) is outside 0...24; choose a zoom of the tile pyramid")
    }
    if let maxZoom {
      guard zooms.contains(maxZoom) else {
        throw WakeprintError(.usage, "--max-zoom \(maxZoom) is outside 0...24; choose a zoom of the tile pyramid")
      }
      guard maxZoom >= minZoom else {
        throw WakeprintError(
          .usage, "--max-zoom \(maxZoom) is below --min-zoom \(minZoom); give the deeper zoom as --max-zoom")
      }
    }
    guard tileSize == 256 || tileSize == 512 else {
      throw WakeprintError(.usage, "--tile-size \(tileSize) is neither 256 nor 512; choose one of them")
    }
    if let box { try FrameRequest.check(box) }
  }

  /// Lowest and deepest zoom for some tracks.
  func zooms(for tracks: TrackSet, rule: LegRule) throws(WakeprintError) -> ClosedRange<Int> {
    if let maxZoom { return minZoom...maxZoom }
    do throws(TracksError) {
      let supported = try SupportedZoom.deepest(for: tracks, tileSize: tileSize, rule: rule)
      return minZoom...max(minZoom, supported)
    } catch {
      throw WakeprintError(error)
    }
  }
}
