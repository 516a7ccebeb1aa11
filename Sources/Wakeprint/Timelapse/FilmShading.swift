import Cartography
import Raster

/// What the colours of a film's density mean on all its frames.
struct FilmShading: Sendable {
  let scale: ColorScale
  /// Colours by index; 0 is nothing.
  let colors: [Color]
  let legend: Legend

  /// Colours for the values of all frames together; a saved scale goes before one made of them.
  init(
    _ histogram: ValueHistogram, request: DensityRequest, savedScale: ColorScale?, palette: Palette, theme: Theme
  ) {
    let isSmoothed = request.smoothing != nil
    scale =
      savedScale
      ?? ColorScale(
        histogram: histogram, kind: request.scaling.kind,
        range: request.range ?? (isSmoothed ? histogram.visibleRange : nil))
    colors = FieldShading.colors(palette, theme: theme, isSmoothed: isSmoothed)
    legend = Legend(
      unit: request.measure.unit, scale: scale, palette: colors,
      opensAbove: (histogram.maximum ?? 0) > scale.maximum, opensBelow: (histogram.minimum ?? .infinity) < scale.minimum
    )
  }
}
