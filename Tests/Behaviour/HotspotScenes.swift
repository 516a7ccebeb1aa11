import Behaviour
import Geography
import TestSupport

/// Made events for the tests of hotspots.
enum HotspotScenes {
  /// An encounter at a place, with two vessels of numbers that follow from its own.
  static func event(_ number: Int, at place: Coordinate, kind: EventKind = .encounter, hours: Int64 = 2) -> Event {
    let start = 1_536_918_000_000 + Int64(number) * 60_000
    return Event(
      kind: kind, id: "e\(number)", start: start, end: start + hours * 3_600_000, place: place,
      vessels: [
        EventVessel(mmsi: 412_000_000 + UInt32(number % 40)), EventVessel(mmsi: 273_000_000 + UInt32(number % 7)),
      ])
  }

  /// Places in a few crowds about a place and scattered between them, within some 150 km of it.
  static func places(_ count: Int, about middle: Coordinate, using random: inout SeededGenerator) -> [Coordinate] {
    let plane = LocalProjection(centre: middle)
    let crowds = (0..<4).map { _ in
      (Double.random(in: -120_000...120_000, using: &random), Double.random(in: -120_000...120_000, using: &random))
    }
    return (0..<count).map { number in
      let (crowd, reach) = number % 3 == 0 ? ((0, 0), 150_000.0) : (crowds[number % crowds.count], 25_000)
      return plane.place(
        east: crowd.0 + Double.random(in: -reach...reach, using: &random),
        north: crowd.1 + Double.random(in: -reach...reach, using: &random))
    }
  }

  /// DBSCAN as it is defined, everyone compared with everyone: the members of each cluster.
  static func clusters(of places: [Coordinate], radius: Double, count: Int) -> Set<Set<Int>> {
    let near = places.indices.map { a in
      places.indices.filter { Ellipsoid.distanceInMetres(places[a], places[$0]) <= radius }
    }
    let cores = places.indices.filter { near[$0].count >= count }
    var cluster = [Int](repeating: -1, count: places.count)
    for core in cores where cluster[core] < 0 {
      var waiting = [core]
      while let next = waiting.popLast() {
        if cluster[next] >= 0 { continue }
        cluster[next] = core
        waiting += near[next].filter { cores.contains($0) }
      }
    }
    for place in places.indices where near[place].count < count {
      let nearest = near[place].filter { cores.contains($0) }
        .map { (Ellipsoid.distanceInMetres(places[place], places[$0]), $0) }.min { $0 < $1 }
      if let nearest { cluster[place] = cluster[nearest.1] }
    }
    return Set(Dictionary(grouping: places.indices.filter { cluster[$0] >= 0 }) { cluster[$0] }.values.map(Set.init))
  }
}
