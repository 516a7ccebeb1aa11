import Raster
import TestSupport
import Testing

@Suite("Touches in a window of time")
struct TouchCountsTests {
  static let pixel: Int64 = 1 << PixelPoint.fractionBits

  /// A vessel's whole way, and the part of it that is in the window.
  private struct Way {
    let all: DensityTrack
    var part: Range<Int>

    func track(_ range: Range<Int>) -> DensityTrack {
      DensityTrack(
        points: Array(all.points[range]),
        legs: Array(all.legs[range.lowerBound..<max(range.upperBound - 1, range.lowerBound)]))
    }

    /// The number of the track's first fix, of the track that a fix belongs to.
    func start(of fix: Int) -> Int { all.legs[..<fix].lastIndex { $0 < 0 }.map { $0 + 1 } ?? 0 }
  }

  private struct Window {
    var grid: DensityGrid
    var counts = TouchCounts()

    mutating func change(_ way: Way, vessel: Int, _ range: Range<Int>, removes: Bool, continuing: Bool = false) {
      let track = way.track(range)
      let isVessels = grid.measure == .vessels
      let base = isVessels ? vessel : vessel * 1_000
      let (first, number) = (isVessels ? base : base + way.start(of: range.lowerBound), base + range.lowerBound)
      track.points.withUnsafeBufferPointer { points in
        track.legs.withUnsafeBufferPointer { legs in
          if removes {
            counts.remove(points: points, legs: legs, of: first, numbered: number, from: &grid)
          } else {
            counts.add(points: points, legs: legs, of: first, numbered: number, continuing: continuing, to: &grid)
          }
        }
      }
    }
  }

  @Test(
    "ten thousand steps of windows that move over tracks leave what a grid of the windows' tracks has",
    arguments: [DensityMeasure.transits, .vessels], [0, 64, 27])
  func moving(measure: DensityMeasure, worldColumns: Int) {
    var random = SeededGenerator(seed: 41)
    let worldWidth = Int64(worldColumns) * Self.pixel
    var window = Window(grid: DensityGrid(width: 40, height: 40, measure: measure, worldWidth: worldWidth))
    var ways: [Way] = []
    for _ in 0..<12 {
      let away = worldWidth * Int64.random(in: -2...2, using: &random)
      ways.append(
        Way(all: random.track(side: 72, count: 900).moved(x: away - 16 * Self.pixel, y: -16 * Self.pixel), part: 0..<0))
    }
    var (most, emptied) = (0, 0)
    for step in 0..<10_000 {
      let vessel = Int.random(in: ways.indices, using: &random)
      let way = ways[vessel]
      let grows = Double.random(in: 0..<1, using: &random) < (step / 900 % 2 == 0 ? 0.6 : 0.4)
      if grows, way.part.upperBound < way.all.points.count {
        let end = min(way.part.upperBound + Int.random(in: 1...6, using: &random), way.all.points.count)
        let start = way.part.isEmpty ? way.part.upperBound : way.part.upperBound - 1
        window.change(way, vessel: vessel, start..<end, removes: false, continuing: !way.part.isEmpty)
        ways[vessel].part = way.part.lowerBound..<end
      } else if !way.part.isEmpty {
        let start = min(way.part.lowerBound + Int.random(in: 1...7, using: &random), way.part.upperBound)
        if start < way.part.upperBound {
          window.change(way, vessel: vessel, start..<start + 1, removes: false)
          window.change(way, vessel: vessel, way.part.lowerBound..<start + 1, removes: true)
        } else {
          window.change(way, vessel: vessel, way.part, removes: true)
        }
        ways[vessel].part = start..<way.part.upperBound
      } else if way.part.upperBound == way.all.points.count {
        ways[vessel].part = 0..<0
      }
      most = max(most, window.counts.count)
      guard step % 200 == 0 || window.counts.count == 0 else { continue }
      let present = ways.filter { !$0.part.isEmpty }.map { $0.track($0.part) }
      #expect(
        window.grid.allCells == DensityGrid.of(present, 40, 40, measure, worldWidth: worldWidth).allCells,
        "step \(step)")
      emptied += window.counts.count == 0 ? 1 : 0
    }
    for vessel in ways.indices where !ways[vessel].part.isEmpty {
      window.change(ways[vessel], vessel: vessel, ways[vessel].part, removes: true)
    }
    #expect(window.grid.total == 0 && window.counts.count == 0)
    #expect(most > 300)
    // Nothing is left of what went, not even its room.
    #expect(window.counts.capacity == TouchCounts().capacity)
  }

  @Test("a window that cuts a track's beginning off leaves it one track")
  func cutTrack() {
    let points = (0..<5).map { PixelPoint(x: Int64($0) * 2 * Self.pixel, y: Self.pixel) }
    let way = Way(
      all: DensityTrack(points: points + points.reversed(), legs: [Int64](repeating: 1_000, count: 9)), part: 0..<0)
    var window = Window(grid: DensityGrid(width: 12, height: 3, measure: .transits, worldWidth: 0))
    window.change(way, vessel: 0, 0..<4, removes: false)
    window.change(way, vessel: 0, 2..<3, removes: false)
    window.change(way, vessel: 0, 0..<3, removes: true)
    window.change(way, vessel: 0, 3..<10, removes: false, continuing: true)
    #expect(window.grid.allCells == DensityGrid.of([way.track(2..<10)], 12, 3, .transits).allCells)
    #expect(window.grid.allCells.allSatisfy { $0 < 2 })
  }
}
