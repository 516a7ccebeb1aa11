import Platform
import Raster

/// The density walk over 10 million random legs in tracks of 2,000 on a 2048 x 2048 window.
struct WalkBenchmark {
  let count = 10_000_000
  let side = 2048
  let pointsPerTrack = 2000

  func run() {
    let long = tracks(stepInPixels: 3)
    let short = tracks(stepInPixels: 0.03)
    for measure in [DensityMeasure.hours, .transits] {
      report("walk, legs of three pixels, \(measure.rawValue)", long, measure)
      report("walk, legs of 0.03 pixels, \(measure.rawValue)", short, measure)
    }
    let lower = long.map { PixelPoint(x: $0.x, y: $0.y &+ Int64(side) << 16) }
    report("walk, legs outside the window, hours", lower, .hours)
  }

  private func report(_ name: String, _ points: [PixelPoint], _ measure: DensityMeasure) {
    let legs = [Int64](repeating: 1000, count: pointsPerTrack - 1)
    var best = Double.infinity
    var total: UInt64 = 0
    for _ in 0..<4 {
      var grid = DensityGrid(width: side, height: side, measure: measure, worldWidth: 0)
      let start = monotonicSeconds()
      points.withUnsafeBufferPointer { points in
        legs.withUnsafeBufferPointer { legs in
          for first in stride(from: 0, to: count, by: pointsPerTrack) {
            grid.addVessel(
              points: UnsafeBufferPointer(rebasing: points[first..<first + pointsPerTrack]), legs: legs)
          }
        }
      }
      best = min(best, monotonicSeconds() - start)
      total = grid.total
    }
    let segments = count / pointsPerTrack * (pointsPerTrack - 1)
    let rate = (Double(segments) / best / 1e5).rounded() / 10
    print("\(name): \(rate) million segments a second, total \(total)")
  }

  /// The wandering tracks of `walk.c`, from the same generator.
  private func tracks(stepInPixels step: Float) -> [PixelPoint] {
    var state: UInt64 = 88_172_645_463_325_252
    func random() -> Float {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Float(state >> 40) / Float(1 << 24)
    }
    let far = Float(side) - 3
    var x: Float = 0
    var y: Float = 0
    var heading: Float = 0
    return (0..<count).map { index in
      if index % pointsPerTrack == 0 || x < 2 || x > far || y < 2 || y > far {
        x = random() * Float(side - 8) + 4
        y = random() * Float(side - 8) + 4
        if index % pointsPerTrack == 0 { heading = random() * 6.28 }
      } else {
        heading += (random() - 0.5) * 0.2
        x = min(max(x + cosf(heading) * step, 2), far)
        y = min(max(y + sinf(heading) * step, 2), far)
      }
      return PixelPoint(x: Int64(x * 65536), y: Int64(y * 65536))
    }
  }
}
