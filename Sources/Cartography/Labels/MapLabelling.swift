import Behaviour
import Geography
import Platform
import Raster

/// Which names and numbers a map wants to show: of events, vessels, silences, times, towns, seas and countries.
package struct MapLabelling: Sendable {
  /// Towns, countries and seas, any number.
  package var places: [NamedPlace] = []
  /// What vessels are called, by MMSI; others are called by their number.
  package var vesselNames: [UInt32: String] = [:]
  /// The vessels on the watchlist, by MMSI.
  package var watched: Set<UInt32> = []
  /// The numbers of events, by their index in the layer.
  package var numbers: [Int: Int] = [:]
  /// The vessels whose names are written besides those on the watchlist, by MMSI.
  package var named: Set<UInt32> = []

  /// So many vessels have their names written, and none where more than `mostSeen` share the map.
  package static let mostNamed = 12
  /// See `mostNamed`.
  package static let mostSeen = 40
  /// So many silences at most are told in words, the longest on the map first.
  private static let mostSilences = 40
  /// So many towns at most.
  private static let mostTowns = 40

  /// Nothing but what is added.
  package init() {}

  /// The numbers of events in a frame of the picture.
  func numberLabels(_ scene: MapScene, composer: MapComposer) -> [MapLabel] {
    guard scene.shows(.events), let events = scene.events else { return [] }
    let maker = LabelMaker(composer: composer)
    let reach = EventMeasures(grid: composer.viewport.grid, scale: composer.scale).marker * composer.scale / 2
    return events.sights(composer.viewport).compactMap { sight in
      numbers[sight.event].map { maker.number($0, at: sight.place, clearance: reach) }
    }
  }

  /// The other labels of a scene in a frame of the picture.
  func labels(_ scene: MapScene, composer: MapComposer) -> [MapLabel] {
    let measures = composer.layout.measures
    let maker = LabelMaker(composer: composer)
    var labels: [MapLabel] = []
    if scene.shows(.events), scene.showsDiscs, let events = scene.events {
      // Marks of events lie over the numbers in the discs.
      labels += events.hotspotSights(composer.viewport, scale: composer.scale).map {
        maker.hotspot(count: $0.count, at: $0.place, radius: $0.radius)
      }
    }
    if let ornaments = scene.ornaments {
      if scene.shows(.tracks) { labels += vesselLabels(ornaments, maker) }
      if scene.shows(.gaps) { labels += silenceLabels(ornaments, maker) }
      if scene.shows(.tracks), let step = ornaments.step {
        labels += ornaments.ticks.map { maker.tick($0.label(step: step), at: $0.place) }
      }
    }
    let zoom = log2(composer.viewport.grid.worldWidthInPixels / 256 / composer.scale)
    // Large pictures show the same sea larger, not more of its towns.
    let letters = log2(measures.smallSize / composer.scale / 12.5)
    let shown = places.filter { $0.leastZoom <= zoom - letters }
    var towns = 0
    for place in shown.sorted(by: Self.precedes) {
      switch place.kind {
      case .sea: maker.sea(place).map { labels.append($0) }
      case .country: maker.country(place).map { labels.append($0) }
      case .town:
        guard towns < Self.mostTowns, let label = maker.town(place) else { continue }
        towns += 1
        labels.append(label)
      }
    }
    return labels
  }

  private func vesselLabels(_ ornaments: TrackOrnaments, _ maker: LabelMaker) -> [MapLabel] {
    ornaments.tracks.compactMap { track in
      let isWatched = watched.contains(track.mmsi)
      guard named.contains(track.mmsi) || isWatched else { return nil }
      let name = vesselNames[track.mmsi] ?? "MMSI \(track.mmsi)"
      let place = track.last?.place ?? track.longestRunMiddle
      return place.flatMap { maker.vessel(isWatched ? "◊ " + name : name, at: $0, isWatched: isWatched) }
    }
  }

  private func silenceLabels(_ ornaments: TrackOrnaments, _ maker: LabelMaker) -> [MapLabel] {
    let silences = ornaments.tracks.flatMap(\.silences).map { silence in
      let (a, b) = (silence.from.place, silence.to.place)
      return (silence: silence, pixels: hypot(b.x - a.x, b.y - a.y))
    }
    let longest = silences.enumerated().sorted { ($1.element.pixels, $0.offset) < ($0.element.pixels, $1.offset) }
    return longest.prefix(Self.mostSilences).map { maker.silence($0.element.silence) }
  }

  /// Important places first; of equals those with more inhabitants, then by name and place.
  private static func precedes(_ one: NamedPlace, _ other: NamedPlace) -> Bool {
    func key(_ place: NamedPlace) -> (Int, Int, Int, String) {
      (place.isCapital ? min(place.rank, 2) : place.rank, Int(place.kind.rawValue), -place.population, place.name)
    }
    return key(one) < key(other)
  }
}
