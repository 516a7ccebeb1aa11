import CResources
import Geography
import Platform
import Testing

@Suite("Shores")
struct ShoreIndexTests {
  private static let archive = GeometryArchive(resource(RESOURCE_NATURAL_EARTH_10M))
  private static let shores = ShoreIndex(archive)

  private func metres(_ latitude: Double, _ longitude: Double) throws -> Double {
    try #require(Self.shores.distanceInMetres(from: Coordinate(latitude: latitude, longitude: longitude)))
  }

  private func isOnLand(_ latitude: Double, _ longitude: Double) -> Bool {
    Self.shores.isOnLand(Coordinate(latitude: latitude, longitude: longitude))
  }

  /// What the index promises for a distance.
  private func tolerance(_ metres: Double) -> Double {
    metres <= 100_000 ? 1 : max(25, metres * 0.0002)
  }

  @Test("the shore is as far as the nearest of all edges, at the poles and the antimeridian too")
  func nearestOfAll() throws {
    let edges = ShoreEdges(Self.archive)
    var random = RandomPlaces(seed: 3)
    let coasts = [
      BoundingBox(west: 124, south: 33, east: 130, north: 39), BoundingBox(west: 4, south: 58, east: 20, north: 71),
      BoundingBox(west: 177, south: -20, east: -177, north: -15),
      BoundingBox(west: -92, south: 41, east: -76, north: 49),
      BoundingBox(west: -180, south: 82, east: 180, north: 84),
    ]
    var places = coasts.flatMap { box in (0..<2).map { _ in random.place(in: box) } }
    places += (0..<5).map { _ in random.place() }
    places += [(90, 0), (-90, 0), (71.2, 180), (71.2, -180), (-48.8767, -123.3933)].map {
      Coordinate(latitude: $0.0, longitude: $0.1)
    }
    for place in places {
      let expected = edges.distanceInMetres(from: place)
      let found = try #require(Self.shores.distanceInMetres(from: place))
      #expect(abs(found - expected) <= tolerance(expected), "\(place): \(found), not \(expected)")
    }
  }

  @Test("a limit changes nothing but whether there is an answer")
  func limits() throws {
    var random = RandomPlaces(seed: 4)
    for _ in 0..<200 {
      let place = random.place()
      let distance = try #require(Self.shores.distanceInMetres(from: place))
      #expect(Self.shores.distanceInMetres(from: place, within: distance) == distance)
      #expect(Self.shores.distanceInMetres(from: place, within: distance - 1) == nil)
    }
    #expect(Self.shores.distanceInMetres(from: Coordinate(latitude: .nan, longitude: 0)) == nil)
    #expect(!Self.shores.isOnLand(Coordinate(latitude: 0, longitude: .infinity)))
  }

  @Test("land and water meet only at a shore")
  func landAndWater() throws {
    var random = RandomPlaces(seed: 5)
    for _ in 0..<1000 {
      let place = random.place()
      let radius = try #require(Self.shores.distanceInMetres(from: place))
      // A great circle's length is up to 0.6 % off the geodesic's.
      let other = moved(place, metres: radius * 0.99, bearing: random.number(in: 0...360))
      #expect(Self.shores.isOnLand(place) == Self.shores.isOnLand(other), "\(place), \(other)")
    }
  }

  @Test("a step brings the shore no nearer and no farther than its length")
  func steps() throws {
    var random = RandomPlaces(seed: 6)
    for _ in 0..<300 {
      let place = random.place()
      let other = moved(place, metres: random.number(in: 0...200_000), bearing: random.number(in: 0...360))
      let (first, second) = (
        try #require(Self.shores.distanceInMetres(from: place)), try #require(Self.shores.distanceInMetres(from: other))
      )
      let step = Ellipsoid.distanceInMetres(place, other)
      #expect(abs(first - second) <= step + tolerance(first) + tolerance(second), "\(place), \(other)")
    }
  }

  @Test("known places at sea")
  func sea() throws {
    #expect(try metres(35.5, 123.5) > 100_000)
    #expect(!isOnLand(35.5, 123.5))
    // The strait of Dover off Cap Gris-Nez.
    #expect((2000...10_000).contains(try metres(50.88, 1.5)))
    #expect(!isOnLand(50.88, 1.5))
    // The place farthest from all land is 2,688 km from it, the North Pole about 700.
    #expect((2_600_000...2_750_000).contains(try metres(-48.8767, -123.3933)))
    #expect((690_000...720_000).contains(try metres(90, 0)))
    #expect(!isOnLand(90, 0))
  }

  @Test("known places on land")
  func land() throws {
    #expect(isOnLand(48.85, 2.35) && isOnLand(-23.7, 133.9) && isOnLand(36.35, 127.4))
    #expect((100_000...200_000).contains(try metres(48.85, 2.35)))
  }

  @Test("a lake is no land and has a shore, and its islands are land")
  func lakes() throws {
    #expect(!isOnLand(47.5, -87.5) && !isOnLand(40, 51))
    #expect((10_000...100_000).contains(try metres(47.5, -87.5)))
    // Manitoulin in Lake Huron.
    #expect(isOnLand(45.75, -82.4))
  }

  @Test("cuts along the antimeridian and the South Pole are no shores")
  func cuts() throws {
    for longitude in [180, -180, 179.9999, -179.9999] {
      #expect(isOnLand(67.5, longitude))
      #expect(try metres(67.5, longitude) > 50_000)
      #expect(isOnLand(-89.99, longitude) && isOnLand(-90, longitude))
      #expect(try metres(-89.99, longitude) > 300_000)
    }
    #expect(abs(try metres(67.5, 180) - metres(67.5, -180)) < 0.001)
  }

  /// The place that a great circle reaches, by the formulas of the sphere.
  private func moved(_ place: Coordinate, metres: Double, bearing: Double) -> Coordinate {
    let radian = Double.pi / 180
    let angle = metres / 6_371_008.8
    let (phi, theta) = (place.latitude * radian, bearing * radian)
    let sine = sin(phi) * cos(angle) + cos(phi) * sin(angle) * cos(theta)
    let turn = atan2(sin(theta) * sin(angle) * cos(phi), cos(angle) - sin(phi) * sine)
    return Coordinate(
      latitude: asin(min(max(sine, -1), 1)) / radian, longitude: BoundingBox.wrapped(place.longitude + turn / radian))
  }
}
