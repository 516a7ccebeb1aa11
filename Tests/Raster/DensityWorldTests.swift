import Raster
import TestSupport
import Testing

@Suite("Density round the world")
struct DensityWorldTests {
  static let pixel: Int64 = 1 << PixelPoint.fractionBits
  static let world: Int64 = 64

  /// Tracks that run over the antimeridian and back, unwrapped, some of them several worlds away.
  private func tracks(seed: UInt64) -> [DensityTrack] {
    var random = SeededGenerator(seed: seed)
    return (0..<12).map { _ in
      let away = Int64.random(in: -3...3, using: &random) * Self.world
      return random.track(side: 24, count: 40).moved(x: (away + Self.world - 12) * Self.pixel, y: 0)
    }
  }

  @Test("the whole world folds at the antimeridian", arguments: DensityMeasure.allCases)
  func worldFolds(measure: DensityMeasure) {
    // One vessel at a time on a canvas of nine worlds, then folded: for sets of cells folding is a union.
    let width = Int(Self.world)
    var folded = [UInt64](repeating: 0, count: width * 24)
    var milliseconds: UInt64 = 0
    let tracks = tracks(seed: 11)
    for track in tracks {
      let canvas = DensityGrid.of(
        [track.moved(x: 4 * Self.world * Self.pixel, y: 0)], 9 * width, 24, measure)
      for row in 0..<24 {
        for column in 0..<9 * width { folded[row * width + column % width] += canvas[column, row] }
      }
      milliseconds += track.milliseconds
    }
    let world = DensityGrid.of(tracks, width, 24, measure, worldWidth: Self.world * Self.pixel)
    #expect(world.allCells == folded)
    if measure == .hours { #expect(world.total == milliseconds) }
  }

  @Test("a window over the antimeridian is a part of the world", arguments: DensityMeasure.allCases)
  func windowsWrap(measure: DensityMeasure) {
    let tracks = tracks(seed: 12)
    let span = Self.world * Self.pixel
    let world = DensityGrid.of(tracks, Int(Self.world), 24, measure, worldWidth: span)
    for x in [-70, -9, 0, 50, 63, 130] {
      let moved = tracks.map { $0.moved(x: Int64(-x) * Self.pixel, y: 0) }
      let window = DensityGrid.of(moved, 20, 24, measure, worldWidth: span)
      for row in 0..<24 {
        for column in 0..<20 {
          #expect(window[column, row] == world[(x + column + 192) % 64, row])
        }
      }
    }
  }

  @Test("a window wider than the world shows it again", arguments: DensityMeasure.allCases)
  func wideWindowsRepeat(measure: DensityMeasure) {
    let tracks = tracks(seed: 13)
    let span = Self.world * Self.pixel
    let world = DensityGrid.of(tracks, Int(Self.world), 24, measure, worldWidth: span)
    let wide = DensityGrid.of(tracks, 150, 24, measure, worldWidth: span)
    for row in 0..<24 {
      for column in 0..<150 { #expect(wide[column, row] == world[column % 64, row]) }
    }
  }

  @Test("a track drawn a world away is the same track")
  func worldsAgree() {
    let span = Self.world * Self.pixel
    for track in tracks(seed: 14) {
      let here = DensityGrid.of([track], 40, 24, .hours, worldWidth: span)
      for away in [-7, -1, 1, 9] {
        let there = track.moved(x: Int64(away) * span, y: 0)
        #expect(DensityGrid.of([there], 40, 24, .hours, worldWidth: span).allCells == here.allCells)
      }
    }
  }
}
