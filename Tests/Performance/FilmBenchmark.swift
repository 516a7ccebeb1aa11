import Cartography
import Geography
import Platform
import Raster
import Tracks

/// What a frame of trails costs early and late in a film of a month, on one core: the day in the file named by
/// `WAKEPRINT_BENCH_CSV`, thirty times one behind the other.
struct FilmBenchmark {
  private static let day: Int64 = 86_400_000

  func run() {
    guard let path = getenv("WAKEPRINT_BENCH_CSV").map({ String(cString: $0) }) else {
      print("film: name a table of positions with WAKEPRINT_BENCH_CSV")
      return
    }
    var options = ReadOptions()
    options.threads = processorCount()
    do {
      let read = try TrackReader([.file(path: path)], options: options).read()
      guard let time = read.survey.time, let box = read.survey.observedBoundingBox else { return }
      let month = try month(read.tracks, from: time.lowerBound)
      let view = Viewport(fitting: box, width: 1280, height: 720)
      let timeline = FilmTimeline(span: time.lowerBound..<time.lowerBound + 30 * Self.day, step: 600_000)
      let coloring = TrackColoring(.speed, tracks: month, time: nil)
      let look = FilmTrackLook(
        .dark, coloring: coloring, grid: view.grid, vesselCount: month.vesselCount, scale: 1, trail: 6 * 3_600_000)
      var film = try FilmTracks(
        month, viewport: view, rule: LegRule(), coloring: coloring, timeline: timeline, look: look)
      var spent: [Double] = []
      let ground = Pixmap(width: view.width, height: view.height, background: Theme.dark.sea)
      for frame in 0..<timeline.count {
        let start = monotonicSeconds()
        try film.advance()
        var map = ground
        film.ink.blend(onto: &map, at: frame)
        spent.append((monotonicSeconds() - start) * 1000)
      }
      func mean(_ frames: Range<Int>) -> String {
        "\((spent[frames].reduce(0, +) / Double(frames.count) * 100).rounded() / 100) ms"
      }
      print(
        "film of \(month.fixCount) fixes, 4,320 frames with trails of 6 h, a frame: hour 2 to 8 \(mean(12..<48)), "
          + "day 2 \(mean(144..<288)), day 15 \(mean(2_016..<2_160)), day 30 \(mean(4_176..<4_320))")
    } catch {
      print("film: \(path) cannot be read")
    }
  }

  /// The tracks of a day, again on each of thirty days.
  private func month(_ tracks: TrackSet, from start: Int64) throws -> TrackSet {
    var text = "mmsi,time,lat,lon\n"
    var scratch: [Fix] = []
    for day in 0..<30 as Range<Int64> {
      // Every third vessel: a million rows thirty times would be about reading.
      for vessel in stride(from: 0, to: tracks.vesselCount, by: 3) {
        text += try tracks.withFixes(ofVessel: vessel, scratch: &scratch) { fixes in
          fixes.map { fix in
            "\(tracks.mmsi(ofVessel: vessel)),\((fix.milliseconds + day * Self.day) / 1000),\(fix.latitude),\(fix.longitude)\n"
          }.joined()
        }
      }
    }
    return try TrackReader([.memory(name: "month", bytes: Array(text.utf8))], options: ReadOptions()).read().tracks
  }
}
