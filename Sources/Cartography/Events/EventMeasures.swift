import Geography
import Platform

/// The sizes of events' marks in the pixels of a grid; they follow from its scale alone.
struct EventMeasures: Sendable, Equatable {
  /// Diameter of a marker with its ring, in pixels: 8 where the world is at most 2^12 pixels wide, 13 from 2^18 on.
  let marker: Double

  /// The sizes for a grid of which `scale` pixels make a point, in points.
  init(grid: PixelGrid, scale: Double = 1) {
    let zoom = log2(max(grid.worldWidthInPixels / scale, 1) / 256)
    let share = (min(max(zoom, 4), 10) - 4) / 6
    marker = 8 + (5 * share * 4).rounded() / 4
  }

  /// The sizes in a legend, as on a map of middle scale.
  static let legend = EventMeasures(marker: 12)

  private init(marker: Double) { self.marker = marker }

  /// The sizes in pixels where so many make a point.
  func scaled(by scale: Double) -> EventMeasures { EventMeasures(marker: marker * scale) }

  /// Width of a marker's ring.
  var ring: Double { marker * 0.125 }
  /// Width of the hairline about a ring.
  var casing: Double { 0.75 }
  /// Width of a gap's line.
  var line: Double { max(marker * 0.14, 1.25) }
  /// Length of a gap's dashes.
  var dash: Double { marker * 0.5 }
  /// From the start of one dash to the start of the next.
  var period: Double { marker * 0.875 }
  /// Radius of the largest hotspot.
  var largestHotspot: Double { marker * 2.5 }

  /// Radius of a hotspot, its area by the number of events; no smaller than a marker.
  func hotspotRadius(count: Int, largest: Int) -> Double {
    max(largestHotspot * (Double(count) / Double(max(largest, 1))).squareRoot(), marker * 0.75)
  }
}
