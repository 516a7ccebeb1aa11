import Cartography
import Export
import Geography
import Platform
import Raster
import Tracks

/// Draws tracks, their gaps and events on the basemap, with density beneath where it is wanted.
///
/// ```swift
/// var job = MapJob(input: InputRequest(paths: ["ais.csv.gz"]), output: "map.png")
/// job.colorKey = .type
/// let summary = try await job.run()
/// ```
public struct MapJob: Sendable {
  /// What to read.
  public var input: InputRequest
  /// What part of the earth, at which size.
  public var frame = FrameRequest()
  /// What the colours of tracks say.
  public var colorKey = TrackColorKey.speed
  /// A file of events and hotspots to draw over the tracks; nil for none.
  public var events: String?
  /// The density beneath the tracks; nil for none.
  public var heat: DensityRequest?
  /// Theme and words.
  public var look = LookRequest()
  /// The picture to write, `.png`.
  public var output: String
  /// Whether existing outputs may be replaced.
  public var force = false
  /// Whether a world file and GDAL's auxiliary file are written beside the picture.
  public var writesWorldFile = false
  /// The command line that a picture records; see `Provenance`.
  public var commandLine: [String] = []

  /// A job with the defaults for everything else.
  public init(input: InputRequest, output: String) {
    self.input = input
    self.output = output
  }

  /// Reads, draws and writes. Throws `WakeprintError`.
  public func run(
    onProgress: (@Sendable (JobProgress) -> Void)? = nil
  ) async throws(WakeprintError) -> JobSummary {
    let start = monotonicSeconds()
    let writer = OutputWriter(force: force)
    try frame.check()
    guard output.lowercased().hasSuffix(".png") else {
      throw WakeprintError(.usage, "\(output): is not a .png, which is what a map is written as; name one")
    }
    let files = PictureFiles(
      output: output, hasWorldFile: writesWorldFile, scale: heat?.savesScaleTo, rejects: input.rejectsPath)
    try writer.check(files.paths, inputs: input.paths + [events].compactMap { $0 } + look.files)
    var style = try PictureStyle(look)
    let palette = try Palette.named(heat?.palette ?? style.theme.densityPalette)
    let savedScale = try heat?.savedScale()
    var (positions, sources) = try EventSource.split(input.paths)
    if let events { sources.append(try EventSource(path: events)) }
    guard heat == nil || !positions.isEmpty || input.embedded != nil else {
      throw WakeprintError(.usage, "--heat: the inputs hold events alone; name positions too, or leave --heat out")
    }

    var input = input
    input.paths = positions
    input.reading.keepsVesselType = colorKey == .type
    let hasTracks = !positions.isEmpty || input.embedded != nil
    let (read, rejects) =
      hasTracks ? try input.read(onProgress: JobProgress.ofReading(onProgress)) : (sources.withoutTracks, nil)
    var summary = JobSummary(command: "map", read: read)
    summary.notes += sources.compactMap(\.note)
    let threads = max(1, input.reading.threads)
    let coloring = TrackColoring(colorKey, tracks: read.tracks, time: read.survey.time)
    let marks = sources.isEmpty ? nil : EventLayer(events: sources.events, hotspots: sources.hotspots)
    let words = MapWords(
      look: look, frame: frame, summary: summary, rule: hasTracks ? ruleInWords : "Dashed: not observed.",
      density: heat, events: sources)
    if !look.isBare { style = style.covering(words.texts) }
    let theme = style.theme
    summary.notes += style.notes
    let plan = try PicturePlan(
      frame: frame, survey: read.survey, theme: theme, words: words,
      legends: look.isBare
        ? nil : MapLegends(hasDensity: heat != nil, coloring: hasTracks ? coloring : nil, events: marks, theme: theme))
    summary.frame = (plan.viewport.boundingBox, plan.viewport.width, plan.viewport.height)

    var shading: FieldShading?
    if let heat {
      onProgress?(JobProgress(stage: "counting"))
      let field = try DensityField.counted(read, plan.viewport, heat, input.rule, threads: threads)
      summary.observed = (
        field.millisecondsInside, summary.survey.observedMilliseconds - field.millisecondsInside
      )
      shading = FieldShading(field, request: heat, savedScale: savedScale, palette: palette, theme: theme)
    }
    onProgress?(JobProgress(stage: "drawing"))
    let lines = try TrackLayer.traced(
      read, plan.viewport.grid, input.rule, coloring, scale: frame.scale, widths: theme.tracks.width, threads: threads)
    let drawing = MapDrawing(
      job: self, plan: plan, theme: theme, density: shading, tracks: lines, events: marks,
      provenance: provenance(summary, shading, sources, style), threads: threads)
    let bytes = try await drawing.png()
    onProgress?(JobProgress(stage: "writing"))
    summary.outputs += try files.write(
      bytes, picture: plan.pictureViewport, scale: scaleFile(shading), rejects: rejects, by: writer)
    summary.notes += plan.composer?.notes ?? []
    if hasTracks, !lines.reaches(plan.viewport) {
      summary.notes.append("no track reaches into the frame; widen --bbox, or leave it out to see all")
    }
    summary.elapsedSeconds = monotonicSeconds() - start
    return summary
  }

  private var ruleInWords: String {
    let gap = DateText.duration(input.rule.gapAfterMilliseconds)
    let speed = DateText.number(input.rule.maximumSpeedInKnots)
    // The legend says "not observed" too; with that of density beside it there is less room.
    let dashed = heat == nil ? "not observed, no position received" : "no position received"
    let counted = heat == nil ? "" : ", no time counted"
    return "Dashed: \(dashed) for more than \(gap)\(counted); legs faster than \(speed) kn are left out."
  }

  private func scaleFile(_ shading: FieldShading?) -> ScaleFile? {
    guard let heat, let shading else { return nil }
    return ScaleFile(measure: heat.measure, scale: shading.scale)
  }

  private func provenance(
    _ summary: JobSummary, _ shading: FieldShading?, _ events: [EventSource], _ style: PictureStyle
  ) -> Provenance {
    var density: (DensityRequest, ColorScale)?
    if let heat, let shading { density = (heat, shading.scale) }
    return Provenance(
      summary: summary, commandLine: commandLine, rule: input.rule, selection: input.reading.selection,
      density: density,
      extras: Provenance.layers(density: heat != nil, colorKey: colorKey, events: events) + style.extras)
  }
}

extension TrackLayer {
  /// The lines of what was read. Throws where tracks cannot be read back from disk.
  static func traced(
    _ read: ReadResult, _ grid: PixelGrid, _ rule: LegRule, _ coloring: TrackColoring, scale: Double, widths: Double,
    threads: Int
  ) throws(WakeprintError) -> TrackLayer {
    do throws(TracksError) {
      return try TrackLayer(
        read.tracks, grid: grid, rule: rule, coloring: coloring, scale: scale, widths: widths, threads: threads)
    } catch {
      throw WakeprintError(error)
    }
  }
}
