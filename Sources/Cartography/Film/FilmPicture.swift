import Raster
import Tracks

/// Finishes the frames of a shot: ships and events over what moves, names over those, and the paper about the map.
package struct FilmPicture: Sendable {
  /// Where the map's window lies on the picture.
  private let frame: PixelRect
  /// Columns and rows of the picture.
  package let size: (width: Int, height: Int)
  private let paper: Pixmap?
  private let parts: Parts
  /// Where the ticker stands.
  private let panel: PixelRect?
  /// Draws what says where a view is that moves; nil where it stands.
  private let situation: MapComposer?

  /// What frames are made of; nil for what a film does not have.
  package struct Parts: Sendable {
    /// Names over what moves, as large as the canvas.
    package var overlay: Pixmap?
    /// Tracks as a map draws them.
    package var lines: FilmLines?
    /// The ships.
    package var painter: FilmPainter?
    /// Events on the map.
    package var events: FilmEvents?
    /// Clock and date strip.
    package var furniture: FilmFurniture?
    /// Events beside the map.
    package var ticker: FilmTicker?

    /// Nothing.
    package init() {}
  }

  /// The pictures of a shot; without a composer they are the map's window alone, of so many pixels, on transparent ground.
  package init(_ scene: MapScene, shot: FilmCamera.Shot, composer: MapComposer?, parts: Parts) {
    let view = shot.view((shot.frames.lowerBound + shot.frames.upperBound) / 2)
    frame = composer?.layout.frame ?? PixelRect(x: 0, y: 0, width: view.width, height: view.height)
    paper = composer?.looking(at: view).paper(scene)
    size = paper.map { ($0.width, $0.height) } ?? (view.width, view.height)
    self.parts = parts
    panel = composer?.layout.box(.panel)
    situation = shot.moves ? composer : nil
  }

  /// Whether frames have no alpha.
  package var isOpaque: Bool { paper != nil }

  /// A desk to draw frames on, one after the other.
  package var desk: FilmDesk {
    guard var paper else { return FilmDesk(paper: nil, bytes: []) }
    // What of the strip stays is drawn here; its time is that of no frame yet.
    parts.furniture?.drawStrip(at: 0, on: &paper)
    return FilmDesk(paper: paper, bytes: paper.encodedRGB(rows: 0..<paper.height))
  }

  /// The events that are marked on the map at an instant, by their ids, and how many of them last then.
  package func events(at time: Int64) -> (marked: [String], current: Int) {
    let marked = (parts.events?.entries ?? []).filter { $0.event.start <= time }
    return (marked.map(\.event.id), marked.count { time < $0.event.end })
  }

  /// A finished frame as rows of sRGB bytes, with alpha where there is no paper. Reading fixes back from disk may fail.
  package func bytes(of moment: consuming FilmMoment, on desk: inout FilmDesk) throws(TracksError) -> [UInt8] {
    // Taken out of the moment, so that it is drawn on where it lies.
    var map = Pixmap(width: 0, height: 0)
    swap(&map, &moment.map)
    defer { desk.map = map }
    let time = moment.interval.upperBound
    try parts.lines?.draw(on: &map, viewport: moment.view, until: time)
    parts.painter?.draw(moment.heads, on: &map)
    parts.painter?.draw(moment.ships, on: &map)
    // What happened is more than what a place is called.
    if let overlay = parts.overlay { map.lay(overlay, x: -Int(moment.offset.x), y: -Int(moment.offset.y)) }
    parts.events?.draw(at: time, on: &map, offset: moment.offset)
    parts.events?.drawNumbers(at: time, on: &map, offset: moment.offset)
    guard desk.paper != nil else { return map.encodedRGBA(rows: 0..<map.height) }
    repaint(moment, time, on: &desk)
    map.encodeRGB(map.bounds, into: &desk.bytes, width: size.width, x: frame.x, y: frame.y)
    return desk.bytes
  }

  /// Repaints what of the paper is another at this time.
  private func repaint(_ moment: FilmMoment, _ time: Int64, on desk: inout FilmDesk) {
    guard var paper = desk.paper.take() else { return }
    var boxes: [PixelRect] = []
    if let furniture = parts.furniture {
      furniture.drawClock(at: time, on: &paper)
      furniture.drawStrip(at: time, on: &paper)
      boxes += furniture.dynamicBoxes
    }
    if let situation {
      situation.looking(at: moment.view).drawSituation(on: &paper)
      boxes += situation.situationBoxes
    }
    if let ticker = parts.ticker, let box = panel {
      let key = ticker.key(at: time)
      if key != desk.ticker {
        ticker.draw(at: time, on: &paper, in: box)
        boxes.append(box)
        desk.ticker = key
      }
    }
    desk.paper = paper
    for box in boxes { desk.encode(box) }
  }
}
