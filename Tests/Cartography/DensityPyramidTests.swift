import Cartography
import Geography
import Raster
import TestSupport
import Testing
import Tracks

@Suite("A density pyramid: a tile is the canvas")
struct DensityPyramidTests {
  /// Random walks about a place, with gaps and jumps, some with one fix only.
  private static func tracks(
    seed: UInt64, latitude: Double, longitude: Double, spread: Double, vessels: Int = 20, fixes: Int = 60
  ) throws -> ReadResult {
    var random = SeededGenerator(seed: seed)
    var text = "mmsi,time,lat,lon\n"
    for vessel in 0..<vessels {
      var y = latitude + Double.random(in: -spread...spread, using: &random)
      var x = longitude + Double.random(in: -spread...spread, using: &random)
      var seconds = 1_600_000_000
      for _ in 0..<Int.random(in: 1...fixes, using: &random) {
        text += "\(219_000_000 + vessel),\(seconds),\(min(max(y, -89), 89)),\(BoundingBox.wrapped(x))\n"
        seconds += Int.random(in: 1...4_000, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: y += Double.random(in: -spread...spread, using: &random) / 4
        case 1: x += Double.random(in: -spread...spread, using: &random) / 4
        default:
          x += Double.random(in: -spread...spread, using: &random) / 20
          y += Double.random(in: -spread...spread, using: &random) / 20
        }
      }
    }
    return try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: ReadOptions()).read()
  }

  private static let rule = LegRule(gapAfterMilliseconds: 3_000_000, maximumSpeedInKnots: 200)

  private static func plan(
    _ measure: DensityMeasure, _ zooms: ClosedRange<Int>, size: Int = 256, memory: Int = 1 << 30, threads: Int = 2
  ) -> PyramidPlan {
    PyramidPlan(
      measure: measure, rule: rule, zooms: zooms, tileSize: size, box: nil, threads: threads, memory: memory)
  }

  /// A tile's values, dense.
  private static func values(
    _ pyramid: DensityPyramid, _ tile: TileID, smoothing: SmoothingReach? = nil
  ) throws -> [Float] {
    let size = pyramid.plan.tileSize
    var result = [Float](repeating: 0, count: size * size)
    var values = TileValues(pyramid, smoothing: smoothing)
    try values.withValues(of: tile) { places, values in
      for index in 0..<places.count { result[Int(places[index])] = values[index] }
    }
    return result
  }

  /// Every tile that meets the tracks' box equals the picture of its pixels, and tiles that are not there are empty.
  private func expectCanvas(
    _ read: ReadResult, _ plan: PyramidPlan, zooms: [Int], smoothing: SmoothingReach? = nil
  ) throws {
    let pyramid = try DensityPyramid(read.tracks, plan: plan)
    let box = try #require(read.survey.boundingBox)
    for zoom in zooms {
      let range = TileRange(zoom: zoom, tileSize: plan.tileSize, covering: box)
      let held = Set(pyramid.tiles(zoom: zoom, smoothing: smoothing))
      var filled = 0
      for row in range.rows {
        for offset in 0..<min(range.columnCount, 6) {
          let tile = TileID(zoom: zoom, x: (range.firstColumn + offset) & ((1 << zoom) - 1), y: row)
          let field = try DensityField(
            read.tracks, viewport: tile.viewport(tileSize: plan.tileSize), measure: plan.measure, rule: plan.rule,
            smoothing: smoothing, threads: 1)
          let same = try Self.values(pyramid, tile, smoothing: smoothing) == field.values
          #expect(same, "\(tile) of \(plan.measure) at \(plan.tileSize)")
          let isFilled = field.values.contains { $0 > 0 }
          if isFilled { filled += 1 }
          #expect(isFilled == held.contains(tile) || (smoothing != nil && !isFilled), "\(tile)")
        }
      }
      #expect(filled > 0)
    }
  }

  @Test(
    "all measures, both sizes, over land's end and the antimeridian", arguments: DensityMeasure.allCases, [256, 512])
  func measures(measure: DensityMeasure, size: Int) throws {
    for (seed, longitude) in [(UInt64(3), 7.0), (4, 179.99)] {
      let read = try Self.tracks(seed: seed, latitude: 54, longitude: longitude, spread: 0.2)
      try expectCanvas(read, Self.plan(measure, 0...10, size: size), zooms: [0, 1, 2, 5, 8, 9, 10])
    }
  }

  @Test("every zoom from 0 to 14")
  func zooms() throws {
    let read = try Self.tracks(seed: 5, latitude: -33, longitude: 179.999, spread: 0.012)
    for deepest in [0, 1, 2, 3, 7, 14] {
      try expectCanvas(read, Self.plan(.hours, 0...deepest), zooms: Array(0...deepest))
    }
    try expectCanvas(read, Self.plan(.transits, 0...14), zooms: [0, 3, 11, 14])
  }

  @Test("legs longer than a region, in every direction")
  func longLegs() throws {
    let read = try Self.tracks(seed: 6, latitude: 0.1, longitude: -0.1, spread: 3, vessels: 8, fixes: 12)
    var plan = Self.plan(.hours, 6...9)
    plan.rule = LegRule(gapAfterMilliseconds: 90_000_000, maximumSpeedInKnots: 5_000)
    try expectCanvas(read, plan, zooms: [6, 7, 8])
    plan.measure = .vessels
    try expectCanvas(read, plan, zooms: [6, 8])
  }

  @Test("smoothed tiles, in pixels and in metres", arguments: [SmoothingReach.pixels(2.5), .metres(4_000)])
  func smoothing(reach: SmoothingReach) throws {
    let read = try Self.tracks(seed: 7, latitude: 60, longitude: 180, spread: 0.3)
    try expectCanvas(read, Self.plan(.hours, 0...8), zooms: [0, 1, 4, 7, 8], smoothing: reach)
  }

  @Test("a parent is exactly the sum of its four children, and every zoom holds every hour")
  func sums() throws {
    let read = try Self.tracks(seed: 8, latitude: 40, longitude: -179.9, spread: 0.5)
    let pyramid = try DensityPyramid(read.tracks, plan: Self.plan(.hours, 0...11))
    var survey = 0
    for vessel in 0..<read.tracks.vesselCount {
      var scratch: [Fix] = []
      survey += try read.tracks.withFixes(ofVessel: vessel, scratch: &scratch) { fixes in
        zip(fixes, fixes.dropFirst()).reduce(0) {
          $0 + (Self.rule.verdict($1.0, $1.1) == .observed ? Int($1.1.milliseconds - $1.0.milliseconds) : 0)
        }
      }
    }
    #expect(pyramid.millisecondsInside == survey)
    var bytes: [UInt8] = []
    for zoom in 0...11 {
      var sum: UInt64 = 0
      for tile in pyramid.tiles(zoom: zoom) {
        try pyramid.withCells(of: tile, scratch: &bytes) { PackedCells.forEach(in: $0) { sum += $1 } }
      }
      #expect(sum == UInt64(survey), "zoom \(zoom)")
    }
  }

  @Test("threads and memory change nothing")
  func independence() throws {
    let read = try Self.tracks(seed: 9, latitude: 54, longitude: 7, spread: 1, vessels: 90, fixes: 120)
    let one = try DensityPyramid(read.tracks, plan: Self.plan(.hours, 0...12, threads: 1))
    let other = try DensityPyramid(read.tracks, plan: Self.plan(.hours, 0...12, memory: 1, threads: 5))
    #expect(!one.isSpilled && other.isSpilled)
    var (bytes, others): ([UInt8], [UInt8]) = ([], [])
    for zoom in 0...12 {
      #expect(one.tiles(zoom: zoom) == other.tiles(zoom: zoom))
      for tile in one.tiles(zoom: zoom) {
        let same =
          try one.withCells(of: tile, scratch: &bytes) { cells in Array(cells) }
          == other.withCells(of: tile, scratch: &others) { Array($0) }
        #expect(same)
      }
    }
    #expect(
      try PyramidHistogram(one, smoothing: nil).values == PyramidHistogram(other, smoothing: nil).values)
  }

  @Test("a box chooses tiles, and changes none of them")
  func boxes() throws {
    let read = try Self.tracks(seed: 10, latitude: 30, longitude: 180, spread: 1)
    for measure in [DensityMeasure.hours, .vessels] {
      let all = try DensityPyramid(read.tracks, plan: Self.plan(measure, 2...9))
      var plan = Self.plan(measure, 2...9)
      plan.box = BoundingBox(west: 179.8, south: 29.7, east: -179.9, north: 30.4)
      let some = try DensityPyramid(read.tracks, plan: plan)
      for zoom in 2...9 {
        let range = try #require(plan.range(zoom: zoom))
        let expected = all.tiles(zoom: zoom).filter { range.contains(column: $0.x, row: $0.y) }
        #expect(some.tiles(zoom: zoom) == expected)
        for tile in expected { #expect(try Self.values(all, tile) == Self.values(some, tile)) }
      }
      #expect(some.millisecondsInside < all.millisecondsInside)
    }
  }
}
