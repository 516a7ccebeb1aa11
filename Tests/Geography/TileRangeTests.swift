import Geography
import Testing

@Suite("Tiles that meet a box")
struct TileRangeTests {
  @Test("a box in one tile, across borders, and across the antimeridian")
  func boxes() {
    let one = TileRange(
      zoom: 10, tileSize: 256, covering: BoundingBox(west: 120.1, south: 30.05, east: 120.2, north: 30.1))
    #expect(one.count == 1)
    #expect(one.tiles == [TileID(zoom: 10, x: 853, y: 422)])
    let across = TileRange(zoom: 3, tileSize: 512, covering: BoundingBox(west: 170, south: -10, east: -170, north: 10))
    #expect(across.tiles.map(\.x) == [7, 0, 7, 0])
    #expect(across.rows == 3..<5)
    #expect(across.contains(column: 0, row: 4) && !across.contains(column: 1, row: 4))
  }

  @Test("a tile's own box holds no other tile, at any zoom and size", arguments: [256, 512])
  func ownBox(size: Int) {
    for zoom in 0...20 {
      let last = (1 << zoom) - 1
      for (x, y) in [(0, 0), (last, last), (last / 2, last / 3), (last / 7, last)] {
        let tile = TileID(zoom: zoom, x: x, y: y)
        let range = TileRange(zoom: zoom, tileSize: size, covering: tile.viewport(tileSize: size).boundingBox)
        #expect(range.tiles == [tile])
      }
    }
  }

  @Test("the world is every tile once")
  func world() {
    let box = BoundingBox(west: -180, south: -85.06, east: 180, north: 89)
    for zoom in 0...6 {
      let range = TileRange(zoom: zoom, tileSize: 256, covering: box)
      #expect(range.count == 1 << (2 * zoom))
      #expect(Set(range.tiles).count == range.count)
    }
  }
}
