import Export
import Foundation
import Geography
import Testing

@Suite("A tile is the canvas: it has the pixels of a bare heatmap of its ground")
struct TileCanvasTests {
  /// RGBA of a bare heatmap of tiles' ground.
  static func canvas(_ box: String, zoom: Int, options: [String], in folder: Scratch) throws -> DecodedPNG {
    let outcome = try Program.run(
      ["heatmap", "s.csv", "--bare", "-q", "-f", "-o", "a.png", "--zoom", "\(zoom)", "--bbox", box]
        + ["--use-scale", "scale.json"] + options, in: folder)
    try #require(outcome.code == 0, "\(outcome.complaint)")
    return try PNGDecoder.decode([UInt8](try #require(folder.bytes("a.png"))))
  }

  static let cases: [(options: [String], size: Int)] = [
    (["--measure", "hours"], 256), (["--measure", "transits"], 256), (["--measure", "vessels"], 256),
    (["--measure", "positions"], 256), (["--measure", "hours"], 512), (["--measure", "transits"], 512),
    (["--measure", "vessels"], 512), (["--measure", "positions"], 512), (["--smooth", "2px"], 256),
    (["--smooth", "600m", "--measure", "positions"], 512), (["--basemap"], 256),
    (["--basemap", "--theme", "light", "--smooth", "1px"], 512),
    (["--scaling", "log", "--range", "0.01,20", "--palette", "inferno"], 256),
  ]

  @Test("for every measure and size, smoothed or not, with or without land", arguments: cases)
  func measures(options: [String], size: Int) throws {
    let folder = try Sample.folder()
    let sizes = ["--tile-size", "\(size)", "-z", "10", "--bbox", "7,53,9,55"]
    let made = try MadeTiles.make(options + sizes + ["--save-scale", "scale.json"], in: folder)
    let shown = options.contains("--range") ? Array(options.dropFirst(4)) : options
    // From the whole world to the last zoom, and beside the ships: blur may reach there, or nothing.
    let last = try #require(made.tiles.last)
    let beside = TileID(zoom: last.zoom, x: last.x + 1, y: last.y)
    let some = [TileID(zoom: 0, x: 0, y: 0), TileID(zoom: 5, x: 16, y: 10), last, beside]
    for tile in some {
      let zoom = tile.zoom + (size == 512 ? 1 : 0)
      let canvas = try Self.canvas(tile.box, zoom: zoom, options: shown, in: folder)
      #expect(canvas.width == size && canvas.height == size)
      #expect(try made.pixels(tile, size: size) == canvas.pixels, "\(tile)")
    }
    #expect(try made.pixels(last, size: size).contains { $0 != 0 })
  }

  @Test("tiles set side by side over the antimeridian are one canvas", arguments: [[], ["--smooth", "3px"]])
  func antimeridian(options: [String]) throws {
    let folder = try Scratch()
    try folder.write(Sample.acrossAntimeridian, to: "s.csv")
    let made = try MadeTiles.make(options + ["-z", "8", "--save-scale", "scale.json"], in: folder)
    let deepest = made.tiles.filter { $0.zoom == 8 }
    #expect(Set(deepest.map(\.x)) == [0, 255])
    let row = try #require(deepest.first).y
    let (west, east) = (TileID(zoom: 8, x: 255, y: row), TileID(zoom: 8, x: 0, y: row))
    let (westBox, eastBox) = (west.box.split(separator: ","), east.box.split(separator: ","))
    let box = "\(westBox[0]),\(westBox[1]),\(eastBox[2]),\(westBox[3])"
    let canvas = try Self.canvas(box, zoom: 8, options: options, in: folder)
    try #require(canvas.width == 512 && canvas.height == 256)
    let halves = [try made.pixels(west, size: 256), try made.pixels(east, size: 256)]
    for half in halves { #expect(half.contains { $0 != 0 }) }
    var joined: [UInt8] = []
    for row in 0..<256 { for half in halves { joined += half[row * 1024..<(row + 1) * 1024] } }
    #expect(joined == canvas.pixels)
  }
}
