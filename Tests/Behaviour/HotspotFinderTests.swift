import Behaviour
import Geography
import TestSupport
import Testing

@Suite("Hotspots")
struct HotspotFinderTests {
  private static let middles = [
    Coordinate(latitude: 38, longitude: 124), Coordinate(latitude: -17, longitude: 179.9),
    Coordinate(latitude: 0, longitude: -180), Coordinate(latitude: 89.5, longitude: 10),
    Coordinate(latitude: -90, longitude: 0), Coordinate(latitude: 0.1, longitude: 0),
  ]

  private func longitude(_ degrees: Double, shifted by: Double) -> Double { BoundingBox.wrapped(degrees + by) }

  @Test("clusters are those of the definition, wherever on earth", arguments: middles)
  func oracle(middle: Coordinate) {
    var random = SeededGenerator(seed: 21)
    for round in 0..<6 {
      let places = HotspotScenes.places(90, about: middle, using: &random)
      let (radius, count) = ([20_000.0, 6_000, 45_000][round % 3], [3, 1, 5, 2][round % 4])
      let found = PlaceClusters(places: places, radiusInMetres: radius, minimumCount: count).clusters
      #expect(Set(found.map(Set.init)) == HotspotScenes.clusters(of: places, radius: radius, count: count))
      #expect(found.allSatisfy { $0 == $0.sorted() } && found.map { $0[0] } == found.map { $0[0] }.sorted())
    }
  }

  @Test("places at the very radius are neighbours as the ellipsoid says")
  func limit() {
    let (a, b) = (Coordinate(latitude: 40, longitude: 179.95), Coordinate(latitude: 40.05, longitude: -179.9))
    let distance = Ellipsoid.distanceInMetres(a, b)
    #expect(PlaceClusters(places: [a, b], radiusInMetres: distance + 1e-6, minimumCount: 2).clusters == [[0, 1]])
    #expect(PlaceClusters(places: [a, b], radiusInMetres: distance - 1e-6, minimumCount: 2).clusters.isEmpty)
  }

  @Test("a place at the border goes to the nearest core, and of two as near to the first by id")
  func border() {
    func clusters(_ longitudes: [Double]) -> [[Int]] {
      let places = longitudes.map { Coordinate(latitude: 0, longitude: $0) }
      return PlaceClusters(places: places, radiusInMetres: 34_000, minimumCount: 4).clusters
    }
    // Within reach of both crowds it is a core itself, and joins them.
    #expect(clusters([-0.3, -0.3, -0.3, -0.3, 0.3, 0.3, 0.3, 0.3, 0]) == [Array(0...8)])
    // Near one core of each it is none.
    let crowds = [-0.5, -0.5, -0.5, -0.3, 0.3, 0.5, 0.5, 0.5]
    #expect(clusters(crowds + [0]) == [[0, 1, 2, 3, 8], [4, 5, 6, 7]])
    #expect(clusters(crowds + [1e-5]) == [[0, 1, 2, 3], [4, 5, 6, 7, 8]])
  }

  @Test("the order of events does not matter", arguments: middles)
  func order(middle: Coordinate) {
    var random = SeededGenerator(seed: 5)
    var events = HotspotScenes.places(120, about: middle, using: &random).enumerated().map {
      HotspotScenes.event($0.offset / 2, at: $0.element, kind: $0.offset % 5 == 0 ? .darkRendezvous : .encounter)
    }
    let expected = HotspotFinder().hotspots(of: events)
    #expect(!expected.isEmpty && expected.map(\.rank) == Array(1...expected.count))
    #expect(Set(expected.map(\.id)).count == expected.count)
    for _ in 0..<5 {
      events.shuffle(using: &random)
      #expect(HotspotFinder().hotspots(of: events) == expected)
    }
  }

  @Test("events turned about the axis make the same hotspots, turned")
  func turned() {
    var random = SeededGenerator(seed: 9)
    let places = HotspotScenes.places(150, about: Coordinate(latitude: 61, longitude: 20), using: &random)
    func hotspots(_ turn: Double) -> [Hotspot] {
      HotspotFinder().hotspots(
        of: places.enumerated().map {
          var place = $0.element
          place.longitude = longitude(place.longitude, shifted: turn)
          return HotspotScenes.event($0.offset, at: place)
        })
    }
    let expected = hotspots(0)
    #expect(expected.count > 1)
    for turn in [17.0, 159.5, 160.3, -199, 90] {
      let turned = hotspots(turn)
      #expect(turned.map(\.id) == expected.map(\.id) && turned.map(\.rank) == expected.map(\.rank))
      for (a, b) in zip(turned, expected) {
        let place = Coordinate(latitude: b.place.latitude, longitude: longitude(b.place.longitude, shifted: turn))
        #expect(Ellipsoid.distanceInMetres(a.place, place) < 0.1 && a.vessels == b.vessels && a.flags == b.flags)
        #expect(abs((a.radiusInMetres ?? 0) - (b.radiusInMetres ?? 0)) < 0.1)
      }
    }
  }

  @Test("a crowd on the meridian of 180 degrees is one hotspot")
  func antimeridian() {
    let events = [179.9, -179.95, 179.99, -179.9, 180, -180].enumerated().map {
      HotspotScenes.event(
        $0.offset, at: Coordinate(latitude: -17 + Double($0.offset % 2) / 10, longitude: $0.element), hours: 3)
    }
    let hotspots = HotspotFinder().hotspots(of: events)
    #expect(hotspots.count == 1)
    let hotspot = hotspots[0]
    #expect(hotspot.count == 6 && hotspot.hours == 18 && hotspot.rank == 1)
    #expect(abs(hotspot.place.longitude) > 179.9 && abs(hotspot.place.latitude + 16.95) < 0.01)
    #expect(hotspot.first == events[0].start && hotspot.last == events[5].end)
    #expect(hotspot.vessels == (0..<6).map { 273_000_000 + $0 } + (0..<6).map { 412_000_000 + $0 })
    #expect(hotspot.vesselCount == 12)
    #expect(hotspot.flags == [.init(code: "CHN", count: 6), .init(code: "RUS", count: 6)])
    #expect((hotspot.radiusInMetres ?? 0) > 9_000 && (hotspot.radiusInMetres ?? 0) < 15_000)
  }

  @Test("only the chosen kinds count, and what is off the earth does not")
  func kinds() {
    let place = Coordinate(latitude: 1, longitude: 2)
    var events = (0..<3).map { HotspotScenes.event($0, at: place, kind: .loitering) }
    #expect(HotspotFinder().hotspots(of: events).isEmpty)
    #expect(HotspotFinder(kinds: [.loitering]).hotspots(of: events).map(\.count) == [3])
    events.append(HotspotScenes.event(3, at: Coordinate(latitude: .nan, longitude: 181), kind: .loitering))
    #expect(HotspotFinder(kinds: [.loitering]).hotspots(of: events).map(\.count) == [3])
    #expect(HotspotFinder().hotspots(of: []).isEmpty)
  }

  @Test("the outline holds every place, at a point and on a line it is the area around")
  func outline() {
    var random = SeededGenerator(seed: 33)
    for middle in Self.middles {
      let places = HotspotScenes.places(60, about: middle, using: &random)
      for (count, set) in [places, Array(places.prefix(1)), Array(places.prefix(2))].enumerated() {
        let events = set.enumerated().map { HotspotScenes.event($0.offset, at: $0.element) }
        for hotspot in HotspotFinder(radiusInMetres: 400_000, minimumCount: 1).hotspots(of: events) {
          let plane = LocalProjection(centre: hotspot.place)
          let ring = hotspot.outline.map { plane.metres(to: $0) }
          #expect(ring.count >= 3)
          for place in set.map({ plane.metres(to: $0) }) {
            let isInside = zip(ring, ring.dropFirst() + ring.prefix(1)).allSatisfy { a, b in
              (b.east - a.east) * (place.north - a.north) - (b.north - a.north) * (place.east - a.east) >= -1
            }
            #expect(isInside, "\(count) \(middle)")
          }
        }
      }
    }
  }

  @Test("two crowds just out of reach of each other are not compared man by man")
  func work() {
    func work(_ count: Int) -> Int {
      var random = SeededGenerator(seed: 3)
      let plane = LocalProjection(centre: Coordinate(latitude: 10, longitude: 10))
      let places = (0..<count).map { number in
        plane.place(
          east: (number % 2 == 0 ? 0 : 22_000) + Double.random(in: 0...1_500, using: &random),
          north: Double.random(in: 0...9_000, using: &random))
      }
      let clusters = PlaceClusters(places: places, radiusInMetres: 20_000, minimumCount: 3)
      #expect(clusters.clusters.map(\.count) == [count / 2, count / 2])
      return clusters.comparisons
    }
    #expect(work(4_000) < 4_000 * 20)
  }
}
