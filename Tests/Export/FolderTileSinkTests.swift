import Digest
import Geography
import JSON
import Platform
import Testing

import Export

@Suite("Tiles as files in folders")
struct FolderTileSinkTests {
  let folder = TemporaryFolder()
  let sample: TileSetSample

  init() throws { sample = try TileSetSample() }

  private func sink(_ name: String = "out", force: Bool = false, resume: Bool = false, key: String = "job") throws
    -> FolderTileSink
  {
    try FolderTileSink(path: folder(name), force: force, resume: resume, key: key)
  }

  private func refusal(_ name: String, force: Bool) -> ExportError? {
    do throws(ExportError) {
      _ = try FolderTileSink(path: folder(name), force: force, resume: false, key: "job")
      return nil
    } catch {
      return error
    }
  }

  /// Leaves what a run leaves that is killed after some of its tiles.
  private func kill(_ name: String = "out", after count: Int, key: String = "job") throws {
    var sink: FolderTileSink? = try sink(name, key: key)
    for (tile, png) in sample.tiles(in: .folders).prefix(count) { try sink?.add(png, at: tile) }
    let temporary = folder(".\(name).wakeprint-tmp")
    // A killed process takes nothing away: what is elsewhere is out of the sink's reach.
    rename(temporary, folder("elsewhere"))
    sink = nil
    rename(folder("elsewhere"), temporary)
  }

  private func paths(of tiles: [(tile: TileID, png: [UInt8])]) -> [String] {
    tiles.map { "\($0.tile.zoom)/\($0.tile.x)/\($0.tile.y).png" }
  }

  @Test("each tile is a file at its zoom, column and row, and beside them is only tiles.json")
  func files() throws {
    try sample.fill(sink("out///"))
    #expect(folder.names == ["out"])
    #expect(folder.files(in: "out").sorted() == (paths(of: sample.tiles) + ["tiles.json"]).sorted())
    for (path, tile) in zip(paths(of: sample.tiles), sample.tiles) { #expect(folder.bytes("out/" + path) == tile.png) }
  }

  @Test("tiles.json is TileJSON that says all that is known")
  func description() throws {
    try sample.fill(sink())
    let text = String(decoding: try #require(folder.bytes("out/tiles.json")), as: UTF8.self)
    #expect(
      text == """
        {
          "tilejson": "3.0.0",
          "name": "Ships of the \\"Sea\\"",
          "description": "Hours of ships",
          "version": "1.0.0",
          "attribution": "© everyone",
          "scheme": "xyz",
          "tiles": [
            "{z}/{x}/{y}.png"
          ],
          "bounds": [
            -170.5,
            -3.25,
            -60.0,
            84.0
          ],
          "center": [
            -115.0,
            40.0,
            3
          ],
          "minzoom": 0,
          "maxzoom": 6,
          "tile_size": 256,
          "generator": "wakeprint 1",
          "measure": "hours",
          "gaps": [
            1,
            2.5
          ]
        }

        """)
  }

  @Test("the report's hash is that of sha256sum's lines, its bytes are the files'")
  func report() throws {
    let report = try sample.fill(sink()).report
    var lines = ""
    var bytes = 0
    for path in paths(of: sample.tiles(in: .folders)) + ["tiles.json"] {
      let file = try #require(folder.bytes("out/" + path))
      lines += "\(SHA256.digest(of: file))  \(path)\n"
      bytes += file.count
    }
    #expect(report == TileSinkReport(bytes: bytes, sha256: SHA256.digest(of: Array(lines.utf8)).hexadecimal))
  }

  @Test("a killed run is gone on with to the same bytes", arguments: [1, 16, 1000])
  func resumed(batch: Int) throws {
    let whole = try sample.fill(sink("whole")).report
    let tiles = sample.tiles(in: .folders)
    let count = tiles.count / 2
    try kill(after: count)
    // Half a tile, one without its last byte, and one that is something else.
    let temporary = folder(".out.wakeprint-tmp")
    let there = paths(of: Array(tiles.prefix(count)))
    for path in [there[3], there[count - 1]] { truncate("\(temporary)/\(path)", off_t(tiles[0].png.count / 2)) }
    truncate("\(temporary)/\(there[5])", off_t(try #require(folder.bytes(".out.wakeprint-tmp/" + there[5])).count - 1))
    unlink("\(temporary)/\(there[7])")
    mkdir("\(temporary)/\(there[7])", 0o777)
    try OutputFile.write([1], to: "\(temporary)/\(there[7])/x", force: false)

    let (report, held) = try sample.fill(sink(resume: true), batch: batch)
    #expect(held == count - 4)
    #expect(report == whole)
    #expect(folder.files(in: "out") == folder.files(in: "whole"))
    for path in folder.files(in: "whole") { #expect(folder.bytes("out/" + path) == folder.bytes("whole/" + path)) }
    #expect(folder.names == ["out", "whole"])
  }

  @Test("what is not of the set does not survive in a folder that is gone on with")
  func strays() throws {
    let tiles = sample.tiles(in: .folders)
    try kill(after: tiles.count)
    let temporary = folder(".out.wakeprint-tmp")
    let column = "\(tiles[40].tile.zoom)/\(tiles[40].tile.x)"
    mkdir("\(temporary)/9", 0o777)
    mkdir("\(temporary)/9/1", 0o777)
    mkdir("\(temporary)/6/63", 0o777)
    mkdir("\(temporary)/\(column)/.hidden", 0o777)
    symlink(folder.path, "\(temporary)/elsewhere")
    symlink("0.png", "\(temporary)/\(column)/link.png")
    for path in ["x", "tiles.json", "9/1/1.png", "6/63/1.png", "6/x", "\(column)/y.png", "\(column)/.hidden/z"] {
      try OutputFile.write(tiles[0].png, to: "\(temporary)/\(path)", force: false)
    }
    try OutputFile.write([7], to: folder("mine"), force: false)
    let (_, held) = try sample.fill(sink(resume: true))
    #expect(held == tiles.count)
    #expect(folder.files(in: "out").sorted() == (paths(of: tiles) + ["tiles.json"]).sorted())
    #expect(folder.bytes("mine") == [7])
  }

  @Test("a zoom or a column that is a link or a file in the leftovers is made anew, and nothing is written through it")
  func wrongKinds() throws {
    let tiles = sample.tiles(in: .folders)
    try kill(after: 0)
    mkdir(folder("other"), 0o777)
    symlink(folder("other"), folder(".out.wakeprint-tmp/6"))
    try OutputFile.write([1], to: folder(".out.wakeprint-tmp/5"), force: false)
    let (_, held) = try sample.fill(sink(resume: true))
    #expect(held == 0)
    #expect(folder.files(in: "out").sorted() == (paths(of: tiles) + ["tiles.json"]).sorted())
    #expect(folder.files(in: "other") == [""])
  }

  @Test(
    "leftovers of another job, and all where none should be gone on with, are removed first", arguments: [true, false])
  func otherJob(resume: Bool) throws {
    try kill(after: 50, key: resume ? "another" : "job")
    let (_, held) = try sample.fill(sink(resume: resume))
    #expect(held == 0)
    #expect(folder.files(in: "out").count == sample.tiles.count + 1)
    #expect(folder.names == ["out"])
  }

  @Test("a run that is given up leaves nothing, and with resume what the next one goes on with")
  func givenUp() throws {
    do {
      let sink = try sink()
      try sink.add(sample.tiles[0].png, at: sample.tiles[0].tile)
      #expect(folder.names == [".out.wakeprint-tmp"])
    }
    #expect(folder.names == [])
    do {
      let sink = try sink(resume: true)
      try sink.add(sample.tiles[0].png, at: sample.tiles[0].tile)
    }
    #expect(folder.files(in: ".out.wakeprint-tmp") == [".job", "0/0/0.png"])
    #expect(try sink(resume: true).holds(sample.tiles[0].tile))
  }

  @Test("an interrupted run leaves what the next one goes on with")
  func interrupted() async throws {
    // In a process of its own: the register is the whole process's.
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      let sample = try TileSetSample()
      let sink = try FolderTileSink(path: folder("out"), force: false, resume: false, key: "job")
      try sink.add(sample.tiles[0].png, at: sample.tiles[0].tile)
      OutputFile.discardAll()
      guard folder.files(in: ".out.wakeprint-tmp") == [".job", "0/0/0.png"] else { exit(1) }
    }
  }

  @Test("an older tile set is replaced only when forced, and by nothing but a whole one")
  func replaced() throws {
    try sample.fill(sink())
    #expect(refusal("out", force: false) == .outputExists(path: folder("out")))
    let other = try TileSetSample(seed: 2, maxZoom: 3)
    do {
      let sink = try sink(force: true)
      try sink.add(other.tiles[0].png, at: other.tiles[0].tile)
    }
    #expect(folder.files(in: "out").count == sample.tiles.count + 1)
    try other.fill(sink(force: true))
    #expect(folder.files(in: "out").sorted() == (paths(of: other.tiles) + ["tiles.json"]).sorted())
    #expect(folder.names == ["out"])
  }

  @Test("an empty folder is replaced when forced")
  func emptyFolder() throws {
    mkdir(folder("out"), 0o777)
    #expect(refusal("out", force: false) == .outputExists(path: folder("out")))
    try sample.fill(sink(force: true))
    #expect(folder.files(in: "out").count == sample.tiles.count + 1)
  }

  @Test("a file, and a folder with anything else than tiles, is never replaced")
  func foreign() throws {
    try OutputFile.write([1], to: folder("file"), force: false)
    mkdir(folder("documents"), 0o777)
    try OutputFile.write([1], to: folder("documents/thesis"), force: false)
    mkdir(folder("maps"), 0o777)
    try OutputFile.write(Array(#"{"tiles": []}"#.utf8), to: folder("maps/tiles.json"), force: false)
    try sample.fill(sink("tiles"))
    try OutputFile.write([1], to: folder("tiles/notes.txt"), force: false)
    let before = folder.files(in: "")
    for force in [false, true] {
      #expect(refusal("file", force: force) == .outputIsOfAnotherKind(path: folder("file"), kind: "a file"))
      for name in ["documents", "maps"] {
        #expect(
          refusal(name, force: force)
            == .outputIsOfAnotherKind(path: folder(name), kind: "a folder that is no tile set"))
      }
      let error = refusal("tiles/", force: force)
      #expect(error?.kind == .cannotCreate)
      #expect(
        error?.description == "\(folder("tiles")): is a folder that holds more than tiles (notes.txt), which is never "
          + "replaced; give the output another name")
    }
    #expect(folder.files(in: "") == before)
  }

  @Test("what is put at the name while tiles are made is not destroyed")
  func takenMeanwhile() throws {
    let sink = try sink(force: true)
    mkdir(folder("out"), 0o777)
    try OutputFile.write([1], to: folder("out/thesis"), force: false)
    #expect(throws: ExportError.outputIsOfAnotherKind(path: folder("out"), kind: "a folder that is no tile set")) {
      try sample.fill(sink)
    }
    #expect(folder.files(in: "") == ["out/thesis"])
  }

  @Test("the folder that the program runs in is not replaced")
  func current() async throws {
    // In a process of its own: the folder is the whole process's.
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      chdir(folder.path)
      do throws(ExportError) {
        _ = try FolderTileSink(path: ".", force: true, resume: false, key: "job")
        exit(1)
      } catch {
        let reason = "it is the folder that the program runs in"
        guard error == .cannotCreate(path: ".", reason: reason) else { exit(2) }
      }
    }
  }

  @Test("a link to a folder stays, and what it points to is replaced")
  func link() throws {
    try sample.fill(sink("real"))
    symlink("real", folder("link"))
    try TileSetSample(seed: 2, maxZoom: 2).fill(sink("link", force: true))
    #expect(folder.names == ["link", "real"])
    var status = stat()
    #expect(lstat(folder("link"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(folder.files(in: "real").count < sample.tiles.count)
  }

  @Test("a second run at the same output is told of the first, which is not disturbed")
  func contested() throws {
    let first = try sink()
    try first.add(sample.tiles[0].png, at: sample.tiles[0].tile)
    for resume in [false, true] {
      #expect(throws: ExportError.outputContested(path: folder("out"))) { try sink(resume: resume) }
    }
    _ = try first.finish(sample.metadata)
    #expect(folder.files(in: "") == ["out/0/0/0.png", "out/tiles.json"])
  }

  @Test("an old set that a killed run had moved aside comes back")
  func movedAside() throws {
    try sample.fill(sink())
    rename(folder("out"), folder(".out.wakeprint-old"))
    #expect(refusal("out", force: false) == .outputExists(path: folder("out")))
    #expect(folder.names == ["out"])
    rename(folder("out"), folder(".out.wakeprint-old"))
    try TileSetSample(seed: 2).fill(sink("out", force: true))
    #expect(folder.names == ["out"])
  }
}
