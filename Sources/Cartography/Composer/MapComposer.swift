import Geography
import Raster

/// Puts a picture together: the map in its frame, then the furniture about it.
package struct MapComposer: Sendable {
  /// Where everything stands.
  package let layout: Layout
  /// What the frame shows; as many pixels as the layout's frame.
  package let viewport: Viewport
  /// Colours and line widths.
  package let theme: Theme
  /// What is written on the picture.
  package let words: MapWords
  /// What the picture's colours and marks mean.
  package let legends: MapLegends
  /// How many times as large as in a picture of 1920 x 1080 lines and marks are: they grow with the letters beside them, and
  /// never become smaller than the pixels to a point.
  package let scale: Double

  /// A composer for a picture of a size in pixels into whose frame a box is fitted whole.
  package init(
    fitting box: BoundingBox, pictureWidth: Int, pictureHeight: Int, scale: Double = 1, theme: Theme,
    words: MapWords, legends: MapLegends
  ) {
    layout = Layout(
      pictureWidth: pictureWidth, pictureHeight: pictureHeight, scale: scale,
      furniture: words.furniture(legends), key: legends.key, clock: words.clock, fonts: theme.fonts)
    viewport = Viewport(fitting: box, width: layout.frame.width, height: layout.frame.height)
    self.theme = theme
    self.words = words
    self.legends = legends
    self.scale = max(scale, layout.measures.unit / 8)
  }

  /// A composer whose frame is a viewport; the picture grows about it.
  package init(
    around viewport: Viewport, scale: Double = 1, theme: Theme, words: MapWords, legends: MapLegends
  ) {
    layout = Layout(
      frameWidth: viewport.width, frameHeight: viewport.height, scale: scale,
      furniture: words.furniture(legends), key: legends.key, clock: words.clock, fonts: theme.fonts)
    self.viewport = viewport
    self.theme = theme
    self.words = words
    self.legends = legends
    self.scale = max(scale, layout.measures.unit / 8)
  }

  /// The same picture of another part of the earth.
  package func looking(at viewport: Viewport) -> MapComposer { MapComposer(self, viewport: viewport) }

  private init(_ other: MapComposer, viewport: Viewport) {
    (layout, theme, words, legends, scale) = (other.layout, other.theme, other.words, other.legends, other.scale)
    self.viewport = viewport
  }

  /// A composer for a part of a map that stands in a corner of its frame: no words, the same letters and lines.
  package init(inset box: BoundingBox, of map: MapComposer) {
    let frame = map.layout.frame
    let (width, height) = (Int(Double(frame.width) * 0.36), Int(Double(frame.height) * 0.42))
    layout = Layout(insetWidth: width, insetHeight: height, measures: map.layout.measures)
    viewport = Viewport(fitting: box, width: width, height: height)
    (theme, scale) = (map.theme, map.scale)
    (words, legends) = (MapWords(), MapLegends())
  }

  /// A composer for the pixels of a map's frame alone: no words, the same letters and lines.
  init(frameOf map: MapComposer) {
    layout = Layout(
      insetWidth: map.viewport.width, insetHeight: map.viewport.height, measures: map.layout.measures)
    (viewport, theme, scale) = (map.viewport, map.theme, map.scale)
    (words, legends) = (MapWords(), MapLegends())
  }

  /// The pixels of the whole picture, in the map's grid.
  package var pictureViewport: Viewport {
    Viewport(
      grid: viewport.grid, x: viewport.x - layout.frame.x, y: viewport.y - layout.frame.y,
      width: layout.pictureWidth, height: layout.pictureHeight)
  }

  /// The finished picture, opaque; layers are of the viewport's grid.
  package func compose(_ scene: MapScene) -> Pixmap {
    // The sea is most of the picture: the paper goes about it, not under it.
    var pixmap = Pixmap(width: layout.pictureWidth, height: layout.pictureHeight, background: theme.sea)
    drawGround(of: scene, on: &pixmap)
    for layer in scene.order { draw(layer, of: scene, on: &pixmap) }
    if namesAnything(scene) { drawLabels(of: scene, labelGround(pixmap, of: scene), on: &pixmap) }
    drawPaper(of: scene, on: &pixmap)
    return pixmap
  }

  /// Draws land and graticule over the sea.
  func drawGround(of scene: MapScene, hasGraticule: Bool = true, on pixmap: inout Pixmap) {
    if let basemap = scene.basemap { draw(basemap, on: &pixmap) }
    guard hasGraticule else { return }
    Graticule(for: viewport).drawLines(on: &pixmap, frame: layout.frame, measures: layout.measures, theme: theme)
  }

  /// Draws the paper about the frame and all furniture on it; the frame's own pixels are left alone.
  func drawPaper(of scene: MapScene, on pixmap: inout Pixmap) {
    for margin in margins { pixmap.fillRect(margin, color: theme.page) }
    drawFrame(on: &pixmap)
    Graticule(for: viewport).drawLabels(on: &pixmap, layout: layout, theme: theme)
    drawWords(on: &pixmap, attribution: scene.basemap?.attribution)
    if let box = layout.box(.legend) {
      (scene.density ?? scene.surface)?.legend.draw(on: &pixmap, in: box, measures: layout.measures, theme: theme)
    }
    if let box = layout.box(.trackLegend) {
      legends.tracks?.draw(on: &pixmap, in: box, measures: layout.measures, theme: theme)
    }
    if let box = layout.box(.key) {
      legends.key?.draw(on: &pixmap, in: box, measures: layout.measures, scale: scale, theme: theme)
    }
    if let box = layout.box(.panel), let panel = scene.panel, let setting = scene.panelSetting {
      panel.draw(setting, on: &pixmap, in: box, measures: layout.measures, theme: theme)
    }
    drawScale(on: &pixmap)
  }

  /// Draws scale bar and north arrow; without a legend behind them the bar ends at the margin.
  func drawScale(on pixmap: inout Pixmap) {
    let measures = layout.measures
    var slack = 0
    if let box = layout.box(.scaleBar) {
      let bar = ScaleBar(for: viewport, width: Double(box.width))
      if box.maxX == layout.frame.maxX { slack = max(box.width - bar.width(measures), 0) }
      bar.draw(on: &pixmap, in: box.offset(dx: slack, dy: 0), measures: measures, theme: theme)
    }
    if let box = layout.box(.northArrow) {
      NorthArrow().draw(on: &pixmap, in: box.offset(dx: slack, dy: 0), measures: measures, theme: theme)
    }
  }

  /// What a user should know about the picture, a sentence each.
  package var notes: [String] {
    var notes: [String] = []
    if !layout.dropped.isEmpty {
      let names = layout.dropped.map(\.name).joined(separator: ", ")
      notes.append("the picture is too small for \(names); a larger size shows all")
    }
    return notes
  }

  func draw(_ basemap: Basemap, on pixmap: inout Pixmap) {
    let frame = layout.frame
    let hairline = layout.measures.hairline
    func placed(_ path: Path) -> Path {
      path.mapPoints { Point(x: $0.x + Double(frame.x), y: $0.y + Double(frame.y)) }
    }
    let coast = StrokeStyle(width: theme.coastWidth * hairline, join: .round)
    let lakes = placed(basemap.lakes)
    pixmap.fill(placed(basemap.land), color: theme.land, clip: frame)
    pixmap.fill(lakes, color: theme.lake, clip: frame)
    pixmap.stroke(
      placed(basemap.borders),
      style: StrokeStyle(
        width: theme.borderWidth * hairline, join: .round, dashes: theme.borderDashes.map { $0 * hairline }),
      color: theme.border, clip: frame)
    pixmap.stroke(lakes, style: coast, color: theme.coast, clip: frame)
    pixmap.stroke(placed(basemap.coastlines), style: coast, color: theme.coast, clip: frame)
  }

  /// The picture without the frame, in four rectangles.
  private var margins: [PixelRect] {
    let frame = layout.frame
    let (width, height) = (layout.pictureWidth, layout.pictureHeight)
    return [
      PixelRect(x: 0, y: 0, width: width, height: frame.y),
      PixelRect(x: 0, y: frame.maxY, width: width, height: height - frame.maxY),
      PixelRect(x: 0, y: frame.y, width: frame.x, height: frame.height),
      PixelRect(x: frame.maxX, y: frame.y, width: width - frame.maxX, height: frame.height),
    ]
  }

  func drawFrame(on pixmap: inout Pixmap) {
    let frame = layout.frame
    let line = Int(layout.measures.hairline)
    let (left, top) = (frame.x - line, frame.y - line)
    for side in [
      PixelRect(x: left, y: top, width: frame.width + 2 * line, height: line),
      PixelRect(x: left, y: frame.maxY, width: frame.width + 2 * line, height: line),
      PixelRect(x: left, y: frame.y, width: line, height: frame.height),
      PixelRect(x: frame.maxX, y: frame.y, width: line, height: frame.height),
    ] {
      pixmap.fillRect(side, color: theme.frame)
    }
  }
}
