import Behaviour
import Cartography
import Geography
import Raster
import TestSupport
import Testing

@Suite("Events as a layer")
struct EventLayerTests {
  private func bytes(_ layer: EventLayer, _ viewport: Viewport, theme: Theme = .dark) -> [UInt8] {
    var pixmap = Pixmap(width: viewport.width, height: viewport.height)
    layer.draw(on: &pixmap, viewport: viewport, theme: theme)
    return pixmap.encodedRGBA(rows: 0..<viewport.height)
  }

  private func cut(_ bytes: [UInt8], width: Int, x: Int, y: Int, size: Int) -> [UInt8] {
    var part: [UInt8] = []
    for row in y..<y + size {
      let start = (row * width + x) * 4
      part += bytes[start..<start + size * 4]
    }
    return part
  }

  /// A place so many pixels east and south of a pixel of a grid.
  private func place(_ grid: PixelGrid, x: Double, y: Double) -> Coordinate {
    Coordinate(
      latitude: WebMercator.latitude(y: grid.worldY(pixelY: y)),
      longitude: BoundingBox.wrapped(WebMercator.longitude(x: grid.worldX(pixelX: x))))
  }

  /// Events and hotspots whose marks lie about a corner of tiles; gaps go near and far.
  private func events(
    about x: Double, _ y: Double, grid: PixelGrid, random: inout SeededGenerator
  ) -> (events: [Event], hotspots: [Hotspot]) {
    func near() -> Coordinate { place(grid, x: x + random.number(-40...40), y: y + random.number(-40...40)) }
    var events: [Event] = []
    for number in 0..<10 {
      let kind = EventKind.allCases[number % 4]
      let at = near()
      let far = Coordinate(latitude: random.number(-80...80), longitude: random.number(-180...180))
      let end = kind != .gap ? nil : number < 4 ? near() : far
      let start = Int64.random(in: 0...3, using: &random)
      events.append(Event(kind: kind, id: "\(number)", start: start, end: start, place: at, reappearance: end))
    }
    return (events, [1, 40, 2500].map { Hotspot(place: near(), count: $0) })
  }

  @Test(
    "a tile is the canvas: at corners, over the antimeridian, at every zoom",
    arguments: (0...14).map { ($0, 256) } + [0, 1, 4, 9, 14].map { ($0, 512) })
  func mosaic(zoom: Int, tileSize: Int) {
    let grid = PixelGrid(zoom: zoom, tileSize: tileSize)
    var random = SeededGenerator(seed: UInt64(zoom * 1000 + tileSize))
    let across = 1 << zoom
    for column in [0, Int.random(in: 0...across, using: &random)] {
      let row = zoom == 0 ? 0 : Int.random(in: 1..<max(across, 2), using: &random)
      let (x, y) = (Double(column * tileSize), zoom == 0 ? Double(tileSize) / 2 : Double(row * tileSize))
      let content = events(about: x, y, grid: grid, random: &random)
      let layer = EventLayer(events: content.events, hotspots: content.hotspots)
      let top = zoom == 0 ? 0 : row - 1
      let rows = zoom == 0 ? 1 : 2
      let canvas = Viewport(
        grid: grid, x: (column - 1) * tileSize, y: top * tileSize, width: 2 * tileSize, height: rows * tileSize)
      let whole = bytes(layer, canvas)
      let occupied = Set(layer.occupiedTiles(zoom: zoom, tileSize: tileSize))
      for tileRow in 0..<rows {
        for tileColumn in 0..<2 {
          let tile = TileID(zoom: zoom, x: (column - 1 + tileColumn + across) % across, y: top + tileRow)
          let drawn = bytes(layer, tile.viewport(tileSize: tileSize))
          let part = cut(
            whole, width: canvas.width, x: tileColumn * tileSize, y: tileRow * tileSize, size: tileSize)
          #expect(drawn == part, "tile \(tile)")
          #expect(drawn.contains { $0 != 0 } && occupied.contains(tile), "tile \(tile)")
        }
      }
    }
  }

  @Test("every tile with ink is told, and few others", arguments: 0..<6 as Range<UInt64>)
  func occupiedTiles(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var events: [Event] = []
    for number in 0..<6 {
      func place() -> Coordinate {
        Coordinate(latitude: random.number(-84...84), longitude: random.number(-180...180))
      }
      events.append(
        Event(
          kind: number < 3 ? .gap : .encounter, id: "\(number)", start: 0, end: 0, place: place(),
          reappearance: number < 3 ? place() : nil))
    }
    let layer = EventLayer(events: events)
    let zoom = 4
    let told = layer.occupiedTiles(zoom: zoom, tileSize: 256)
    #expect(told == told.sorted { ($0.y, $0.x) < ($1.y, $1.x) } && Set(told).count == told.count)
    var inked: Set<TileID> = []
    for y in 0..<16 {
      for x in 0..<16 {
        let tile = TileID(zoom: zoom, x: x, y: y)
        if bytes(layer, tile.viewport(tileSize: 256)).contains(where: { $0 != 0 }) { inked.insert(tile) }
      }
    }
    #expect(inked.isSubset(of: told) && told.count <= inked.count + inked.count / 2 + 4)
  }

  @Test("the order in which events come changes nothing")
  func order() {
    var random = SeededGenerator(seed: 8)
    let grid = PixelGrid(zoom: 5)
    let viewport = Viewport(grid: grid, x: 3000, y: 3000, width: 200, height: 200)
    var content = events(about: 3100, 3100, grid: grid, random: &random)
    let first = bytes(EventLayer(events: content.events, hotspots: content.hotspots), viewport)
    for _ in 0..<5 {
      content.events.shuffle(using: &random)
      content.hotspots.shuffle(using: &random)
      #expect(bytes(EventLayer(events: content.events, hotspots: content.hotspots), viewport) == first)
    }
  }

  @Test("a gap is dashed all the way, the shorter way round, from a cross to a square")
  func gap() {
    let event = Event(
      kind: .gap, id: "g", start: 0, end: 1, place: Coordinate(latitude: 0, longitude: 178),
      reappearance: Coordinate(latitude: 0, longitude: -178))
    let layer = EventLayer(events: [event])
    let grid = PixelGrid(zoom: 8)
    let middle = Int(grid.worldWidthInPixels)
    let drawn = bytes(layer, Viewport(grid: grid, x: middle - 400, y: middle / 2 - 20, width: 800, height: 40))
    let isInked = (0..<800).map { drawn[(20 * 800 + $0) * 4 + 3] > 100 }
    let changes = zip(isInked, isInked.dropFirst()).count { $0 != $1 }
    #expect(changes > 80 && isInked[..<25].allSatisfy { !$0 } && isInked[775...].allSatisfy { !$0 })
    // A cross leaves the middle of its right side empty, a square does not.
    let ends = Int((4 / 360 * grid.worldWidthInPixels / 2).rounded())
    func alpha(_ x: Int, _ y: Int) -> UInt8 { drawn[((20 + y) * 800 + 400 + x) * 4 + 3] }
    #expect(alpha(-ends - 5, 0) < 100 && alpha(-ends - 5, -5) > 200 && alpha(ends + 4, 0) > 200)
    let tiles = layer.occupiedTiles(zoom: 8, tileSize: 256)
    #expect(tiles.allSatisfy { $0.x < 2 || $0.x > 253 } && tiles.count <= 8)
  }

  @Test("kinds differ in shape, not in colour alone")
  func shapes() {
    let viewport = Viewport(grid: PixelGrid(zoom: 10), x: (1 << 17) - 20, y: (1 << 17) - 20, width: 40, height: 40)
    for theme in Theme.all {
      let masks = EventKind.allCases.map { kind in
        let event = Event(kind: kind, id: "", start: 0, end: 0, place: Coordinate(latitude: 0, longitude: 0))
        let drawn = bytes(EventLayer(events: [event]), viewport, theme: theme)
        return (0..<1600).map { drawn[$0 * 4 + 3] > 100 }
      }
      for (place, mask) in masks.enumerated() {
        for other in masks[..<place] { #expect(zip(mask, other).count { $0 != $1 } >= 24, "\(theme.name)") }
      }
    }
  }

  @Test("the area of a hotspot is as its number of events")
  func hotspotArea() {
    let grid = PixelGrid(zoom: 10)
    let viewport = Viewport(grid: grid, x: 1000, y: 100_000, width: 400, height: 100)
    func hotspot(_ count: Int, x: Double) -> Hotspot {
      Hotspot(place: place(grid, x: x, y: 100_050), count: count)
    }
    let layer = EventLayer(events: [], hotspots: [hotspot(300, x: 1300), hotspot(1200, x: 1100)])
    #expect(layer.hotspots.map(\.count) == [1200, 300])
    let drawn = bytes(layer, viewport)
    func area(_ columns: Range<Int>) -> Int {
      (0..<100).reduce(0) { sum, row in sum + columns.count { drawn[(row * 400 + $0) * 4 + 3] > 0 } }
    }
    let ratio = Double(area(0..<200)) / Double(area(200..<400))
    #expect(ratio > 3.5 && ratio < 4.2, "\(ratio)")
  }

  @Test("a legend names the kinds that are there")
  func legend() {
    let place = Coordinate(latitude: 0, longitude: 0)
    let layer = EventLayer(
      events: [
        Event(kind: .gap, id: "", start: 0, end: 0, place: place),
        Event(kind: .encounter, id: "", start: 0, end: 0, place: place),
      ], hotspots: [Hotspot(place: place, count: 3)])
    let labels = layer.legend(theme: .dark).entries.map(\.label)
    #expect(
      labels == [
        "encounter of two vessels", "not observed: last seen, seen again", "hotspot and its number of events",
      ])
  }
}
