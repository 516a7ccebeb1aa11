import Raster

/// Density as palette indices, one for each pixel of the map's frame.
package struct DensityLayer: Sendable {
  /// Row-major from the north-west corner; 0 is no value.
  package var indices: [UInt8]
  /// Colours by index; entry 0 is never drawn. `DensityFade.colors(from:)` makes them.
  package var palette: [Color]
  /// What the colours mean.
  package var legend: Legend

  /// A layer of as many indices as the frame has pixels.
  package init(indices: [UInt8], palette: [Color], legend: Legend) {
    self.indices = indices
    self.palette = palette
    self.legend = legend
  }
}
