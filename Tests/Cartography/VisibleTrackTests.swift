import Cartography
import Geography
import Raster
import TestSupport
import Testing
import Tracks

@Suite("Tracks as a frame shows them")
struct VisibleTrackTests {
  /// A ship that goes east along a parallel at 10 knots, a fix every ten minutes.
  private func read(from east: Double, latitude: Double = 0, fixes: Int = 60, gapAt: Int? = nil) throws -> ReadResult {
    var text = "mmsi,time,lat,lon\n"
    var seconds = 1_600_000_200
    for step in 0..<fixes {
      let longitude = BoundingBox.wrapped(east + Double(step) * 10 / 6 / 60)
      text += "219000001,\(seconds),\(latitude),\(longitude)\n"
      seconds += step == gapAt ? 9_000 : 600
    }
    return try TrackReader([.memory(name: "a", bytes: Array(text.utf8))], options: ReadOptions()).read()
  }

  private func tracks(_ read: ReadResult, _ viewport: Viewport) throws -> [VisibleTrack] {
    try VisibleTrack.tracks(
      [0], of: read.tracks, viewport: viewport, rule: LegRule(),
      coloring: TrackColoring(.speed, tracks: read.tracks, time: read.survey.time), threads: 2)
  }

  @Test("a way over the antimeridian is one run whose pixels go on to the right", arguments: [179.2, -0.8, 100])
  func antimeridian(east: Double) throws {
    let read = try read(from: east)
    let viewport = Viewport(
      fitting: BoundingBox(west: east, south: -1, east: BoundingBox.wrapped(east + 1.7), north: 1), width: 800,
      height: 600)
    let track = try #require(try tracks(read, viewport).first)
    #expect(track.runs.count == 1)
    let places = track.runs[0].map(\.place)
    for (a, b) in zip(places, places.dropFirst()) { #expect(b.x > a.x && b.x - a.x < 20) }
    #expect(places.allSatisfy { $0.x > -1 && $0.x < 801 })
    #expect(track.heading.map { $0.x > 0.999 } == true)
    #expect(track.first?.time == 1_600_000_200_000)
  }

  @Test("a silence splits the run and keeps both ends and their times")
  func silence() throws {
    let read = try read(from: 10, gapAt: 20)
    let viewport = Viewport(
      fitting: BoundingBox(west: 10, south: -1, east: 11.7, north: 1), width: 800, height: 600)
    let track = try #require(try tracks(read, viewport).first)
    #expect(track.runs.map(\.count) == [21, 39])
    let silence = try #require(track.silences.first)
    #expect(track.silences.count == 1)
    #expect(silence.to.time - silence.from.time == 9_000_000)
    #expect(silence.from == track.runs[0][20] && silence.to == track.runs[1][0])
  }

  @Test("ticks stand at round times, where the ship was then")
  func ticks() throws {
    let read = try read(from: 10)
    let viewport = Viewport(
      fitting: BoundingBox(west: 10, south: -1, east: 11.7, north: 1), width: 800, height: 600)
    let track = try #require(try tracks(read, viewport).first)
    let ornaments = TrackOrnaments(
      [track], seen: 1, coloring: TrackColoring(.speed, tracks: read.tracks, time: read.survey.time),
      tick: .every(milliseconds: 3_600_000), hasGapEvents: false, scale: 1)
    // From 12:30 to 22:20 on that day.
    #expect(ornaments.tickTimes.map { $0 % 3_600_000 } == Array(repeating: 0, count: 10))
    let run = track.runs[0]
    let pace = (run[59].place.x - run[0].place.x) / Double(run[59].time - run[0].time)
    for (time, place) in zip(ornaments.tickTimes, ornaments.tickPlaces) {
      #expect(abs(place.x - run[0].place.x - pace * Double(time - run[0].time)) < 0.01)
    }
  }

  @Test("arrows point the way the ship goes, apart from one another, and none on a short way")
  func arrows() throws {
    let read = try read(from: 10)
    let coloring = TrackColoring(.speed, tracks: read.tracks, time: read.survey.time)
    func arrows(_ width: Double) throws -> [(place: Point, heading: Point)] {
      let viewport = Viewport(
        fitting: BoundingBox(west: 10, south: -width / 2, east: 10 + width, north: width / 2), width: 800, height: 600)
      return TrackOrnaments(
        try tracks(read, viewport), seen: 1, coloring: coloring, tick: .none, hasGapEvents: false, scale: 1
      ).arrowPlaces
    }
    let long = try arrows(1.7)
    #expect((4...7).contains(long.count))
    #expect(long.allSatisfy { $0.heading.x > 0.999 })
    for (a, b) in zip(long, long.dropFirst()) { #expect(b.place.x - a.place.x > 60) }
    #expect(try arrows(100).isEmpty)
  }

  @Test("automatic ticks leave room between them and stay away where many tracks are")
  func automatic() throws {
    let read = try read(from: 10)
    let viewport = Viewport(
      fitting: BoundingBox(west: 10, south: -1, east: 11.7, north: 1), width: 800, height: 600)
    let track = try #require(try tracks(read, viewport).first)
    let coloring = TrackColoring(.speed, tracks: read.tracks, time: read.survey.time)
    func ornaments(_ count: Int) -> TrackOrnaments {
      TrackOrnaments(
        Array(repeating: track, count: count), seen: count, coloring: coloring, tick: .automatic, hasGapEvents: false,
        scale: 1)
    }
    let places = ornaments(1).tickPlaces
    #expect(places.count >= 3)
    for (a, b) in zip(places, places.dropFirst()) { #expect(b.x - a.x >= 89) }
    #expect(ornaments(13).tickPlaces.isEmpty)
  }
}
