import Cartography
import Geography
import Raster
import TestSupport
import Testing
import Tracks

@Suite("Film: density from frame to frame") struct DensityFilmTests {
  private static let start: Int64 = 1_600_000_000_000
  private static let timeline = FilmTimeline(span: start + 3_000_000..<start + 40_000_000, step: 700_000)

  /// Vessels on random walks about a place, with silences, jumps and long stays among them; some as late as a step ends.
  private static func tracks(seed: UInt64, longitude: Double, latitude: Double = 0) throws -> TrackSet {
    var random = SeededGenerator(seed: seed)
    var text = "mmsi,time,lat,lon\n"
    for vessel in 0..<14 {
      var seconds = start / 1000 + Int64.random(in: 0..<20_000, using: &random)
      var (north, east) = (latitude + random.number(-1...1), longitude + random.number(-1...1))
      for _ in 0..<Int.random(in: 1...120, using: &random) {
        text += "\(219_000_000 + vessel),\(seconds),\(north),\(BoundingBox.wrapped(east))\n"
        let kind = Int.random(in: 0..<12, using: &random)
        seconds += kind == 0 ? 9_000 : Int64.random(in: 1...900, using: &random)
        if kind == 2 { seconds = seconds / 700 * 700 + 700 }
        let reach = kind == 1 ? 1.5 : kind < 5 ? 0 : 0.03
        north = min(max(north + random.number(-1...1) * reach, -89), 89)
        east += random.number(-1...1) * reach
      }
    }
    return try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: ReadOptions()).read().tracks
  }

  /// Windows to look through: over the antimeridian, at the map's northern edge, and the world more than once.
  private static func views() throws -> [(tracks: TrackSet, view: Viewport)] {
    let world = BoundingBox(west: -180, south: -85, east: 180, north: 85)
    return [
      (
        try tracks(seed: 21, longitude: 180),
        Viewport(fitting: BoundingBox(west: 179.3, south: -0.8, east: -179.2, north: 0.9), width: 171, height: 133)
      ),
      (
        try tracks(seed: 22, longitude: 10, latitude: 84.7),
        Viewport(fitting: BoundingBox(west: 9, south: 84.4, east: 11, north: 85.05), width: 140, height: 150)
      ),
      (try tracks(seed: 23, longitude: -179), Viewport(fitting: world, width: 500, height: 100)),
    ]
  }

  private static let windows: [Int64?] = [nil, 0, 500_000, 700_000, 5_000_000, 12_345_678]

  /// The density of a frame made anew, from its fixes alone.
  private static func field(
    _ tracks: TrackSet, _ view: Viewport, _ measure: DensityMeasure, window: Int64?, smoothing: SmoothingReach? = nil,
    frame: Int
  ) throws -> DensityField {
    let end = timeline.interval(frame).upperBound
    let begin = window.map { max(timeline.span.lowerBound, end - $0) } ?? timeline.span.lowerBound
    return try DensityField(
      tracks.during(begin..<end), viewport: view, measure: measure, rule: LegRule(), smoothing: smoothing, threads: 1)
  }

  private static func film(
    _ tracks: TrackSet, _ view: Viewport, _ measure: DensityMeasure, window: Int64?, smoothing: SmoothingReach? = nil,
    from first: Int = 0
  ) throws -> DensityFilm {
    try DensityFilm(
      tracks, viewport: view, measure: measure, rule: LegRule(), timeline: timeline, window: window,
      smoothing: smoothing, from: first)
  }

  private static func indices(_ field: DensityField, _ table: ColorScaleTable) -> [UInt8] {
    field.values.map { table.index(of: $0) }
  }

  @Test(
    "every frame is the density of the fixes in its window of time, and so are its colours",
    arguments: DensityMeasure.allCases, windows)
  func frames(measure: DensityMeasure, window: Int64?) throws {
    for (tracks, view) in try Self.views() {
      var film = try Self.film(tracks, view, measure, window: window)
      let table = ColorScaleTable(
        ColorScale(
          histogram: try Self.field(tracks, view, measure, window: nil, frame: Self.timeline.count - 1).histogram,
          kind: .log))
      var filled = 0
      for frame in 0..<Self.timeline.count {
        try film.advance()
        #expect(film.frame == frame)
        let anew = try Self.field(tracks, view, measure, window: window, frame: frame)
        #expect(film.values == anew.values, "frame \(frame)")
        if frame % 3 > 0 { #expect(film.indices(table) == Self.indices(anew, table), "frame \(frame)") }
        filled += anew.values.contains { $0 > 0 } ? 1 : 0
      }
      if window != 0, window != 500_000 || measure != .hours { #expect(filled > 8) }
    }
  }

  @Test("smoothed frames are smoothed densities", arguments: DensityMeasure.allCases)
  func smoothed(measure: DensityMeasure) throws {
    for (tracks, view) in try Self.views() {
      for (smoothing, window) in [(SmoothingReach.pixels(1.3), 5_000_000 as Int64?), (.metres(2_000), nil)] {
        var film = try Self.film(tracks, view, measure, window: window, smoothing: smoothing)
        let last = try Self.field(
          tracks, view, measure, window: nil, smoothing: smoothing, frame: Self.timeline.count - 1)
        let table = ColorScaleTable(ColorScale(histogram: last.histogram, kind: .eq))
        for frame in 0..<Self.timeline.count {
          try film.advance()
          guard frame % 7 == 3 || frame == Self.timeline.count - 1 else { continue }
          let anew = try Self.field(tracks, view, measure, window: window, smoothing: smoothing, frame: frame)
          #expect(film.values == anew.values, "frame \(frame)")
          #expect(film.indices(table) == Self.indices(anew, table), "frame \(frame)")
        }
      }
    }
  }

  @Test("another scale colours all of a frame anew")
  func otherTable() throws {
    let (tracks, view) = try Self.views()[0]
    var film = try Self.film(tracks, view, .hours, window: 5_000_000)
    for _ in 0..<30 { try film.advance() }
    let anew = try Self.field(tracks, view, .hours, window: 5_000_000, frame: 29)
    for kind in ColorScale.Kind.allCases {
      let table = ColorScaleTable(ColorScale(histogram: anew.histogram, kind: kind))
      #expect(film.indices(table) == Self.indices(anew, table))
    }
  }

  @Test("a film that begins later has the frames of the whole film", arguments: DensityMeasure.allCases, windows)
  func later(measure: DensityMeasure, window: Int64?) throws {
    let (tracks, view) = try Self.views()[0]
    for first in [1, 13, Self.timeline.count - 1] {
      var film = try Self.film(tracks, view, measure, window: window, from: first)
      #expect(film.frame == first - 1)
      for frame in first..<min(first + 9, Self.timeline.count) {
        try film.advance()
        #expect(film.values == (try Self.field(tracks, view, measure, window: window, frame: frame).values))
      }
    }
  }

  @Test(
    "a film's histogram is the sum of its frames', however many work on it", arguments: DensityMeasure.allCases,
    [nil, 500_000, 12_345_678])
  func histogram(measure: DensityMeasure, window: Int64?) throws {
    for (tracks, view) in try Self.views() {
      for smoothing in [nil, SmoothingReach.pixels(1)] {
        var sum = ValueHistogram()
        for frame in 0..<Self.timeline.count {
          sum.merge(
            try Self.field(tracks, view, measure, window: window, smoothing: smoothing, frame: frame).histogram)
        }
        for threads in [1, 2, 7] {
          let found = try DensityFilm.histogram(
            tracks, viewport: view, measure: measure, rule: LegRule(), timeline: Self.timeline, window: window,
            smoothing: smoothing, threads: threads)
          #expect(found == sum, "\(threads) threads")
        }
      }
    }
  }
}
