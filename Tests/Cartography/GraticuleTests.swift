import Cartography
import Geography
import TestSupport
import Testing

@Suite("Graticule")
struct GraticuleTests {
  @Test("degree labels read as on a chart")
  func labels() {
    #expect(DegreeText.label(tenthsOfMinute: 31 * 600 + 400, axis: .latitude) == "31°40′N")
    #expect(DegreeText.label(tenthsOfMinute: 124 * 600, axis: .longitude) == "124°E")
    #expect(DegreeText.label(tenthsOfMinute: -(600 + 23), axis: .longitude) == "1°02.3′W")
    #expect(DegreeText.label(tenthsOfMinute: -5, axis: .latitude) == "0°00.5′S")
    #expect(DegreeText.label(tenthsOfMinute: 0, axis: .latitude) == "0°")
    #expect(DegreeText.label(tenthsOfMinute: 180 * 600, axis: .longitude) == "180°")
    #expect(DegreeText.label(tenthsOfMinute: -180 * 600, axis: .longitude) == "180°")
    #expect(DegreeText.label(tenthsOfMinute: 190 * 600, axis: .longitude) == "170°W")
    #expect(DegreeText.label(tenthsOfMinute: -190 * 600, axis: .longitude) == "170°E")
    #expect(DegreeText.label(tenthsOfMinute: 360 * 600, axis: .longitude) == "0°")
    #expect(DegreeText.label(degrees: 50.7567, axis: .latitude) == "50°45′N")
  }

  @Test("three to ten lines cross any map's longer axis, each where the projection puts it")
  func lineCounts() {
    var random = SeededGenerator(seed: 0x4772_6174)
    for _ in 0..<500 {
      let west = Double.random(in: -180...180, using: &random)
      let south = Double.random(in: -70...60, using: &random)
      let span = pow10(Double.random(in: -1.8...1.3, using: &random))
      let box = BoundingBox(
        west: west, south: south, east: BoundingBox.wrapped(west + span), north: min(south + span, 84))
      let viewport = Viewport(fitting: box, width: 1200, height: 900)
      let graticule = Graticule(for: viewport)
      let most = max(graticule.meridians.count, graticule.parallels.count)
      #expect(graticule.meridians.count + graticule.parallels.count <= 14)
      #expect((3...10).contains(most), "\(most) lines in \(box)")
      for line in graticule.meridians {
        #expect(line.tenthsOfMinute % graticule.step == 0)
        #expect((-1e-6...1200 + 1e-6).contains(line.position))
        let x = viewport.grid.worldX(pixelX: line.position + Double(viewport.x))
        #expect(abs(WebMercator.longitude(x: x) * 600 - Double(line.tenthsOfMinute)) < 1e-4)
      }
      for line in graticule.parallels {
        #expect((-1e-6...900 + 1e-6).contains(line.position))
        let y = viewport.grid.worldY(pixelY: line.position + Double(viewport.y))
        #expect(abs(WebMercator.latitude(y: y) * 600 - Double(line.tenthsOfMinute)) < 1e-4)
      }
    }
  }

  @Test("the world has lines too, and so has a map across 180 degrees")
  func wideMaps() {
    let world = Viewport(
      fitting: BoundingBox(west: -180, south: -80, east: 180, north: 80), width: 1000, height: 900)
    #expect(Graticule(for: world).step == 30 * 600)
    let pacific = Viewport(
      fitting: BoundingBox(west: 170, south: -10, east: -170, north: 10), width: 800, height: 800)
    let labels = Graticule(for: pacific).meridians.map {
      DegreeText.label(tenthsOfMinute: $0.tenthsOfMinute, axis: .longitude)
    }
    #expect(labels == ["170°E", "175°E", "180°", "175°W", "170°W"])
  }

  private func pow10(_ exponent: Double) -> Double {
    var value = 1.0
    for _ in 0..<100 { value *= 1 + exponent * 0.02302585092994046 }
    return value
  }
}
