import Geography
import Platform
import Raster

extension HotspotSurface {
  /// The unit of places that weigh 1 each, as the legend writes it.
  package static let eventsPerArea = "events per 1\u{2009}000 km²"

  /// The palette that suits a theme: apart from that of density, or greys where density is grey.
  ///
  /// 256 sRGB triples, red first, 768 bytes.
  package static func palette(for theme: Theme) -> [UInt8] {
    let name = theme.densityPalette == "grays" ? "grays" : theme.densityPalette == "ember" ? "magma" : "ember"
    return EmbeddedResource.colorTables().first { $0.name == name }?.colors ?? []
  }

  /// The surface of places as a layer, from its parts; nil where nothing to speak of reaches the viewport.
  ///
  /// - Parameters:
  ///   - deviationInKilometres: standard deviation of a place's Gaussian, which is no less than six points.
  ///   - scale: pixels to a point.
  ///   - palette: 256 sRGB triples, red first.
  ///   - unit: what stands over the legend.
  package static func layer(
    places: [(Coordinate, weight: Double)], viewport: Viewport, deviationInKilometres: Double, scale: Double = 1,
    palette: [UInt8], theme: Theme, unit: String = eventsPerArea
  ) -> DensityLayer? {
    HotspotSurface(
      places: places, viewport: viewport, deviationInKilometres: deviationInKilometres, scale: scale
    ).layer(palette: palette, theme: theme, unit: unit)
  }

  /// The height of a Gaussian where it is cut off as a share of its greatest.
  private static let heightOfRim = exp(-reachInDeviations * reachInDeviations / 2)

  /// The surface in colours that come up out of nothing, by the square root of the value.
  ///
  /// The scale ends at the largest value, or at the height of a single place where that is more, so that the skirts of
  /// what lies outside do not look like a hotspot; nil where nothing is a twentieth of that.
  package func layer(palette: [UInt8], theme: Theme, unit: String = eventsPerArea) -> DensityLayer? {
    guard let maximum = histogram.maximum, maximum * 20 >= largestAlone else { return nil }
    let upper = max(maximum, largestAlone)
    // No lower than where a Gaussian is cut off, so that it is transparent there.
    let lower = max(min(histogram.visibleRange?.lowerBound ?? upper, upper / 100), upper * Self.heightOfRim)
    let scale = ColorScale(histogram: histogram, kind: .sqrt, range: lower...upper)
    let colors = theme.densityFade.risingFromNothing.colors(from: palette)
    let table = ColorScaleTable(scale)
    let indices = [UInt8](unsafeUninitializedCapacity: values.count) { buffer, count in
      values.withUnsafeBufferPointer {
        table.indices(of: $0, into: UnsafeMutableBufferPointer(rebasing: buffer[..<$0.count]))
      }
      count = values.count
    }
    let legend = Legend(
      unit: unit, scale: scale, palette: colors)
    return DensityLayer(indices: indices, palette: colors, legend: legend)
  }
}
