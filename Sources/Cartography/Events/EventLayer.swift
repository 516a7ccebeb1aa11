import Behaviour
import Geography
import Raster

/// Hotspots and events as marks, drawn alike in any window of any grid.
///
/// A place is rounded to whole units of the world once and to 1/4096 pixel of the grid once (that of a hotspot, with its
/// number, to whole pixels), and only then moved into a window by whole pixels. Painted are first the hotspots by falling
/// size, then the gaps' lines, then the markers by falling significance of their kinds; events by start, then id.
package struct EventLayer: Sendable {
  /// The events as they are painted.
  package let events: [Event]
  /// The hotspots as they are painted.
  package let hotspots: [Hotspot]
  /// The places of the hotspots, then of the events.
  let places: [EventPlace]
  let index: EventIndex

  /// A layer of events and hotspots in any order.
  package init(events: [Event], hotspots: [Hotspot] = []) {
    self.hotspots = hotspots.sorted { Self.key($0) < Self.key($1) }
    self.events = events.sorted { one, other in
      (one.start, one.id) != (other.start, other.id)
        ? (one.start, one.id) < (other.start, other.id) : Self.key(one) < Self.key(other)
    }
    places =
      self.hotspots.map { EventPlace($0.place) } + self.events.map { EventPlace($0.place, to: $0.reappearance) }
    index = EventIndex(places)
  }

  /// The same events without hotspots.
  package var withoutHotspots: EventLayer { EventLayer(events: events) }

  /// Events of the largest hotspot.
  var largestCount: Int { hotspots.first?.count ?? 1 }

  /// The event of a place's number; nil where that is a hotspot's.
  func event(ofPlace number: Int) -> Event? { number < hotspots.count ? nil : events[number - hotspots.count] }

  /// How far a mark's ink reaches from its place, in pixels.
  func reachInPixels(ofPlace number: Int, measures: EventMeasures) -> Double {
    number < hotspots.count
      ? measures.hotspotRadius(count: hotspots[number].count, largest: largestCount) + 4 : 2 * measures.marker
  }

  private static func key(_ hotspot: Hotspot) -> (Int, Double, Double) {
    (-hotspot.count, hotspot.place.latitude, hotspot.place.longitude)
  }

  private static func key(_ event: Event) -> (String, Double, Double, Double, Double) {
    let end = event.reappearance ?? event.place
    return (event.kind.rawValue, event.place.latitude, event.place.longitude, end.latitude, end.longitude)
  }
}
