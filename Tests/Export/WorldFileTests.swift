import Geography
import Testing

import Export

@Suite("A picture lies at its place on the projected plane")
struct WorldFileTests {
  @Test("the world in one tile is 20,037,508 m to each side")
  func world() {
    let place = GeoTransform(Viewport(grid: PixelGrid(zoom: 0), x: 0, y: 0, width: 256, height: 256))
    #expect(abs(place.west + WebMercator.halfWorldInMetres) < 1e-6)
    #expect(abs(place.north - WebMercator.halfWorldInMetres) < 1e-6)
    #expect(abs(place.pixelSizeInMetres - 156_543.033_928_040_97) < 1e-8)
  }

  @Test("six lines, to the middle of the first pixel, rows running south")
  func sixLines() throws {
    let file = WorldFile(Viewport(grid: PixelGrid(zoom: 2), x: 300, y: 400, width: 10, height: 20))
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 7 && lines.last == "")
    let numbers = lines.compactMap { Double($0) }
    let size = 2 * WebMercator.halfWorldInMetres / 1024
    let expected = [
      size, 0, 0, -size, -WebMercator.halfWorldInMetres + 300.5 * size,
      WebMercator.halfWorldInMetres - 400.5 * size,
    ]
    #expect(numbers.count == 6)
    for (number, value) in zip(numbers, expected) { #expect(abs(number - value) < 1e-6) }
  }

  @Test(
    "opposite corners are the box's, in the world copy that holds the middle",
    arguments: [
      (BoundingBox(west: 120, south: 20, east: 130, north: 40), -20_037_508.343...20_037_508.343),
      (BoundingBox(west: 170, south: 50, east: -160, north: 60), -22_300_000 ... -15_500_000.0),
      (BoundingBox(west: 160, south: 50, east: -170, north: 60), 15_500_000.0...22_300_000),
    ])
  func corners(box: BoundingBox, range: ClosedRange<Double>) {
    let viewport = Viewport(fitting: box, width: 800, height: 600)
    let place = GeoTransform(viewport)
    let east = place.west + Double(viewport.width) * place.pixelSizeInMetres
    let south = place.north - Double(viewport.height) * place.pixelSizeInMetres
    #expect(place.west > range.lowerBound - 1e6 && east < range.upperBound + 1e6)
    let shown = viewport.boundingBox
    #expect(abs(place.north - WebMercator.northing(y: WebMercator.y(latitude: shown.north))) < 1e-3)
    #expect(abs(south - WebMercator.northing(y: WebMercator.y(latitude: shown.south))) < 1e-3)
    let westInDegrees = BoundingBox.wrapped(place.west / WebMercator.halfWorldInMetres * 180)
    #expect(abs(westInDegrees - shown.west) < 1e-9)
  }

  @Test("names follow the picture's name")
  func names() {
    #expect(WorldFile.worldFilePath(besidePNG: "/a.b/map.png") == "/a.b/map.pgw")
    #expect(WorldFile.worldFilePath(besidePNG: "/a.b/map") == "/a.b/map.pgw")
    #expect(WorldFile.worldFilePath(besidePNG: ".png") == ".png.pgw")
    #expect(WorldFile.auxiliaryPath(besidePNG: "x/map.png") == "x/map.png.aux.xml")
  }

  @Test("the auxiliary file's quotes are escaped and its transform has six numbers")
  func auxiliary() throws {
    let xml = WorldFile(Viewport(grid: PixelGrid(zoom: 0), x: 0, y: 0, width: 256, height: 256)).auxiliaryXML
    #expect(xml.contains("PROJCS[&quot;WGS 84 / Pseudo-Mercator&quot;"))
    let inner = try #require(xml.firstRange(of: "<GeoTransform>"))
    let end = try #require(xml.firstRange(of: "</GeoTransform>"))
    #expect(xml[inner.upperBound..<end.lowerBound].split(separator: ",").count == 6)
  }
}
