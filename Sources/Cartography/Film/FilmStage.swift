import Raster
import Tracks

/// What moves in a film, made in the order of the frames: density, trails, and where the ships are.
package struct FilmStage: Sendable {
  private let timeline: FilmTimeline
  private let shot: FilmCamera.Shot
  private let ground: Pixmap
  /// Draws the graticule of a view that moves; nil where the ground has it.
  private let composer: MapComposer?
  private var density: FilmDensity?
  private var tracks: FilmTracks?
  /// Whether density is all there is, on nothing.
  private let isIndexed: Bool
  private var frame: Int

  /// What is to move on a ground that has the canvas's size, before a shot's first frame; `isIndexed`
  /// where density is all that is wanted.
  package init(
    timeline: FilmTimeline, shot: FilmCamera.Shot, ground: Pixmap, composer: MapComposer? = nil,
    density: FilmDensity? = nil, tracks: FilmTracks?, isIndexed: Bool = false
  ) {
    self.timeline = timeline
    self.shot = shot
    self.ground = ground
    self.composer = shot.moves ? composer : nil
    self.density = density
    self.tracks = tracks
    self.isIndexed = isIndexed
    frame = shot.frames.lowerBound - 1
  }

  /// Goes on to the next frame; the map of one that is not wanted stays empty, which costs less.
  ///
  /// It lies in the memory of `used`, a map that is no longer needed. Reading fixes back from disk may fail.
  package mutating func next(
    using used: consuming Pixmap? = nil, isWanted: (Int) -> Bool = { _ in true }
  ) throws(TracksError) -> FilmMoment {
    frame += 1
    try density?.advance()
    try tracks?.advance()
    let isWanted = isWanted(frame)
    let (view, offset) = (shot.view(frame), shot.offset(frame))
    let window = PixelRect(x: offset.x, y: offset.y, width: view.width, height: view.height)
    var moment = FilmMoment(
      frame: frame, interval: timeline.interval(frame), view: view,
      offset: Point(x: Double(offset.x), y: Double(offset.y)),
      map: isWanted && !isIndexed ? ground.part(window, using: used) : Pixmap(width: 0, height: 0))
    if isWanted, !isIndexed { composer?.looking(at: view).drawGraticule(on: &moment.map) }
    if isWanted, var own = density.take() {
      let indices = own.indices()
      if isIndexed {
        moment.indices = indices
      } else {
        indices.withUnsafeBufferPointer {
          moment.map.blend(
            indices: $0, palette: own.palette,
            in: PixelRect(x: -offset.x, y: -offset.y, width: shot.canvas.width, height: shot.canvas.height))
        }
      }
      density = own
    }
    if let tracks {
      if isWanted, tracks.look.trail > 0 { tracks.ink.blend(onto: &moment.map, x: -offset.x, y: -offset.y, at: frame) }
      moment.ships = tracks.ships.compactMap { ship in
        var ship = ship
        ship.place = moment.placed(ship.place)
        return ship.isNear(view.width, view.height) ? ship : nil
      }
      moment.heads = tracks.heads.map { head in
        FilmHead(line: head.line.map(moment.placed), color: head.color)
      }
    }
    return moment
  }
}
