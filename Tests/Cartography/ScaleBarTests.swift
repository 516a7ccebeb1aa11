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

  @Test("lengths are 1, 2 or 5 x 10^n")
  func roundLengths() {
    #expect(NumberText.roundDown(1) == 1)
    #expect(NumberText.roundDown(0.999) == 0.5)
    #expect(NumberText.roundDown(0.25) == 0.2)
    #expect(NumberText.roundDown(4999) == 2000)
    #expect(NumberText.roundDown(5000) == 5000)
  }

  @Test("numbers are written plainly, with thin spaces in thousands")
  func numbers() {
    #expect(NumberText.label(0) == "0")
    #expect(NumberText.label(0.05) == "0.05")
    #expect(NumberText.label(0.002) == "0.002")
    #expect(NumberText.label(2.5) == "2.5")
    #expect(NumberText.label(1000) == "1000")
    #expect(NumberText.label(12000) == "12\u{2009}000")
    #expect(NumberText.label(1_234_567) == "1\u{2009}234\u{2009}567")
    #expect(NumberText.label(-3) == "−3")
    #expect(NumberText.label(0.0000001) == "0.0000001")
    #expect(NumberText.label(.infinity) == "∞")
  }
}
