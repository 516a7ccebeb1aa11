import Cartography
import Geography
import Raster
import TestSupport
import Testing

@Suite("Reach as a layer") struct ReachLayerTests {
  private struct Silence {
    var from: Coordinate
    var to: Coordinate?
    var length: Double

    var shape: ReachShape? { ReachShape(from: from, to: to, lengthInMetres: length) }

    /// How much farther than the ship could go the way by a place is, in metres.
    func excess(_ place: Coordinate) -> Double {
      let there = Ellipsoid.greatCircleInMetres(from, place)
      return there + (to.map { Ellipsoid.greatCircleInMetres(place, $0) } ?? 0) - length
    }
  }

  private static let fill = Color(0xFFFFFF, alpha: 0.5)

  private func alphas(
    _ silences: [Silence], _ viewport: Viewport, outline: Double = 0, dashes: [Double] = []
  ) -> [UInt8] {
    var pixmap = Pixmap(width: viewport.width, height: viewport.height)
    ReachLayer(shapes: silences.compactMap(\.shape)).draw(
      on: &pixmap, viewport: viewport, fill: Self.fill, outline: Color(0xFFFFFF), outlineWidth: outline,
      outlineDashes: dashes)
    let bytes = pixmap.encodedRGBA(rows: 0..<viewport.height)
    return stride(from: 3, to: bytes.count, by: 4).map { bytes[$0] }
  }

  /// The place at the middle of a viewport's pixel.
  private func place(_ viewport: Viewport, _ column: Int, _ row: Int) -> Coordinate {
    let grid = viewport.grid
    return Coordinate(
      latitude: WebMercator.latitude(y: grid.worldY(pixelY: Double(viewport.y + row) + 0.5)),
      longitude: BoundingBox.wrapped(
        WebMercator.longitude(x: grid.worldX(pixelX: Double(viewport.x + column) + 0.5))))
  }

  /// Expects pixels to be inked just where a place is within the reach of one of the silences; those within a pixel of an
  /// edge may be either.
  private func check(_ silences: [Silence], _ viewport: Viewport, _ comment: Comment) {
    let alphas = alphas(silences, viewport)
    let metresPerPixel = 40_030_230 / viewport.grid.worldWidthInPixels
    var wrong = 0
    for row in 0..<viewport.height {
      for column in 0..<viewport.width {
        let place = place(viewport, column, row)
        let excesses = silences.filter { $0.shape != nil }.map { $0.excess(place) }
        // A way changes by at most twice what the place moves.
        let doubt = 2 * 0.8 * metresPerPixel
        if excesses.contains(where: { abs($0) <= doubt }) { continue }
        let isWithin = excesses.contains { $0 < 0 }
        if (alphas[row * viewport.width + column] > 0) != isWithin { wrong += 1 }
        if isWithin, alphas[row * viewport.width + column] != 128 { wrong += 1 }
      }
    }
    #expect(wrong == 0, comment)
  }

  private static func silence(_ random: inout SeededGenerator) -> Silence {
    let edges: [ClosedRange<Double>] = [-90 ... -80, -60...60, 80...90, -90...90]
    func place() -> Coordinate {
      Coordinate(
        latitude: random.number(edges[Int.random(in: 0..<4, using: &random)]), longitude: random.number(-180...180))
    }
    let from = place()
    let far = Bool.random(using: &random) ? place() : nil
    // An end near the beginning as often as anywhere.
    let near = Coordinate(
      latitude: min(max(from.latitude + random.number(-8...8), -90), 90),
      longitude: BoundingBox.wrapped(from.longitude + random.number(-8...8)))
    let to = Bool.random(using: &random) ? near : far
    let slack = [2e5, 2e6, 2e7][Int.random(in: 0..<3, using: &random)] * random.number(0.05...1)
    return Silence(
      from: from, to: to, length: (to.map { Ellipsoid.greatCircleInMetres(from, $0) } ?? 0) + slack)
  }

  @Test(
    "the world is inked where the ship can have been, poles and antimeridian and copies included",
    arguments: 0..<150 as Range<UInt64>)
  func wholeWorld(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let silences = [Self.silence(&random)]
    let grid = PixelGrid(zoom: 0)
    let viewport = Viewport(grid: grid, x: -150, y: 0, width: 420, height: 256)
    check(silences, viewport, "\(silences)")
  }

  @Test("areas that overlap are one area, however large", arguments: 0..<40 as Range<UInt64>)
  func union(seed: UInt64) {
    var random = SeededGenerator(seed: seed ^ 0xABCD)
    let silences = (0..<4).map { _ in Self.silence(&random) }
    check(silences, Viewport(grid: PixelGrid(zoom: 0), x: 0, y: 0, width: 256, height: 256), "\(silences)")
  }

  @Test("two areas larger than a hemisphere leave out what neither holds")
  func holes() {
    let places = [Coordinate(latitude: 3, longitude: 10), Coordinate(latitude: -20, longitude: 30)]
    let silences = places.map { Silence(from: $0, to: nil, length: 15e6) }
    check(silences, Viewport(grid: PixelGrid(zoom: 0), x: 0, y: 0, width: 256, height: 256), "")
    let all = [Silence(from: places[0], to: nil, length: 3e7)]
    check(all, Viewport(grid: PixelGrid(zoom: 0), x: -10, y: 0, width: 300, height: 256), "")
  }

  @Test("close to an edge it is drawn to a third of a pixel", arguments: 0..<60 as Range<UInt64>)
  func closeUp(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed ^ 0x77)
    let silence = Self.silence(&random)
    guard let shape = silence.shape, !shape.isWholeEarth else { return }
    let zoom = Int.random(in: 4...14, using: &random)
    let place = shape.edge(at: random.number(0...1)).coordinate
    guard abs(place.latitude) < 84 else { return }
    let grid = PixelGrid(zoom: zoom)
    let (x, y) = (
      grid.pixelX(worldX: WebMercator.x(longitude: place.longitude)),
      grid.pixelY(worldY: WebMercator.y(latitude: place.latitude))
    )
    let viewport = Viewport(grid: grid, x: Int(x) - 20, y: Int(y) - 20, width: 40, height: 40)
    let alphas = alphas([silence], viewport)
    var wrong = 0
    for row in 0..<40 {
      for column in 0..<40 {
        func isWithin(_ dx: Double, _ dy: Double) -> Bool {
          let (x, y) = (Double(viewport.x + column) + 0.5 + dx, Double(viewport.y + row) + 0.5 + dy)
          return silence.excess(
            Coordinate(
              latitude: WebMercator.latitude(y: grid.worldY(pixelY: y)),
              longitude: BoundingBox.wrapped(WebMercator.longitude(x: grid.worldX(pixelX: x))))) < 0
        }
        // Where the pixel and a third of one about it lie on one side, it is wholly on that side.
        let reach = 0.5 + 0.34
        let sides = Set(
          [-reach, 0, reach].flatMap { dx in [-reach, 0, reach].map { dy in isWithin(dx, dy) } })
        guard sides.count == 1, let inside = sides.first else { continue }
        if alphas[row * 40 + column] != (inside ? 128 : 0) { wrong += 1 }
      }
    }
    #expect(wrong == 0, "zoom \(zoom), \(silence)")
  }

  @Test("a window shows what the whole canvas shows, outline and all", arguments: 0..<30 as Range<UInt64>)
  func windows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let silences = (0..<3).map { _ in Self.silence(&random) }
    let isFitted = seed % 2 == 0
    let box = BoundingBox(west: 120, south: -60, east: -130, north: 80)
    let grid = isFitted ? Viewport(fitting: box, width: 311, height: 500).grid : PixelGrid(zoom: 3)
    let width = Int(grid.worldWidthInPixels)
    let canvas = Viewport(grid: grid, x: -100, y: -20, width: width + 300, height: min(width, 700))
    let whole = alphas(silences, canvas, outline: 1.5, dashes: [3, 2])
    for _ in 0..<6 {
      let x = Int.random(in: 0..<canvas.width - 90, using: &random)
      let y = Int.random(in: 0..<canvas.height - 90, using: &random)
      let part = alphas(
        silences, Viewport(grid: grid, x: canvas.x + x, y: canvas.y + y, width: 90, height: 90), outline: 1.5,
        dashes: [3, 2])
      var cut: [UInt8] = []
      for row in y..<y + 90 { cut += whole[(row * canvas.width + x)..<(row * canvas.width + x + 90)] }
      #expect(part == cut, "\(silences), \(x) \(y)")
    }
  }

  @Test("the outline goes along the edge and not along the map's end")
  func outline() {
    let disc = Silence(from: Coordinate(latitude: 88, longitude: 30), to: nil, length: 2e6)
    let viewport = Viewport(grid: PixelGrid(zoom: 0), x: 0, y: 0, width: 256, height: 256)
    let alphas = alphas([disc], viewport, outline: 1)
    for column in 0..<256 {
      let inked = (0..<256).filter { alphas[$0 * 256 + column] > 128 }
      #expect((1...4).contains(inked.count) && (inked.first ?? 0) > 10, "column \(column)")
    }
  }
}
