import Cartography
import Geography
import Raster
import Tracks

/// What of a film is the same on all its frames: what it is made of, when, where and how it looks.
struct FilmPlan: Sendable {
  let job: TimelapseJob
  let material: MapMaterial
  private(set) var summary: JobSummary
  let style: PictureStyle
  let coloring: TrackColoring
  let timeline: FilmTimeline
  /// The film's own view.
  let overview: PicturePlan
  let camera: FilmCamera
  /// What the colours of density mean; nil without density.
  var shading: FilmShading?
  let threads: Int

  private var theme: Theme { style.theme }
  private var read: ReadResult { material.read }
  private var scale: Double { overview.composer?.scale ?? job.frame.scale }

  /// What moves in a shot, before its first frame, and what finishes the frames. Throws where tracks cannot be read back.
  func set(_ shot: FilmCamera.Shot) throws(WakeprintError) -> (stage: FilmStage, picture: FilmPicture) {
    let viewport = shot.canvas
    let composer = overview.composer?.looking(at: viewport)
    var scene = MapScene(basemap: nil)
    if job.look.hasBasemap {
      scene.basemap = Basemap(for: viewport, coastline: summary.coastline?.archive)
    }
    scene.labelling = labelling
    scene.density = shading.map { DensityLayer(indices: [], palette: $0.colors, legend: $0.legend) }
    if job.contents.hasLocator, !shot.moves { scene.locator = LocatorGlobe(for: viewport) }
    let ground = composer?.ground(scene, hasGraticule: !shot.moves) ?? bareGround(viewport)
    var parts = FilmPicture.Parts()
    parts.overlay = composer?.overlay(scene, on: ground)
    var tracks: FilmTracks?
    if let trail = job.time.trail, job.time.isPlain {
      parts.lines = FilmLines(
        read.tracks, rule: job.input.rule, coloring: coloring, theme: theme, scale: scale, length: max(trail, 1))
    } else if let trail = job.time.trail {
      let look = FilmTrackLook(
        theme, coloring: coloring, grid: viewport.grid, vesselCount: read.tracks.vesselCount, scale: scale,
        trail: trail)
      do throws(TracksError) {
        tracks = try FilmTracks(
          read.tracks, viewport: viewport, rule: job.input.rule, coloring: coloring, timeline: timeline, look: look,
          from: shot.frames.lowerBound)
      } catch {
        throw WakeprintError(error)
      }
      parts.painter = FilmPainter(
        look, coloring: coloring, theme: theme, viewport: viewport, vesselCount: read.tracks.vesselCount,
        scale: scale, watched: watched, names: names,
        letterSize: composer?.layout.measures.smallSize ?? 12 * scale, sizes: sizes)
    }
    addEvents(to: &parts, shot, composer, ground)
    return (
      FilmStage(
        timeline: timeline, shot: shot, ground: ground, composer: composer, density: try density(shot),
        tracks: tracks, isIndexed: isIndexed),
      FilmPicture(scene, shot: shot, composer: overview.composer, parts: parts)
    )
  }

  /// Whether density is all there is, on nothing: then frames are what a bare heatmap is.
  private var isIndexed: Bool {
    shading != nil && job.time.trail == nil && material.marks == nil && job.look.isBare && !job.look.hasBasemap
  }

  private func density(_ shot: FilmCamera.Shot) throws(WakeprintError) -> FilmDensity? {
    guard let shading, let span = job.time.density else { return nil }
    do throws(TracksError) {
      let film = try DensityFilm(
        read.tracks, viewport: shot.canvas, measure: job.density.measure.counted, rule: job.input.rule,
        timeline: timeline, window: span.length, smoothing: job.density.smoothing, from: shot.frames.lowerBound)
      return FilmDensity(film, scale: shading.scale, palette: shading.colors)
    } catch {
      throw WakeprintError(error)
    }
  }

  /// Goes through all frames once and gives their density one scale; a saved one goes before it.
  mutating func shade(savedScale: ColorScale?, palette: Palette) throws(WakeprintError) {
    guard let span = job.time.density else { return }
    do throws(TracksError) {
      let histogram = try DensityFilm.histogram(
        read.tracks, viewport: overview.viewport, measure: job.density.measure.counted, rule: job.input.rule,
        timeline: timeline, window: span.length, smoothing: job.density.smoothing, threads: threads)
      shading = FilmShading(
        histogram, request: job.density, savedScale: savedScale, palette: palette, theme: theme)
      let inside = try DensityField(
        read.tracks, viewport: overview.viewport, measure: .hours, rule: job.input.rule, smoothing: nil,
        threads: threads
      ).millisecondsInside
      summary.observed = (inside, summary.survey.observedMilliseconds - inside)
    } catch {
      throw WakeprintError(error)
    }
  }

  /// Adds events, and the furniture that tells of time and of them.
  private func addEvents(
    to parts: inout FilmPicture.Parts, _ shot: FilmCamera.Shot, _ composer: MapComposer?, _ ground: Pixmap
  ) {
    var ground = ground
    if let overlay = parts.overlay { ground.lay(overlay, x: 0, y: 0) }
    parts.events = material.marks.map {
      FilmEvents(
        $0, viewport: shot.canvas, composer: composer, theme: theme, scale: scale, linger: linger,
        isClose: shot.canvas.grid != overview.viewport.grid, ground: ground)
    }
    guard let layout = composer?.layout else { return }
    let events = (material.marks?.events ?? []).enumerated().map { (number: $0.offset + 1, event: $0.element) }
    var window = job.time.trail.flatMap { $0 > 0 ? $0 : nil }
    if case .window(let length) = job.time.density { window = max(window ?? 0, length) }
    parts.furniture = FilmFurniture(layout: layout, theme: theme, timeline: timeline, events: events, window: window)
    if !events.isEmpty {
      parts.ticker = FilmTicker(events: events, linger: linger, measures: layout.measures, theme: theme)
    }
  }

  /// The vessels that stand out: those of the watchlist, and those that the camera follows.
  private var watched: Set<Int> {
    let followed = (0..<read.tracks.vesselCount).filter { job.time.follows.contains(read.tracks.mmsi(ofVessel: $0)) }
    return material.watched.numbers.union(followed)
  }

  /// What they are called, where they are few enough to be told apart.
  private var names: [Int: String] {
    guard overview.composer != nil, watched.count <= 40 else { return [:] }
    var names: [Int: String] = [:]
    for vessel in watched {
      let mmsi = read.tracks.mmsi(ofVessel: vessel)
      let said = read.tracks.identity(ofVessel: vessel)?.name ?? ""
      let listed = material.watchlist?.list.entry(mmsi: mmsi, imo: nil)?.name ?? ""
      let name = !said.isEmpty ? said : !listed.isEmpty ? listed : "MMSI \(mmsi)"
      names[vessel] = (material.watched.numbers.contains(vessel) ? "◊ " : "") + name
    }
    return names
  }

  /// For how many milliseconds events dim.
  var linger: Int64 { job.time.linger(in: Int64(timeline.span.count)) }

  /// The names of places, where they are wanted.
  private var labelling: MapLabelling? {
    guard job.contents.namesPlaces else { return nil }
    var labelling = MapLabelling()
    labelling.places = PlaceTable.embedded.places
    return labelling
  }

  private func bareGround(_ viewport: Viewport) -> Pixmap {
    BareLayers(theme: theme, hasLand: job.look.hasBasemap, coastline: summary.coastline?.archive).picture(viewport)
  }

  /// What the vessels measure that said it, by their number.
  private var sizes: [Int: FilmPainter.Size] {
    var known: [UInt32: FilmPainter.Size] = [:]
    for (mmsi, identity) in read.tracks.identities() {
      guard let length = identity.lengthInMetres, length > 0 else { continue }
      known[mmsi] = FilmPainter.Size(length: length, width: identity.widthInMetres.flatMap { $0 > 0 ? $0 : nil })
    }
    guard !known.isEmpty else { return [:] }
    var sizes: [Int: FilmPainter.Size] = [:]
    for vessel in 0..<read.tracks.vesselCount {
      if let size = known[read.tracks.mmsi(ofVessel: vessel)] { sizes[vessel] = size }
    }
    return sizes
  }
}
