import Geography

/// Finds the places where events crowd.
///
/// Events are clustered by density (`PlaceClusters`). What comes out does not depend on the order of the events.
package struct HotspotFinder: Hashable, Sendable {
  /// Events as near as this to each other are neighbours, in metres, inclusive; 20 m to 10,000 km.
  package var radiusInMetres: Double
  /// So many events within the radius of one of them, itself included, make a hotspot; at least 1.
  package var minimumCount: Int
  /// The kinds of events that count.
  package var kinds: Set<EventKind>

  /// A finder; by default of transfers, seen and dark.
  package init(
    radiusInMetres: Double = 20_000, minimumCount: Int = 3, kinds: Set<EventKind> = [.encounter, .darkRendezvous]
  ) {
    self.radiusInMetres = radiusInMetres
    self.minimumCount = minimumCount
    self.kinds = kinds
  }

  /// The hotspots by rank: those with the most events first, then most hours, then from south to north and west to east.
  ///
  /// A hotspot may have fewer events than the minimum where another one is nearer to some of its neighbours.
  package func hotspots(of events: [Event]) -> [Hotspot] {
    let clusters = clusters(of: events).map { numbers in numbers.map { events[$0] } }
    var hotspots = clusters.map(Self.hotspot).sorted {
      ($0.count, $0.hours ?? 0) == ($1.count, $1.hours ?? 0)
        ? ($0.place.latitude, $0.place.longitude, $0.id) < ($1.place.latitude, $1.place.longitude, $1.id)
        : ($0.count, $0.hours ?? 0) > ($1.count, $1.hours ?? 0)
    }
    var named: [String: Int] = [:]
    for place in hotspots.indices {
      hotspots[place].rank = place + 1
      // Events of files that name them badly may share their names.
      let times = (named[hotspots[place].id] ?? 0) + 1
      named[hotspots[place].id] = times
      if times > 1 { hotspots[place].id += "-\(times)" }
    }
    return hotspots
  }

  /// The places in `events` of the members of each cluster, members and clusters by the events' ids.
  ///
  /// Events of other kinds and off the earth belong to none.
  package func clusters(of events: [Event]) -> [[Int]] {
    let chosen = events.indices.filter { number in
      let place = events[number].place
      return kinds.contains(events[number].kind)
        && EventShape.place(latitude: place.latitude, longitude: place.longitude) != nil
    }
    let sorted = chosen.sorted { Self.isBefore(events[$0], events[$1]) }
    let places = PlaceClusters(
      places: sorted.map { events[$0].place }, radiusInMetres: radiusInMetres, minimumCount: minimumCount)
    return places.clusters.map { cluster in cluster.map { sorted[$0] } }
  }

  /// By id; where ids are the same, by whatever else hotspots are made of.
  private static func isBefore(_ a: Event, _ b: Event) -> Bool {
    if a.id != b.id { return a.id < b.id }
    if (a.start, a.end) != (b.start, b.end) { return (a.start, a.end) < (b.start, b.end) }
    if a.place != b.place {
      return (a.place.latitude, a.place.longitude) < (b.place.latitude, b.place.longitude)
    }
    return a.vessels.map { $0.mmsi ?? 0 }.lexicographicallyPrecedes(b.vessels.map { $0.mmsi ?? 0 })
  }

  private static func hotspot(_ events: [Event]) -> Hotspot {
    let extent = ClusterExtent(events.map(\.place))
    let vessels = Set(events.flatMap { $0.vessels.compactMap(\.mmsi) }).sorted()
    var fleets: [String: Int] = [:]
    for vessel in vessels {
      if let code = FlagState(mmsi: vessel)?.alpha3 { fleets[code, default: 0] += 1 }
    }
    let flags = fleets.map { Hotspot.FlagCount(code: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    return Hotspot(
      place: extent.centre, radiusInMetres: extent.radius, outline: extent.outline, count: events.count,
      // Whole milliseconds, so that the sum has no order.
      hours: Double(events.reduce(0) { $0 + ($1.end - $1.start) }) / 3_600_000,
      first: events.map(\.start).min(), last: events.map(\.end).max(),
      // No identities are not no vessels.
      vesselCount: vessels.isEmpty ? nil : vessels.count, id: id(of: events), vessels: vessels, flags: flags)
  }

  /// A name from the members' names in ascending order: their 64-bit FNV-1a (Fowler, Noll and Vo).
  private static func id(of events: [Event]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for event in events {
      for byte in event.id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x0A) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return "hotspot-" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
