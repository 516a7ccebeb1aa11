import Cartography
import Geography
import Raster
import Tracks

/// A picture's density as palette indices and what they mean.
struct FieldShading: Sendable {
  let field: DensityField
  let scale: ColorScale
  /// Colours by index; 0 is nothing.
  let colors: [Color]
  private let unit: String

  /// Shades a field; a saved scale goes before one made of its values.
  init(
    _ field: DensityField, request: DensityRequest, savedScale: ColorScale?, palette: Palette, theme: Theme
  ) {
    self.field = field
    scale =
      savedScale
      ?? ColorScale(
        histogram: field.histogram, kind: request.scaling.kind, range: request.range ?? field.visibleRange)
    colors = FieldShading.colors(palette, theme: theme, isSmoothed: field.isSmoothed)
    unit = request.measure.unit
  }

  /// A palette's colours by index as a theme lays them over its ground.
  static func colors(_ palette: Palette, theme: Theme, isSmoothed: Bool) -> [Color] {
    // What is smoothed comes up out of nothing, so that a kernel's rim is no edge.
    let fade = isSmoothed ? theme.densityFade.risingFromNothing : theme.densityFade
    return fade.colors(from: palette.table)
  }

  /// Another field in the same colours.
  func shading(_ other: DensityField) -> FieldShading { FieldShading(self, field: other) }

  private init(_ other: FieldShading, field: DensityField) {
    self.field = field
    (scale, colors, unit) = (other.scale, other.colors, other.unit)
  }

  /// The layer, an index for each pixel of the field.
  var layer: DensityLayer {
    let table = ColorScaleTable(scale)
    let indices = [UInt8](unsafeUninitializedCapacity: field.values.count) { buffer, count in
      field.values.withUnsafeBufferPointer {
        table.indices(of: $0, into: UnsafeMutableBufferPointer(rebasing: buffer[..<$0.count]))
      }
      count = field.values.count
    }
    let legend = Legend(
      unit: unit, scale: scale, palette: colors, opensAbove: (field.histogram.maximum ?? 0) > scale.maximum,
      opensBelow: (field.histogram.minimum ?? .infinity) < scale.minimum)
    return DensityLayer(indices: indices, palette: colors, legend: legend)
  }
}

extension DensityField {
  /// The density of a viewport's pixels as a request asks for it.
  static func counted(
    _ read: ReadResult, _ viewport: Viewport, _ request: DensityRequest, _ rule: LegRule, threads: Int
  ) throws(WakeprintError) -> DensityField {
    do throws(TracksError) {
      return try DensityField(
        read.tracks, viewport: viewport, measure: request.measure.counted, rule: rule, smoothing: request.smoothing,
        threads: threads)
    } catch {
      throw WakeprintError(error)
    }
  }
}
