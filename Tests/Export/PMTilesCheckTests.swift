import Geography
import TestSupport
import Testing

import Export

@Suite("A PMTiles archive is sound, or each of its faults is named")
struct PMTilesCheckTests {
  let folder = TemporaryFolder()

  private func faults(_ bytes: [UInt8], threads: Int = 2) throws -> [String] {
    try OutputFile.write(bytes, to: folder("a"), force: true)
    return SampleTiles.faults(folder("a"), threads: threads)
  }

  @Test("a sound archive is sound, with leaves, without compression and with long runs too")
  func sound() throws {
    #expect(try faults(SampleArchive().bytes()) == [])
    var plain = try SampleArchive()
    plain.header.internalCompression = .none
    #expect(try faults(plain.bytes()) == [])
    for depth in 1...3 {
      var leaves = try SampleArchive()
      for _ in 1..<depth { try leaves.moveIntoLeaf(4..<leaves.root.count) }
      try leaves.moveIntoLeaf(2..<4)
      try leaves.moveIntoLeaf(3..<leaves.root.count)
      #expect(try faults(leaves.bytes()) == [], "\(depth)")
    }
  }

  @Test("the report counts tiles, contents and zooms")
  func report() throws {
    let bytes = try SampleArchive().bytes()
    try OutputFile.write(bytes, to: folder("a.zip"), force: true)
    let report = try TileSetCheck.check(path: folder("a.zip"), threads: 1)
    #expect(report.isSound && report.container == .pmtiles && report.bytes == bytes.count)
    #expect(report.tileCount == 7 && report.contents == 6 && report.bounds == SampleTiles.box)
    #expect(report.tilesByZoom.map(\.zoom) == [0, 1, 2, 3] && report.tilesByZoom.map(\.count) == [1, 1, 1, 4])
    #expect(report.minZoom == 0 && report.maxZoom == 3)
  }

  /// Ways to spoil an archive, and words of the sentence that says so.
  private static let spoilings: [(words: String, spoil: @Sendable (inout SampleArchive) throws -> Void)] = [
    ("the deepest, 3", { $0.header.minZoom = 9 }),
    ("there is no zoom 40", { $0.header.maxZoom = 40 }),
    ("no tile of zoom 4", { $0.header.maxZoom = 4 }),
    ("tile 0/0/0: lies outside the zooms 1 to 3", { $0.header.minZoom = 1 }),
    ("tile 3/4/2: lies outside the zooms 0 to 2", { $0.header.maxZoom = 2 }),
    ("0,10,80,95 are off the world", { $0.header.bounds.north = 95 }),
    ("80,10,0,60 are the wrong way round", { ($0.header.bounds.west, $0.header.bounds.east) = (80, 0) }),
    ("tile 3/5/2: lies outside the bounds", { $0.header.bounds.east = 44 }),
    (
      "the bounds cover no tile of zoom 2", { $0.header.bounds = BoundingBox(west: -90, south: 5, east: -80, north: 9) }
    ),
    ("says 8 addressed tiles, but the directories have 7", { $0.header.addressedTiles = 8 }),
    ("says 8 tile entries", { $0.header.tileEntries = 8 }),
    ("says 7 tile contents, but the directories have 6", { $0.header.tileContents = 7 }),
    ("metadata: there are none", { $0.metadata = [] }),
    ("metadata: not JSON", { $0.metadata = Array("{".utf8) }),
    ("metadata: are no JSON object", { $0.metadata = Array("[]".utf8) }),
    ("for the root directory reach beyond", { $0.spoilHeader = { $0.rootDirectory.length = 1 << 40 } }),
    ("for the tile data reach beyond", { $0.spoilHeader = { $0.tileData.length = .max } }),
    ("from 3 for the tile data overlap what ends at 127, the header", { $0.spoilHeader = { $0.tileData.offset = 3 } }),
    ("for the metadata overlap", { $0.spoilHeader = { $0.metadata.offset = 127 } }),
    ("no root directory", { $0.spoilHeader = { $0.rootDirectory.length = 0 } }),
    ("within the first 16384 bytes", { $0.spoilHeader = { $0.rootDirectory.offset = 16_380 } }),
    ("root directory: not a whole", { $0.spoilHeader = { $0.rootDirectory.length -= 1 } }),
    ("compression that is not read here (zstd)", { $0.spoilHeader = { $0.internalCompression = .zstd } }),
    ("is empty; a directory has an entry", { $0.root = [] }),
    ("tile 0/0/0: has no bytes", { $0.root[0].length = 0 }),
    ("tile 1/1/0: stands behind an entry or run that reaches 4", { $0.root[0].runLength = 5 }),
    ("beyond the tile data's", { $0.root[6].offset = 1 << 50 }),
    ("beyond the tile data's", { $0.root[6].length = .max }),
    ("reaches beyond the directory's last tile", { $0.root[6].tileID = .max }),
    (
      "shares some of its bytes",
      {
        $0.root[1].offset -= 1
        $0.header.isClustered = false
      }
    ),
    ("though the header says that contents are in order", { $0.root.swapAt(0, 1, \.offset) }),
    ("does not begin as JPEG", { $0.header.tileType = .jpeg }),
    ("does not begin as WebP", { $0.header.tileType = .webp }),
    ("is not packed by gzip", { $0.header.tileCompression = .gzip }),
    ("not a whole PNG", { $0.data[$0.data.count - 30] ^= 1 }),
    (
      "points to a leaf directory beyond",
      {
        try $0.moveIntoLeaf(3..<7); $0.leaves.removeLast()
      }
    ),
    (
      "whose bytes others use too",
      {
        try $0.moveIntoLeaf(3..<7)
        var again = $0.root[3]
        again.tileID += 30
        $0.root.append(again)
      }
    ),
    (
      "stands behind an entry or run that reaches",
      {
        try $0.moveIntoLeaf(3..<7)
        $0.root[3].tileID += 9
      }
    ),
    (
      // Found by fuzzing: the last of no tiles was reckoned from tile 0, and the check ended in a crash.
      "points to a leaf directory for no tile",
      {
        try $0.moveIntoLeaf(0..<1)
        $0.root[1].tileID = 0
      }
    ),
    (
      "4 levels below the root",
      { for _ in 0..<4 { try $0.moveIntoLeaf(3..<$0.root.count) } }
    ),
  ]

  @Test("each fault is named by its sentence", arguments: spoilings.indices)
  func spoilt(index: Int) throws {
    var archive = try SampleArchive()
    try Self.spoilings[index].spoil(&archive)
    let faults = try faults(archive.bytes())
    #expect(faults.contains { $0.contains(Self.spoilings[index].words) }, "\(faults)")
  }

  @Test("tiles that are not square, not of a power of two or not of one size are named, and bytes behind a picture")
  func sizes() throws {
    let wide = try SampleTiles.png(1, side: 8, height: 4)
    let odd = try SampleTiles.png(1, side: 12)
    let large = try SampleTiles.png(1, side: 16)
    let longer = try SampleTiles.png(1) + [0]
    for (png, words) in [
      (wide, "is 8x4 pixels"), (odd, "is 12x12 pixels"), (large, "is 16 pixels wide, others are 8"),
      (longer, "1 bytes stand behind the end"), (Array(large.dropLast(12)), "do not end in IEND"),
    ] {
      var pictures = try SampleTiles.pictures()
      pictures[2].png = png
      let faults = try faults(SampleArchive(pictures).bytes())
      #expect(faults.count == 1 && faults[0].hasPrefix("tile 2/2/1: ") && faults[0].contains(words), "\(faults)")
    }
  }

  @Test("other tiles are judged by their first bytes, and the report says so")
  func otherTiles() throws {
    var pictures = try SampleTiles.pictures()
    for index in pictures.indices { pictures[index].png = [0xFF, 0xD8, 0xFF, UInt8(index)] }
    var archive = try SampleArchive(pictures)
    archive.header.tileType = .jpeg
    try OutputFile.write(archive.bytes(), to: folder("a"), force: true)
    let report = try TileSetCheck.check(path: folder("a"), threads: 1)
    #expect(report.isSound && report.notes == ["the tiles are JPEG; their contents were not looked into"])
  }

  @Test("of very many faults of a kind twenty are told, and how many more there are")
  func many() throws {
    let png = try SampleTiles.png(1)
    let pictures = (0..<100).map { (TileID(zoom: 9, x: 256 + $0, y: 200), png) }.sorted { $0.0.serial < $1.0.serial }
    var archive = try SampleArchive(pictures)
    archive.header.bounds = BoundingBox(west: 0.1, south: 36, east: 0.2, north: 37)
    let faults = try faults(archive.bytes())
    #expect(faults.count == 21)
    #expect(faults.last == "the set's extent: and 79 more faults of this kind")
  }

  @Test("a run of tiles is held against the bounds tile by tile", arguments: 0..<40 as Range<UInt64>)
  func runs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let zoom = Int.random(in: 0...7, using: &random)
    let all = TileID.first(ofZoom: zoom)..<TileID.first(ofZoom: zoom + 1)
    let start = UInt64.random(in: all, using: &random)
    let run = start..<UInt64.random(in: start...all.upperBound - 1, using: &random) + 1
    let west = Double.random(in: -180...170, using: &random)
    let south = Double.random(in: -85...75, using: &random)
    let box = BoundingBox(
      west: west, south: south, east: .random(in: west...180, using: &random),
      north: .random(in: south...85, using: &random))
    let grid = PixelGrid(zoom: zoom)
    let inside = run.filter { serial in
      guard let tile = TileID(serial: serial) else { return false }
      func x(_ longitude: Double) -> Double { grid.pixelX(worldX: WebMercator.x(longitude: longitude)) }
      func y(_ latitude: Double) -> Double { grid.pixelY(worldY: WebMercator.y(latitude: latitude)) }
      let (left, top) = (Double(tile.x * 256), Double(tile.y * 256))
      return x(box.east) > left - 1 && x(box.west) < left + 257 && y(box.south) > top - 1 && y(box.north) < top + 257
    }
    var archive = try SampleArchive([(TileID(zoom: zoom, x: 0, y: 0), try SampleTiles.png(1))])
    archive.root[0].tileID = run.lowerBound
    archive.root[0].runLength = UInt32(run.count)
    archive.header.addressedTiles = 0
    archive.header.bounds = box
    try OutputFile.write(archive.bytes(), to: folder("a"), force: true)
    let report = try TileSetCheck.check(path: folder("a"), threads: 1)
    #expect(report.tileCount == UInt64(run.count))
    #expect(report.faultCount == run.count - inside.count + (inside.isEmpty ? 1 : 0), "\(report.faults)")
  }

  @Test("any number of workers finds the same")
  func threads() throws {
    var pictures = try SampleTiles.pictures()
    for index in [1, 3, 4] { pictures[index].png[40 + index] ^= 1 }
    let bytes = try SampleArchive(pictures).bytes()
    let faults = try faults(bytes, threads: 1)
    #expect(faults.count == 3)
    for threads in [2, 5, 16] { #expect(try self.faults(bytes, threads: threads) == faults) }
  }

  @Test("no beginning of an archive is sound")
  func prefixes() throws {
    let bytes = try SampleArchive().bytes()
    for count in 0..<bytes.count { #expect(try !faults(Array(bytes[..<count])).isEmpty, "\(count) bytes") }
  }

  @Test("wrong bytes never stop the check, and none in the tiles stays unnoticed", arguments: [false, true])
  func wrongBytes(isPacked: Bool) throws {
    var random = SeededGenerator(seed: 5)
    var archive = try SampleArchive()
    if !isPacked { archive.header.internalCompression = .none }
    try archive.moveIntoLeaf(3..<7)
    let bytes = try archive.bytes()
    for _ in 0..<500 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let faults = try faults(damaged)
      let isInTiles = damaged[..<(bytes.count - archive.data.count)] == bytes[..<(bytes.count - archive.data.count)]
      if damaged != bytes, isInTiles { #expect(!faults.isEmpty) }
    }
  }
}

extension Array {
  /// Swaps one property of two elements.
  fileprivate mutating func swapAt<Value>(_ one: Int, _ other: Int, _ property: WritableKeyPath<Element, Value>) {
    let value = self[one][keyPath: property]
    self[one][keyPath: property] = self[other][keyPath: property]
    self[other][keyPath: property] = value
  }
}
