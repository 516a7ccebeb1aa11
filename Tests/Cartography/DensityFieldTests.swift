import Cartography
import Geography
import Raster
import TestSupport
import Testing
import Tracks

@Suite("Density of a viewport") struct DensityFieldTests {
  /// Random walks of forty vessels within a box, some across the antimeridian.
  private static func tracks(seed: UInt64, about middle: Double, spread: Double) throws -> ReadResult {
    var random = SeededGenerator(seed: seed)
    var text = "mmsi,time,lat,lon\n"
    for vessel in 0..<40 {
      var latitude = Double.random(in: -60...60, using: &random)
      var longitude = middle + Double.random(in: -spread...spread, using: &random)
      var seconds = 1_600_000_000
      for _ in 0..<200 {
        text += "\(219_000_000 + vessel),\(seconds),\(latitude),\(BoundingBox.wrapped(longitude))\n"
        seconds += Int.random(in: 1...4_000, using: &random)
        latitude += Double.random(in: -0.1...0.1, using: &random)
        longitude += Double.random(in: -0.1...0.1, using: &random)
      }
    }
    return try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: ReadOptions()).read()
  }

  private func field(
    _ read: ReadResult, _ view: Viewport, _ measure: DensityMeasure = .hours, smoothing: SmoothingReach? = nil,
    threads: Int = 2
  ) throws -> DensityField {
    try DensityField(
      read.tracks, viewport: view, measure: measure, rule: LegRule(), smoothing: smoothing, threads: threads)
  }

  /// Milliseconds that the values stand for.
  private func milliseconds(_ field: DensityField) -> Double {
    let view = field.viewport
    var sum = 0.0
    for row in 0..<view.height {
      let area = Ellipsoid.areaInSquareKilometres(
        south: view.latitude(ofEdge: row + 1), north: view.latitude(ofEdge: row),
        longitudeSpan: 360 / view.grid.worldWidthInPixels)
      for column in 0..<view.width { sum += Double(field.values[row * view.width + column]) * area * 3_600_000 }
    }
    return sum
  }

  private static let world = BoundingBox(west: -180, south: -85.0511287, east: 180, north: 85.0511287)

  @Test("the whole world holds every hour, at any zoom and in any frame", arguments: [0.0, 180], [UInt64(1), 2])
  func everything(middle: Double, seed: UInt64) throws {
    let read = try DensityFieldTests.tracks(seed: seed, about: middle, spread: 20)
    let total = read.survey.observedMilliseconds
    #expect(total > 0)
    var views = [0, 1, 3].map { Viewport(zoom: $0, covering: DensityFieldTests.world) }
    views.append(Viewport(fitting: DensityFieldTests.world, width: 640, height: 360))
    views.append(Viewport(fitting: DensityFieldTests.world, width: 200, height: 400))
    for view in views {
      let field = try field(read, view)
      #expect(field.millisecondsInside == total, "\(view)")
      #expect(abs(milliseconds(field) - Double(total)) < Double(total) * 1e-6, "\(view)")
    }
  }

  @Test("windows that share out the world share out the hours, to the millisecond", arguments: [0.0, 180])
  func inAndOut(middle: Double) throws {
    let read = try DensityFieldTests.tracks(seed: 3, about: middle, spread: 3)
    let grid = PixelGrid(zoom: 3)
    for (column, row) in [(1_024, 900), (2_040, 1_000), (7, 1_100), (1_000, 3)] {
      var sum: Int64 = 0
      for (x, width) in [(0, column), (column, 2_048 - column)] {
        for (y, height) in [(0, row), (row, 2_048 - row)] {
          sum += try field(read, Viewport(grid: grid, x: x, y: y, width: width, height: height)).millisecondsInside
        }
      }
      #expect(sum == read.survey.observedMilliseconds, "cut at \(column), \(row)")
    }
  }

  @Test("a window is the same window cut from a larger one", arguments: ["hours", "transits", "vessels", "positions"])
  func windows(measure: String) throws {
    let measure = try #require(DensityMeasure(rawValue: measure))
    let read = try DensityFieldTests.tracks(seed: 4, about: 180, spread: 3)
    let grid = PixelGrid(zoom: 6)
    let large = Viewport(grid: grid, x: 16_384 - 300, y: 6_000, width: 600, height: 4_000)
    let whole = try field(read, large, measure)
    #expect(whole.values.contains { $0 > 0 })
    for (x, y, width, height) in [(0, 0, 300, 4_000), (290, 1_500, 21, 1_000), (311, 2_000, 289, 777)] {
      for turn in [0, -16_384] {
        let part = Viewport(grid: grid, x: large.x + x + turn, y: large.y + y, width: width, height: height)
        var cut: [Float] = []
        for row in y..<(y + height) {
          let start = row * 600 + x
          cut += whole.values[start..<(start + width)]
        }
        #expect(try field(read, part, measure).values == cut, "\(x) \(y), \(turn)")
      }
    }
  }

  @Test("a view wider than the world counts nothing twice and leaves the rest empty")
  func wide() throws {
    let read = try DensityFieldTests.tracks(seed: 5, about: 179, spread: 10)
    let view = Viewport(fitting: DensityFieldTests.world, width: 1_000, height: 256)
    #expect(view.grid.worldWidthInPixels <= 257)
    for measure in DensityMeasure.allCases {
      let field = try field(read, view, measure)
      #expect(field.millisecondsInside == read.survey.observedMilliseconds)
      let columns = (0..<1_000).filter { column in
        stride(from: column, to: field.values.count, by: 1_000).contains { field.values[$0] > 0 }
      }
      #expect((columns.last ?? 0) - (columns.first ?? 0) < 257)
      if measure == .positions { #expect(field.values.reduce(0, +) == Float(read.survey.fixes)) }
    }
  }

  @Test("smoothing keeps the sum, and what is inside does not depend on it")
  func smoothing() throws {
    let read = try DensityFieldTests.tracks(seed: 6, about: 0, spread: 5)
    let view = Viewport(zoom: 2, covering: DensityFieldTests.world)
    let plain = try field(read, view, .positions)
    for reach in [SmoothingReach.pixels(1.5), .pixels(4), .metres(100_000)] {
      let smooth = try field(read, view, .positions, smoothing: reach)
      #expect(smooth.millisecondsInside == plain.millisecondsInside)
      #expect(smooth.values != plain.values)
      let (sum, expected) = (smooth.values.reduce(0) { $0 + Double($1) }, Double(read.survey.fixes))
      #expect(abs(sum - expected) < expected * 1e-5, "\(reach)")
    }
  }

  @Test("any number of threads gives the same values", arguments: DensityMeasure.allCases.map(\.rawValue))
  func threads(measure: String) throws {
    let measure = try #require(DensityMeasure(rawValue: measure))
    let read = try DensityFieldTests.tracks(seed: 7, about: 100, spread: 60)
    let view = Viewport(fitting: DensityFieldTests.world, width: 500, height: 500)
    let one = try field(read, view, measure, smoothing: .pixels(1), threads: 1)
    for threads in [2, 3, 16] {
      #expect(try field(read, view, measure, smoothing: .pixels(1), threads: threads).values == one.values)
    }
  }
}
