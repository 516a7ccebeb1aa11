import Raster
import TestSupport
import Testing

@Suite("One lattice for all zooms")
struct DensityLatticeTests {
  /// A grid of `side` x `side` pixels of 2^bits units.
  private func grid(_ tracks: [DensityTrack], side: Int, bits: Int64, _ measure: DensityMeasure) -> DensityGrid {
    var grid = DensityGrid(width: side, height: side, measure: measure, worldWidth: 0, fractionBits: bits)
    for track in tracks { grid.add(track) }
    return grid
  }

  @Test(
    "a parent's pixel is exactly the sum of its four children, however large pixels are in units",
    arguments: [DensityMeasure.hours, .positions], [0, 5, 16, 24] as [Int64])
  func sums(measure: DensityMeasure, shift: Int64) {
    for seed in UInt64(1)...8 {
      var random = SeededGenerator(seed: seed)
      // Tracks among 32 x 32 pixels of 2^(8 + shift) units.
      let tracks = (0..<6).map { _ in
        let track = random.track(side: 32, count: 40)
        return DensityTrack(
          points: track.points.map { PixelPoint(x: ($0.x << shift) >> 8, y: ($0.y << shift) >> 8) }, legs: track.legs)
      }
      var child = grid(tracks, side: 32, bits: 8 + shift, measure)
      for level in 1...5 where 8 + shift + Int64(level) <= 32 {
        let parent = grid(tracks, side: 32 >> level, bits: 8 + shift + Int64(level), measure)
        for row in 0..<parent.height {
          for column in 0..<parent.width {
            let sum =
              child[2 * column, 2 * row] + child[2 * column + 1, 2 * row] + child[2 * column, 2 * row + 1]
              + child[2 * column + 1, 2 * row + 1]
            #expect(parent[column, row] == sum)
          }
        }
        child = parent
      }
    }
  }

  @Test("the squares that a segment is said to touch hold all that it touches, in order", arguments: UInt64(1)...60)
  func squares(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let one = random.point(side: 12)
    let other = random.point(after: one, side: 12)
    var named: [PixelPoint] = []
    SegmentSquares.forEach(from: one, to: other, bits: 16) { named.append(PixelPoint(x: $0, y: $1)) }
    for (a, b) in zip(named, named.dropFirst()) { #expect(abs(a.x - b.x) + abs(a.y - b.y) == 1) }
    var grid = DensityGrid(width: 12, height: 12, measure: .vessels, worldWidth: 0)
    grid.add(from: one, to: other, milliseconds: 1)
    for row in 0..<12 {
      for column in 0..<12 where grid[column, row] > 0 {
        #expect(named.contains(PixelPoint(x: Int64(column), y: Int64(row))))
      }
    }
    #expect(named.first == PixelPoint(x: min(one, other).x >> 16, y: min(one, other).y >> 16))
  }

  private func min(_ one: PixelPoint, _ other: PixelPoint) -> PixelPoint {
    (one.y, one.x) <= (other.y, other.x) ? one : other
  }

  @Test("a track in pieces touches what the whole touches, once", arguments: UInt64(1)...20)
  func pieces(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for measure in DensityMeasure.allCases where measure != .positions {
      var whole = DensityGrid(width: 20, height: 20, measure: measure, worldWidth: 0)
      var parts = whole
      for _ in 0..<5 {
        let track = random.track(side: 20, count: 30)
        whole.add(track)
        let cut = Int.random(in: 0..<30, using: &random)
        track.points.withUnsafeBufferPointer { points in
          track.legs.withUnsafeBufferPointer { legs in
            parts.addVessel(
              points: UnsafeBufferPointer(rebasing: points[...cut]), legs: UnsafeBufferPointer(rebasing: legs[..<cut]))
            parts.addVessel(
              points: UnsafeBufferPointer(rebasing: points[cut...]), legs: UnsafeBufferPointer(rebasing: legs[cut...]),
              continuing: .track)
          }
        }
      }
      #expect(whole.allCells == parts.allCells, "\(measure)")
    }
  }
}
