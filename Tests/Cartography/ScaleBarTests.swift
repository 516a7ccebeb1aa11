import Cartography
import Geography
import TestSupport
import Testing

@Suite("Scale bar")
struct ScaleBarTests {
  @Test("the bar is as long as the geodesic under it, to 0.5 %")
  func trueToTheEarth() {
    var random = SeededGenerator(seed: 0x5363_616C)
    for _ in 0..<300 {
      let west = Double.random(in: -180..<179, using: &random)
      let south = Double.random(in: -75...70, using: &random)
      let span = Double.random(in: 0.02...8, using: &random)
      let box = BoundingBox(
        west: west, south: south, east: BoundingBox.wrapped(west + span), north: south + span / 2)
      let viewport = Viewport(fitting: box, width: 1840, height: 850)
      let bar = ScaleBar(for: viewport, width: 160)
      for (metres, pixels) in [
        (bar.nauticalMiles * 1852, bar.nauticalMilesInPixels), (bar.kilometres * 1000, bar.kilometresInPixels),
      ] {
        #expect(pixels <= 160 && pixels > 160 / 2.6)
        let degrees = pixels / viewport.grid.worldWidthInPixels * 360
        let end = Coordinate(latitude: bar.latitude, longitude: degrees)
        let length = Ellipsoid.distanceInMetres(Coordinate(latitude: bar.latitude, longitude: 0), end)
        #expect(abs(length / metres - 1) < 0.005, "\(length) m drawn as \(metres) m in \(box)")
      }
    }
  }

  @Test("lengths are 1, 2 or 5 x 10^n, and open ends of a scale have three digits at most")
  func roundLengths() {
    for (value, round) in [(1.0, 1.0), (0.999, 0.5), (0.25, 0.2), (4999, 2000), (5000, 5000), (0.1, 0.1), (0.02, 0.02)] {
      #expect(RoundNumber.oneTwoFive(atMost: value) == round)
    }
    #expect(RoundNumber.threeDigits(1762.41, .down) == 1760)
    #expect(RoundNumber.threeDigits(0.012341, .up) == 0.0124)
    for value in [500.0, 0.1, 1000, 0.05, 123, 7] {
      #expect(RoundNumber.threeDigits(value, .down) == value)
      #expect(RoundNumber.threeDigits(value, .up) == value)
    }
  }

  @Test("both units are written out, with the parallel at which the bar is true")
  func words() {
    let box = BoundingBox(west: -1.5, south: 50.5, east: -0.5, north: 51)
    let bar = ScaleBar(for: Viewport(fitting: box, width: 1600, height: 900), width: 160)
    #expect(bar.nauticalText == "2 nautical miles")
    #expect(bar.kilometreText == "5 km at 50°45′N")
  }
}
