import Geography
import TestSupport
import Testing
import Tracks

@Suite("What places say") struct PlaceFindingsTests {
  private func fix(_ latitude: Double, _ longitude: Double) -> Fix {
    Fix(
      milliseconds: 0, latitudeE7: Int32((latitude * 1e7).rounded()), longitudeE7: Int32((longitude * 1e7).rounded()))
  }

  private func findings(_ vessels: [[Fix]]) -> PlaceFindings {
    var findings = PlaceFindings()
    for fixes in vessels { fixes.withUnsafeBufferPointer { findings.add($0) } }
    return findings
  }

  @Test("a place of whole hundredths counts each vessel once, and 0, 0 for itself")
  func round() {
    let five = (0..<5).map { vessel in
      [fix(35.5, 129), fix(35.5, 129), fix(35.123_456, 129 + Double(vessel)), fix(0, 0)]
    }
    let findings = findings(five + [[fix(-0.01, -179.99)], [fix(35.5, 129.000_001)]])
    let round = findings.roundPlaces(ofAtLeast: 5)
    #expect(round.map(\.place) == [fix(35.5, 129).coordinate] && round.map(\.vessels) == [5])
    #expect(findings.roundPlaces(ofAtLeast: 6).isEmpty)
    #expect(findings.atZero == 5 && findings.count == 22)
  }

  @Test("the central box leaves out the few strays of many, over the antimeridian too")
  func central() throws {
    var random = SeededGenerator(seed: 3)
    let ships = (0..<10_000).map { _ in
      let longitude = Double.random(in: 179.55...180.85, using: &random)
      return fix(Double.random(in: -10.25 ... -9.35, using: &random), longitude > 180 ? longitude - 360 : longitude)
    }
    let box = try #require(findings([ships, [fix(60, 20), fix(-80, 100), fix(0, 0)]]).centralBox)
    #expect(abs(box.west - 179.5) < 1e-9 && abs(box.east - -179.1) < 1e-9)
    #expect(abs(box.south - -10.3) < 1e-9 && abs(box.north - -9.3) < 1e-9)
    #expect(PlaceFindings().centralBox == nil)
    let corner = try #require(findings([[fix(90, 180)]]).centralBox)
    #expect(corner.contains(Coordinate(latitude: 90, longitude: 180)))
  }
}
