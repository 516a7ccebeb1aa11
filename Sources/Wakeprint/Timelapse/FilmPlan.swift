import Cartography
import Geography
import Raster
import Tracks

/// What of a film is the same on all its frames: what it is made of, when, where and how it looks.
struct FilmPlan: Sendable {
  let job: TimelapseJob
  let material: MapMaterial
  let summary: JobSummary
  let style: PictureStyle
  let coloring: TrackColoring
  let timeline: FilmTimeline
  /// The film's own view.
  let overview: PicturePlan
  let camera: FilmCamera
  let threads: Int

  private var theme: Theme { style.theme }
  private var read: ReadResult { material.read }
  private var scale: Double { overview.composer?.scale ?? job.frame.scale }

  /// A shot's view.
  func view(of shot: FilmCamera.Shot) -> PicturePlan {
    shot.box.map { overview.looking(at: $0) } ?? overview
  }

  /// What moves in a shot, before one of its frames, and what finishes them. Throws where tracks cannot be read back.
  func set(_ shot: FilmCamera.Shot, from first: Int) throws(WakeprintError) -> (stage: FilmStage, picture: FilmPicture) {
    let view = view(of: shot)
    let viewport = view.viewport
    var scene = MapScene(basemap: nil)
    if job.look.hasBasemap {
      scene.basemap = Basemap(for: viewport, coastline: summary.coastline?.archive)
    }
    let paper = view.composer?.compose(scene)
    let frame =
      view.composer?.layout.frame ?? PixelRect(x: 0, y: 0, width: viewport.width, height: viewport.height)
    var ground = Pixmap(width: frame.width, height: frame.height)
    if let paper { ground.copy(paper, x: -frame.x, y: -frame.y) }
    var tracks: FilmTracks?
    var painter: FilmPainter?
    if let trail = job.time.trail {
      let look = FilmTrackLook(
        theme, coloring: coloring, grid: viewport.grid, vesselCount: read.tracks.vesselCount, scale: scale,
        trail: trail)
      do throws(TracksError) {
        tracks = try FilmTracks(
          read.tracks, viewport: viewport, rule: job.input.rule, coloring: coloring, timeline: timeline, look: look,
          from: first)
      } catch {
        throw WakeprintError(error)
      }
      painter = FilmPainter(
        look, coloring: coloring, theme: theme, viewport: viewport, vesselCount: read.tracks.vesselCount,
        scale: scale, watched: material.watched.numbers, sizes: sizes)
    }
    let events = material.marks.map {
      FilmEvents(
        $0, viewport: viewport, composer: view.composer, theme: theme, scale: scale, linger: job.time.linger,
        ground: ground)
    }
    return (
      FilmStage(timeline: timeline, ground: ground, tracks: tracks, from: first),
      FilmPicture(paper: paper, frame: frame, painter: painter, events: events)
    )
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
