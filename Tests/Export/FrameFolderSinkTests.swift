import Digest
import Platform
import Testing

import Export

@Suite("A film as a folder of frames")
struct FrameFolderSinkTests {
  let folder = TemporaryFolder()
  let sample = FilmSample(.rgb, width: 31, height: 22, count: 12, seed: 3)

  private func name(_ number: Int) -> String {
    "frame_00000\(number)".replacing("00000", with: number < 10 ? "00000" : "0000") + ".png"
  }

  /// Leaves what a run leaves that is killed after some of its frames.
  private func kill(after count: Int, key: String = "job") throws {
    var sink: (any FilmSink)? = try sample.sink(folder("out"), key: key)
    for number in 0..<count {
      if let open = sink { try open.append(open.encode(sample.frames[number], number: number), number: number) }
    }
    let temporary = folder(".out.wakeprint-tmp")
    // A killed process takes nothing away: what is elsewhere is out of the sink's reach.
    rename(temporary, folder("elsewhere"))
    sink = nil
    rename(folder("elsewhere"), temporary)
  }

  @Test(
    "each frame is a picture of its pixels, and beside them is only frames.json", arguments: FilmSample.Kind.allCases)
  func frames(kind: FilmSample.Kind) throws {
    let sample = FilmSample(kind, width: 31, height: 22, count: 12, seed: 4)
    let report = try sample.fill(sample.sink(folder("out/")))
    #expect(folder.names == ["out"])
    #expect(folder.files(in: "out") == (0..<12).map(name) + ["frames.json"])
    var lines = ""
    var bytes = 0
    for file in (0..<12).map(name) + ["frames.json"] {
      let content = try #require(folder.bytes("out/" + file))
      lines += "\(SHA256.digest(of: content))  \(file)\n"
      bytes += content.count
    }
    #expect(report == TileSinkReport(bytes: bytes, sha256: SHA256.digest(of: Array(lines.utf8)).hexadecimal))
    for number in 0..<12 {
      let picture = try PNGDecoder.decode(#require(folder.bytes("out/" + name(number))))
      #expect(picture.pixels == sample.pixels[number])
    }
  }

  @Test("a killed run is gone on with to the same bytes: whole frames stay, cut ones are made anew")
  func resumed() throws {
    let whole = try sample.fill(sample.sink(folder("whole")))
    try kill(after: 9)
    // Nothing, half the signature, the signature, half the header, half the pixels, and all but the last byte.
    let size = try #require(folder.bytes("whole/" + name(2))).count
    for (number, count) in [0, 4, 8, 20, size / 2].enumerated() {
      truncate(folder(".out.wakeprint-tmp/" + name(number)), off_t(count))
    }
    let last = try #require(folder.bytes("whole/" + name(5))).count
    truncate(folder(".out.wakeprint-tmp/" + name(5)), off_t(last - 1))
    try OutputFile.write([1], to: folder(".out.wakeprint-tmp/stray"), force: false)
    try OutputFile.write([1], to: folder(".out.wakeprint-tmp/frame_000099.png"), force: false)

    let sink = try sample.sink(folder("out"), resume: true)
    #expect(try (0..<12).filter { try sink.holds($0) } == [6, 7, 8])
    #expect(try sample.fill(sink) == whole)
    #expect(folder.files(in: "out") == folder.files(in: "whole"))
    for file in folder.files(in: "whole") { #expect(folder.bytes("out/" + file) == folder.bytes("whole/" + file)) }
    #expect(folder.names == ["out", "whole"])
  }

  @Test("every frame that is cut anywhere is made anew")
  func cut() throws {
    try kill(after: 1)
    let path = ".out.wakeprint-tmp/" + name(0)
    let bytes = try #require(folder.bytes(path))
    // No two sinks at once: each claims the folder.
    for count in stride(from: 0, to: bytes.count, by: 13) {
      try OutputFile.write(Array(bytes.prefix(count)), to: folder(path), force: true)
      #expect(try !sample.sink(folder("out"), resume: true).holds(0))
    }
    try OutputFile.write(bytes, to: folder(path), force: true)
    #expect(try sample.sink(folder("out"), resume: true).holds(0))
  }

  @Test("what another job has left, and all where nothing is to be gone on with, goes", arguments: [true, false])
  func otherJob(resume: Bool) throws {
    try kill(after: 5, key: resume ? "another" : "job")
    let sink = try sample.sink(folder("out"), resume: resume)
    #expect(try !sink.holds(0))
    try sample.fill(sink)
    #expect(folder.files(in: "out").count == 13)
  }

  @Test("a folder of something else is never replaced, a film's only where that is allowed")
  func foreign() throws {
    mkdir(folder("out"), 0o777)
    try OutputFile.write([1], to: folder("out/mine"), force: false)
    for force in [false, true] {
      #expect(throws: ExportError.self) { try sample.sink(folder("out"), force: force) }
    }
    #expect(folder.files(in: "out") == ["mine"])
    try sample.fill(sample.sink(folder("film")))
    #expect(throws: ExportError.self) { try sample.sink(folder("film")) }
    let short = FilmSample(.rgb, width: 3, height: 3, count: 2, seed: 1)
    try short.fill(short.sink(folder("film"), force: true))
    #expect(folder.files(in: "film") == [name(0), name(1), "frames.json"])
    try OutputFile.write([1], to: folder("film/mine"), force: false)
    #expect(throws: ExportError.self) { try sample.sink(folder("film"), force: true) }
    #expect(folder.names == ["film", "out"])
  }

  @Test("a film that is given up leaves nothing, and with resume what is gone on with")
  func givenUp() throws {
    for resume in [false, true] {
      let sink = try sample.sink(folder("out"), resume: resume)
      try sink.append(sink.encode(sample.frames[0], number: 0), number: 0)
      #expect(folder.names == [".out.wakeprint-tmp"])
      if !resume { continue }
    }
    #expect(folder.files(in: ".out.wakeprint-tmp") == [".job", name(0)])
  }
}
