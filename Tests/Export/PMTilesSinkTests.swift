import Geography
import JSON
import TestSupport
import Testing

import Export

@Suite("Tiles as PMTiles")
struct PMTilesSinkTests {
  let folder = TemporaryFolder()

  private func archive(_ fill: (PMTilesSink) throws -> Void) throws -> PMTilesReading {
    try fill(PMTilesSink(path: folder("a.pmtiles"), force: true))
    return try PMTilesReading(try #require(folder.bytes("a.pmtiles")))
  }

  @Test("the header says what is there")
  func header() throws {
    let sample = try TileSetSample(count: 300, contents: 5)
    let archive = try archive { try sample.fill($0) }
    let header = archive.header
    #expect(header.addressedTiles == UInt64(sample.tiles.count))
    #expect(header.tileEntries == UInt64(archive.entries.count))
    #expect(header.tileContents == 5)
    #expect(header.isClustered)
    #expect(header.tileType == .png && header.tileCompression == .none && header.internalCompression == .gzip)
    #expect((header.minZoom, header.maxZoom, header.centerZoom) == (0, 6, 3))
    #expect(header.bounds == sample.metadata.bounds)
    #expect(header.center == sample.metadata.center.place)
    let bytes = try #require(folder.bytes("a.pmtiles")).count
    #expect(header.tileData.offset == UInt64(PMTilesHeader.rootLimit))
    #expect(header.leafDirectories == .init(offset: header.tileData.offset + header.tileData.length))
    #expect(header.metadata.offset == header.leafDirectories.offset)
    #expect(header.metadata.offset + header.metadata.length == UInt64(bytes))
    #expect(header.rootDirectory.offset + header.rootDirectory.length <= UInt64(PMTilesHeader.rootLimit))
  }

  @Test("the metadata says what the header does not")
  func metadata() throws {
    let archive = try archive { try TileSetSample(count: 3).fill($0) }
    #expect(
      archive.metadata == #"{"name":"Ships of the \"Sea\"","description":"Hours of ships","#
        + #""attribution":"© everyone","type":"overlay","version":"1.0.0","tile_size":256,"#
        + #""generator":"wakeprint 1","measure":"hours","gaps":[1,2.5]}"#)
  }

  @Test("equal neighbours are one entry, equal contents are stored once, and new ones follow each other")
  func once() throws {
    let contents: [[UInt8]] = [[1], [1], [2, 2], [2, 2], [2, 2], [1], [3]]
    let archive = try archive { sink in
      // Number 5 is the first of zoom 2; after the sixth tile one is left out.
      for (step, content) in contents.enumerated() {
        let serial = UInt64(5 + step + (step > 3 ? 1 : 0))
        try sink.add(content, at: try #require(TileID(serial: serial)))
      }
      _ = try sink.finish(TileSetSample(count: 1).metadata)
    }
    let expected: [(UInt64, UInt64, UInt32, UInt32)] = [
      (5, 0, 1, 2), (7, 1, 2, 2), (10, 1, 2, 1), (11, 0, 1, 1), (12, 3, 1, 1),
    ]
    #expect(
      archive.entries
        == expected.map { PMTilesEntry(tileID: $0.0, offset: $0.1, length: $0.2, runLength: $0.3) })
    #expect(archive.header.addressedTiles == 7)
    #expect(archive.header.tileEntries == 5)
    #expect(archive.header.tileContents == 3)
    #expect(archive.header.tileData.length == 4)
  }

  @Test("a large set has leaf directories, and every tile of it is found")
  func leaves() throws {
    var random = SeededGenerator(seed: 7)
    var tiles: [(serial: UInt64, content: [UInt8])] = []
    var serial = TileID.first(ofZoom: 9)
    for number in 0..<200_000 {
      serial += UInt64.random(in: 1...3, using: &random)
      let content = number % 5 == 4 ? tiles[number - 3].content : Array("\(number)".utf8)
      tiles.append((serial, content))
    }
    let archive = try archive { sink in
      for (serial, content) in tiles { try sink.add(content, at: try #require(TileID(serial: serial))) }
      _ = try sink.finish(TileSetSample(count: 1).metadata)
    }
    #expect(archive.leafCount == 49)
    #expect(archive.header.rootDirectory.length + 127 <= 16_384)
    #expect(archive.header.tileEntries == UInt64(archive.entries.count))
    #expect(archive.header.tileContents == 160_000)
    #expect(zip(archive.entries, archive.entries.dropFirst()).allSatisfy { $0.tileID < $1.tileID })
    #expect(archive.tiles.count == tiles.count)
    #expect(tiles.allSatisfy { archive.tiles[$0.serial] == $0.content })
  }

  @Test("leaves grow until the root fits")
  func growth() throws {
    var random = SeededGenerator(seed: 8)
    let entries = (0..<60_000).map { number in
      PMTilesEntry(
        tileID: UInt64(3 * number), offset: .random(in: 0...1 << 40, using: &random),
        length: .random(in: 1...20_000, using: &random), runLength: 1)
    }
    var sizes: [Int] = []
    for limit in [200, 240, 16_384] {
      let packed = try PMTilesDirectories(packing: entries, rootLimit: limit)
      #expect(packed.root.count <= limit - PMTilesHeader.byteCount)
      let root = try PMTilesDirectory.decode(Gzip.decompress(packed.root, limit: 1 << 20))
      sizes.append(root.count)
      var all: [PMTilesEntry] = []
      for leaf in root {
        let bytes = Array(packed.leaves[Int(leaf.offset)..<Int(leaf.offset) + Int(leaf.length)])
        let part = try PMTilesDirectory.decode(Gzip.decompress(bytes, limit: 1 << 24))
        #expect(part.first?.tileID == leaf.tileID)
        all += part
      }
      #expect(all == entries)
    }
    #expect(sizes == sizes.sorted() && sizes[0] < sizes[2])
  }
}
