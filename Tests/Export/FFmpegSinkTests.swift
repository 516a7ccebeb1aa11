import Platform
import Testing

import Export

@Suite("Films that ffmpeg makes")
struct FFmpegSinkTests {
  let folder = TemporaryFolder()

  static var isThere: Bool { ProgramPath.find("ffmpeg") != nil && ProgramPath.find("ffprobe") != nil }

  /// What ffprobe says of the first stream.
  private func probe(_ name: String, _ fields: String) throws -> [String: String] {
    let command =
      "ffprobe -v error -count_frames -show_entries stream=\(fields):format_tags=title -of default=nw=1 \(folder(name))"
    let stream = try #require(popen(command, "r"))
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { break }
      text += buffer[..<count]
    }
    #expect(pclose(stream) == 0)
    var values: [String: String] = [:]
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
    }
    return values
  }

  /// A program of the name in a folder of its own, which does what a script says.
  private func fake(_ script: String) throws -> TemporaryFolder {
    let programs = TemporaryFolder()
    try OutputFile.write(Array("#!/bin/sh\n\(script)\n".utf8), to: programs("ffmpeg"), force: false)
    chmod(programs("ffmpeg"), 0o755)
    return programs
  }

  @Test("an .mp4 has the frames that were given, an even size, and the colours of BT.709", .enabled(if: isThere))
  func video() throws {
    let sample = FilmSample(.rgba, width: 63, height: 47, count: 17, seed: 6)
    let sink = try sample.sink(folder("it's: 1%.mp4"), framesPerSecond: 12.5, metadata: PNGMetadata(title: "=a; b"))
    let report = try sample.fill(sink)
    rename(folder("it's: 1%.mp4"), folder("a.mp4"))
    let found = try probe(
      "a.mp4", "codec_name,width,height,pix_fmt,color_range,color_space,color_transfer,r_frame_rate,nb_read_frames")
    #expect(
      found == [
        "codec_name": "h264", "width": "64", "height": "48", "pix_fmt": "yuv420p", "color_range": "tv",
        "color_space": "bt709", "color_transfer": "bt709", "r_frame_rate": "25/2", "nb_read_frames": "17",
        "TAG:title": "=a; b",
      ])
    let bytes = try #require(folder.bytes("a.mp4"))
    #expect(report.bytes == bytes.count)
    // What players need comes before the pictures.
    let text = String(decoding: bytes.map { $0 < 128 ? $0 : 0 }, as: UTF8.self)
    let (index, media) = try (#require(text.firstRange(of: "moov")), #require(text.firstRange(of: "mdat")))
    #expect(index.lowerBound < media.lowerBound)
    #expect(folder.names == ["a.mp4"])

    try sample.fill(sample.sink(folder("b.mp4"), framesPerSecond: 12.5, metadata: PNGMetadata(title: "=a; b")))
    #expect(folder.bytes("b.mp4") == bytes)
  }

  @Test("a .gif has the frames that were given, and their size", .enabled(if: isThere), arguments: [1, 19])
  func gif(count: Int) throws {
    let sample = FilmSample(.rgb, width: 63, height: 47, count: count, seed: 7)
    try sample.fill(sample.sink(folder("a.gif"), framesPerSecond: 25))
    let found = try probe("a.gif", "codec_name,width,height,nb_read_frames")
    #expect(found == ["codec_name": "gif", "width": "63", "height": "47", "nb_read_frames": "\(count)"])
    #expect(folder.names == ["a.gif"])
  }

  @Test("a film that is given up leaves nothing", .enabled(if: isThere), arguments: ["a.mp4", "a.gif"])
  func givenUp(name: String) throws {
    let sample = FilmSample(.rgb, width: 64, height: 48, count: 5, seed: 8)
    for count in 0...4 {
      let sink = try sample.sink(folder(name))
      for number in 0..<count { try sink.append(sink.encode(sample.frames[number], number: number), number: number) }
    }
    #expect(folder.names == [])
  }

  @Test(
    "where ffmpeg fails its last word is the reason, and nothing is left", arguments: ["a.mp4", "a.gif"],
    [
      ("echo first >&2; echo '[lib @ 0x1] No room.' >&2; exit 1", "No room"),
      ("cat >/dev/null; echo '  ' >&2; echo At the end >&2; echo >&2; exit 3", "At the end"),
      ("kill -9 $$", "it was ended by signal 9"), ("cat >/dev/null; exit 2", "it ended early"),
      ("yes 'A long complaint' | head -n 100000 >&2; echo No >&2; exit 1", "No"),
    ])
  func failing(name: String, program: (script: String, reason: String)) throws {
    let programs = try fake(program.script)
    // More than a pipe holds.
    let sample = FilmSample(.rgb, width: 400, height: 300, count: 3, seed: 9)
    let sink = try sample.sink(folder(name), folders: programs.path + ":/usr/bin:/bin")
    let expected = ExportError.programFailed(path: folder(name), program: "ffmpeg", reason: program.reason)
    #expect(throws: expected) { try sample.fill(sink) }
    #expect(expected.kind == .writeFailed)
    #expect(folder.names == [])
    #expect(throws: ExportError.self) { try sink.append(sink.encode(sample.frames[0], number: 0), number: 0) }
  }

  @Test("an interrupted run leaves nothing, though ffmpeg would have made its file only then")
  func interrupted() async throws {
    // In a process of its own: the register is the whole process's.
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      let programs = TemporaryFolder()
      let script = "#!/bin/sh\nfor last; do :; done\nsleep 0.3\necho late >\"${last#file:}\"\ncat >/dev/null\n"
      try OutputFile.write(Array(script.utf8), to: programs("ffmpeg"), force: false)
      chmod(programs("ffmpeg"), 0o755)
      let sample = FilmSample(.rgb, width: 4, height: 4, count: 2, seed: 1)
      let sinks = try ["a.mp4", "b.gif"].map { try sample.sink(folder($0), folders: programs.path) }
      for sink in sinks { try sink.append(sink.encode(sample.frames[0], number: 0), number: 0) }
      // A sink that is let go takes its files with it by itself.
      withExtendedLifetime(sinks) {
        #expect(folder.names.count == 4)
        OutputFile.discardAll()
      }
      #expect(folder.names == [])
      usleep(600_000)
      #expect(folder.names == [])
    }
  }
}
