import Export
import Foundation

/// The pixels of a PNG, or of a mosaic of tiles that a folder holds, RGBA from the north-west corner.
struct TilePicture: Equatable {
  let width: Int
  let height: Int
  private(set) var pixels: [UInt8]

  /// The PNG of that name; throws where there is none, or no whole one.
  init(_ name: String, in folder: Scratch) throws {
    let data = try Data(contentsOf: folder.url.appendingPathComponent(name))
    let picture = try PNGDecoder.decode([UInt8](data))
    (width, height, pixels) = (picture.width, picture.height, picture.pixels)
  }

  /// The tiles of some columns, which wrap round, and rows; a tile that is not there is transparent.
  init(
    tiles name: String, zoom: Int, columns: Range<Int>, rows: Range<Int>, size: Int, in folder: Scratch
  ) throws {
    (width, height) = (columns.count * size, rows.count * size)
    pixels = [UInt8](repeating: 0, count: width * height * 4)
    for row in rows {
      for column in columns {
        let path = "\(name)/\(zoom)/\(column & (1 << zoom - 1))/\(row).png"
        guard folder.bytes(path) != nil else { continue }
        let tile = try TilePicture(path, in: folder)
        for line in 0..<size {
          let start = (((row - rows.lowerBound) * size + line) * width + (column - columns.lowerBound) * size) * 4
          pixels.replaceSubrange(
            start..<start + size * 4, with: tile.pixels[line * size * 4..<(line + 1) * size * 4])
        }
      }
    }
  }

  /// How many pixels are not wholly transparent.
  var inked: Int { stride(from: 3, to: pixels.count, by: 4).count { pixels[$0] != 0 } }
}
