import Behaviour
import Cartography
import Geography
import TestSupport
import Testing

@Suite("Film: time and camera") struct FilmCameraTests {
  private static let view = Viewport(
    fitting: BoundingBox(west: 0, south: 50, east: 10, north: 56), width: 320, height: 180)

  @Test("frames are half-open, meet without a gap, and hold every instant once", arguments: 0..<40)
  func timeline(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let start = Int64.random(in: -10_000...1_000_000_000_000, using: &random)
    let length = Int64.random(in: 1...1_000_000, using: &random)
    let timeline = FilmTimeline(span: start..<start + length, step: Int64.random(in: 1...200_000, using: &random))
    #expect(timeline.interval(0).lowerBound == start)
    #expect(timeline.interval(timeline.count - 1).upperBound == start + length)
    for frame in 0..<timeline.count {
      let interval = timeline.interval(frame)
      #expect(!interval.isEmpty && Int64(interval.count) <= timeline.step)
      #expect(timeline.frame(holding: interval.lowerBound) == frame)
      #expect(timeline.frame(holding: interval.upperBound - 1) == frame)
      if frame > 0 { #expect(timeline.interval(frame - 1).upperBound == interval.lowerBound) }
      if frame > 200 { break }
    }
    #expect(timeline.frame(holding: start - 1) == nil && timeline.frame(holding: start + length) == nil)
  }

  /// Expects shots that hold every frame once, in order.
  private func expectWhole(_ camera: FilmCamera, count: Int) {
    #expect(camera.shots.first?.frames.lowerBound == 0 && camera.shots.last?.frames.upperBound == count)
    for (one, other) in zip(camera.shots, camera.shots.dropFirst()) {
      #expect(one.frames.upperBound == other.frames.lowerBound && !other.frames.isEmpty)
    }
  }

  private func event(_ number: Int, from start: Int64, to end: Int64, at place: Coordinate) -> Event {
    Event(kind: .encounter, id: "e\(number)", start: start, end: end, place: place)
  }

  @Test("cuts to events leave no frame out, hold long enough to be read, and look at their events", arguments: 0..<60)
  func cuts(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 900)
    let count = Int.random(in: 1...400, using: &random)
    let timeline = FilmTimeline(span: 0..<Int64(count) * 60_000, step: 60_000)
    let events = (0..<Int.random(in: 0...12, using: &random)).map { number in
      let start = Int64.random(in: -50...Int64(count) + 50, using: &random) * 60_000
      return event(
        number, from: start, to: start + Int64.random(in: 0...200, using: &random) * 60_000,
        at: Coordinate(latitude: random.number(50...56), longitude: random.number(0...10)))
    }
    let camera = FilmCamera(
      timeline: timeline, view: Self.view, events: events, radius: 10_000, lead: 120_000, least: 24, most: 96)
    expectWhole(camera, count: count)
    for shot in camera.shots {
      #expect(shot.frames.count >= min(24, count))
      guard shot.canvas != Self.view else { continue }
      let box = shot.canvas.boundingBox
      let shown = events.filter { box.contains($0.place) }
      // The first may begin before its event does.
      #expect(
        shot.frames.lowerBound == 0
          || shown.contains { $0.start - 120_000 <= Int64(shot.frames.lowerBound + 1) * 60_000 })
      #expect(shot.view(shot.frames.lowerBound) == shot.canvas)
    }
  }

  @Test(
    "a camera that follows keeps its ships in view, moves by whole pixels of one grid, and fits its canvases",
    arguments: 0..<20)
  func follows(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 70)
    var place = SIMD2(WebMercator.x(longitude: 179), WebMercator.y(latitude: random.number(-60...60)))
    let unit = WebMercator.unitsAcross / 360
    let places = (0..<Int.random(in: 1...300, using: &random)).map { _ in
      place += SIMD2(random.number(-0.01...0.02), random.number(-0.01...0.01)) * unit
      return Int.random(in: 0..<9, using: &random) == 0
        ? [] : [place, place + SIMD2(random.number(-0.03...0.03), random.number(-0.03...0.03)) * unit]
    }
    guard let camera = FilmCamera(following: places, width: 320, height: 180, radius: 9_000) else {
      let isUnseen = places.allSatisfy(\.isEmpty)
      #expect(isUnseen)
      return
    }
    expectWhole(camera, count: places.count)
    for shot in camera.shots {
      #expect(shot.canvas.grid == camera.shots[0].canvas.grid)
      #expect(shot.canvas.width <= 3 * 320 && shot.canvas.height <= 3 * 180)
      for frame in shot.frames {
        let (view, offset) = (shot.view(frame), shot.offset(frame))
        #expect(view.width == 320 && view.height == 180)
        #expect(
          offset.x >= 0 && offset.y >= 0 && offset.x + 320 <= shot.canvas.width && offset.y + 180 <= shot.canvas.height)
        for place in places[frame] {
          let (x, y) = (
            view.grid.pixelX(worldX: place.x) - Double(view.x), view.grid.pixelY(worldY: place.y) - Double(view.y)
          )
          #expect((0...320).contains(x) && (0...180).contains(y), "frame \(frame): \(x), \(y)")
        }
      }
    }
  }
}
