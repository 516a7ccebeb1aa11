import Geography
import Platform
import Raster

/// How wide tracks are drawn, by the scale of the grid, by how many share it, and by how dense the pixels are.
struct TrackLineStyle: Sendable, Equatable {
  /// Width of a track in pixels.
  let width: Double
  /// How opaque lines are, 0...1: many of them let one another through.
  let opacity: Double
  /// Whether lines are few enough to be set off from their ground one by one.
  private let isCased: Bool
  /// Length of a gap's dash and of the space behind it, in whole pixels.
  let dashInPixels: Int64

  /// So many vessels at most are drawn with a casing.
  static let mostCased = 500

  /// From 0.8 pixels where the world is at most 2^12 pixels wide to 2.2 where it is 2^22; a quarter less for more than
  /// 2,000 vessels. That holds where a pixel is a point; where `scale` pixels are, all of it is so much larger.
  /// A theme's `widths` makes lines so many times as wide.
  init(grid: PixelGrid, vesselCount: Int, scale: Double = 1, widths: Double = 1) {
    let share = min(max((log2(grid.worldWidthInPixels / scale) - 12) / 10, 0), 1)
    // To 1/64 pixel, so that no last bit of a logarithm decides.
    let full = ((0.8 + 1.4 * share) * 64).rounded() / 64
    width = (vesselCount > 2_000 ? full * 0.75 : full) * widths * scale
    opacity = vesselCount > 10_000 ? 0.6 : vesselCount > 2_000 ? 0.75 : 1
    isCased = vesselCount <= Self.mostCased
    dashInPixels = max(Int64((4 * scale).rounded()), 1)
  }

  /// Observed legs.
  var solid: StrokeStyle { StrokeStyle(width: width, join: .round, cap: .round) }

  /// What lies beneath observed legs and shows `reach` pixels on both sides; nil where there are too many.
  func casing(reach: Double) -> StrokeStyle? {
    isCased && reach > 0 ? StrokeStyle(width: width + 2 * reach, join: .round, cap: .round) : nil
  }

  /// The band beneath the lines of vessels that are pointed out, with `reach` pixels on both sides.
  func halo(reach: Double) -> StrokeStyle { StrokeStyle(width: width + 2 * reach, join: .round, cap: .round) }

  /// A style whose lines are so many pixels wide.
  func widened(to width: Double) -> TrackLineStyle { TrackLineStyle(self, width: width) }

  private init(_ other: TrackLineStyle, width: Double) {
    self.width = width
    opacity = other.opacity
    isCased = other.isCased
    dashInPixels = other.dashInPixels
  }

  /// The dashes of gaps, each a line of its own.
  var dash: StrokeStyle { StrokeStyle(width: max(width * 0.7, 0.6), cap: .butt) }

  /// A vessel that stayed in one place: wider than its track, or it would be lost.
  var dot: StrokeStyle { StrokeStyle(width: width * 1.6, cap: .round) }

  /// How far ink may lie from a track, in pixels: half a width, and one for the pixel's own extent.
  var reachInPixels: Double { width * 0.8 + 1 }

  /// How far a leg may be from a window and still decide which points its stroke's sides have in it, in pixels.
  ///
  /// The stroker looks ten radii around a window; a leg that is nearer and its neighbours must be handed to it.
  var neighbourhoodInPixels: Double { 10 * width / 2 + 4 }
}
