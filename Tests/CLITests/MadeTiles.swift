import Export
import Foundation
import Geography
import Testing

/// A folder of tiles that the program has made, and its pixels.
struct MadeTiles {
  let folder: Scratch
  let name: String

  /// Makes tiles of a folder's input, which must succeed in silence.
  static func make(
    _ options: [String], of inputs: [String] = ["s.csv"], in folder: Scratch, name: String = "t"
  ) throws -> MadeTiles {
    let outcome = try Program.run(["tiles"] + inputs + ["-q", "-o", name] + options, in: folder)
    try #require(outcome.code == 0, "\(outcome.complaint)")
    #expect(outcome.complaint.isEmpty && outcome.output.isEmpty)
    return MadeTiles(folder: folder, name: name)
  }

  /// All files, by name, in their order.
  var files: [String] {
    let all = FileManager.default.enumerator(atPath: folder.url.appendingPathComponent(name).path)
    return (all?.compactMap { $0 as? String } ?? []).filter { $0.contains(".") }.sorted()
  }

  /// All tiles, by number.
  var tiles: [TileID] {
    files.filter { $0.hasSuffix(".png") }.compactMap { path in
      let parts = path.dropLast(4).split(separator: "/").compactMap { Int($0) }
      return parts.count == 3 ? TileID(zoom: parts[0], x: parts[1], y: parts[2]) : nil
    }.sorted { $0.serial < $1.serial }
  }

  /// Every file's bytes.
  var contents: [String: Data] {
    Dictionary(uniqueKeysWithValues: files.map { ($0, folder.bytes(name + "/" + $0) ?? Data()) })
  }

  /// What the set says of itself.
  var description: [String: Any] {
    let text = folder.bytes(name + "/tiles.json") ?? Data()
    return (try? JSONSerialization.jsonObject(with: text)) as? [String: Any] ?? [:]
  }

  /// A tile's bytes; nil where there is none.
  func png(_ tile: TileID) -> Data? { folder.bytes("\(name)/\(tile.zoom)/\(tile.x)/\(tile.y).png") }

  /// A tile's RGBA; all transparent where there is none.
  func pixels(_ tile: TileID, size: Int) throws -> [UInt8] {
    guard let png = png(tile) else { return [UInt8](repeating: 0, count: size * size * 4) }
    let picture = try PNGDecoder.decode([UInt8](png))
    #expect(picture.width == size && picture.height == size)
    return picture.pixels
  }
}

extension TileID {
  /// The tile's edges as `--bbox` takes them.
  var box: String { TileID.box(from: self, to: self) }

  /// The edges of the tiles from the upper left one to the lower right one.
  static func box(from first: TileID, to last: TileID) -> String {
    let across = Double(1 << first.zoom)
    func longitude(_ x: Int) -> Double { Double(x) / across * 360 - 180 }
    func latitude(_ y: Int) -> Double { atan(sinh(.pi * (1 - 2 * Double(y) / across))) * 180 / .pi }
    return "\(longitude(first.x)),\(latitude(last.y + 1)),\(longitude(last.x + 1)),\(latitude(first.y))"
  }
}
