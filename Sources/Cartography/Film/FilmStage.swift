import Raster
import Tracks

/// What moves in a film, made in the order of the frames: density, trails, and where the ships are.
package struct FilmStage: Sendable {
  private let timeline: FilmTimeline
  private let ground: Pixmap
  private var tracks: FilmTracks?
  private var frame: Int

  /// What is to move on a ground that has the window's size, before frame `first`.
  package init(timeline: FilmTimeline, ground: Pixmap, tracks: FilmTracks?, from first: Int = 0) {
    self.timeline = timeline
    self.ground = ground
    self.tracks = tracks
    frame = first - 1
  }

  /// Goes on to the next frame; the map of one that is not wanted stays empty, which costs less.
  ///
  /// Reading fixes back from disk may fail.
  package mutating func next(isWanted: (Int) -> Bool = { _ in true }) throws(TracksError) -> FilmMoment {
    frame += 1
    try tracks?.advance()
    let isWanted = isWanted(frame)
    var moment = FilmMoment(
      frame: frame, interval: timeline.interval(frame), map: isWanted ? ground : Pixmap(width: 0, height: 0))
    if let tracks {
      if isWanted, tracks.look.trail > 0 { tracks.ink.blend(onto: &moment.map, at: frame) }
      (moment.ships, moment.heads) = (tracks.ships, tracks.heads)
    }
    return moment
  }
}
