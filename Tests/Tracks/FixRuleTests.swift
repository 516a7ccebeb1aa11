import Geography
import TestSupport
import Testing
import Tracks

@Suite("Stations, legs and extents") struct FixRuleTests {
  @Test(
    "an MMSI says what kind of station sends",
    arguments: [
      ("201000000", "vessel"), ("775999999", "vessel"), ("200999999", "bad_mmsi"), ("776000000", "bad_mmsi"),
      ("002190001", "not_a_vessel"), ("021900001", "not_a_vessel"), ("992191234", "not_a_vessel"),
      ("982191234", "vessel"), ("981001234", "bad_mmsi"), ("111219501", "not_a_vessel"),
      ("970123456", "not_a_vessel"), ("972123456", "not_a_vessel"), ("974123456", "not_a_vessel"),
      ("971123456", "bad_mmsi"), ("821901234", "not_a_vessel"), ("810001234", "bad_mmsi"), ("21900000", "bad_mmsi"),
      ("2190000001", "bad_mmsi"), ("000000000", "bad_mmsi"), ("123456789", "bad_mmsi"), ("999999999", "bad_mmsi"),
    ])
  func stations(mmsi: String, kind: String) throws {
    let text = "mmsi,time,lat,lon\n\(mmsi),1600000000,1,2\n219000001,1600000000,1,2\n"
    let reading = try Reading(text)
    #expect((reading.rejected.first?.reason.rawValue ?? "vessel") == kind)
    let digits = mmsi.count
    let told: String =
      switch StationKind(mmsi: UInt32(mmsi) ?? 0, digits: digits) {
      case .vessel: "vessel"
      case .other: "not_a_vessel"
      case .invalid: "bad_mmsi"
      }
    #expect(told == kind)
  }

  private func fix(_ milliseconds: Int64, _ latitude: Double, _ longitude: Double) -> Fix {
    Fix(
      milliseconds: milliseconds, latitudeE7: Int32((latitude * 1e7).rounded()),
      longitudeE7: Int32((longitude * 1e7).rounded()))
  }

  @Test("a silence as long as the limit is observed, a millisecond more is a gap")
  func gaps() {
    let rule = LegRule()
    #expect(rule.verdict(fix(0, 1, 2), fix(3_600_000, 1, 2)) == .observed)
    #expect(rule.verdict(fix(0, 1, 2), fix(3_600_001, 1, 2)) == .gap)
    #expect(rule.verdict(fix(0, 1, 2), fix(3_600_001, 80, -100)) == .gap)
  }

  @Test("a leg is a jump exactly where the geodesic is longer than the speed allows")
  func jumps() {
    var random = SeededGenerator(seed: 3)
    var jumps = 0
    for _ in 0..<20_000 {
      let rule = LegRule(maximumSpeedInKnots: Double.random(in: 1...60, using: &random))
      let duration = Int64.random(in: 1...3_600_000, using: &random)
      let reach = rule.maximumSpeedInKnots * 1852 / 3_600_000 * Double(duration)
      let a = fix(0, Double.random(in: -89...89, using: &random), Double.random(in: -180...180, using: &random))
      let angle = Double.random(in: 0..<6.28, using: &random)
      let degrees = reach * Double.random(in: 0.9...1.1, using: &random) / 111_195
      let latitude = min(max(a.latitude + degrees * angle.cosine, -90), 90)
      let stretch = max((a.latitude * .pi / 180).cosine, 0.02)
      let longitude = BoundingBox.wrapped(a.longitude + degrees * (angle - .pi / 2).cosine / stretch)
      let b = fix(duration, latitude, longitude)
      let distance = Ellipsoid.distanceInMetres(
        Coordinate(latitude: a.latitude, longitude: a.longitude),
        Coordinate(latitude: b.latitude, longitude: b.longitude))
      guard abs(distance - reach) > 1e-3 else { continue }
      #expect(rule.verdict(a, b) == (distance <= reach ? .observed : .jump), "\(a) \(b)")
      if distance > reach { jumps += 1 }
    }
    #expect((4_000...16_000).contains(jumps))
  }

  @Test("a leg over the antimeridian is as short as it is")
  func antimeridian() {
    let rule = LegRule()
    #expect(rule.verdict(fix(0, 10, 179.95), fix(3_600_000, 10, -179.95)) == .observed)
    #expect(rule.verdict(fix(0, 10, -180), fix(1, 10, 180)) == .observed)
    #expect(rule.verdict(fix(0, 10, 179), fix(60_000, 10, -179)) == .jump)
  }

  @Test("an extent is the box that leaves out the widest empty stretch")
  func extents() {
    func box(_ places: [(Double, Double)]) -> BoundingBox? {
      var extent = Extent()
      for (latitude, longitude) in places { extent.add(fix(0, latitude, longitude)) }
      return extent.boundingBox
    }
    #expect(box([]) == nil)
    #expect(box([(1, 2)]) == BoundingBox(west: 2, south: 1, east: 2, north: 1))
    #expect(box([(1, -10), (5, 30)]) == BoundingBox(west: -10, south: 1, east: 30, north: 5))
    #expect(box([(1, 170), (5, -170)]) == BoundingBox(west: 170, south: 1, east: -170, north: 5))
    #expect(box([(1, 180), (2, -179.5)]) == BoundingBox(west: 180, south: 1, east: -179.5, north: 2))
    #expect(box([(0, -180), (0, -90), (0, 0), (0, 90)])?.widthInDegrees == 270)
    var random = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      let middle = Double.random(in: -180...180, using: &random)
      let places = (0..<20).map { _ in
        (
          Double.random(in: -60...60, using: &random),
          BoundingBox.wrapped(middle + Double.random(in: -80...80, using: &random))
        )
      }
      let found = box(places)
      #expect(found.map { $0.widthInDegrees <= 160 } == true, "about \(middle)")
      var (one, other) = (Extent(), Extent())
      for (index, place) in places.enumerated() {
        if index % 3 == 0 { one.add(fix(0, place.0, place.1)) } else { other.add(fix(0, place.0, place.1)) }
      }
      one.add(other)
      #expect(one.boundingBox == found)
      for (latitude, longitude) in places {
        let place = fix(0, latitude, longitude)
        #expect(found?.contains(Coordinate(latitude: place.latitude, longitude: place.longitude)) == true)
      }
    }
  }
}

extension Double {
  /// The cosine of an angle in radians.
  fileprivate var cosine: Double {
    var (sum, term) = (1.0, 1.0)
    for index in stride(from: 2.0, to: 40, by: 2) {
      term *= -self * self / (index * (index - 1))
      sum += term
    }
    return sum
  }
}
