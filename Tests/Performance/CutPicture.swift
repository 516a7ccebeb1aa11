import Export
import Platform

/// A picture cut into square tiles of palette indices; tiles without a visible pixel are left out.
struct CutPicture {
  let name: String
  /// Row-major indices of `palette`, `side * side` each.
  private(set) var tiles: [[UInt8]] = []
  private(set) var palette: [PaletteEntry] = []

  /// Tiles of a PNG file.
  ///
  /// Gives nil, and says so, for a file that cannot be read and for a picture of more than 256 colours.
  init?(path: String, side: Int) {
    do {
      let file = try FileHandle.reading(path)
      var bytes = [UInt8](repeating: 0, count: file.size)
      _ = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
      let decoded = try PNGDecoder.decode(bytes)
      name = String(path.split(separator: "/").last ?? "picture")
      guard cut(decoded.pixels, width: decoded.width, height: decoded.height, side: side) else {
        print("tiles: \(path) has more than 256 colours")
        return nil
      }
    } catch {
      print("tiles: \(path) cannot be read (\(error))")
      return nil
    }
  }

  /// Tiles of RGBA pixels with at most 256 colours; others are left out.
  init(name: String, pixels: [UInt8], width: Int, side: Int) {
    self.name = name
    _ = cut(pixels, width: width, height: pixels.count / 4 / width, side: side)
  }

  /// Entry 0 is the transparent one, the others stand by value: translucent before opaque, as a density's do.
  private mutating func cut(_ pixels: [UInt8], width: Int, height: Int, side: Int) -> Bool {
    func bits(_ pixel: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(pixels[4 * pixel + $1]) << UInt32(8 * $1) }
    }
    var seen: Set<UInt32> = [0]
    var last: UInt32 = 0
    for pixel in 0..<width * height {
      let next = bits(pixel)
      if next != last { seen.insert(next) }
      last = next
    }
    guard seen.count <= 256 else { return false }
    let ordered = seen.sorted()
    palette = ordered.map {
      PaletteEntry(
        red: UInt8(truncatingIfNeeded: $0), green: UInt8(truncatingIfNeeded: $0 >> 8),
        blue: UInt8(truncatingIfNeeded: $0 >> 16), alpha: UInt8(truncatingIfNeeded: $0 >> 24))
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(ordered, (0...255).map { UInt8($0) }))
    for top in stride(from: 0, through: height - side, by: side) {
      for left in stride(from: 0, through: width - side, by: side) {
        var tile = [UInt8](repeating: 0, count: side * side)
        for index in tile.indices {
          let next = bits((top + index / side) * width + left + index % side)
          if next >> 24 > 0 { tile[index] = numbers[next] ?? 0 }
        }
        if tile.contains(where: { $0 > 0 }) { tiles.append(tile) }
      }
    }
    return true
  }
}
