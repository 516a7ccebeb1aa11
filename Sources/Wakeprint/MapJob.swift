import Behaviour
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
  /// By which numbers events are to be found in the positions; nil for none but those of files.
  public var detection: DetectionRequest?
  /// The density beneath the tracks; nil for none.
  public var heat: DensityRequest?
  /// Further contents and their order.
  public var contents = MapContents()
  /// Vessels that stand out, CSV; nil for none.
  public var watchlist: String?
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

  /// What of a film this is the still of; nil for a map.
  var film: TimelapseRequest?

  /// The film's time, once it is known.
  var timeline: FilmTimeline?

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
    if let inset = contents.inset { try FrameRequest.check(inset, option: "--inset") }
    guard output.lowercased().hasSuffix(".png") else {
      throw WakeprintError(.usage, "\(output): is not a .png, which is what a map is written as; name one")
    }
    let files = PictureFiles(
      output: output, hasWorldFile: writesWorldFile, scale: heat?.savesScaleTo, key: keyPath,
      rejects: input.rejectsPath)
    try writer.check(
      files.paths, inputs: input.paths + [events, watchlist, detection?.ports].compactMap { $0 } + look.files)
    var style = try PictureStyle(look)
    let palette = try Palette.named(heat?.palette ?? style.theme.densityPalette)
    let savedScale = try heat?.savedScale()
    let coastline = try CoastlineSource(look)
    let material = try MapMaterial(self, onProgress: onProgress)
    let read = material.read
    var summary = JobSummary(command: "map", read: read)
    summary.notes += material.notes
    summary.stages.append(("read_s", monotonicSeconds() - start))
    summary.events = material.counts
    let threads = max(1, input.reading.threads)
    let coloring = TrackColoring(colorKey, tracks: read.tracks, time: read.survey.time)
    if !look.isBare {
      let words = mapWords(material, summary, kinds: Set(EventKind.allCases)).texts
      style = style.covering(words + material.texts)
    }
    let theme = style.theme
    summary.notes += style.notes
    let plan = try picturePlan(material, summary, coloring, theme)
    summary.frame = (plan.viewport.boundingBox, plan.viewport.width, plan.viewport.height)
    summary.use(coastline, for: plan.viewport.grid)

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
      read, plan.viewport.grid, input.rule, coloring, scale: plan.composer?.scale ?? frame.scale,
      widths: theme.tracks.width, threads: threads)
    let scene = try plan.composer.map { composer throws(WakeprintError) in
      let builder = MapSceneBuilder(
        job: self, composer: composer, material: material, lines: lines, coloring: coloring,
        coastline: summary.coastline?.archive)
      var scene = try builder.scene()
      if let box = contents.inset {
        scene.inset = try builder.inset(box, numbers: scene.labelling?.numbers ?? [:], density: shading)
      }
      return scene
    }
    let drawing = MapDrawing(
      job: self, plan: plan, theme: theme, density: shading, tracks: lines, events: material.marks, scene: scene,
      provenance: provenance(summary, shading, material, style), threads: threads)
    let bytes = try await drawing.png()
    summary.stages.append(("draw_s", monotonicSeconds() - start - summary.stages.reduce(0) { $0 + $1.seconds }))
    onProgress?(JobProgress(stage: "writing"))
    summary.outputs += try files.write(
      bytes, picture: plan.pictureViewport, scale: scaleFile(shading), rejects: material.rejects, by: writer)
    if let keyPath, let composer = plan.composer, let scene {
      let page = try await composer.keyPage(scene).png(drawing.metadata, alpha: false, threads: threads)
      summary.outputs.append(try writer.write(page, to: keyPath))
    }
    summary.notes += plan.composer?.notes ?? []
    if material.hasTracks, !lines.reaches(plan.viewport) {
      summary.notes.append("no track reaches into the frame; widen --bbox, or leave it out to see all")
    }
    summary.elapsedSeconds = monotonicSeconds() - start
    return summary
  }

  /// The plan whose key names the kinds of events that its frame shows, and no others.
  func picturePlan(
    _ material: MapMaterial, _ summary: JobSummary, _ coloring: TrackColoring, _ theme: Theme
  ) throws(WakeprintError) -> PicturePlan {
    func plan(_ kinds: Set<EventKind>) throws(WakeprintError) -> PicturePlan {
      try PicturePlan(
        frame: frame, survey: material.read.survey, theme: theme, words: mapWords(material, summary, kinds: kinds),
        legends: look.isBare ? nil : legends(material, coloring, kinds, theme))
    }
    func shown(_ plan: PicturePlan) -> Set<EventKind> {
      Set((material.marks?.sights(plan.viewport) ?? []).compactMap { material.marks?.events[$0.event].kind })
    }
    let whole = try plan(Set(EventKind.allCases))
    let kinds = shown(whole)
    // A shorter key leaves more room for the map, which may then show more: the longer key is right in that case.
    let shorter = try plan(kinds)
    return shown(shorter).isSubset(of: kinds) ? shorter : whole
  }

  func mapWords(_ material: MapMaterial, _ summary: JobSummary, kinds: Set<EventKind>) -> MapWords {
    let rule = [
      material.hasTracks ? ruleInWords : "Dashed: not observed.",
      film.map(\.rule) ?? "", EventRuleWords.sentences(material.detection, kinds: Set(kinds.map(\.rawValue))),
    ]
    var words = MapWords(
      look: look, frame: frame, summary: summary, rule: rule.filter { !$0.isEmpty }.joined(separator: " "),
      density: heat, events: material.sources)
    if let film { (words.timeRange, words.film) = (film.words, timeline) }
    return words
  }

  /// Where the table of events is written as a page of its own.
  private var keyPath: String? {
    contents.key == .page && !look.isBare ? output.dropLast(4) + ".key.png" : nil
  }

  private var ruleInWords: String {
    let gap = DateText.duration(input.rule.gapAfterMilliseconds)
    let speed = DateText.number(input.rule.maximumSpeedInKnots)
    let counted = heat == nil ? "" : ", no time counted"
    return
      "Dashed: not observed, no position received for more than \(gap)\(counted). Legs over \(speed) kn are left out."
  }

  private func scaleFile(_ shading: FieldShading?) -> ScaleFile? {
    guard let heat, let shading else { return nil }
    return ScaleFile(measure: heat.measure, scale: shading.scale)
  }

  private func legends(
    _ material: MapMaterial, _ coloring: TrackColoring, _ kinds: Set<EventKind>, _ theme: Theme
  ) -> MapLegends {
    var legends = MapLegends(
      hasDensity: heat != nil, coloring: material.hasTracks && (film == nil || film?.trail != nil) ? coloring : nil,
      events: contents.hotspots == .heat ? material.marks?.withoutHotspots : material.marks, kinds: kinds,
      theme: theme)
    // A surface of hotspots has the legend of density where that is not drawn, and an entry of the key where it is.
    if contents.hotspots == .heat, material.marks != nil {
      if heat == nil { legends.hasDensity = true } else { legends.addSurface(theme) }
    }
    let hasEntries = !(material.marks?.events.isEmpty ?? true) || !material.watched.numbers.isEmpty
    legends.hasPanel = hasEntries && (contents.key ?? .panel) == .panel
    if let film {
      if film.trail != nil, !film.isPlain { legends.addShips(theme) }
      return legends
    }
    let hasGapEvents = material.marks?.events.contains { $0.kind == .gap } ?? false
    legends.addMarks(
      silences: material.hasTracks && contents.layers.contains(.tracks) && material.read.survey.gaps > 0
        && !hasGapEvents,
      reach: contents.showsReach && contents.layers.contains(.reach)
        ? "≤ \(DateText.number(contents.darkSpeedInKnots)) kn" : nil,
      meetings: kinds.contains(.darkRendezvous) && contents.layers.contains(.events)
        && (material.marks?.events.contains { !$0.findings.area.isEmpty } ?? false),
      theme: theme)
    return legends
  }

  private func provenance(
    _ summary: JobSummary, _ shading: FieldShading?, _ material: MapMaterial, _ style: PictureStyle
  ) -> Provenance {
    var density: (DensityRequest, ColorScale)?
    if let heat, let shading { density = (heat, shading.scale) }
    return Provenance(
      summary: summary, commandLine: commandLine, rule: input.rule, selection: input.reading.selection,
      density: density,
      extras: Provenance.layers(density: heat != nil, colorKey: colorKey, events: material.sources)
        + material.extras + contents.extras + style.extras)
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
