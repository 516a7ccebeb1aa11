import Geography
import TestSupport
import Testing

@Suite("Web Mercator") struct ProjectionTests {
  @Test("a place projects to the coordinates that EPSG:3857 gives and back")
  func known() {
    let places: [(latitude: Double, longitude: Double, east: Double, north: Double)] = [
      (0, 0, 0, 0), (0, 180, 20_037_508.342789244, 0),
      // EPSG Guidance Note 7-2, method 1024: 24°22'54.433"N 100°20'00.000"W.
      (24.381786944444443, -100.33333333333333, -11_169_055.58, 2_800_000.00),
      (85.05112877980659, -180, -20_037_508.342789244, 20_037_508.342789244),
      (-85.05112877980659, 90, 10_018_754.171394622, -20_037_508.342789244),
    ]
    for place in places {
      let (x, y) = (WebMercator.x(longitude: place.longitude), WebMercator.y(latitude: place.latitude))
      #expect(abs(WebMercator.easting(x: x) - place.east) < 0.01, "\(place)")
      #expect(abs(WebMercator.northing(y: y) - place.north) < 0.01, "\(place)")
    }
  }

  @Test("projecting there and back is the same place to a hundredth of a millimetre")
  func roundTrip() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let latitude = Double.random(in: -85.05...85.05, using: &random)
      let longitude = Double.random(in: -540...540, using: &random)
      #expect(abs(WebMercator.latitude(y: WebMercator.y(latitude: latitude)) - latitude) < 1e-10)
      #expect(abs(WebMercator.longitude(x: WebMercator.x(longitude: longitude)) - longitude) < 1e-10)
    }
    #expect(WebMercator.y(latitude: 90) == 0 && WebMercator.y(latitude: -90) == WebMercator.unitsAcross)
  }

  @Test("the table of latitudes is within its stated error of the formula, and lies off the map beyond it")
  func table() {
    var random = SeededGenerator(seed: 2)
    MercatorTable.shared.withLookUp { table in
      var worst = 0.0
      for _ in 0..<400_000 {
        let latitude = Int32.random(in: -850_511_287...850_511_287, using: &random)
        let exact = WebMercator.y(latitude: Double(latitude) / 1e7)
        worst = max(worst, abs(table.y(latitudeE7: latitude) - exact))
      }
      #expect(worst < 0.01)
      var before = table.y(latitudeE7: 899_000_000)
      for latitude in stride(from: Int32(899_000_000), through: -899_000_000, by: -100_003) {
        let y = table.y(latitudeE7: latitude)
        #expect(y >= before, "at \(latitude)")
        before = y
      }
      for beyond in stride(from: Int32(850_511_300), through: 900_000_000, by: 10_007) {
        #expect(table.y(latitudeE7: beyond) < 0 && table.y(latitudeE7: -beyond) > WebMercator.unitsAcross)
      }
    }
  }

  @Test("longitudes in fixed point are the formula's, and the antimeridian is one meridian")
  func longitudes() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<100_000 {
      let longitude = Int32.random(in: -1_800_000_000..<1_800_000_000, using: &random)
      let exact = WebMercator.x(longitude: Double(longitude) / 1e7)
      #expect(abs(Double(WebMercator.x(longitudeE7: longitude)) - exact) <= 1.001)
    }
    #expect(WebMercator.x(longitudeE7: 1_800_000_000) == WebMercator.x(longitudeE7: -1_800_000_000))
  }
}

@Suite("The ellipsoid") struct EllipsoidTests {
  @Test("distances are those published")
  func distances() {
    let cases: [(Double, Double, Double, Double, Double, tolerance: Double)] = [
      // Flinders Peak to Buninyong, Geoscience Australia.
      (-37.95103341666667, 144.42486788888888, -37.65282113888889, 143.92649552777777, 54_972.271, 0.001),
      // JFK to LHR and a quarter of a meridian and of the equator, GeographicLib.
      (40.6, -73.8, 51.6, -0.5, 5_551_759.400, 0.001), (0, 0, 90, 0, 10_001_965.729, 0.001),
      (0, 0, 0, 90, 10_018_754.171, 0.001), (0, 179.5, 0, -179.5, 111_319.491, 0.001),
    ]
    for (latitude, longitude, toLatitude, toLongitude, metres, tolerance) in cases {
      let (a, b) = (
        Coordinate(latitude: latitude, longitude: longitude), Coordinate(latitude: toLatitude, longitude: toLongitude)
      )
      #expect(abs(Ellipsoid.distanceInMetres(a, b) - metres) < tolerance, "\(a) \(b)")
      #expect(abs(Ellipsoid.distanceInMetres(b, a) - metres) < tolerance, "\(b) \(a)")
    }
    let place = Coordinate(latitude: 12, longitude: 34)
    #expect(Ellipsoid.distanceInMetres(place, place) == 0)
    let antipode = Ellipsoid.distanceInMetres(
      Coordinate(latitude: 0, longitude: 0), Coordinate(latitude: 0.1, longitude: 179.9))
    #expect((19_900_000...20_020_000).contains(antipode))
  }

  @Test("quadrangles add up to the whole earth of 510,065,621.724 km²")
  func areas() {
    let whole = Ellipsoid.areaInSquareKilometres(south: -90, north: 90, longitudeSpan: 360)
    #expect(abs(whole - 510_065_621.724) < 0.001)
    var random = SeededGenerator(seed: 6)
    for _ in 0..<200 {
      let cuts = ((0..<30).map { _ in Double.random(in: -90...90, using: &random) } + [-90, 90]).sorted()
      let parts = zip(cuts, cuts.dropFirst()).map {
        Ellipsoid.areaInSquareKilometres(south: $0, north: $1, longitudeSpan: 90)
      }
      #expect(parts.allSatisfy { $0 >= 0 })
      #expect(abs(parts.reduce(0, +) * 4 - whole) < 1)
    }
  }
}
