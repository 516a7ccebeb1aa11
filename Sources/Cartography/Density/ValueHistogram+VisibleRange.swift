import Platform
import Raster

extension ValueHistogram {
  /// Where the scale of smoothed values is to begin and end; nil without values.
  ///
  /// A Gaussian's skirt is wide and holds next to nothing: the least values, a thousandth of the sum together, stand
  /// below the scale, so that they do not take up most of an equalised palette. It begins at the 1, 2 or 5 x 10^n there.
  package var visibleRange: ClosedRange<Double>? {
    guard let maximum else { return nil }
    let bins = bins
    let sum = bins.reduce(0) { $0 + $1.largest * Double($1.count) }
    var below = 0.0
    for bin in bins {
      below += bin.largest * Double(bin.count)
      guard below > sum / 1_000 else { continue }
      let power = pow(10, log10(bin.largest).rounded(.down))
      let lower = power * (bin.largest >= 5 * power ? 5 : bin.largest >= 2 * power ? 2 : 1)
      return lower < maximum ? lower...maximum : nil
    }
    return nil
  }
}
