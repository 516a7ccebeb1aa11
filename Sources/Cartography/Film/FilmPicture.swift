import Raster
import Tracks

/// Finishes the frames of a film: ships and events over what moves, names over those, and the paper about the map.
package struct FilmPicture: Sendable {
  /// Where the map's window lies on the picture.
  package let frame: PixelRect
  /// Columns and rows of the picture.
  package let size: (width: Int, height: Int)
  /// The whole picture without what moves, as bytes; empty for a bare film.
  private let paper: [UInt8]
  /// Names over what moves.
  private let overlay: Pixmap?
  private let lines: FilmLines?
  private let painter: FilmPainter?
  private let events: FilmEvents?

  /// The pictures of a film; without paper they are the map's window alone, on transparent ground.
  package init(
    paper: Pixmap?, overlay: Pixmap?, frame: PixelRect, lines: FilmLines? = nil, painter: FilmPainter?,
    events: FilmEvents?
  ) {
    self.frame = frame
    size = paper.map { ($0.width, $0.height) } ?? (frame.width, frame.height)
    self.paper = paper.map { $0.encodedRGB(rows: 0..<$0.height) } ?? []
    self.overlay = overlay
    self.lines = lines
    self.painter = painter
    self.events = events
  }

  /// Whether frames have no alpha.
  package var isOpaque: Bool { !paper.isEmpty }

  /// The events that are marked on the map at an instant, by their ids, and how many of them last then.
  package func events(at time: Int64) -> (marked: [String], current: Int) {
    let marked = (events?.entries ?? []).filter { $0.event.start <= time }
    return (marked.map(\.event.id), marked.count { time < $0.event.end })
  }

  /// A finished frame as rows of sRGB bytes, with alpha where there is no paper. Reading fixes back from disk may fail.
  package func bytes(of moment: FilmMoment) throws(TracksError) -> [UInt8] {
    var map = moment.map
    let time = moment.interval.upperBound
    try lines?.draw(on: &map, viewport: moment.view, until: time)
    painter?.draw(moment.heads, on: &map)
    painter?.draw(moment.ships, on: &map)
    events?.draw(at: time, on: &map, offset: moment.offset)
    events?.drawNumbers(at: time, on: &map, offset: moment.offset)
    if let overlay { map.lay(overlay, x: -Int(moment.offset.x), y: -Int(moment.offset.y)) }
    guard !paper.isEmpty else { return map.encodedRGBA(rows: 0..<map.height) }
    var picture = paper
    map.encodeRGB(map.bounds, into: &picture, width: size.width, x: frame.x, y: frame.y)
    return picture
  }
}
