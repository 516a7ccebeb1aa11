import Geography
import Platform
import Testing

import Export

@Suite("Containers of tiles")
struct TileContainerTests {
  static let names = ["out", "out.mbtiles", "out.pmtiles"]

  let folder = TemporaryFolder()

  private func refusal(_ path: String, force: Bool = false) -> ExportError? {
    do throws(ExportError) {
      _ = try TileContainer.sink(path: path, force: force, resume: false, key: "job")
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "an output's extension decides",
    arguments: [
      ("a/b.pmtiles", TileContainer.pmtiles, "a/b"), ("b.MBTiles", .mbtiles, "b"),
      ("a.mbtiles/b", .folder, "a.mbtiles/b"),
      ("tiles/", .folder, "tiles"), (".pmtiles", .folder, ".pmtiles"), ("b.png", .folder, "b.png"), ("/", .folder, "/"),
      ("pmtiles", .folder, "pmtiles"), ("é.pmtiles.mbtiles", .mbtiles, "é.pmtiles"),
    ])
  func extensions(path: String, container: TileContainer, stem: String) {
    #expect(TileContainer(of: path) == container)
    #expect(TileContainer.stem(of: path) == stem)
  }

  @Test("all three hold the same tiles, each where it is", arguments: 1...4)
  func same(seed: UInt64) throws {
    let sample = try TileSetSample(seed: seed, count: 40 * Int(seed), contents: 3 * Int(seed))
    for name in Self.names {
      let sink = try TileContainer.sink(path: folder(name), force: false, resume: false, key: "job")
      let report = try sample.fill(sink).report
      #expect(name == "out" || report.bytes == folder.bytes(name)?.count)
    }
    let database = SQLRows(path: folder("out.mbtiles"))
    let archive = try PMTilesReading(try #require(folder.bytes("out.pmtiles")))
    #expect(database.rows("SELECT count(*) FROM tiles") == [["\(sample.tiles.count)"]])
    #expect(archive.tiles.count == sample.tiles.count)
    for (tile, png) in sample.tiles {
      #expect(folder.bytes("out/\(tile.zoom)/\(tile.x)/\(tile.y).png") == png)
      let place =
        "zoom_level = \(tile.zoom) AND tile_column = \(tile.x) AND tile_row = \((1 << tile.zoom) - 1 - tile.y)"
      #expect(database.blobs("SELECT tile_data FROM tiles WHERE \(place)") == [png])
      #expect(archive.tiles[tile.serial] == png)
    }
  }

  @Test("the same tiles give the same bytes, and other tiles others", arguments: ["out.mbtiles", "out.pmtiles", "out"])
  func deterministic(name: String) throws {
    var reports: [TileSinkReport] = []
    var bytes: [[UInt8]?] = []
    for seed in [1, 1, 2] as [UInt64] {
      let sink = try TileContainer.sink(path: folder(name), force: true, resume: false, key: "job")
      reports.append(try TileSetSample(seed: seed).fill(sink).report)
      bytes.append(folder.bytes(name))
    }
    #expect(reports[0] == reports[1])
    #expect(reports[0] != reports[2])
    #expect(bytes[0] == bytes[1])
    #expect(folder.names == [name])
  }

  @Test("a set without tiles is a whole container too", arguments: names)
  func empty(name: String) throws {
    let sink = try TileContainer.sink(path: folder(name), force: false, resume: false, key: "job")
    _ = try sink.finish(TileSetSample(count: 1).metadata)
    #expect(folder.names == [name])
  }

  @Test("a container that is given up leaves nothing, and an old one as it was", arguments: names)
  func givenUp(name: String) throws {
    let sample = try TileSetSample(count: 5)
    try sample.fill(TileContainer.sink(path: folder(name), force: false, resume: false, key: "job"))
    let before = folder.files(in: "")
    do {
      let sink = try TileContainer.sink(path: folder(name), force: true, resume: false, key: "job")
      try sink.add([1], at: TileID(zoom: 0, x: 0, y: 0))
      #expect(folder.names.count == 2)
    }
    #expect(folder.files(in: "") == before)
    #expect(refusal(folder(name)) == .outputExists(path: folder(name)))
  }

  @Test("a place that is not to be had is refused before any work", arguments: names)
  func places(name: String) throws {
    try OutputFile.write([1], to: folder("file"), force: false)
    #expect(refusal(folder("no/" + name)) == .folderMissing(path: folder("no/" + name), folder: folder("no")))
    for path in [folder("file/" + name), folder(String(repeating: "n", count: 300) + name)] {
      #expect(refusal(path, force: true)?.kind == .cannotCreate)
    }
    #expect(folder.names == ["file"])
  }

  @Test("a name of 255 bytes, the longest there is, can be written", arguments: names)
  func longName(name: String) throws {
    let long = String(repeating: "n", count: 255 - name.utf8.count) + name
    let sample = try TileSetSample(count: 2)
    try sample.fill(TileContainer.sink(path: folder(long), force: false, resume: false, key: "job"))
    try sample.fill(TileContainer.sink(path: folder(long), force: true, resume: false, key: "job"))
    #expect(folder.names == [long])
  }

  @Test(
    "a folder is never replaced by a file, and a device never written to", arguments: ["out.mbtiles", "out.pmtiles"])
  func kinds(name: String) throws {
    mkdir(folder(name), 0o777)
    #expect(refusal(folder(name), force: true) == .outputIsFolder(path: folder(name)))
    symlink("/dev/null", folder("null" + name))
    #expect(
      refusal(folder("null" + name), force: true)
        == .outputIsOfAnotherKind(path: folder("null" + name), kind: "a device"))
    #expect(refusal("/dev/null", force: true) == .outputIsOfAnotherKind(path: "/dev/null", kind: "a device"))
  }

  @Test("an interrupted run takes its files away, and leaves the folder to be gone on with")
  func interrupted() async {
    // In a process of its own: the register is the whole process's.
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      let sinks = try ["out", "out.mbtiles", "out.pmtiles"].map { name in
        try TileContainer.sink(path: folder(name), force: false, resume: false, key: "job")
      }
      for sink in sinks { try sink.add([1], at: TileID(zoom: 0, x: 0, y: 0)) }
      guard folder.names.count == 3 else { exit(1) }
      OutputFile.discardAll()
      guard folder.files(in: "") == [".out.wakeprint-tmp/.job", ".out.wakeprint-tmp/0/0/0.png"] else { exit(2) }
      withExtendedLifetime(sinks) {}
    }
  }

  #if os(Linux)
    @Test("a disk that is full is told in the system's words, and leaves nothing but what can be gone on with")
    func fullDisk() async {
      // In a process of its own: the limit is the whole process's.
      await #expect(processExitsWith: .success) {
        signal(SIGXFSZ, SIG_IGN)
        let fileSize = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
        var limit = rlimit()
        guard getrlimit(fileSize, &limit) == 0 else { exit(1) }
        limit.rlim_cur = 100_000
        guard setrlimit(fileSize, &limit) == 0 else { exit(1) }
        let metadata = try TileSetSample(count: 1).metadata
        let big = [UInt8](repeating: 7, count: 40_000_000)
        for resume in [false, true] {
          for name in ["out.mbtiles", "out.pmtiles", "out"] {
            let folder = TemporaryFolder()
            let sink = try TileContainer.sink(path: folder(name), force: false, resume: resume, key: "job")
            try sink.add([1], at: TileID(zoom: 0, x: 0, y: 0))
            var failures: [ExportError] = []
            for tile in [TileID(zoom: 1, x: 0, y: 0), TileID(zoom: 1, x: 0, y: 1)] {
              do throws(ExportError) { try sink.add(big, at: tile) } catch { failures.append(error) }
            }
            do throws(ExportError) {
              _ = try sink.finish(metadata)
            } catch {
              failures.append(error)
            }
            guard failures.first == .writeFailed(path: folder(name), reason: "File too large") else { exit(2) }
            guard failures.count == 3, failures.allSatisfy({ $0.kind == .writeFailed }) else { exit(3) }
            let kept = [".job", "0/0/0.png", "1/0/0.png"].map { ".out.wakeprint-tmp/" + $0 }
            guard folder.files(in: "") == (name == "out" && resume ? kept : [""]) else { exit(4) }
          }
        }
      }
    }
  #endif
}
