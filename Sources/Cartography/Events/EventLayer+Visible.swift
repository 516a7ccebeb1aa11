import Behaviour
import Geography
import Raster

extension EventLayer {
  /// An event in a viewport.
  package struct Sight: Sendable {
    /// The event's index in `events`.
    package let event: Int
    /// Where its mark is, in pixels from the viewport's upper left corner.
    package let place: Point
    /// Where a gap's vessel was seen again, in the same copy of the world; nil for others.
    package let reappearance: Point?
  }

  /// The events whose marks lie in a viewport, in the order in which they are painted, each once.
  package func sights(_ viewport: Viewport) -> [Sight] {
    let window = EventWindow(viewport, marginInPixels: 0)
    let frame = LabelBox(
      low: Point(x: 0, y: 0), high: Point(x: Double(viewport.width), y: Double(viewport.height)))
    var sights: [Sight] = []
    for number in index.numbers(from: window.west, to: window.east) where number >= hotspots.count {
      guard let copies = window.copies(of: places[number]) else { continue }
      for copy in copies {
        func pixel(_ x: Int64, _ y: Int64) -> Point {
          let pixel = window.pixel(x: x, y: y, copy: copy)
          return Point(x: pixel.x - Double(viewport.x), y: pixel.y - Double(viewport.y))
        }
        let place = pixel(places[number].x, places[number].y)
        guard frame.contains(LabelBox(low: place, high: place)) else { continue }
        let event = number - hotspots.count
        let end = events[event].reappearance.map { _ in pixel(places[number].endX, places[number].endY) }
        sights.append(Sight(event: event, place: place, reappearance: end))
        break
      }
    }
    return sights
  }

  /// The hotspots that reach into a viewport: pixels from its upper left corner, and their radius in pixels, of which
  /// `scale` make a point.
  package func hotspotSights(_ viewport: Viewport, scale: Double) -> [(place: Point, radius: Double, count: Int)] {
    let measures = EventMeasures(grid: viewport.grid, scale: scale)
    let window = EventWindow(viewport, marginInPixels: measures.largestHotspot * scale)
    return index.numbers(from: window.west, to: window.east).filter { $0 < hotspots.count }.flatMap { number in
      (window.copies(of: places[number]).map(Array.init) ?? []).map { copy in
        let pixel = window.pixel(x: places[number].x, y: places[number].y, copy: copy)
        let radius = measures.hotspotRadius(count: hotspots[number].count, largest: largestCount) * scale
        return (
          Point(x: pixel.x - Double(viewport.x), y: pixel.y - Double(viewport.y)), radius, hotspots[number].count
        )
      }
    }
  }
}
