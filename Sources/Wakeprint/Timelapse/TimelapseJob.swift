import Behaviour
import Cartography
import Export
import Geography
import Platform
import Raster
import Tracks

/// Draws how a sea develops, frame by frame: ships and their trails, density, and events when they happen.
///
/// ```swift
/// var job = TimelapseJob(input: InputRequest(paths: ["ais.csv.gz"]), output: "film.mp4")
/// job.time.step = 600_000
/// let summary = try await job.run()
/// ```
public struct TimelapseJob: Sendable {
  /// What to read; its span of time is the film's.
  public var input: InputRequest
  /// How the film shows time.
  public var time = TimelapseRequest()
  /// What part of the earth, at which size.
  public var frame = FrameRequest()
  /// What the colours of ships and trails say.
  public var colorKey = TrackColorKey.speed
  /// A file of events to show; nil for none.
  public var events: String?
  /// By which numbers events are to be found in the positions; nil for none but those of files.
  public var detection: DetectionRequest?
  /// What density counts and how it becomes colour, where the film shows it.
  public var density = DensityRequest()
  /// Further contents.
  public var contents = MapContents()
  /// Vessels that stand out, CSV; nil for none.
  public var watchlist: String?
  /// Theme and words.
  public var look = LookRequest()
  /// A folder of frames, or a film: `.apng`, `.mp4`, `.gif`.
  public var output: String
  /// Whether existing outputs may be replaced.
  public var force = false
  /// Whether frames that an interrupted run left are kept.
  public var resumes = false
  /// The picture to write of the frame that says most; nil for none.
  public var poster: String?
  /// Whether only to say what the film would come to.
  public var estimates = false
  /// The command line that the frames record; see `Provenance`.
  public var commandLine: [String] = []

  /// A job with the defaults for everything else.
  public init(input: InputRequest, output: String) {
    self.input = input
    self.output = output
    frame.size = .picture(width: 1280, height: 720)
  }

  /// What a map of the same would be.
  private var still: MapJob {
    var still = MapJob(input: input, output: output)
    still.frame = frame
    still.colorKey = colorKey
    still.events = events
    still.detection = detection
    still.heat = time.density == nil ? nil : density
    still.contents = contents
    still.watchlist = watchlist
    still.look = look
    still.film = time
    return still
  }

  /// Reads, draws and writes. Throws `WakeprintError`.
  public func run(
    onProgress: (@Sendable (JobProgress) -> Void)? = nil
  ) async throws(WakeprintError) -> JobSummary {
    let start = monotonicSeconds()
    try check()
    let output = FilmOutput(self)
    try output.check()
    var (plan, summary) = try plan(onProgress: onProgress)
    summary.stages.append(("prepare_s", monotonicSeconds() - start - summary.stages.reduce(0) { $0 + $1.seconds }))
    if estimates {
      summary.estimate = try output.estimate(plan)
    } else {
      onProgress?(JobProgress(stage: "drawing"))
      summary = try output.write(plan, summary, onProgress: onProgress)
      summary.stages.append(("draw_s", monotonicSeconds() - start - summary.stages.reduce(0) { $0 + $1.seconds }))
    }
    summary.frames = plan.timeline.count
    summary.elapsedSeconds = monotonicSeconds() - start
    return summary
  }

  private func check() throws(WakeprintError) {
    try frame.check()
    try time.check()
  }

  /// Reads, and lays down what is the same on all frames.
  private func plan(
    onProgress: (@Sendable (JobProgress) -> Void)?
  ) throws(WakeprintError) -> (FilmPlan, JobSummary) {
    let start = monotonicSeconds()
    var style = try PictureStyle(look)
    let palette = try Palette.named(density.palette ?? style.theme.densityPalette)
    let savedScale = time.density == nil ? nil : try density.savedScale()
    let coastline = try CoastlineSource(look)
    var still = still
    let material = try MapMaterial(still, onProgress: onProgress)
    var summary = JobSummary(command: "timelapse", read: material.read)
    summary.notes += material.notes
    summary.stages.append(("read_s", monotonicSeconds() - start))
    summary.events = material.counts
    let read = material.read
    let coloring = TrackColoring(colorKey, tracks: read.tracks, time: read.survey.time)
    if !look.isBare {
      let words = still.mapWords(material, summary, kinds: Set(EventKind.allCases)).texts
      style = style.covering(words + material.texts)
    }
    summary.notes += style.notes
    let timeline = try timeline(read.survey)
    still.film?.step = timeline.step
    still.timeline = timeline
    let overview = try still.picturePlan(material, summary, coloring, style.theme)
    summary.frame = (overview.viewport.boundingBox, overview.viewport.width, overview.viewport.height)
    summary.use(coastline, for: overview.viewport.grid)
    summary.notes += overview.composer?.notes ?? []
    var plan = FilmPlan(
      job: self, material: material, summary: summary, style: style, coloring: coloring, timeline: timeline,
      overview: overview,
      camera: try camera(timeline, material, overview.viewport), threads: max(1, input.reading.threads))
    if time.density != nil {
      onProgress?(JobProgress(stage: "counting"))
      try plan.shade(savedScale: savedScale, palette: palette)
    }
    return (plan, plan.summary)
  }

  private func camera(
    _ timeline: FilmTimeline, _ material: MapMaterial, _ view: Viewport
  ) throws(WakeprintError) -> FilmCamera {
    if !time.follows.isEmpty {
      let tracks = material.read.tracks
      let vessels = (0..<tracks.vesselCount).filter { time.follows.contains(tracks.mmsi(ofVessel: $0)) }
      let places: [[SIMD2<Double>]]
      do throws(TracksError) {
        places = try FilmPlaces.places(of: vessels, in: tracks, rule: input.rule, timeline: timeline)
      } catch {
        throw WakeprintError(error)
      }
      guard
        let camera = FilmCamera(
          following: places, width: view.width, height: view.height, radius: time.closeUpRadius)
      else {
        let names = time.follows.sorted().map(String.init).joined(separator: ",")
        throw WakeprintError(.data, "--follow \(names): is not seen in the film's time; name a vessel that is")
      }
      return camera
    }
    guard time.zoomsToEvents else { return FilmCamera(frames: timeline.count, view: view) }
    let events = (material.marks?.events ?? []).filter { $0.findings.exclusions.isEmpty }
    return FilmCamera(
      timeline: timeline, view: view, events: events, radius: time.closeUpRadius, lead: 4 * timeline.step,
      least: Int((1.5 * time.framesPerSecond).rounded(.up)), most: Int((6 * time.framesPerSecond).rounded(.up)))
  }

  /// The film's span: that of `--from` and `--to`, or else of the data, from one round time to another.
  private func timeline(_ survey: TrackSurvey) throws(WakeprintError) -> FilmTimeline {
    guard let time = survey.time else {
      throw WakeprintError(.data, "no position is left to show; widen --from and --to, or name other inputs")
    }
    let selection = input.reading.selection
    let length = (selection.toMilliseconds ?? time.upperBound) - (selection.fromMilliseconds ?? time.lowerBound)
    let step = self.time.step ?? TimelapseRequest.step(for: max(length, 1))
    let from = selection.fromMilliseconds ?? time.lowerBound / step * step
    let to = selection.toMilliseconds ?? (time.upperBound / step + 1) * step
    guard (to - from) / step < TimelapseRequest.mostFrames else {
      throw WakeprintError(
        .usage,
        "--every makes \((to - from + step - 1) / step) frames; give a longer time to a frame, or --from and --to")
    }
    return FilmTimeline(span: from..<max(to, from + 1), step: step)
  }
}
