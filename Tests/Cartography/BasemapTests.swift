import Cartography
import Geography
import Raster
import TestSupport
import Testing

@Suite("Basemap") struct BasemapTests {
  private static func view(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double, width: Int = 1200, height: Int = 900
  ) -> Viewport {
    Viewport(
      fitting: BoundingBox(west: west, south: south, east: east, north: north), width: width, height: height)
  }

  /// The picture's place of a longitude and latitude on the copy of the world nearest to the view's middle.
  private static func pixel(_ view: Viewport, _ latitude: Double, _ longitude: Double) -> Point {
    let grid = view.grid
    let x = grid.pixelX(worldX: WebMercator.x(longitude: longitude)) - Double(view.x)
    let turns = ((Double(view.width) / 2 - x) / grid.worldWidthInPixels).rounded()
    return Point(
      x: x + turns * grid.worldWidthInPixels,
      y: grid.pixelY(worldY: WebMercator.y(latitude: latitude)) - Double(view.y))
  }

  private static let world = view(-180, -75, 180, 82, width: 1600, height: 1400)
  private static let eastAsia = view(117, 23, 132, 41)
  private static let beringSea = view(160, 50, -150, 72)
  private static let fiji = view(176, -20, -178, -15)

  @Test("land is where there is land, at every scale", arguments: BasemapDetail.allCases)
  func landAndSea(detail: BasemapDetail) {
    let near = Self.view(-1.6, 50.5, -0.6, 51)
    let far = Self.world
    let isSolent = detail == .openStreetMapSolent
    let map = Basemap(for: isSolent ? near : far, detail: detail)
    let land: [(Double, Double)] =
      isSolent
      ? [(50.69, -1.3), (50.95, -1.0), (50.8, -1.085), (50.79, -0.98), (50.88, -0.75)]
      : [(37.6, 127.3), (40, 116), (55.7, 37.6), (67.5, 179), (67, -178), (-80, 20), (-25, 134), (72, -40)]
    let sea: [(Double, Double)] =
      isSolent
      ? [(50.77, -1.25), (50.6, -0.9), (50.845, -1.33), (50.82, -1.12)]
      : [(35, 123.5), (29, 126), (0, 0), (43, 35), (42, 51), (-60, 0), (60, 180), (-17, 65), (26, 52)]
    for (latitude, longitude) in land {
      let place = Self.pixel(isSolent ? near : far, latitude, longitude)
      #expect(windingNumber(of: map.land, about: place) == 1, "\(latitude) \(longitude)")
    }
    for (latitude, longitude) in sea {
      let place = Self.pixel(isSolent ? near : far, latitude, longitude)
      #expect(windingNumber(of: map.land, about: place) == 0, "\(latitude) \(longitude)")
    }
  }

  @Test("nowhere is land twice, so both fill rules agree", arguments: [1, 2, 3] as [UInt64])
  func windingIsOneOrNone(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for view in [Self.world, Self.eastAsia, Self.beringSea] {
      let map = Basemap(for: view)
      for _ in 0..<40 {
        let place = Point(
          x: .random(in: 0..<Double(view.width), using: &generator),
          y: .random(in: 0..<Double(view.height), using: &generator))
        #expect((0...1).contains(windingNumber(of: map.land, about: place)), "seed \(seed), \(place)")
      }
    }
  }

  @Test("a window shows the land and the coast of the canvas", arguments: 1...12 as ClosedRange<UInt64>)
  func windowOfCanvas(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let zoom = Int.random(in: 3...9, using: &generator)
    let places: [(Double, Double)] = [(34.8, 128), (60, 25), (-17, 180), (65, -170), (52, 5), (-78, 178)]
    let (latitude, longitude) = places[Int.random(in: 0..<places.count, using: &generator)]
    let canvas = Viewport(
      zoom: zoom,
      covering: BoundingBox(west: longitude, south: latitude, east: longitude, north: latitude)
    ).grown(by: 600)
    let x = Int.random(in: 0..<800, using: &generator)
    let y = Int.random(in: 0..<800, using: &generator)
    let window = Viewport(grid: canvas.grid, x: canvas.x + x, y: canvas.y + y, width: 256, height: 256)
    let whole = Basemap(for: canvas)
    let part = Basemap(for: window)
    #expect(whole.detail == part.detail)
    for _ in 0..<30 {
      let place = Point(
        x: Double.random(in: 0..<256, using: &generator), y: Double.random(in: 0..<256, using: &generator))
      let same = Point(x: place.x + Double(x), y: place.y + Double(y))
      for (small, large) in [(part.land, whole.land), (part.lakes, whole.lakes)] {
        #expect(
          windingNumber(of: small, about: place) == windingNumber(of: large, about: same), "seed \(seed)")
      }
    }
    for (small, large) in [(part.coastlines, whole.coastlines), (part.borders, whole.borders)] {
      let inWindow = Set(edges(of: small).filter { $0.touches(width: 256, height: 256) })
      let inCanvas = Set(
        edges(of: large).map { $0.moved(x: -Double(x), y: -Double(y)) }
          .filter { $0.touches(width: 256, height: 256) })
      #expect(inWindow == inCanvas, "seed \(seed), zoom \(zoom), window \(x) \(y)")
    }
  }

  @Test("no coast runs along the antimeridian or the South Pole")
  func worldsEdge() {
    for view in [
      Self.world, Self.beringSea, Self.fiji, Self.view(178, 70.5, -177, 71.8), Self.view(150, -86, -140, -70),
      Self.view(30, -84, 29, 80),
    ] {
      for detail in [BasemapDetail.naturalEarth110m, .naturalEarth50m, .naturalEarth10m] {
        let coast = edges(of: Basemap(for: view, detail: detail).coastlines)
        #expect(!coast.isEmpty)
        let edge = Self.pixel(view, 0, 180).x
        let along = coast.filter { segment in
          [-1.0, 0, 1].contains { turn in
            let x = edge + turn * view.grid.worldWidthInPixels
            return abs(segment.from.x - x) < 0.01 && abs(segment.to.x - x) < 0.01 && segment.length > 0.5
          }
        }
        #expect(along.isEmpty, "\(detail)")
        let widest = coast.map { abs($0.from.x - $0.to.x) }.max() ?? 0
        #expect(widest < view.grid.worldWidthInPixels / 20, "\(detail): a streak of \(widest) pixels")
      }
    }
  }

  @Test("a view across the antimeridian shows both its sides")
  func acrossTheAntimeridian() {
    let map = Basemap(for: Self.fiji)
    for (latitude, longitude) in [(-17.8, 178.0), (-16.6, 179.3), (-16.85, -179.95), (-18.2, -178.8)] {
      let place = Self.pixel(Self.fiji, latitude, longitude)
      #expect(windingNumber(of: map.land, about: place) == 1, "\(latitude) \(longitude)")
    }
    let edge = Self.pixel(Self.fiji, 0, 180).x
    #expect(map.coastlines.points.contains { $0.x < edge - 100 })
    #expect(map.coastlines.points.contains { $0.x > edge + 100 })
  }

  @Test("a view wider than the world shows each copy alike")
  func copies() {
    let grid = PixelGrid(zoom: 1)
    let map = Basemap(for: Viewport(grid: grid, x: -100, y: 0, width: 1100, height: 512))
    for (latitude, longitude) in [(40.0, 116.0), (55.7, 37.6), (0.0, 0.0), (-25.0, 134.0)] {
      let x = grid.pixelX(worldX: WebMercator.x(longitude: longitude)) + 100
      let y = grid.pixelY(worldY: WebMercator.y(latitude: latitude))
      let first = windingNumber(of: map.land, about: Point(x: x, y: y))
      #expect(first == windingNumber(of: map.land, about: Point(x: x + 512, y: y)))
    }
  }

  @Test("deep inland a close view is all land, in a handful of points of modest size")
  func inland() {
    for zoom in [6, 10, 14, 18] {
      let view = Viewport(
        zoom: zoom, covering: BoundingBox(west: 84, south: 45.5, east: 84, north: 45.5)
      ).grown(by: 300)
      let map = Basemap(for: view)
      #expect(windingNumber(of: map.land, about: Point(x: 300, y: 300)) == 1, "zoom \(zoom)")
      #expect(map.land.points.count < 40)
      #expect(map.coastlines.isEmpty)
      #expect(map.land.points.allSatisfy { abs($0.x) < 1e4 && abs($0.y) < 1e4 })
    }
  }

  @Test("an open sea is empty")
  func openSea() {
    let map = Basemap(for: Self.view(-30.2, 19.9, -30, 20.1))
    #expect(map.land.isEmpty && map.coastlines.isEmpty && map.lakes.isEmpty && map.borders.isEmpty)
  }

  @Test("lakes are water in the land")
  func lakes() {
    let view = Self.view(100, 50, 112, 57)
    let map = Basemap(for: view)
    let baikal = Self.pixel(view, 53.6, 108.2)
    #expect(windingNumber(of: map.land, about: baikal) == 1)
    #expect(windingNumber(of: map.lakes, about: baikal) == 1)
    #expect(windingNumber(of: map.lakes, about: Self.pixel(view, 53, 104)) == 0)
  }

  @Test("fills are closed rings; vertices stand on the lattice of 1/256 pixel")
  func contours() {
    for view in [Self.world, Self.eastAsia, Self.beringSea] {
      let map = Basemap(for: view)
      for path in [map.land, map.lakes] {
        #expect(path.verbs.count { $0 == .move } == path.verbs.count { $0 == .close })
        #expect(path.verbs.last == .close)
      }
      for point in map.coastlines.points {
        #expect(point.x * 256 == (point.x * 256).rounded() && point.y * 256 == (point.y * 256).rounded())
      }
    }
  }

  @Test("the source suits the scale, and names its makers")
  func sources() {
    func detail(_ view: Viewport) -> BasemapDetail { Basemap(for: view).detail }
    let small = Viewport(grid: PixelGrid(zoom: 1), x: 0, y: 0, width: 512, height: 512)
    #expect(detail(small) == .naturalEarth110m)
    #expect(detail(Self.world) == .naturalEarth50m)
    #expect(detail(Self.eastAsia) == .naturalEarth10m)
    let solent = Self.view(-1.4, 50.5, -0.72, 50.9, width: 1920, height: 1080)
    #expect(detail(solent) == .openStreetMapSolent)
    #expect(detail(Self.view(-3.1, 50, 0.9, 51.5, width: 300, height: 200)) == .naturalEarth10m)
    #expect(detail(Self.view(3, 51, 4, 52)) == .naturalEarth10m)
    #expect(Basemap(for: solent).attribution == "© OpenStreetMap contributors")
    #expect(Basemap(for: Self.eastAsia).attribution == "Natural Earth")
  }
}

extension Viewport {
  fileprivate func grown(by margin: Int) -> Viewport {
    Viewport(
      grid: grid, x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }
}
