import Geography
import Testing

@Suite("Tiles and their numbers")
struct TileIDTests {
  @Test("numbers follow the Hilbert curve of PMTiles")
  func serials() {
    // From the specification's own table, and zoom 2 along the curve.
    let known: [(UInt64, Int, Int, Int)] = [
      (0, 0, 0, 0), (1, 1, 0, 0), (2, 1, 0, 1), (3, 1, 1, 1), (4, 1, 1, 0), (5, 2, 0, 0), (6, 2, 1, 0), (7, 2, 1, 1),
      (8, 2, 0, 1), (19_078_479, 12, 3423, 1763),
    ]
    for (serial, zoom, x, y) in known {
      #expect(TileID(zoom: zoom, x: x, y: y).serial == serial)
      #expect(TileID(serial: serial) == TileID(zoom: zoom, x: x, y: y))
    }
  }

  @Test("every tile below zoom 9 has a number of its own, and neighbours in number are neighbours in place")
  func bijection() {
    var before: TileID?
    for serial in 0..<TileID.first(ofZoom: 9) {
      guard let tile = TileID(serial: serial) else {
        Issue.record("no tile \(serial)")
        return
      }
      #expect(tile.serial == serial)
      if let before, before.zoom == tile.zoom { #expect(abs(before.x - tile.x) + abs(before.y - tile.y) == 1) }
      before = tile
    }
  }

  @Test("corners of every zoom survive the way to their number and back")
  func corners() {
    for zoom in 0...31 {
      let last = (1 << zoom) - 1
      for (x, y) in [(0, 0), (last, 0), (0, last), (last, last), (last / 3, last / 5)] {
        let tile = TileID(zoom: zoom, x: x, y: y)
        #expect(TileID(serial: tile.serial) == tile)
      }
    }
    #expect(TileID(serial: .max) == nil)
  }
}
