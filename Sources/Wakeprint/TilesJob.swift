import Cartography
import Export
import Geography
import JSON
import Platform
import Raster
import Tracks

/// Draws vessel traffic as a pyramid of raster tiles: a folder, MBTiles or PMTiles.
///
/// ```swift
/// var job = TilesJob(input: InputRequest(paths: ["ais.csv.gz"]), output: "traffic.pmtiles")
/// job.pyramid.maxZoom = 10
/// let summary = try await job.run()
/// ```
public struct TilesJob: Sendable {
  /// What to read.
  public var input: InputRequest
  /// Which tiles.
  public var pyramid = PyramidRequest()
  /// What is drawn.
  public var layers: [TileLayer] = [.density]
  /// What the colours of tracks say.
  public var colorKey = TrackColorKey.speed
  /// What is counted and how it becomes colour.
  public var density = DensityRequest()
  /// Theme, title and source; words are not drawn on tiles.
  public var look = LookRequest()
  /// `OUT.pmtiles`, `OUT.mbtiles`, or a folder.
  public var output: String
  /// Whether existing outputs may be replaced.
  public var force = false
  /// Whether tiles that an interrupted run left are kept.
  public var resumes = false
  /// The command line that the set records; see `Provenance`.
  public var commandLine: [String] = []

  /// A job with the defaults for everything else.
  public init(input: InputRequest, output: String) {
    self.input = input
    self.output = output
    look.isBare = true
    look.hasBasemap = false
  }

  /// Reads, counts, draws and writes. Throws `WakeprintError`.
  public func run(
    onProgress: (@Sendable (JobProgress) -> Void)? = nil
  ) async throws(WakeprintError) -> JobSummary {
    let start = monotonicSeconds()
    let writer = OutputWriter(force: force)
    try pyramid.check()
    let legendPath = TileContainer.stem(of: output) + ".legend.png"
    let files = [density.savesScaleTo, input.rejectsPath].compactMap { $0 }
    if TilesJob.filesOfOtherKinds.contains(where: { output.lowercased().hasSuffix($0) }) {
      throw WakeprintError(
        .usage, "\(output): is no container of tiles; name OUT.pmtiles, OUT.mbtiles, or a folder")
    }
    if !layers.contains(.density), let file = density.savesScaleTo ?? density.usesScaleFrom {
      throw WakeprintError(.usage, "\(file): there is no scale without a density; add --layer density")
    }
    if resumes && !TileContainer(of: output).canResume {
      throw WakeprintError(.usage, "--resume goes on with a folder; \(output) is made anew in any case")
    }
    try writer.check(
      tiles: output, files: files, sharing: legendPath,
      inputs: input.paths + eventPaths + look.files)
    let titles = [look.title].compactMap { $0 }
    let style = try PictureStyle(look).covering(titles)
    let palette = try Palette.named(density.palette ?? style.theme.densityPalette)
    let savedScale = try density.savedScale()
    let coastline = try CoastlineSource(look)

    let events = try eventPaths.first.map { path throws(WakeprintError) in
      try EventSource(path: path, self.input.reading)
    }

    var input = input
    input.reading.keepsVesselType = layers.contains(.tracks) && colorKey == .type
    let (result, rejects) = try input.read(onProgress: JobProgress.ofReading(onProgress))
    var summary = JobSummary(command: "tiles", read: result)
    if let note = events?.note { summary.notes.append(note) }
    summary.notes += style.notes
    summary.stages.append(("read_s", monotonicSeconds() - start))

    onProgress?(JobProgress(stage: "counting"))
    let counting = monotonicSeconds()
    let zooms = try pyramid.zooms(for: result.tracks, rule: input.rule)
    summary.use(coastline, for: PixelGrid(zoom: zooms.upperBound, tileSize: pyramid.tileSize))
    let scene = try TileScene(
      job: self, tracks: result.tracks, survey: result.survey, zooms: zooms, theme: style.theme, palette: palette,
      savedScale: savedScale, events: events, coastline: summary.coastline?.archive)
    summary.observed = (scene.millisecondsInside, result.survey.observedMilliseconds - scene.millisecondsInside)
    summary.stages.append(("count_s", monotonicSeconds() - counting))

    let drawing = monotonicSeconds()
    let provenance = provenance(summary, scene, style)
    let legend = try await legendPNG(scene, provenance: provenance)
    try writer.checkShared(legendPath, legend)
    let mark = TileMark(provenance: provenance)
    let sink = try writer.tileSink(output, resumes: resumes, key: mark.key)
    let production = TileProduction(
      scene: scene, mark: mark.text, resumes: resumes, threads: max(1, input.reading.threads), onProgress: onProgress)
    let drawn = try production.run(into: sink)
    summary.tiles = drawn.counts
    guard drawn.counts.written > 0 else {
      throw WakeprintError(
        .data, "\(output): no tile would hold anything; widen --bbox, lower --min-zoom or choose other rows")
    }
    if let deepest = drawn.counts.zooms?.upperBound, deepest < zooms.upperBound {
      summary.notes.append("nothing is to be seen in the box beyond zoom \(deepest), and tiles end there")
    }
    onProgress?(JobProgress(stage: "writing"))
    // Whole before the tiles have their name: a full disk leaves neither.
    var companions = [try OutputWriter(force: true).prepare(legend, for: legendPath)]
    if let path = density.savesScaleTo, let scale = scene.density?.scale {
      let text = ScaleFile(measure: density.measure, scale: scale).text
      companions.append(try writer.prepare(Array(text.utf8), for: path))
    }
    if let path = input.rejectsPath, let rejects {
      companions.append(try writer.prepare(rejects.contents, for: path))
    }
    let metadata = scene.metadata(
      job: self, bounds: drawn.bounds, zooms: drawn.counts.zooms ?? zooms, provenance: provenance)
    summary.outputs.append(try writer.finish(sink, metadata, path: output))
    for companion in companions { summary.outputs.append(try companion.commit()) }
    summary.stages.append(("draw_s", monotonicSeconds() - drawing))
    summary.elapsedSeconds = monotonicSeconds() - start
    return summary
  }

  /// Ends of names that nobody gives to a folder.
  private static let filesOfOtherKinds = [
    ".png", ".apng", ".gif", ".tif", ".tiff", ".mp4", ".zip", ".tar", ".gz", ".json", ".geojson", ".csv", ".html",
  ]

  private var eventPaths: [String] {
    layers.compactMap { layer in
      if case .events(let path) = layer { return path }
      return nil
    }
  }

  private func legendPNG(_ scene: TileScene, provenance: Provenance) async throws(WakeprintError) -> [UInt8] {
    let pixmap = scene.legend(density).picture(title: look.title ?? "", theme: scene.theme).draw()
    let metadata = PNGMetadata(
      title: "Legend: " + (look.title ?? "Vessel traffic"), source: look.source,
      software: "wakeprint \(wakeprintVersion)",
      provenanceJSON: provenance.json)
    do throws(ExportError) {
      return try await PNGEncoder.encodeRGB(
        width: pixmap.width, height: pixmap.height, metadata: metadata, threads: max(1, input.reading.threads)
      ) { pixmap.encodedRGB(rows: $0) }
    } catch {
      throw WakeprintError(error)
    }
  }

  private func provenance(_ summary: JobSummary, _ scene: TileScene, _ style: PictureStyle) -> Provenance {
    var shown: (request: DensityRequest, scale: ColorScale)?
    if let scale = scene.density?.scale { shown = (density, scale) }
    return Provenance(
      summary: summary, commandLine: commandLine, rule: input.rule, selection: input.reading.selection,
      density: shown, extras: scene.extras + style.extras)
  }
}
