import Geography
import TestSupport
import Testing

@Suite("Reach of a silence") struct ReachShapeTests {
  private static func length(_ from: Coordinate, _ to: Coordinate, _ slack: Double) -> Double {
    Ellipsoid.greatCircleInMetres(from, to) + slack
  }

  @Test("every place on the edge is as far from both ends as the way is long", arguments: 0..<40 as Range<UInt64>)
  func edge(seed: UInt64) throws {
    var random = RandomPlaces(seed: seed)
    let (from, to) = (random.place(), random.place())
    let length = Self.length(from, to, random.number(in: 1...9) * [1e2, 1e4, 1e6][Int(seed % 3)])
    let shape = try #require(ReachShape(from: from, to: to, lengthInMetres: length))
    guard !shape.isWholeEarth else { return }
    for step in 0..<100 {
      let place = shape.edge(at: Double(step) / 100).coordinate
      let sum = Ellipsoid.greatCircleInMetres(from, place) + Ellipsoid.greatCircleInMetres(place, to)
      // The haversine loses digits towards the antipode.
      #expect(abs(sum - length) < 0.3, "\(from) \(to) \(length) at \(step)")
    }
  }

  @Test("what can be reached lies on the left of the edge", arguments: 0..<40 as Range<UInt64>)
  func left(seed: UInt64) throws {
    var random = RandomPlaces(seed: seed)
    let (from, to) = (random.place(), random.place())
    let length = Self.length(from, to, random.number(in: 1...9) * 1e6)
    let shape = try #require(ReachShape(from: from, to: to, lengthInMetres: length))
    guard !shape.isWholeEarth else { return }
    for step in 0..<20 {
      let (a, b) = (shape.edge(at: Double(step) / 20), shape.edge(at: Double(step) / 20 + 1e-5))
      let left = UnitVector(x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x)
      let size = (left.x * left.x + left.y * left.y + left.z * left.z).squareRoot()
      let direction = UnitVector(x: left.x / size, y: left.y / size, z: left.z / size)
      let inside = a.moved(20_000, along: direction).coordinate
      let sum = Ellipsoid.greatCircleInMetres(from, inside) + Ellipsoid.greatCircleInMetres(inside, to)
      #expect(sum < length, "\(from) \(to) \(length) at \(step)")
    }
  }

  @Test("a silence without an end reaches as far as the way is long; one that ends where it began, half as far")
  func discs() throws {
    let place = Coordinate(latitude: 47, longitude: 179.5)
    for (end, radius) in [(nil, 900_000.0), (place, 450_000.0)] {
      let shape = try #require(ReachShape(from: place, to: end, lengthInMetres: 900_000))
      for step in 0..<50 {
        let edge = shape.edge(at: Double(step) / 50).coordinate
        #expect(abs(Ellipsoid.greatCircleInMetres(place, edge) - radius) < 0.01)
      }
    }
  }

  @Test("there is no shape where the ship must have been faster, and a line where it just made it")
  func speed() throws {
    let (from, to) = (Coordinate(latitude: 10, longitude: 20), Coordinate(latitude: -5, longitude: 60))
    let least = UnitVector(from).metres(to: UnitVector(to))
    #expect(ReachShape(from: from, to: to, lengthInMetres: least * 0.999_999) == nil)
    #expect(ReachShape(from: from, to: to, lengthInMetres: .nan) == nil)
    #expect(ReachShape(from: from, to: nil, lengthInMetres: -1) == nil)
    let line = try #require(ReachShape(from: from, to: to, lengthInMetres: least))
    for (share, end) in [(0.0, to), (0.5, from)] {
      #expect(Ellipsoid.greatCircleInMetres(line.edge(at: share).coordinate, end) < 1)
    }
  }

  @Test("the whole earth is within reach when no place is farther than the way allows")
  func wholeEarth() throws {
    let half = Double.pi * UnitVector.radiusInMetres
    let (from, to) = (Coordinate(latitude: 10, longitude: 20), Coordinate(latitude: -5, longitude: 60))
    let farthest = 2 * half - UnitVector(from).metres(to: UnitVector(to))
    for (end, length) in [(nil, half), (to, farthest)] as [(Coordinate?, Double)] {
      #expect(try #require(ReachShape(from: from, to: end, lengthInMetres: length * 1.000_001)).isWholeEarth)
      #expect(try #require(ReachShape(from: from, to: end, lengthInMetres: .infinity)).isWholeEarth)
      #expect(try !#require(ReachShape(from: from, to: end, lengthInMetres: length * 0.999_999)).isWholeEarth)
    }
    let antipode = Coordinate(latitude: -10, longitude: -160)
    #expect(try #require(ReachShape(from: from, to: antipode, lengthInMetres: half * 1.01)).isWholeEarth)
  }
}
