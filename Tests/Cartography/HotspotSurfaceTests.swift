import Cartography
import Geography
import Platform
import Raster
import TestSupport
import Testing

@Suite("Hotspots as a surface") struct HotspotSurfaceTests {
  private typealias Place = (Coordinate, weight: Double)

  private static func places(about middle: Coordinate, spread: Double, count: Int, seed: UInt64) -> [Place] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let place = Coordinate(
        latitude: middle.latitude + random.number(-spread...spread),
        longitude: BoundingBox.wrapped(middle.longitude + random.number(-spread...spread)))
      return (place, weight: [1, 2.5][Int.random(in: 0..<2, using: &random)])
    }
  }

  /// The weight that a surface's values stand for, by the area of its pixels.
  private func mass(_ surface: HotspotSurface, _ viewport: Viewport) -> Double {
    var sum = 0.0
    for row in 0..<viewport.height {
      let area = Ellipsoid.areaInSquareKilometres(
        south: viewport.latitude(ofEdge: row + 1), north: viewport.latitude(ofEdge: row),
        longitudeSpan: 360 / viewport.grid.worldWidthInPixels)
      for column in 0..<viewport.width {
        sum += Double(surface.values[row * viewport.width + column]) * area / 1000
      }
    }
    return sum
  }

  @Test(
    "a surface holds the weight of all places, at any scale",
    arguments: [(0.0, 0.0), (36, 124), (-52, 179.9), (70, -170)], [5, 8, 10, 13])
  func mass(middle: (Double, Double), zoom: Int) {
    let middle = Coordinate(latitude: middle.0, longitude: middle.1)
    let grid = PixelGrid(zoom: zoom)
    let spread = 20.0 / Double(1 << zoom)
    let places = Self.places(about: middle, spread: spread, count: 30, seed: UInt64(zoom))
    let x = Int(grid.pixelX(worldX: WebMercator.x(longitude: middle.longitude)))
    let y = Int(grid.pixelY(worldY: WebMercator.y(latitude: middle.latitude)))
    let viewport = Viewport(grid: grid, x: x - 260, y: y - 260, width: 520, height: 520)
    let kilometres = 40_000 / grid.worldWidthInPixels * 12
    let surface = HotspotSurface(places: places, viewport: viewport, deviationInKilometres: kilometres)
    let expected = places.reduce(0) { $0 + $1.weight }
    // In squares of several pixels the area of a row changes within a square.
    #expect(abs(mass(surface, viewport) - expected) < expected * 0.003)
  }

  @Test("values are those of Gaussians on the ground", arguments: [3.0, 9, 40, 300])
  func againstGaussians(deviationInPixels: Double) {
    let grid = PixelGrid(zoom: 9)
    let viewport = Viewport(grid: grid, x: 70_000, y: 45_000, width: 200, height: 150)
    let metresPerPixel =
      Ellipsoid.metresPerDegreeOfLongitude(latitude: viewport.boundingBox.middleLatitude) * 360
      / grid.worldWidthInPixels
    let deviation = max(deviationInPixels, 6)
    let pixels = [(60.0, 70.0, 1.0), (110, 75, 3), (230, -40, 2)]
    let places = pixels.map { x, y, weight in
      (
        Coordinate(
          latitude: WebMercator.latitude(y: grid.worldY(pixelY: Double(viewport.y) + y + 0.5)),
          longitude: WebMercator.longitude(x: grid.worldX(pixelX: Double(viewport.x) + x + 0.5))),
        weight: weight
      )
    }
    let surface = HotspotSurface(
      places: places, viewport: viewport, deviationInKilometres: deviationInPixels * metresPerPixel / 1000)
    let area = metresPerPixel * metresPerPixel / 1e6
    let peak = 3 * 1000 / area / (2 * .pi * deviation * deviation)
    #expect(surface.largestAlone > peak * 0.97 && surface.largestAlone < peak * 1.03)
    var largest = 0.0
    for row in stride(from: 0, to: 150, by: 3) {
      for column in stride(from: 0, to: 200, by: 3) {
        let expected = pixels.reduce(0.0) { sum, place in
          let (dx, dy) = (Double(column) - place.0, Double(row) - place.1)
          let square = (dx * dx + dy * dy) / (deviation * deviation)
          return sum + place.2 * 1000 / area / (2 * .pi * deviation * deviation) * exp(-square / 2)
        }
        largest = max(largest, abs(Double(surface.values[row * 200 + column]) - expected))
      }
    }
    // A place is moved to the middle of its square, an eighth of a deviation across, by at most a sixteenth each way; the
    // true scale changes by a per cent from top to bottom; three Gaussians end at four deviations.
    #expect(largest < 0.08 * peak, "\(largest / peak)")
  }

  @Test("a surface lies where its places lie", arguments: [9.0, 40, 130])
  func centre(deviationInPixels: Double) {
    let grid = PixelGrid(zoom: 9)
    let viewport = Viewport(grid: grid, x: 70_000, y: 65_400, width: 1300, height: 1300)
    var random = SeededGenerator(seed: 12)
    let pixels = (0..<900).map { _ in (x: random.number(600...700), y: random.number(600...700)) }
    let places = pixels.map { pixel in
      (
        Coordinate(
          latitude: WebMercator.latitude(y: grid.worldY(pixelY: Double(viewport.y) + pixel.y)),
          longitude: WebMercator.longitude(x: grid.worldX(pixelX: Double(viewport.x) + pixel.x))),
        weight: 1.0
      )
    }
    let surface = HotspotSurface(
      places: places, viewport: viewport,
      deviationInKilometres: 40_075 / grid.worldWidthInPixels * deviationInPixels)
    var (sum, x, y) = (0.0, 0.0, 0.0)
    for row in 0..<1300 {
      for column in 0..<1300 {
        let value = Double(surface.values[row * 1300 + column])
        sum += value
        x += value * (Double(column) + 0.5)
        y += value * (Double(row) + 0.5)
      }
    }
    let middle = pixels.reduce((0, 0)) { ($0.0 + $1.x / 900, $0.1 + $1.y / 900) }
    // A place is moved to the middle of its square, of at most sixteen pixels: 0.15 pixels on the mean of 900.
    #expect(abs(x / sum - middle.0) < 0.3 && abs(y / sum - middle.1) < 0.3, "\(x / sum), \(y / sum) for \(middle)")
  }

  @Test("a window shows what a larger one shows", arguments: [4.0, 20, 150], [0, 1])
  func windows(deviationInPixels: Double, kind: Int) {
    let box = BoundingBox(west: 170, south: 40, east: -175, north: 60)
    let grid = kind == 0 ? PixelGrid(zoom: 6) : Viewport(fitting: box, width: 613, height: 900).grid
    let kilometres = 40_075 / grid.worldWidthInPixels * deviationInPixels
    let places = Self.places(about: Coordinate(latitude: 50, longitude: 179), spread: 6, count: 40, seed: 4)
    let x = Int(grid.pixelX(worldX: WebMercator.x(longitude: 176)))
    let y = Int(grid.pixelY(worldY: WebMercator.y(latitude: 53)))
    let canvas = Viewport(grid: grid, x: x, y: y, width: 340, height: 300)
    let whole = HotspotSurface(places: places, viewport: canvas, deviationInKilometres: kilometres)
    #expect(whole.values.contains { $0 > 0 })
    for (x, y, width, height) in [(0, 0, 170, 150), (170, 150, 170, 150), (33, 77, 1, 1), (101, 9, 97, 255)] {
      let part = HotspotSurface(
        places: places, viewport: Viewport(grid: grid, x: canvas.x + x, y: canvas.y + y, width: width, height: height),
        deviationInKilometres: kilometres)
      var cut: [Float] = []
      for row in y..<y + height { cut += whole.values[(row * 340 + x)..<(row * 340 + x + width)] }
      #expect(part.values == cut, "\(x) \(y)")
    }
  }

  @Test("a view wider than the world shows each copy alike, and the order of places changes nothing")
  func copies() {
    var places = Self.places(about: Coordinate(latitude: 10, longitude: 178), spread: 15, count: 20, seed: 9)
    let viewport = Viewport(grid: PixelGrid(zoom: 0), x: -100, y: 0, width: 500, height: 256)
    let surface = HotspotSurface(places: places, viewport: viewport, deviationInKilometres: 10)
    for row in 0..<256 {
      let line = surface.values[(row * 500)..<((row + 1) * 500)]
      #expect(line.prefix(244).elementsEqual(line.dropFirst(256)))
    }
    places.reverse()
    #expect(HotspotSurface(places: places, viewport: viewport, deviationInKilometres: 10).values == surface.values)
  }

  @Test("the layer is transparent where a Gaussian ends, and strongest in its middle", arguments: Theme.all.map(\.name))
  func layer(theme: String) throws {
    let theme = try #require(Theme.all.first { $0.name == theme })
    let viewport = Viewport(grid: PixelGrid(zoom: 8), x: 40_000, y: 25_000, width: 301, height: 301)
    let middle = Coordinate(
      latitude: WebMercator.latitude(y: viewport.grid.worldY(pixelY: 25_150.5)),
      longitude: WebMercator.longitude(x: viewport.grid.worldX(pixelX: 40_150.5)))
    let layer = try #require(
      HotspotSurface.layer(
        places: [(middle, weight: 1)], viewport: viewport, deviationInKilometres: 8,
        palette: HotspotSurface.palette(for: theme), theme: theme))
    #expect(layer.indices.count == 301 * 301 && layer.palette.count == 256)
    #expect(layer.indices[150 * 301 + 150] >= 254)
    var opacityAtRim = 0.0
    for row in 0..<301 {
      for column in 1..<301 {
        let pair = [column - 1, column].map { Int(layer.indices[row * 301 + $0]) }
        if pair.contains(0) { opacityAtRim = max(opacityAtRim, layer.palette[max(pair[0], pair[1])].alpha) }
      }
    }
    #expect(layer.indices[0] == 0 && opacityAtRim < 0.005, "\(opacityAtRim)")
    #expect(layer.legend.unit.hasPrefix("events per 1") && !layer.legend.ticks.isEmpty)
  }

  @Test("there is no layer where nothing to speak of reaches the frame")
  func nothing() {
    let viewport = Viewport(grid: PixelGrid(zoom: 8), x: 40_000, y: 25_000, width: 300, height: 300)
    func layer(_ places: [Place], _ kilometres: Double = 10) -> DensityLayer? {
      HotspotSurface.layer(
        places: places, viewport: viewport, deviationInKilometres: kilometres,
        palette: HotspotSurface.palette(for: .dark), theme: .dark)
    }
    func place(_ x: Double, _ y: Double) -> Coordinate {
      Coordinate(
        latitude: WebMercator.latitude(y: viewport.grid.worldY(pixelY: y)),
        longitude: WebMercator.longitude(x: viewport.grid.worldX(pixelX: x)))
    }
    #expect(layer([]) == nil)
    #expect(layer([(place(10_000, 30_000), weight: 1)]) == nil)
    #expect(layer([(place(40_100, 25_100), weight: 0), (place(40_100, 25_100), weight: .nan)]) == nil)
    #expect(layer([(Coordinate(latitude: 89, longitude: 10), weight: 1)]) == nil)
    // Three deviations off, the skirt of a place is there and is not blown up.
    let metresPerPixel = 40_075_000 / viewport.grid.worldWidthInPixels * 0.75
    #expect(layer([(place(39_950, 25_100), weight: 1)], metresPerPixel / 1000 * 16) == nil)
    #expect(layer([(place(39_990, 25_100), weight: 1)], metresPerPixel / 1000 * 16) != nil)
  }
}
