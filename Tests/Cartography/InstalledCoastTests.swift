import Cartography
import Geography
import Raster
import TestSupport
import Testing

@Suite("Installed coastlines on pictures") struct InstalledCoastTests {
  /// In the open Atlantic, where Natural Earth has nothing.
  private static let box = BoundingBox(west: -32, south: 28, east: -28, north: 31)
  private static let sample = LandSample.archipelago(seed: 11, box: box, islands: 500)

  private static func view(_ zoom: Int, _ longitude: Double, _ latitude: Double, size: Int = 700) -> Viewport {
    let middle = Viewport(
      zoom: zoom, covering: BoundingBox(west: longitude, south: latitude, east: longitude, north: latitude))
    return Viewport(grid: middle.grid, x: middle.x - size / 2, y: middle.y - size / 2, width: size, height: size)
  }

  /// The same land drawn straight from the degrees.
  private func direct(_ land: LandSample, _ view: Viewport) -> PolygonOracle {
    PolygonOracle(
      contours: land.polygons.joined().map { ring in
        ring.map {
          Point(
            x: view.grid.pixelX(worldX: WebMercator.x(longitude: $0.x)) - Double(view.x),
            y: view.grid.pixelY(worldY: WebMercator.y(latitude: $0.y)) - Double(view.y))
        }
      })
  }

  private func coverage(_ path: Path, _ view: Viewport) -> [UInt8] {
    var rasterizer = CoverageRasterizer()
    return rasterizer.coverage(of: path, in: PixelRect(x: 0, y: 0, width: view.width, height: view.height))
  }

  @Test("land is what the polygons drawn directly are, to a fraction of a pixel", arguments: [8, 10, 12])
  func sameLand(zoom: Int) throws {
    let archive = try Self.sample.archive()
    for (longitude, latitude) in [(-30.0, 29.5), (-31.5, 30.5), (-28.4, 28.3)] {
      let view = Self.view(zoom, longitude, latitude)
      let drawn = coverage(Basemap(for: view, coastline: archive).land, view)
      let expected = coverage(direct(Self.sample, view).path, view)
      let difference = zip(drawn, expected).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
      let shore = expected.count { $0 > 0 && $0 < 255 }
      // Vertices nearer than 0.3 pixels are thinned out: a shore pixel may be off by a little, no other at all.
      #expect(difference <= 12 * shore, "zoom \(zoom)")
      let isFarOff = zip(drawn, expected).contains { abs(Int($0) - Int($1)) >= 200 }
      #expect(!isFarOff)
    }
  }

  @Test("a window shows the land and the coast of the canvas", arguments: 1...8 as ClosedRange<UInt64>)
  func windowOfCanvas(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let archive = try Self.sample.archive()
    let canvas = Self.view(
      Int.random(in: 8...12, using: &generator), .random(in: -31...(-29), using: &generator),
      .random(in: 28.5...30.5, using: &generator), size: 1200)
    let (x, y) = (Int.random(in: 0..<900, using: &generator), Int.random(in: 0..<900, using: &generator))
    let window = Viewport(grid: canvas.grid, x: canvas.x + x, y: canvas.y + y, width: 256, height: 256)
    let (whole, part) = (
      Basemap(for: canvas, coastline: archive), Basemap(for: window, coastline: archive)
    )
    let inWindow = Set(edges(of: part.coastlines).filter { $0.touches(width: 256, height: 256) })
    let inCanvas = Set(
      edges(of: whole.coastlines).map { $0.moved(x: -Double(x), y: -Double(y)) }
        .filter { $0.touches(width: 256, height: 256) })
    #expect(inWindow == inCanvas, "seed \(seed)")
    for _ in 0..<30 {
      let place = Point(x: .random(in: 0..<256, using: &generator), y: .random(in: 0..<256, using: &generator))
      let same = Point(x: place.x + Double(x), y: place.y + Double(y))
      #expect(windingNumber(of: part.land, about: place) == windingNumber(of: whole.land, about: same), "seed \(seed)")
    }
  }

  /// A land of one piece, and the same cut along a grid into parts that overlap.
  private func cutAndWhole(overlap: Double) -> (whole: LandSample, cut: LandSample) {
    let whole = LandSample([[LandSample.box(-30.5, 29, -29.5, 30)]])
    var parts: [[LandSample.Ring]] = []
    for column in 0..<5 {
      for row in 0..<5 {
        let (west, south) = (-30.5 + Double(column) * 0.2, 29 + Double(row) * 0.2)
        parts.append([
          LandSample.box(
            max(west - overlap, -30.5), max(south - overlap, 29), min(west + 0.2 + overlap, -29.5),
            min(south + 0.2 + overlap, 30))
        ])
      }
    }
    return (whole, LandSample(parts))
  }

  @Test("land cut into parts is filled without a seam, and no coast runs along the cuts", arguments: [0, 0.0001])
  func noSeams(overlap: Double) throws {
    let (whole, cut) = cutAndWhole(overlap: overlap)
    let (one, many) = (try whole.archive(), try cut.archive())
    for zoom in 8...10 {
      let view = Self.view(zoom, -30.02, 29.53)
      let (first, second) = (Basemap(for: view, coastline: one), Basemap(for: view, coastline: many))
      // Where parts overlap at the shore its pixels have the strip's share twice; that is all that may differ.
      let most = overlap == 0 ? 0 : 30
      expectAlike(coverage(first.land, view), coverage(second.land, view), within: most, "land at zoom \(zoom)")
      var rasterizer = CoverageRasterizer()
      let frame = PixelRect(x: 0, y: 0, width: view.width, height: view.height)
      let strokes = [first, second].map {
        rasterizer.coverage(ofStroke: $0.coastlines, style: StrokeStyle(width: 2, join: .round), in: frame)
      }
      expectAlike(strokes[0], strokes[1], within: most, "coast at zoom \(zoom)")
    }
  }

  /// Expects that at most 40 values differ, none by more than `most`.
  private func expectAlike(_ first: [UInt8], _ second: [UInt8], within most: Int, _ words: Comment) {
    let differences = zip(first, second).map { abs(Int($0) - Int($1)) }
    let (count, largest) = (differences.count { $0 > 0 }, differences.max() ?? 0)
    #expect(first.contains(255) && count <= 40 && largest <= most, words)
  }

  @Test("only close views take it, and lakes and borders stay Natural Earth's")
  func choice() throws {
    let archive = try Self.sample.archive()
    for zoom in 0...12 {
      let basemap = Basemap(for: Self.view(zoom, -30, 29.5, size: 300), coastline: archive)
      #expect(basemap.hasInstalledLand == (zoom >= 8))
      #expect(basemap.attribution == (zoom >= 8 ? "© Nobody, Natural Earth" : "Natural Earth"))
      #expect(Basemap(for: Self.view(zoom, -30, 29.5, size: 300)).attribution == "Natural Earth")
    }
    let geneva = Self.view(9, 6.5, 46.4)
    let (with, without) = (Basemap(for: geneva, coastline: archive), Basemap(for: geneva))
    #expect(with.lakes.points == without.lakes.points && !with.lakes.isEmpty)
    #expect(with.borders.points == without.borders.points && !with.borders.isEmpty)
    // Even where the program carries OpenStreetMap's coast itself.
    #expect(Basemap(for: Self.view(10, -1.2, 50.7), coastline: archive).land.isEmpty)
  }

  @Test("the antimeridian is filled to and not drawn")
  func antimeridian() throws {
    let land = LandSample([
      [[SIMD2(179.8, 0), SIMD2(179.8, 0.5), SIMD2(180, 0.5), SIMD2(180, 0.2), SIMD2(180, 0)]],
      [[SIMD2(-180, 0), SIMD2(-180, 0.5), SIMD2(-179.8, 0.5), SIMD2(-179.8, 0)]],
    ])
    let view = Self.view(9, 180, 0.25)
    let basemap = Basemap(for: view, coastline: try land.archive())
    let middle = Point(x: 350, y: 350)
    #expect(windingNumber(of: basemap.land, about: Point(x: middle.x - 20, y: middle.y)) == 1)
    #expect(windingNumber(of: basemap.land, about: Point(x: middle.x + 20, y: middle.y)) == 1)
    let upright = edges(of: basemap.coastlines).filter { abs($0.from.x - $0.to.x) < 0.01 && abs($0.from.x - 350) < 2 }
    #expect(upright.isEmpty && edges(of: basemap.coastlines).count == 6)
  }
}
