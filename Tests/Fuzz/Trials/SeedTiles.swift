import Export
import Geography

/// Small sound tiles.
enum SeedTiles {
  /// A picture of one colour.
  static var picture: [UInt8] {
    let encoded = try? PNGEncoder.encodePalette(
      indices: [UInt8](repeating: 0, count: 64), width: 8, height: 8,
      palette: [PaletteEntry(red: 30, green: 9, blue: 200)], metadata: PNGMetadata())
    return encoded ?? []
  }

  /// A PMTiles archive of zooms 0 and 1, a leaf directory in it, nothing packed but the pictures.
  static var archive: [UInt8] {
    let picture = picture
    let tiles = (0..<5).map {
      PMTilesEntry(tileID: UInt64($0), offset: 0, length: UInt32(picture.count), runLength: 1)
    }
    let leaf = PMTilesDirectory.encode(tiles[1...])
    let pointer = PMTilesEntry(tileID: 1, offset: 0, length: UInt32(leaf.count), runLength: 0)
    var header = PMTilesHeader()
    header.internalCompression = .none
    header.maxZoom = 1
    (header.addressedTiles, header.tileEntries, header.tileContents) = (5, 5, 1)
    var result = [UInt8](repeating: 0, count: PMTilesHeader.byteCount)
    func append(_ bytes: [UInt8]) -> PMTilesHeader.Section {
      defer { result += bytes }
      return .init(offset: UInt64(result.count), length: UInt64(bytes.count))
    }
    header.rootDirectory = append(PMTilesDirectory.encode([tiles[0], pointer]))
    header.metadata = append(Array(#"{"name":"sample"}"#.utf8))
    header.leafDirectories = append(leaf)
    header.tileData = append(picture)
    result.replaceSubrange(0..<PMTilesHeader.byteCount, with: header.encoded)
    return result
  }
}
