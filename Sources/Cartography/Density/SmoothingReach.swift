import Geography
import Platform
import Raster

/// How a density is smoothed: the standard deviation of a Gaussian.
public enum SmoothingReach: Sendable, Equatable {
  /// In pixels.
  case pixels(Double)
  /// In metres on the ground, so that it is wider in pixels towards the poles.
  case metres(Double)
}

extension SmoothingReach {
  /// The blur of a window of pixels.
  func gaussian(window: Viewport) -> GaussianSmoothing {
    switch self {
    case .pixels(let deviation):
      return GaussianSmoothing(rows: window.height, deviationInPixels: deviation)
    case .metres(let metres):
      return GaussianSmoothing(rows: window.height) { Self.pixels(ofMetres: metres, row: $0, of: window) }
    }
  }

  /// So many metres on the ground in the pixels of a row of a window, which may lie outside of it.
  static func pixels(ofMetres metres: Double, row: Int, of window: Viewport) -> Double {
    let middle = (window.latitude(ofEdge: row) + window.latitude(ofEdge: row + 1)) / 2
    return pixels(ofMetres: metres, latitude: middle, grid: window.grid)
  }

  /// So many metres on the ground in a grid's pixels at a latitude in degrees.
  static func pixels(ofMetres metres: Double, latitude: Double, grid: PixelGrid) -> Double {
    // Beyond the map a metre is any number of pixels, and a margin that reaches for it has no end.
    let limit = WebMercator.maximumLatitude
    let latitude = min(max(latitude, -limit), limit)
    return metres / (Ellipsoid.metresPerDegreeOfLongitude(latitude: latitude) * 360 / grid.worldWidthInPixels)
  }
}
