import Geography
import Platform
import Raster

/// Two round lengths, in nautical miles and in kilometres, as long on the picture as they are on the earth.
///
/// A Mercator map has one scale for each parallel: the bar is true at `latitude` on the WGS84 ellipsoid.
package struct ScaleBar: Sendable, Equatable {
  /// The parallel at which the bar is true, in degrees.
  package let latitude: Double
  /// The upper length in nautical miles: 1, 2 or 5 x 10^n.
  package let nauticalMiles: Double
  /// The lower length in kilometres: 1, 2 or 5 x 10^n.
  package let kilometres: Double
  /// Pixels of the upper length.
  package let nauticalMilesInPixels: Double
  /// Pixels of the lower length.
  package let kilometresInPixels: Double

  /// The longest round lengths that fit into a width in pixels, at the viewport's middle latitude.
  package init(for viewport: Viewport, width: Double) {
    latitude = viewport.boundingBox.middleLatitude
    let metresPerPixel =
      Ellipsoid.metresPerDegreeOfLongitude(latitude: latitude) * 360 / viewport.grid.worldWidthInPixels
    nauticalMiles = RoundNumber.oneTwoFive(atMost: width * metresPerPixel / 1852)
    kilometres = RoundNumber.oneTwoFive(atMost: width * metresPerPixel / 1000)
    nauticalMilesInPixels = nauticalMiles * 1852 / metresPerPixel
    kilometresInPixels = kilometres * 1000 / metresPerPixel
  }

  /// `5 nautical miles`, `1 nautical mile`.
  package var nauticalText: String {
    ScaleTicks.label(nauticalMiles) + (nauticalMiles == 1 ? " nautical mile" : " nautical miles")
  }

  /// `10 km`, or metres below one kilometre; then the parallel at which the bar is true.
  package var kilometreText: String {
    let length =
      kilometres < 1
      ? ScaleTicks.label((kilometres * 1000).rounded()) + " m" : ScaleTicks.label(kilometres) + " km"
    return length + " at " + DegreeText.label(degrees: latitude, axis: .latitude)
  }
}
