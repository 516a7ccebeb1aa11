import Behaviour
import Geography
import Platform
import TestSupport
import Testing

@Suite("Meetings that two silences may hide")
struct DarkMeetingOracleTests {
  /// Two ships that were last and next seen somewhere in a small sea, hours apart.
  private struct Silences {
    var ends: [(mmsi: Int, start: Double, end: Double, from: Coordinate, to: Coordinate)] = []

    init(seed: UInt64, longitude: Double) {
      var random = SeededGenerator(seed: seed)
      for mmsi in [211_000_001, 211_000_002] {
        func place() -> Coordinate {
          Coordinate(
            latitude: Double.random(in: 33...34.2, using: &random),
            longitude: BoundingBox.wrapped(longitude + Double.random(in: 0...1.4, using: &random)))
        }
        let start = Double(Int.random(in: 60...300, using: &random))
        let end = start + Double(Int.random(in: 240...700, using: &random))
        ends.append((mmsi, start, end, place(), place()))
      }
    }

    /// Minutes that both can be together at a place, at 15 knots at most; negative where they miss each other.
    func stay(_ place: Coordinate) -> Double {
      func minutes(_ other: Coordinate) -> Double { Ellipsoid.greatCircleInMetres(place, other) / 1852 / 15 * 60 }
      let arrival = ends.map { $0.start + minutes($0.from) }.max() ?? 0
      let departure = ends.map { $0.end - minutes($0.to) }.min() ?? 0
      return departure - arrival
    }

    /// The places of a fine grid.
    func grid(_ longitude: Double) -> [Coordinate] {
      (0..<90).flatMap { row in
        (0..<90).map { column in
          Coordinate(
            latitude: 32.4 + Double(row) * 0.03, longitude: BoundingBox.wrapped(longitude - 0.6 + Double(column) * 0.03)
          )
        }
      }
    }

    func events() throws -> [Event] {
      var sea = SmallSearch()
      for end in ends {
        // A fix on either side of the silence, in its place; the other ends of tracks are close in time.
        for minute in [end.start - 2, end.start] { sea.add(end.mmsi, minute, end.from.latitude, end.from.longitude) }
        for minute in [end.end, end.end + 2] { sea.add(end.mmsi, minute, end.to.latitude, end.to.longitude) }
      }
      return try sea.events().filter { $0.kind == .darkRendezvous }
    }
  }

  @Test("are those that a fine grid of places allows", arguments: 1...60 as ClosedRange<UInt64>)
  func grid(seed: UInt64) throws {
    let longitude = seed % 2 == 0 ? 150 : 179.3
    let silences = Silences(seed: seed, longitude: longitude)
    // Faster than the limit from last to next sight: such a ship has no reach.
    let tooFar = silences.ends.contains {
      Ellipsoid.greatCircleInMetres($0.from, $0.to) / 1852 / 15 * 60 > $0.end - $0.start
    }
    let grid = silences.grid(longitude)
    let longest = grid.map(silences.stay).max() ?? 0
    let events = try silences.events()
    guard !tooFar, longest >= 120 else {
      // The grid may miss by its own width.
      #expect(events.isEmpty || tooFar == false && longest > 105)
      return
    }
    let event = try #require(events.first)
    #expect(events.count == 1)
    let found = try #require(event.findings.longestStayInHours) * 60
    #expect(found >= longest - 0.5 && found < longest + 16)
    #expect(abs(silences.stay(event.place) - found) < 0.5)
    // Every allowed place of the grid lies in the window and, but for its edge, in the area.
    let centre = LocalProjection(centre: event.place)
    let ring = event.findings.area.map { centre.metres(to: $0) }
    for place in grid where silences.stay(place) > 124 {
      let at = centre.metres(to: place)
      var isInside = false
      for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) where (a.north > at.north) != (b.north > at.north) {
        if at.east < a.east + (at.north - a.north) / (b.north - a.north) * (b.east - a.east) { isInside.toggle() }
      }
      #expect(isInside, "\(place)")
    }
    for corner in event.findings.area { #expect(silences.stay(corner) > 119) }
  }
}
