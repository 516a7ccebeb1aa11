import Behaviour
import Cartography
import Geography
import Raster
import TestSupport

/// A film of made-up events, for tests of what its frames show.
struct FilmScene {
  static let hour: Int64 = 3_600_000
  /// 14 September 2018, 09:40 UTC.
  static let begin: Int64 = 1_536_918_000_000

  let timeline: FilmTimeline
  let events: [(number: Int, event: Event)]

  /// A film of so many hours with so many events, which may begin before it and end after it.
  init(hours: Int64, events count: Int, step: Int64 = 600_000, begin: Int64 = Self.begin, seed: UInt64 = 5) {
    timeline = FilmTimeline(span: begin..<begin + hours * Self.hour, step: step)
    var random = SeededGenerator(seed: seed)
    let span = timeline.span
    events = (0..<count).map { number in
      let kind = EventKind.allCases[number % EventKind.allCases.count]
      let start = Int64.random(in: span.lowerBound - Self.hour...span.upperBound, using: &random)
      let length = kind == .identityChange ? 0 : Int64.random(in: 60_000...hours * Self.hour / 6, using: &random)
      var vessel = EventVessel(mmsi: 538_000_000 + UInt32(number), name: "SHIP \(number)")
      vessel.imo = 9_000_000 + UInt32(number)
      var event = Event(
        kind: kind, id: "e\(number)", start: start, end: start + length,
        place: Coordinate(latitude: 34.5, longitude: 127), vessels: [vessel, EventVessel(mmsi: 412_000_001)])
      event.findings.medianDistanceInMetres = 42
      event.findings.confidence = 0.83
      return (number + 1, event)
    }
  }

  /// A composer for a film of these events.
  func composer(width: Int, height: Int, theme: Theme = .dark) -> MapComposer {
    var words = MapWords()
    words.title = "Ships off Busan"
    words.subtitle = "Tracks of the last six hours"
    words.timeRange = DateText.span(timeline.span.lowerBound...timeline.span.upperBound)
    words.sources = ["AIS: made up for a test."]
    words.caveat = "Where no report came, a ship was not observed."
    words.film = timeline
    var legends = MapLegends(
      hasDensity: false, coloring: nil, events: EventLayer(events: events.map(\.event)), theme: theme)
    legends.hasPanel = true
    return MapComposer(
      fitting: BoundingBox(west: 124.5, south: 33.5, east: 130.5, north: 36), pictureWidth: width,
      pictureHeight: height, theme: theme, words: words, legends: legends)
  }

  /// Clock and strip of a composer's picture.
  func furniture(_ composer: MapComposer, window: Int64? = nil) -> FilmFurniture {
    FilmFurniture(
      layout: composer.layout, theme: composer.theme, timeline: timeline, events: events, window: window)
  }

  /// The ticker of a composer's picture.
  func ticker(_ composer: MapComposer, linger: Int64 = Self.hour) -> FilmTicker {
    FilmTicker(events: events, linger: linger, measures: composer.layout.measures, theme: composer.theme)
  }
}
