import Cartography
import Export
import Geography
import Raster
import Tracks

/// A pyramid's values as palette indices, by one scale for all tiles and zooms.
struct DensityShading: Sendable {
  let pyramid: DensityPyramid
  let smoothing: SmoothingReach?
  let scale: ColorScale
  /// Whether values lie above or below the scale.
  let opens: (above: Bool, below: Bool)
  /// Colours by index; 0 is nothing.
  let colors: [Color]
  /// The same as a picture stores them.
  let palette: [PaletteEntry]
  let table: ColorScaleTable

  /// Shades a pyramid; a saved scale goes before one made of its values.
  init(
    _ pyramid: DensityPyramid, request: DensityRequest, savedScale: ColorScale?, palette: Palette, theme: Theme
  ) throws(TracksError) {
    let shape = try PyramidHistogram(pyramid, smoothing: request.smoothing)
    let histogram = shape.values
    let isSmoothed = request.smoothing != nil
    let range = request.range ?? (isSmoothed ? shape.visibleRange : nil)
    let scale = savedScale ?? ColorScale(histogram: histogram, kind: request.scaling.kind, range: range)
    let fade = isSmoothed ? theme.densityFade.risingFromNothing : theme.densityFade
    self.pyramid = pyramid
    self.smoothing = request.smoothing
    self.scale = scale
    opens = ((histogram.maximum ?? 0) > scale.maximum, (histogram.minimum ?? .infinity) < scale.minimum)
    colors = fade.colors(from: palette.table)
    self.palette = colors.map(PaletteEntry.init)
    table = ColorScaleTable(scale)
  }

  /// The legend of all tiles.
  func legend(unit: String) -> Legend {
    Legend(unit: unit, scale: scale, palette: colors, opensAbove: opens.above, opensBelow: opens.below)
  }
}
