import Raster
import TestSupport
import Testing

@Suite("Density")
struct DensityGridTests {
  static let pixel: Int64 = 1 << PixelPoint.fractionBits

  @Test("hours in are hours on the map")
  func hoursAreKept() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let track = random.track(side: 50, count: 100)
      #expect(DensityGrid.of([track], 50, 50, .hours).total == track.milliseconds)
    }
  }

  @Test("each pixel has the whole milliseconds between entering and leaving, within one of the exact time")
  func sharesAreExact() {
    var random = SeededGenerator(seed: 2)
    for trial in 0..<3000 {
      let one = random.point(side: 9)
      let other = random.point(after: one, side: 9)
      // Every third time a duration beyond what the fast walk takes.
      let longest: Int64 = trial % 3 == 0 ? 1 << 45 : 4_000_000
      let duration = Int64.random(in: 1...longest, using: &random)
      var grid = DensityGrid(width: 9, height: 9, measure: .hours, worldWidth: 0)
      var touched = DensityGrid(width: 9, height: 9, measure: .transits, worldWidth: 0)
      grid.add(from: one, to: other, milliseconds: duration)
      touched.add(from: one, to: other, milliseconds: duration)
      for row in 0..<9 {
        for column in 0..<9 {
          let stay = DensityOracle.stay(
            one, other, duration: duration, column: Int64(column), row: Int64(row))
          #expect(grid[column, row] == UInt64(stay?.milliseconds ?? 0), "trial \(trial)")
          #expect(abs(Double(grid[column, row]) - (stay?.exact ?? 0)) < 1.1, "trial \(trial)")
          #expect(touched[column, row] == (stay == nil ? 0 : 1), "trial \(trial): \(one) \(other)")
        }
      }
    }
  }

  @Test("legs millions of pixels long give a window the exact shares, and at once")
  func longLegsJump() {
    var random = SeededGenerator(seed: 3)
    var hits = 0
    for trial in 0..<1500 {
      let inside = random.point(side: 6)
      // Through a place in the window, from far away to far away, at any slope, within |x|, |y| < 2^50.
      let bits = Int64.random(in: 20...42, using: &random)
      let deltaX = Int64.random(in: -(1 << bits)...(1 << bits), using: &random)
      let deltaY = trial % 5 == 0 ? 0 : Int64.random(in: -(1 << bits)...(1 << bits), using: &random)
      let before = Int64.random(in: 0...100, using: &random)
      let after = Int64.random(in: 0...100, using: &random)
      let one = PixelPoint(x: inside.x - before * deltaX, y: inside.y - before * deltaY)
      let other = PixelPoint(x: inside.x + after * deltaX, y: inside.y + after * deltaY)
      let duration = Int64.random(in: 1...1 << 40, using: &random)
      var grid = DensityGrid(width: 6, height: 6, measure: .hours, worldWidth: 0)
      var touched = DensityGrid(width: 6, height: 6, measure: .vessels, worldWidth: 0)
      grid.add(from: one, to: other, milliseconds: duration)
      touched.add(from: one, to: other, milliseconds: duration)
      for row in 0..<6 {
        for column in 0..<6 {
          let stay = DensityOracle.stay(
            one, other, duration: duration, column: Int64(column), row: Int64(row))
          if stay != nil { hits += 1 }
          #expect(grid[column, row] == UInt64(stay?.milliseconds ?? 0), "trial \(trial)")
          #expect(touched[column, row] == (stay == nil ? 0 : 1), "trial \(trial)")
        }
      }
    }
    #expect(hits > 1500)
  }

  @Test("legs that pass a corner by less than a unit enter and leave by the right pixels")
  func cornersAreExact() {
    var random = SeededGenerator(seed: 9)
    for trial in 0..<4000 {
      let size: Int64 = trial % 2 == 0 ? 200_000 : 1 << 33
      let deltaX = Int64.random(in: -size...size, using: &random)
      let deltaY = Int64.random(in: -size...size, using: &random)
      func fix(_ times: Int64) -> PixelPoint {
        PixelPoint(
          x: times * deltaX + Int64.random(in: -1...1, using: &random),
          y: times * deltaY + Int64.random(in: -1...1, using: &random))
      }
      let column = Int64.random(in: 0...3, using: &random) * Self.pixel
      let row = Int64.random(in: 0...3, using: &random) * Self.pixel
      let before = fix(-Int64.random(in: 0...3, using: &random))
      let after = fix(Int64.random(in: 0...3, using: &random))
      let one = PixelPoint(x: before.x + column, y: before.y + row)
      let other = PixelPoint(x: after.x + column, y: after.y + row)
      var grid = DensityGrid(width: 3, height: 3, measure: .hours, worldWidth: 0)
      var touched = DensityGrid(width: 3, height: 3, measure: .transits, worldWidth: 0)
      grid.add(from: one, to: other, milliseconds: 3_600_000)
      touched.add(from: one, to: other, milliseconds: 3_600_000)
      for row in 0..<3 {
        for column in 0..<3 {
          let stay = DensityOracle.stay(
            one, other, duration: 3_600_000, column: Int64(column), row: Int64(row))
          #expect(grid[column, row] == UInt64(stay?.milliseconds ?? 0), "trial \(trial)")
          #expect(touched[column, row] == (stay == nil ? 0 : 1), "trial \(trial)")
        }
      }
    }
  }

  @Test("a window equals the same window cut from a larger canvas", arguments: DensityMeasure.allCases)
  func windowsAgree(measure: DensityMeasure) {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<20 {
      let tracks = (0..<8).map { _ in random.track(side: 80, count: 60) }
      let canvas = DensityGrid.of(tracks, 80, 80, measure)
      for _ in 0..<10 {
        let x = Int.random(in: 0..<70, using: &random)
        let y = Int.random(in: 0..<70, using: &random)
        let width = Int.random(in: 1...80 - x, using: &random)
        let height = Int.random(in: 1...80 - y, using: &random)
        let moved = tracks.map { $0.moved(x: Int64(-x) * Self.pixel, y: Int64(-y) * Self.pixel) }
        let window = DensityGrid.of(moved, width, height, measure)
        #expect(window.allCells == canvas.part(x: x, y: y, width: width, height: height))
      }
    }
  }

  @Test("a canvas is the mosaic of its tiles, down to tiles of one pixel", arguments: [1, 7, 16])
  func mosaicIsCanvas(side: Int) {
    var random = SeededGenerator(seed: 5)
    let tracks = (0..<4).map { _ in random.track(side: 48, count: 60) }
    let canvas = DensityGrid.of(tracks, 48, 48, .hours)
    for y in stride(from: 0, to: 48 - side + 1, by: side) {
      for x in stride(from: 0, to: 48 - side + 1, by: side) {
        let moved = tracks.map { $0.moved(x: Int64(-x) * Self.pixel, y: Int64(-y) * Self.pixel) }
        let tile = DensityGrid.of(moved, side, side, .hours)
        #expect(tile.allCells == canvas.part(x: x, y: y, width: side, height: side))
      }
    }
  }

  @Test("a voyage back leaves the trace of the voyage out", arguments: DensityMeasure.allCases)
  func directionDoesNotMatter(measure: DensityMeasure) {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<100 {
      let track = random.track(side: 40, count: 40).moved(x: -5 * Self.pixel, y: -5 * Self.pixel)
      let out = DensityGrid.of([track], 30, 30, measure)
      #expect(DensityGrid.of([track.reversed], 30, 30, measure).allCells == out.allCells)
    }
  }

  @Test("any split of the vessels, merged in any order, is one grid", arguments: DensityMeasure.allCases)
  func splitsAgree(measure: DensityMeasure) {
    var random = SeededGenerator(seed: 7)
    let tracks = (0..<40).map { _ in random.track(side: 30, count: 50) }
    let whole = DensityGrid.of(tracks, 30, 30, measure)
    for _ in 0..<10 {
      var parts = [[DensityTrack]](repeating: [], count: 5)
      for track in tracks { parts[Int.random(in: 0..<5, using: &random)].append(track) }
      var sum = DensityGrid(width: 30, height: 30, measure: measure, worldWidth: 0)
      for part in parts.shuffled(using: &random) {
        sum.merge(DensityGrid.of(part.shuffled(using: &random), 30, 30, measure))
      }
      #expect(sum.allCells == whole.allCells)
      #expect(sum.total == whole.total)
    }
  }

  @Test("transits count tracks, vessels count vessels, positions count fixes")
  func countsAreSets() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<20 {
      let tracks = (0..<5).map { _ in random.track(side: 14, count: 30) }
      var transits = [UInt64](repeating: 0, count: 100)
      var vessels = transits
      var positions = transits
      for track in tracks {
        var ofVessel: Set<Int> = []
        var ofTrack: Set<Int> = []
        for (index, point) in track.points.enumerated() {
          if index > 0, track.legs[index - 1] < 0 {
            for cell in ofTrack { transits[cell] += 1 }
            ofTrack = []
          }
          let isJoined = index > 0 && track.legs[index - 1] >= 0
          let before = isJoined ? track.points[index - 1] : point
          for cell in 0..<100 {
            let (column, row) = (Int64(cell % 10), Int64(cell / 10))
            if DensityOracle.stay(before, point, duration: 1, column: column, row: row) != nil {
              ofTrack.insert(cell)
              ofVessel.insert(cell)
            }
            if DensityOracle.stay(point, point, duration: 1, column: column, row: row) != nil {
              positions[cell] += 1
            }
          }
        }
        for cell in ofTrack { transits[cell] += 1 }
        for cell in ofVessel { vessels[cell] += 1 }
      }
      #expect(DensityGrid.of(tracks, 10, 10, .transits).allCells == transits)
      #expect(DensityGrid.of(tracks, 10, 10, .vessels).allCells == vessels)
      #expect(DensityGrid.of(tracks, 10, 10, .positions).allCells == positions)
    }
  }

  @Test("an unobserved leg carries no time and parts two tracks")
  func gapsCarryNothing() {
    let middle = Self.pixel / 2
    let points = [0, 1, 5, 6].map { PixelPoint(x: $0 * Self.pixel + middle, y: middle) }
    let track = DensityTrack(points: points, legs: [1000, -1, 500])
    #expect(DensityGrid.of([track], 7, 1, .hours).allCells == [500, 500, 0, 0, 0, 250, 250])
    let there = DensityTrack(points: points + points.reversed(), legs: [0, -1, 0, -1, 0, -1, 0])
    #expect(DensityGrid.of([there], 7, 1, .transits).allCells == [2, 2, 0, 0, 0, 2, 2])
    #expect(DensityGrid.of([there], 7, 1, .vessels).allCells == [1, 1, 0, 0, 0, 1, 1])
    #expect(DensityGrid.of([], 7, 1, .hours).total == 0)
    let single = DensityTrack(points: [points[1]], legs: [])
    #expect(DensityGrid.of([single], 7, 1, .transits).allCells == [0, 1, 0, 0, 0, 0, 0])
  }

  @Test("a pixel holds more time than 32 bits, however it comes together")
  func countsDoNotOverflow() {
    let here = PixelPoint(x: Self.pixel / 2, y: Self.pixel / 2)
    let beside = PixelPoint(x: 3 * Self.pixel / 2, y: Self.pixel / 2)
    let years: Int64 = 1 << 37 + 12345
    let most: Int64 = (1 << 31) - 2
    var grid = DensityGrid(width: 2, height: 1, measure: .hours, worldWidth: 0)
    grid.add(from: here, to: here, milliseconds: years)
    for _ in 0..<9 { grid.add(from: here, to: beside, milliseconds: most) }
    let half = 9 * UInt64(most / 2)
    #expect(grid.allCells == [UInt64(years) + half, half])
    let other = grid
    grid.merge(other)
    #expect(grid.allCells == [2 * (UInt64(years) + half), 2 * half])
    #expect(grid.total == 2 * (UInt64(years) + 2 * half))
    var rows: [UInt64] = []
    grid.withRows { _, cells in rows += Array(cells) }
    #expect(rows == grid.allCells)
    #expect(grid[0, 0] == rows[0])
  }
}
