import Raster
import TestSupport
import Testing

@Suite("Density taken away")
struct DensityRemovalTests {
  static let pixel: Int64 = 1 << PixelPoint.fractionBits

  /// A short track about a window of 40 pixels, partly outside of it, some of it worlds away, sometimes with a leg so long
  /// that 32 bits do not hold it.
  private func track(_ random: inout SeededGenerator, worldWidth: Int64) -> DensityTrack {
    var track = random.track(side: 72, count: Int.random(in: 1...12, using: &random))
    let away = worldWidth * Int64.random(in: -2...2, using: &random)
    track = track.moved(x: away - 16 * Self.pixel, y: -16 * Self.pixel)
    for leg in track.legs.indices where track.legs[leg] > 0 && Int.random(in: 0..<4, using: &random) == 0 {
      track.legs[leg] = Int64.random(in: 0...6 << 32, using: &random)
    }
    return track
  }

  @Test(
    "ten thousand additions and removals leave what is there as if it had been all",
    arguments: [DensityMeasure.hours, .positions], [0, 64, 27])
  func exact(measure: DensityMeasure, worldColumns: Int) {
    var random = SeededGenerator(seed: 31)
    let worldWidth = Int64(worldColumns) * Self.pixel
    var grid = DensityGrid(width: 40, height: 40, measure: measure, worldWidth: worldWidth)
    var present: [DensityTrack] = []
    var (carried, emptied) = (0, 0)
    for step in 0..<10_000 {
      // The number of tracks rises and falls, to nothing at times.
      let wanted = step / 700 % 2 == 0 ? 0.7 : 0.3
      if present.isEmpty || Double.random(in: 0..<1, using: &random) < wanted {
        let track = track(&random, worldWidth: worldWidth)
        grid.add(track)
        present.append(track)
      } else {
        let index = Int.random(in: present.indices, using: &random)
        grid.remove(present.remove(at: index))
      }
      guard step % 250 == 0 || present.isEmpty else { continue }
      let anew = DensityGrid.of(present, 40, 40, measure, worldWidth: worldWidth)
      #expect(grid.allCells == anew.allCells, "step \(step)")
      carried += anew.allCells.contains { $0 >> 32 > 0 } ? 1 : 0
      emptied += present.isEmpty ? 1 : 0
    }
    #expect(emptied > 0)
    if measure == .hours { #expect(carried > 10) }
  }

  @Test("a track that was added whole can be taken away leg by leg")
  func inPieces() {
    var random = SeededGenerator(seed: 32)
    for _ in 0..<200 {
      let track = track(&random, worldWidth: 0)
      var grid = DensityGrid.of([track], 40, 40, .hours)
      for leg in track.legs.indices {
        grid.remove(DensityTrack(points: Array(track.points[leg...leg + 1]), legs: [track.legs[leg]]))
      }
      #expect(grid.total == 0 && !grid.allCells.contains { $0 > 0 })
    }
  }
}
