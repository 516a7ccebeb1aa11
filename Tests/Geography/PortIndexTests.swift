import CResources
import Geography
import Testing

@Suite("Ports")
struct PortIndexTests {
  /// The first of the nearest ports, by measuring them all.
  private func measured(_ ports: [Port], from place: Coordinate) -> (port: Port, metres: Double)? {
    ports.map { ($0, Ellipsoid.distanceInMetres(place, $0.place)) }.min { $0.1 < $1.1 }
  }

  private func ports(_ places: [Coordinate]) -> [Port] {
    places.enumerated().map { Port(name: "\($0.offset)", countryCode: "", place: $0.element) }
  }

  @Test("the nearest port is the one that measuring them all finds, at the poles and the antimeridian too")
  func nearestOfAll() throws {
    var random = RandomPlaces(seed: 1)
    for count in [1, 2, 7, 8, 9, 64, 65, 700] {
      let ports = ports((0..<count).map { _ in random.place() })
      let index = PortIndex(ports)
      for _ in 0..<60 {
        let place = random.place()
        let expected = try #require(measured(ports, from: place))
        let found = try #require(index.nearest(to: place))
        #expect(
          found.port == expected.port && found.metres == expected.metres, "\(count) ports, from \(place)")
        let inside = index.nearest(to: place, within: expected.metres)
        #expect(inside?.port == expected.port)
        #expect(index.nearest(to: place, within: expected.metres.nextDown) == nil || expected.metres == 0)
      }
    }
  }

  @Test("among anchorages a few metres apart the nearest is found")
  func crowded() {
    var random = RandomPlaces(seed: 2)
    let harbour = BoundingBox(west: 179.99, south: 51.99, east: -179.99, north: 52.01)
    let ports = ports((0..<500).map { _ in random.place(in: harbour) })
    let index = PortIndex(ports)
    for _ in 0..<50 {
      for place in [random.place(in: harbour), random.place()] {
        #expect(index.nearest(to: place)?.port == measured(ports, from: place)?.port)
      }
    }
  }

  @Test("of ports at one place the first is named")
  func equals() {
    let place = Coordinate(latitude: 35.1, longitude: 129.04)
    let index = PortIndex(ports(Array(repeating: place, count: 40)))
    #expect(index.nearest(to: place)?.port.name == "0")
    #expect(index.nearest(to: Coordinate(latitude: -60, longitude: 10))?.port.name == "0")
  }

  @Test("no ports, no numbers and no reach give no answer")
  func nothing() {
    let place = Coordinate(latitude: 1, longitude: 2)
    let nowhere = Coordinate(latitude: .nan, longitude: 2)
    #expect(PortIndex([]).nearest(to: place) == nil)
    let index = PortIndex(ports([nowhere, place, Coordinate(latitude: 1, longitude: .infinity)]))
    #expect(index.ports.count == 1)
    #expect(index.nearest(to: nowhere) == nil)
    #expect(index.nearest(to: place, within: -1) == nil)
    #expect(index.nearest(to: place, within: 0)?.metres == 0)
  }

  @Test("the carried table holds the World Port Index: 2,951 ports, among them Busan, Rotterdam and Shanghai")
  func table() throws {
    let ports = PortTable.ports(in: resource(RESOURCE_PORTS))
    #expect(ports.count == 2951)
    #expect(ports.allSatisfy { !$0.name.isEmpty && $0.countryCode.count == 2 })
    #expect(ports.allSatisfy { abs($0.place.latitude) <= 90 && abs($0.place.longitude) <= 180 })
    let index = PortIndex(ports)
    let known = [
      ("Busan", "KR", Coordinate(latitude: 35.1, longitude: 129.033)),
      ("Rotterdam", "NL", Coordinate(latitude: 51.9, longitude: 4.483)),
      ("Shanghai", "CN", Coordinate(latitude: 31.217, longitude: 121.5)),
    ]
    for (name, country, place) in known {
      let found = try #require(index.nearest(to: place, within: 100))
      #expect(found.port.name == name && found.port.countryCode == country)
    }
  }
}
