import Platform
import Raster

/// Smoothing, histogram and palette indices of a 2048 x 2048 window.
struct ShadingBenchmark {
  let side = 2048

  func run() {
    let smoothing = GaussianSmoothing(rows: side, deviationInPixels: 3)
    let width = side + 2 * smoothing.marginInPixels
    var grid = DensityGrid(width: width, height: width, measure: .hours, worldWidth: 0)
    // Every cell holds something, which is the most that smoothing can have to do.
    for row in 0..<width {
      let points = (0..<width * 2).map { index in
        PixelPoint(x: Int64(index) << 15, y: Int64(row) << PixelPoint.fractionBits + 9)
      }
      let legs = (0..<points.count - 1).map { Int64(1 + ($0 * 7919 + row * 104729) % 65521) }
      points.withUnsafeBufferPointer { points in
        legs.withUnsafeBufferPointer { grid.addVessel(points: points, legs: $0) }
      }
    }
    var values: [Float] = []
    report("smoothing, deviation 3 pixels") { values = smoothing.values(of: grid) }
    var histogram = ValueHistogram()
    report("histogram") {
      histogram = ValueHistogram()
      values.withUnsafeBufferPointer { histogram.add($0) }
    }
    var indices = [UInt8](repeating: 0, count: values.count)
    for kind in ColorScale.Kind.allCases {
      let scale = ColorScale(histogram: histogram, kind: kind)
      report("palette indices, \(kind.rawValue)") {
        values.withUnsafeBufferPointer { values in
          indices.withUnsafeMutableBufferPointer { scale.indices(of: values, into: $0) }
        }
      }
    }
    report("merge of two grids") { grid.merge(grid) }
  }

  private func report(_ name: String, _ work: () -> Void) {
    var best = Double.infinity
    for _ in 0..<5 {
      let start = monotonicSeconds()
      work()
      best = min(best, monotonicSeconds() - start)
    }
    print("\(name): \((best * 1e4).rounded() / 10) ms")
  }
}
