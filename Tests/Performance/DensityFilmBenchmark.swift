import Cartography
import Geography
import Platform
import Raster
import Tracks

/// The density of a film's frames of 1280 x 720 pixels on one core, over the file named by `WAKEPRINT_BENCH_CSV`.
struct DensityFilmBenchmark {
  func run() {
    guard let path = getenv("WAKEPRINT_BENCH_CSV").map({ String(cString: $0) }) else {
      print("density: name a table of positions with WAKEPRINT_BENCH_CSV")
      return
    }
    var options = ReadOptions()
    options.threads = processorCount()
    do {
      let read = try TrackReader([.file(path: path)], options: options).read()
      guard let time = read.survey.time, let box = read.survey.observedBoundingBox else { return }
      let view = Viewport(fitting: box, width: 1280, height: 720)
      let timeline = FilmTimeline(span: time.lowerBound..<time.upperBound + 1, step: 360_000)
      for window in [6 * 3_600_000, nil] as [Int64?] {
        for measure in DensityMeasure.allCases { try report(read.tracks, view, measure, timeline, window, nil) }
        try report(read.tracks, view, .hours, timeline, window, .pixels(2))
      }
    } catch {
      print("density: \(path) cannot be read")
    }
  }

  private func report(
    _ tracks: TrackSet, _ view: Viewport, _ measure: DensityMeasure, _ timeline: FilmTimeline, _ window: Int64?,
    _ smoothing: SmoothingReach?
  ) throws {
    var lasted = [0.0, 0.0, 0.0]
    func time<Value>(_ part: Int, _ work: () throws -> Value) rethrows -> Value {
      let start = monotonicSeconds()
      defer { lasted[part] += (monotonicSeconds() - start) * 1000 / Double(timeline.count) }
      return try work()
    }
    let histogram = try time(0) {
      try DensityFilm.histogram(
        tracks, viewport: view, measure: measure, rule: LegRule(), timeline: timeline, window: window,
        smoothing: smoothing, threads: 1)
    }
    let table = ColorScaleTable(ColorScale(histogram: histogram, kind: .eq))
    var film = try DensityFilm(
      tracks, viewport: view, measure: measure, rule: LegRule(), timeline: timeline, window: window,
      smoothing: smoothing)
    var sum = 0
    for _ in 0..<timeline.count {
      try time(1) { try film.advance() }
      sum += Int(time(2) { film.indices(table) }[0])
    }
    let figures = zip(["histogram", "advance", "indices"], lasted).map {
      "\($0) \(($1 * 100).rounded() / 100) ms"
    }
    print(
      "film of \(measure.rawValue)\(smoothing == nil ? "" : ", smoothed"), "
        + "\(window == nil ? "cumulative" : "6 h"), \(timeline.count) frames: \(figures.joined(separator: ", ")) a frame"
    )
  }
}
