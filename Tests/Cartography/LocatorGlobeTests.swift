import Cartography
import Geography
import Platform
import Raster
import TestSupport
import Testing

@Suite("Locator") struct LocatorGlobeTests {
  /// Land of Natural Earth 1:110 million in degrees, asked place by place.
  private struct Land {
    private var edges: [(from: (x: Double, y: Double), to: (x: Double, y: Double))] = []

    init() {
      let archive = GeometryArchive(EmbeddedResource.naturalEarth110m.bytes)
      for number in archive.pieces(of: .land) {
        let piece = archive.piece(number)
        var last = (x: Double(piece.x) / 1e5, y: Double(piece.y) / 1e5)
        archive.forEachFollowingVertex(of: piece) { x, y, _ in
          let next = (x: Double(x) / 1e5, y: Double(y) / 1e5)
          edges.append((last, next))
          last = next
        }
      }
    }

    func holds(_ place: Coordinate) -> Bool {
      var isInside = false
      for (a, b) in edges where (a.x <= place.longitude) != (b.x <= place.longitude) {
        if a.y + (b.y - a.y) * (place.longitude - a.x) / (b.x - a.x) > place.latitude { isInside.toggle() }
      }
      return isInside
    }
  }

  private static let land = Land()

  /// A frame of so many degrees about a place.
  private func frame(_ place: Coordinate, degrees: Double, width: Int = 100, height: Int = 100) -> Viewport {
    let grid = PixelGrid(originX: 0, originY: 0, pixelsPerUnit: Double(width) / degrees * 360 / WebMercator.unitsAcross)
    return Viewport(
      grid: grid, x: Int(grid.pixelX(worldX: WebMercator.x(longitude: place.longitude))) - width / 2,
      y: Int(grid.pixelY(worldY: WebMercator.y(latitude: place.latitude))) - height / 2, width: width, height: height)
  }

  private func rendered(_ viewport: Viewport, size: Int, theme: Theme) -> [UInt8]? {
    guard let globe = LocatorGlobe(for: viewport) else { return nil }
    var pixmap = Pixmap(width: size, height: size)
    globe.draw(
      on: &pixmap, in: PixelRect(x: 0, y: 0, width: size, height: size), theme: theme, hairline: 1)
    return pixmap.encodedRGBA(rows: 0..<size)
  }

  /// Middles of frames: near land's cuts, with antipodes on land and at sea, at poles, and anywhere.
  private static let middles: [Coordinate] = {
    let chosen = [
      (0.0, 0.0), (16.8, 0), (10, -160), (-45, -75), (52, 10), (85, 30), (-84, 100), (36, 124), (-30, 179.99),
      (40, -100), (-25, -45), (-60, 0), (60, 90), (3, 23.5), (-3, -156.5), (-66, -64), (23, 10), (5, 180),
    ]
    var random = SeededGenerator(seed: 0x610B)
    let others = (0..<40).map { _ in (random.number(-85...85), random.number(-180...180)) }
    return (chosen + others).map { Coordinate(latitude: $0.0, longitude: $0.1) }
  }()

  @Test("land is where a place by place view of the globe has it", arguments: middles)
  func brute(middle: Coordinate) throws {
    let (latitude, longitude) = (middle.latitude, middle.longitude)
    var theme = Theme.print
    theme.graticule = Color(0, alpha: 0)
    let size = 101
    let viewport = frame(middle, degrees: 0.1)
    let rendered = try #require(self.rendered(viewport, size: size, theme: theme))
    let radius = Double(size) / 2 - 2.5
    let tilt = min(max(latitude, -60), 60)
    let projection = LocalProjection(centre: Coordinate(latitude: tilt, longitude: longitude))
    /// The place at an offset in radii; nil off the globe.
    func place(_ x: Double, _ y: Double) -> Coordinate? {
      let distance = (x * x + y * y).squareRoot()
      guard distance < 0.97 else { return nil }
      guard distance > 0 else { return projection.centre }
      // The angle whose sine is the distance, by the length of the way there.
      let way = asin(distance) * Ellipsoid.meanRadius / distance
      return projection.place(east: x * way, north: y * way)
    }
    var (land, wrong) = (0, 0)
    for row in stride(from: 0, to: size, by: 2) {
      for column in stride(from: 0, to: size, by: 2) {
        func isLand(_ dx: Double, _ dy: Double) -> Bool? {
          let x = (Double(column) + 0.5 + dx - Double(size) / 2) / radius
          let y = -(Double(row) + 0.5 + dy - Double(size) / 2) / radius
          return place(x, y).map { Self.land.holds($0) }
        }
        guard let expected = isLand(0, 0) else { continue }
        // The mark of the frame lies over the land.
        let y = latitude == tilt ? 0 : (latitude > tilt ? -1 : 1) * sin(abs(latitude - tilt) * .pi / 180) * radius
        let (dx, dy) = (Double(column) + 0.5 - Double(size) / 2, Double(row) + 0.5 - Double(size) / 2 - y)
        if dx * dx + dy * dy < 140 { continue }
        land += expected ? 1 : 0
        if (rendered[(row * size + column) * 4] < 225) == expected { continue }
        // Only where all the pixel and its surroundings are of one kind is there no doubt.
        let offsets = stride(from: -0.9, through: 0.9, by: 0.15)
        if offsets.allSatisfy({ dx in offsets.allSatisfy { isLand(dx, $0) == expected } }) { wrong += 1 }
      }
    }
    #expect(wrong == 0 && land > 0, "\(middle): \(wrong) wrong, \(land) land")
  }

  @Test("a frame wider than 150 degrees has no locator; others do, whatever their height")
  func widest() {
    let place = Coordinate(latitude: 20, longitude: 170)
    #expect(LocatorGlobe(for: frame(place, degrees: 150.5)) == nil)
    #expect(LocatorGlobe(for: frame(place, degrees: 360)) == nil)
    #expect(LocatorGlobe(for: frame(place, degrees: 149.5)) != nil)
    #expect(LocatorGlobe(for: frame(place, degrees: 100, width: 100, height: 3000)) != nil)
  }

  @Test("the ink stays in the square, and the globe fills it", arguments: Theme.all.map(\.name), [24, 90, 333])
  func square(theme: String, size: Int) throws {
    let theme = try #require(Theme.all.first { $0.name == theme })
    for degrees in [0.01, 20, 149] {
      let globe = try #require(LocatorGlobe(for: frame(Coordinate(latitude: 80, longitude: 0), degrees: degrees)))
      var pixmap = Pixmap(width: size + 20, height: size + 40)
      globe.draw(
        on: &pixmap, in: PixelRect(x: 10, y: 20, width: size, height: size), theme: theme, hairline: 1)
      let drawn = pixmap.encodedRGBA(rows: 0..<size + 40)
      var inked = 0
      for row in 0..<size + 40 {
        for column in 0..<size + 20 where drawn[(row * (size + 20) + column) * 4 + 3] > 0 {
          #expect((10..<size + 10).contains(column) && (20..<size + 20).contains(row))
          inked += 1
        }
      }
      let disc = Double.pi / 4 * Double(size * size)
      #expect(abs(Double(inked) - disc) < 5 * Double(size))
    }
  }

  @Test("the frame is seen at any size: as an outline, or as a mark that is larger than it")
  func frameIsSeen() throws {
    for theme in Theme.all {
      for degrees in [0.001, 1, 4, 12, 60, 140] {
        let here = Coordinate(latitude: 30, longitude: 50)
        let drawn = try #require(rendered(frame(here, degrees: degrees), size: 120, theme: theme))
        let (red, green) = (theme.text.red, theme.text.green)
        let near = (0..<120 * 120).filter { pixel in
          abs(Int(drawn[pixel * 4]) - Int(red)) < 90 && abs(Int(drawn[pixel * 4 + 1]) - Int(green)) < 90
        }
        // The limb of the print theme has the text's colour too.
        let inside = near.filter { pixel in
          let (x, y) = (Double(pixel % 120) - 59.5, Double(pixel / 120) - 59.5)
          return x * x + y * y < 54 * 54
        }
        #expect(inside.count >= 12, "\(theme.name), \(degrees) degrees: \(inside.count)")
      }
    }
  }
}
