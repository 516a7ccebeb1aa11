import Cartography
import Export
import Geography
import Platform
import Raster
import Tracks

/// Draws the density of vessel traffic as a picture, or writes it as numbers.
///
/// ```swift
/// var job = HeatmapJob(input: InputRequest(paths: ["ais.csv.gz"]), output: "heatmap.png")
/// job.look.title = "Vessel density"
/// let summary = try await job.run()
/// ```
public struct HeatmapJob: Sendable {
  /// What to read.
  public var input: InputRequest
  /// What part of the earth, at which size.
  public var frame = FrameRequest()
  /// What is counted and how it becomes colour.
  public var density = DensityRequest()
  /// Theme and words.
  public var look = LookRequest()
  /// The file to write: `.png` for a picture, `.tif` for the numbers.
  public var output: String
  /// Whether existing outputs may be replaced.
  public var force = false
  /// Whether a world file and GDAL's auxiliary file are written beside a picture.
  public var writesWorldFile = false
  /// The command line that a picture records; see `Provenance`.
  public var commandLine: [String] = []

  /// A job with the defaults for everything else.
  public init(input: InputRequest, output: String) {
    self.input = input
    self.output = output
  }

  /// Reads, counts, draws and writes. Throws `WakeprintError`.
  public func run(
    onProgress: (@Sendable (JobProgress) -> Void)? = nil
  ) async throws(WakeprintError) -> JobSummary {
    let start = monotonicSeconds()
    let writer = OutputWriter(force: force)
    try frame.check()
    let isPicture = try wantsPicture()
    let files = PictureFiles(
      output: output, hasWorldFile: writesWorldFile, scale: density.savesScaleTo, rejects: input.rejectsPath)
    try writer.check(files.paths, inputs: input.paths + look.files)
    var style = try PictureStyle(look)
    let palette = try Palette.named(density.palette ?? style.theme.densityPalette)
    let savedScale = try density.savedScale()
    let coastline = isPicture ? try CoastlineSource(look) : nil

    let (result, rejects) = try input.read(onProgress: JobProgress.ofReading(onProgress))
    onProgress?(JobProgress(stage: "counting"))
    var summary = JobSummary(command: "heatmap", read: result)
    let threads = max(1, input.reading.threads)
    let words = MapWords(look: look, frame: frame, summary: summary, rule: ruleInWords, density: density)
    if !look.isBare, isPicture { style = style.covering(words.texts) }
    let theme = style.theme
    summary.notes += style.notes
    let plan = try PicturePlan(
      frame: frame, survey: result.survey, theme: theme, words: words,
      legends: look.isBare || !isPicture ? nil : MapLegends(hasDensity: true))
    let field = try DensityField.counted(result, plan.viewport, density, input.rule, threads: threads)
    summary.frame = (plan.viewport.boundingBox, plan.viewport.width, plan.viewport.height)
    summary.observed = (
      field.millisecondsInside, summary.survey.observedMilliseconds - field.millisecondsInside
    )
    if let coastline { summary.use(coastline, for: plan.viewport.grid) }
    onProgress?(JobProgress(stage: "drawing"))
    let shading = FieldShading(field, request: density, savedScale: savedScale, palette: palette, theme: theme)
    let drawing = HeatmapDrawing(
      job: self, plan: plan, density: shading, style: style, summary: summary, threads: threads)
    let bytes = isPicture ? try await drawing.png() : try drawing.geoTIFF()
    onProgress?(JobProgress(stage: "writing"))
    summary.outputs += try files.write(
      bytes, picture: plan.pictureViewport, scale: ScaleFile(measure: density.measure, scale: shading.scale),
      rejects: rejects, by: writer)
    summary.notes += plan.composer?.notes ?? []
    if field.histogram.count == 0 { summary.notes.append("nothing was observed inside the frame; the map is empty") }
    summary.elapsedSeconds = monotonicSeconds() - start
    return summary
  }

  private var ruleInWords: String {
    "Silences of more than \(DateText.duration(input.rule.gapAfterMilliseconds)) and legs faster than "
      + "\(DateText.number(input.rule.maximumSpeedInKnots)) kn carry no time."
  }

  private func wantsPicture() throws(WakeprintError) -> Bool {
    let name = output.lowercased()
    if name.hasSuffix(".png") { return true }
    if name.hasSuffix(".tif") || name.hasSuffix(".tiff") { return false }
    throw WakeprintError(.usage, "\(output): is neither .png nor .tif; name a picture (.png) or numbers (.tif)")
  }
}
