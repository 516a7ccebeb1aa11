import Testing

import Export

@Suite("The ending of a film's path says what it is written as")
struct FilmFormatTests {
  @Test(
    "known endings are films, in capitals too, and what has none is a folder",
    arguments: [
      ("film", .folder), ("a.b/film", .folder), ("film.2026", .folder), ("film.", .folder), ("x.png/", .folder),
      (".apng", .folder), ("day.1.APNG", .animatedPNG), ("film.apng", .animatedPNG), ("./film.mp4", .video),
      ("FILM.MP4", .video), ("a/film.Gif", .gif), (".film.gif", .gif), ("filmgif", .folder),
    ] as [(String, FilmFormat)])
  func endings(path: String, format: FilmFormat) throws {
    #expect(try FilmFormat(path: path) == format)
  }

  @Test(
    "endings of other pictures, films and tiles are refused, with what there is instead",
    arguments: ["png", "jpg", "jpeg", "webp", "webm", "mov", "avi", "tif", "PMTILES", "mbtiles"])
  func refused(ending: String) {
    let error = #expect(throws: ExportError.self) { try FilmFormat(path: "out/film." + ending) }
    #expect(error?.kind == .unusableRequest)
    #expect(
      error?.description
        == "out/film.\(ending): a .\(ending.lowercased()) is no film; name a folder, .apng, .mp4 or .gif")
  }

  @Test("what ffmpeg is needed for is refused where it is not, before anything is made", arguments: ["mp4", "gif"])
  func missing(ending: String) throws {
    let folder = TemporaryFolder()
    let path = folder("film." + ending)
    let format = try FilmFormat(path: path)
    // A file that may not be run is no program.
    let folders = TemporaryFolder()
    try OutputFile.write([], to: folders("ffmpeg"), force: false)
    for place in [folders.path, "", "/nowhere:" + folder.path] {
      let expected = ExportError.programMissing(program: "ffmpeg", format: "." + ending)
      #expect(throws: expected) { try format.check(path: path, framesPerSecond: 24, folders: place) }
      let sample = FilmSample(.rgb, width: 2, height: 2, count: 1, seed: 1)
      #expect(throws: expected) { try sample.sink(path, folders: place) }
      #expect(expected.kind == .programMissing)
    }
    #expect(
      ExportError.programMissing(program: "ffmpeg", format: "." + ending).description
        == "ffmpeg is not there, which makes .\(ending); install the package ffmpeg (apt install ffmpeg, "
        + "brew install ffmpeg), or name a folder or .apng")
    #expect(folder.names == [])
    for other in [FilmFormat.folder, .animatedPNG] { try other.check(path: "x", framesPerSecond: 24, folders: "") }
  }

  @Test("more than 50 frames a second are refused for a GIF alone")
  func rates() throws {
    #expect(throws: ExportError.tooFast(path: "a.gif", format: "GIF", framesPerSecond: 50)) {
      try FilmFormat.gif.check(path: "a.gif", framesPerSecond: 50.1)
    }
    try FilmFormat.animatedPNG.check(path: "a.apng", framesPerSecond: 240)
  }
}
