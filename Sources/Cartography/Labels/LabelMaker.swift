import Geography
import Platform
import Raster

/// Turns what is to be named into labels of a picture's letters, colours and places.
struct LabelMaker {
  private let theme: Theme
  private let viewport: Viewport
  private let frame: PixelRect
  private let size: Double
  private let hairline: Double
  private let scale: Double

  /// Which labels go first.
  private enum Priority {
    static let number = 0
    static let watched = 1
    static let silence = 2
    static let vessel = 3
    static let sea = 4
    static let tick = 5
    static let country = 6
    static let town = 7
  }

  init(composer: MapComposer) {
    theme = composer.theme
    viewport = composer.viewport
    frame = composer.layout.frame
    size = composer.layout.measures.smallSize
    hairline = composer.layout.measures.hairline
    scale = composer.scale
  }

  /// An event's number beside its mark.
  func number(_ number: Int, at place: Point, clearance: Double) -> MapLabel {
    MapLabel(
      ["\(number)"], style: TextStyle(theme.fonts.semibold, size: size * 1.12), ink: ink(theme.text, halo: 0.2),
      anchor: .beside(inPicture(place), clearance: clearance, leads: true), priority: Priority.number)
  }

  /// How many events a hotspot has, beside its disc.
  func hotspot(count: Int, at place: Point, radius: Double) -> MapLabel {
    MapLabel(
      ["\(DateText.grouped(count)) events"], style: TextStyle(theme.fonts.semibold, size: size),
      ink: ink(theme.events.hotspotRing, halo: 0.2),
      anchor: .beside(inPicture(place), clearance: radius, leads: false), priority: Priority.watched)
  }

  /// A vessel's name where it was last seen.
  func vessel(_ name: String, at place: Point, isWatched: Bool) -> MapLabel? {
    var ink = theme.vesselLabel.ink(hairline: hairline)
    if isWatched { ink.color = theme.watchlist }
    return MapLabel(
      [name], style: style(theme.vesselLabel, size: size * (isWatched ? 1.1 : 0.96)), ink: ink,
      anchor: .beside(inPicture(place), clearance: 6 * scale, leads: true),
      priority: isWatched ? Priority.watched : Priority.vessel)
  }

  /// How long a ship was not observed, along the line between its sights.
  func silence(_ silence: VisibleTrack.Silence) -> MapLabel {
    MapLabel(
      [DateText.length(silence.to.time - silence.from.time) + " not observed"],
      style: TextStyle(theme.fonts.regular, size: size * 0.95), ink: ink(theme.events.gap.body, halo: 0.2),
      anchor: .along(inPicture(silence.from.place), inPicture(silence.to.place)), priority: Priority.silence)
  }

  /// The time at a tick.
  func tick(_ text: String, at place: Point) -> MapLabel {
    MapLabel(
      [text], style: TextStyle(theme.fonts.regular, size: size * 0.88), ink: ink(theme.quietText, halo: 0.2),
      anchor: .beside(inPicture(place), clearance: 5 * scale, leads: false), priority: Priority.tick, mostInk: 0.6)
  }

  /// A town's dot and name; nil where it lies outside the frame.
  func town(_ town: NamedPlace) -> MapLabel? {
    guard let place = town.line.first.map(pixel), isInside(place) else { return nil }
    var dot = Mark()
    var path = Path()
    let radius = (town.isCapital ? 2.4 : 1.8) * size / 12.5
    path.addEllipse(center: Point(x: 0, y: 0), radiusX: radius, radiusY: radius)
    dot.stroke(path, style: StrokeStyle(width: 2 * scale), color: theme.halo)
    dot.fill(path, color: theme.townLabel.color)
    return MapLabel(
      [town.name], style: style(theme.townLabel, size: size * (town.isCapital ? 1 : 0.92)),
      ink: theme.townLabel.ink(hairline: hairline), anchor: .beside(inPicture(place), clearance: radius, leads: false),
      priority: Priority.town, mostInk: 0.3, mark: dot)
  }

  /// A country's name, spaced; nil where its place lies outside the frame.
  func country(_ country: NamedPlace) -> MapLabel? {
    guard let place = country.line.first.map(pixel), isInside(place) else { return nil }
    return MapLabel(
      [country.name.uppercased()], style: style(theme.countryLabel, size: size * (country.rank <= 2 ? 1.05 : 0.9)),
      ink: theme.countryLabel.ink(hairline: hairline), anchor: .centred(inPicture(place)), priority: Priority.country,
      mostInk: 0.35)
  }

  /// A sea's name in italics along its line; nil where the frame shows none of it.
  func sea(_ sea: NamedPlace) -> MapLabel? {
    let line = ScreenLine(viewport).pixels(sea.line)
    guard line.count > 1, isNear(line) else { return nil }
    var length = 0.0
    for (a, b) in zip(line, line.dropFirst()) { length += hypot(b.x - a.x, b.y - a.y) }
    let letters = min(max(length / (1.3 * Double(sea.name.count)), size), 1.7 * size)
    return MapLabel(
      [sea.name], style: style(theme.seaLabel, size: letters), ink: theme.seaLabel.ink(hairline: hairline),
      anchor: .curved(line.map(inPicture)), priority: Priority.sea, mostInk: 0.25)
  }

  private func ink(_ color: Color, halo share: Double) -> TextInk {
    TextInk(color: color, layers: theme.letterLayers, halo: theme.halo, haloReach: share * size)
  }

  private func style(_ look: LabelLook, size: Double) -> TextStyle {
    TextStyle(theme.fonts.face(look.face), size: size, tracking: look.tracking)
  }

  /// Whether the box of a line meets the frame.
  private func isNear(_ line: [Point]) -> Bool {
    let (xs, ys) = (line.map(\.x), line.map(\.y))
    return (xs.max() ?? -1) >= 0 && (xs.min() ?? .infinity) <= Double(viewport.width) && (ys.max() ?? -1) >= 0
      && (ys.min() ?? .infinity) <= Double(viewport.height)
  }

  private func isInside(_ place: Point) -> Bool {
    place.x >= 0 && place.y >= 0 && place.x <= Double(viewport.width) && place.y <= Double(viewport.height)
  }

  private func inPicture(_ place: Point) -> Point { Point(x: place.x + Double(frame.x), y: place.y + Double(frame.y)) }

  /// Pixels from the viewport's upper left corner, in the copy of the world nearest to its middle.
  private func pixel(_ place: Coordinate) -> Point { ScreenLine(viewport).pixels([place])[0] }
}
