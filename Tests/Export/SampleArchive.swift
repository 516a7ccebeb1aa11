import Geography

import Export

/// A PMTiles archive in the making: entries and bytes that can be spoilt before or after it is laid out.
struct SampleArchive {
  var header = PMTilesHeader()
  var root: [PMTilesEntry] = []
  /// Leaf directories, one behind the other.
  var leaves: [UInt8] = []
  var data: [UInt8] = []
  var metadata = Array(#"{"name": "sample"}"#.utf8)
  /// Changes to the header when all places in it are known.
  var spoilHeader: (inout PMTilesHeader) -> Void = { _ in }

  /// The sample's tiles, each content once.
  init(_ pictures: [(tile: TileID, png: [UInt8])]? = nil) throws {
    let pictures = try pictures ?? SampleTiles.pictures()
    var places: [[UInt8]: Int] = [:]
    for (tile, png) in pictures {
      let offset = places[png] ?? data.count
      if places.updateValue(offset, forKey: png) == nil { data += png }
      root.append(
        PMTilesEntry(tileID: tile.serial, offset: UInt64(offset), length: UInt32(png.count), runLength: 1))
    }
    header.bounds = SampleTiles.box
    header.maxZoom = pictures.map(\.tile.zoom).max() ?? 0
    header.minZoom = pictures.map(\.tile.zoom).min() ?? 0
    header.addressedTiles = UInt64(pictures.count)
    header.tileEntries = UInt64(pictures.count)
    header.tileContents = UInt64(places.count)
  }

  /// Moves entries of the root into a leaf of their own; gives the entry that points to it.
  mutating func moveIntoLeaf(_ range: Range<Int>) throws {
    let packed = try pack(PMTilesDirectory.encode(root[range]))
    let pointer = PMTilesEntry(
      tileID: root[range.lowerBound].tileID, offset: UInt64(leaves.count), length: UInt32(packed.count), runLength: 0)
    leaves += packed
    root.replaceSubrange(range, with: [pointer])
  }

  private func pack(_ bytes: [UInt8]) throws -> [UInt8] {
    header.internalCompression == .gzip ? try Gzip.compress(bytes) : bytes
  }

  /// The whole archive.
  func bytes() throws -> [UInt8] {
    var header = header
    var result = [UInt8](repeating: 0, count: PMTilesHeader.byteCount)
    func append(_ bytes: [UInt8]) -> PMTilesHeader.Section {
      defer { result += bytes }
      return .init(offset: UInt64(result.count), length: UInt64(bytes.count))
    }
    header.rootDirectory = append(try pack(PMTilesDirectory.encode(root)))
    header.metadata = append(metadata.isEmpty ? [] : try pack(metadata))
    header.leafDirectories = append(leaves)
    header.tileData = append(data)
    spoilHeader(&header)
    result.replaceSubrange(0..<PMTilesHeader.byteCount, with: header.encoded)
    return result
  }
}
