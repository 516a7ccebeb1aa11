import Cartography
import Geography
import Raster
import TestSupport
import Testing
import Tracks

@Suite("Film: ships and trails from frame to frame") struct FilmTracksTests {
  private static let start: Int64 = 1_600_000_000_000

  /// Vessels on random walks about a place, with silences, jumps and stays among them.
  private static func tracks(seed: UInt64, longitude: Double, vessels: Int = 12) throws -> ReadResult {
    var random = SeededGenerator(seed: seed)
    var text = "mmsi,time,lat,lon\n"
    for vessel in 0..<vessels {
      var seconds = start / 1000 + Int64.random(in: 0..<20_000, using: &random)
      var (north, east) = (random.number(-1...1), longitude + random.number(-1...1))
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        text += "\(219_000_000 + vessel),\(seconds),\(north),\(BoundingBox.wrapped(east))\n"
        let kind = Int.random(in: 0..<12, using: &random)
        seconds += kind == 0 ? 9_000 : Int64.random(in: 1...900, using: &random)
        let reach = kind == 1 ? 1.5 : kind < 4 ? 0 : 0.02
        north = min(max(north + random.number(-1...1) * reach, -80), 80)
        east += random.number(-1...1) * reach
      }
    }
    return try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: ReadOptions()).read()
  }

  private func film(
    _ read: ReadResult, _ viewport: Viewport, step: Int64 = 300_000, trail: Int64 = 3_600_000, from first: Int = 0
  ) throws -> (tracks: FilmTracks, timeline: FilmTimeline) {
    let coloring = TrackColoring(.speed, tracks: read.tracks, time: read.survey.time)
    let timeline = FilmTimeline(span: Self.start..<Self.start + 40_000_000, step: step)
    let look = FilmTrackLook(
      .dark, coloring: coloring, grid: viewport.grid, vesselCount: read.tracks.vesselCount, scale: 1, trail: trail)
    let tracks = try FilmTracks(
      read.tracks, viewport: viewport, rule: LegRule(), coloring: coloring, timeline: timeline, look: look,
      from: first)
    return (tracks, timeline)
  }

  private func picture(_ film: FilmTracks) -> [UInt8] {
    var pixmap = Pixmap(width: film.viewport.width, height: film.viewport.height)
    film.ink.blend(onto: &pixmap, at: film.frame)
    return pixmap.encodedRGBA(rows: 0..<pixmap.height)
  }

  private static func viewport(_ longitude: Double) -> Viewport {
    Viewport(
      fitting: BoundingBox(
        west: BoundingBox.wrapped(longitude - 1), south: -1, east: BoundingBox.wrapped(longitude + 1), north: 1),
      width: 240, height: 180)
  }

  @Test("a frame reached step by step is the frame made anew", arguments: [(11, 10.0), (12, 180.0)])
  func anew(seed: Int, longitude: Double) throws {
    let read = try Self.tracks(seed: UInt64(seed), longitude: longitude)
    let viewport = Self.viewport(longitude)
    var (film, timeline) = try film(read, viewport)
    var (inked, seen) = (0, 0)
    for frame in 0..<timeline.count {
      try film.advance()
      guard frame % 17 == 0 || frame == timeline.count - 1 else { continue }
      var (anew, _) = try self.film(read, viewport, from: frame)
      try anew.advance()
      #expect(anew.frame == frame)
      #expect(picture(film) == picture(anew), "frame \(frame)")
      #expect(film.heads == anew.heads)
      #expect(film.ships.map(\.place) == anew.ships.map(\.place))
      #expect(film.ships.map(\.color) == anew.ships.map(\.color))
      inked += picture(film).contains { $0 > 0 } ? 1 : 0
      seen += film.ships.count
    }
    #expect(inked > 3 && seen > 10)
  }

  private func ships(_ rows: [(Int64, Double, Double)], at frames: [Int]) throws -> [[FilmShip]] {
    let text = "mmsi,time,lat,lon\n" + rows.map { "219000001,\(Self.start / 1000 + $0.0),\($0.1),\($0.2)\n" }.joined()
    let read = try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: ReadOptions()).read()
    var (film, _) = try film(read, Self.viewport(rows[0].2))
    var found: [[FilmShip]] = []
    for frame in 0...(frames.max() ?? 0) {
      try film.advance()
      if frames.contains(frame) { found.append(film.ships) }
    }
    return found
  }

  @Test("between two fixes a ship is on the straight way by the share of the time that has passed")
  func interpolated() throws {
    // Frames are five minutes: the first ends 100 s behind the first fix, with 400 s of 1,000 gone at the second's end.
    let found = try ships([(200, 0, 10), (1_200, 0, 10.1)], at: [0, 1, 4])
    let places = found.map { $0.first?.place.x ?? .nan }
    let viewport = Self.viewport(10)
    func x(_ longitude: Double) -> Double { viewport.grid.pixelX(worldX: WebMercator.x(longitude: longitude)) }
    for (place, longitude) in zip(places, [10.01, 10.04, 10.1]) { #expect(abs(place - x(longitude)) < 0.01) }
    #expect(found[0][0].heading.map { abs($0.x - 1) < 1e-6 && abs($0.y) < 1e-6 } == true)
    #expect(found.map { $0[0].isHeld } == [false, false, true])
  }

  @Test("a ship that crosses the antimeridian goes the short way")
  func antimeridian() throws {
    let found = try ships([(100, 0, 179.95), (1_100, 0, -179.95)], at: [1])
    let viewport = Self.viewport(179.95)
    let middle =
      viewport.grid.pixelX(worldX: WebMercator.x(longitude: 179.95)) + viewport.grid.worldWidthInPixels * 0.05 / 360
    #expect(found[0].count == 1)
    #expect(abs((found[0].first?.place.x ?? .nan) - middle) < 0.01)
  }

  @Test(
    "in a silence a ship dims where it was last seen, vanishes after as long as a gap may be, and comes back with a dash"
  )
  func silence() throws {
    let found = try ships(
      [(0, 0, 10), (200, 0, 10.01), (12_000, 0, 10.3), (12_100, 0, 10.31)], at: [0, 6, 12, 20, 40])
    #expect(found.map(\.count) == [1, 1, 0, 0, 1])
    #expect(found[1][0].isHeld && found[1][0].level < found[0][0].level)
    #expect(found[0][0].place == found[1][0].place)
  }

  @Test("nothing is drawn where nobody saw the ship before it is seen again; from then on dashes fade")
  func ghosts() throws {
    let text =
      "mmsi,time,lat,lon\n219000001,\(Self.start / 1000),0,9.5\n219000001,\(Self.start / 1000 + 12_000),0,10.3\n"
    let read = try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: ReadOptions()).read()
    var (film, _) = try film(read, Self.viewport(10))
    var strengths: [Int] = []
    for _ in 0..<60 {
      try film.advance()
      strengths.append(picture(film).enumerated().reduce(0) { $1.offset % 4 == 3 ? $0 + Int($1.element) : $0 })
    }
    #expect(strengths[..<40].allSatisfy { $0 == 0 })
    #expect(strengths[40] > 0)
    #expect(zip(strengths[40..<51], strengths[41..<52]).allSatisfy { $0 > $1 })
    #expect(strengths[52...].allSatisfy { $0 == 0 })
  }
}
