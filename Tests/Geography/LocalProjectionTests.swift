import Foundation
import Geography
import TestSupport
import Testing

@Suite("Plane about a place")
struct LocalProjectionTests {
  private static let mean = 6_371_008.8

  @Test("along the meridian and the equator metres are arcs of the sphere")
  func axes() {
    let origin = LocalProjection(centre: Coordinate(latitude: 0, longitude: 0))
    let degree = Self.mean * .pi / 180
    let east = origin.metres(to: Coordinate(latitude: 0, longitude: 1))
    #expect(abs(east.east - degree) < 1e-6 && abs(east.north) < 1e-9)
    let south = origin.metres(to: Coordinate(latitude: -90, longitude: 77))
    #expect(abs(south.north + 90 * degree) < 1e-6 && abs(south.east) < 1e-6)
    let antipode = origin.metres(to: Coordinate(latitude: 0, longitude: 180))
    #expect(abs(antipode.north * antipode.north + antipode.east * antipode.east - pow(180 * degree, 2)) < 1)
  }

  @Test("over 180 degrees and over a pole near places are near")
  func seams() {
    let fiji = LocalProjection(centre: Coordinate(latitude: -17, longitude: 179.99))
    let east = fiji.metres(to: Coordinate(latitude: -17, longitude: -179.99))
    #expect(abs(east.east - 0.02 * .pi / 180 * Self.mean * cos(17 * .pi / 180)) < 0.1)
    #expect(fiji.place(east: 1_000, north: 0).longitude > 179.99)
    #expect(fiji.place(east: 3_000, north: 0).longitude < -179.9)
    let arctic = LocalProjection(centre: Coordinate(latitude: 89.9, longitude: 30))
    let beyond = arctic.metres(to: Coordinate(latitude: 89.9, longitude: -150))
    #expect(abs(beyond.north - 0.2 * .pi / 180 * Self.mean) < 1e-3 && abs(beyond.east) < 1e-3)
    let pole = LocalProjection(centre: Coordinate(latitude: 90, longitude: 0))
    #expect(abs(pole.place(east: 1_000, north: 0).longitude - 90) < 1e-9)
  }

  @Test("there and back is the same place, and metres are the great circle's")
  func roundTrip() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      func place() -> Coordinate {
        Coordinate(
          latitude: asin(Double.random(in: -1...1, using: &random)) * 180 / .pi,
          longitude: Double.random(in: -180...180, using: &random))
      }
      let (centre, other) = (place(), place())
      let plane = LocalProjection(centre: centre)
      let metres = plane.metres(to: other)
      let length = (metres.east * metres.east + metres.north * metres.north).squareRoot()
      #expect(abs(length - Ellipsoid.greatCircleInMetres(centre, other)) < 0.1)
      #expect(Ellipsoid.greatCircleInMetres(plane.place(east: metres.east, north: metres.north), other) < 0.01)
      let near = plane.place(east: 12.5, north: -3.25)
      let again = plane.metres(to: near)
      #expect(abs(again.east - 12.5) < 1e-3 && abs(again.north + 3.25) < 1e-3, "\(centre)")
      #expect((-180..<180).contains(near.longitude) && abs(near.latitude) <= 90)
    }
    let plane = LocalProjection(centre: Coordinate(latitude: 12, longitude: 180))
    #expect(plane.metres(to: plane.centre) == (0, 0))
    #expect(plane.place(east: 0, north: 0) == plane.centre)
  }
}
